/* The least a question can cost in C. Posting lists, bitmaps, cells and tables are found beforehand;
   putting lists together, distances, times, the counts of all facets and the first hits are not. */
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { NO_PLACE, CIRCLE, BOX };

typedef struct {
  int64_t size, row_count, word_count;
  const uint16_t *values;  /* of each group, ``width`` of them */
  const uint32_t *turn;
  const uint8_t *standing;
  const uint16_t *bits_of_doc;
  const int64_t *totals, *bit_totals;  /* of all groups */
  const uint32_t *order;  /* of all groups, the first hits of a question for nothing first */
  const uint32_t *doc_of_row, *when;
  const double *latitude, *longitude, *narrow;  /* narrow: the cosine of each latitude */
  uint8_t *worth;  /* scratch, of each group; left zero */
  uint16_t *bits;  /* likewise */
  uint32_t *docs;  /* likewise, of what was collected */
  double *far;     /* likewise, of each group; left infinite */
  int64_t list_count;
  const uint32_t *const *lists;  /* lowest worth first */
  const int64_t *lengths;
  const uint8_t *list_worth;
  int64_t test_count;
  const uint64_t *const *tests;  /* a bit for each group */
  int64_t place, span_count;
  const uint32_t *cell_rows;
  const int64_t *spans;  /* from, until; of cell_rows */
  double here[4];        /* latitude, longitude, kilometres, cosine; or a box */
  const uint8_t *is_fit; /* of each when; none when nothing is asked of time */
  const uint16_t *bits_of_when;
  int64_t width, value_count, k;
  int64_t *counts, *bit_counts;
  uint64_t *best;
  uint32_t *best_of;
} Ask;

static int32_t kept;

static void keep(const Ask *a, uint64_t key, uint32_t doc) {
  /* A heap with the worst of the best on top. */
  uint64_t *best = a->best;
  int64_t at, k = a->k;
  if (kept < k) {
    at = kept++;
    while (at && best[(at - 1) / 2] < key) {
      best[at] = best[(at - 1) / 2];
      a->best_of[at] = a->best_of[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  } else {
    if (k == 0 || key >= best[0]) return;
    at = 0;
    for (;;) {
      int64_t child = 2 * at + 1;
      if (child >= k) break;
      if (child + 1 < k && best[child + 1] > best[child]) child++;
      if (best[child] <= key) break;
      best[at] = best[child];
      a->best_of[at] = a->best_of[child];
      at = child;
    }
  }
  best[at] = key;
  a->best_of[at] = doc;
}

static void count(const Ask *a, uint32_t doc, int64_t which, uint16_t bits) {
  int64_t *own = a->counts + a->value_count * which;
  const uint16_t *row = a->values + (int64_t)doc * a->width;
  for (int64_t v = 0; v < a->width; v++) own[row[v]]++;
  int64_t *of_bits = a->bit_counts + 16 * which;
  for (int b = 0; b < 16; b++) of_bits[b] += (bits >> b) & 1;
}

static uint64_t key_of(const Ask *a, uint32_t doc, uint32_t worth) {
  return ((uint64_t)(65535 - worth - a->standing[doc]) << 32) | a->turn[doc];
}

/* Which test alone a group fails, plus one; 0 for none, -1 for several. */
static int64_t failed(const Ask *a, uint32_t doc) {
  int64_t found = 0;
  for (int64_t t = 0; t < a->test_count; t++)
    if (!((a->tests[t][doc >> 6] >> (doc & 63)) & 1)) {
      if (found) return -1;
      found = t + 1;
    }
  return found;
}

static int64_t by_lists(const Ask *a) {
  int64_t n = 0, total = 0;
  for (int64_t l = 0; l < a->list_count; l++)
    for (int64_t i = 0; i < a->lengths[l]; i++) {
      uint32_t doc = a->lists[l][i];
      if (!a->worth[doc]) a->docs[n++] = doc;
      a->worth[doc] = a->list_worth[l];
    }
  for (int64_t i = 0; i < n; i++) {
    uint32_t doc = a->docs[i], worth = a->worth[doc];
    a->worth[doc] = 0;
    int64_t test = failed(a, doc);
    if (test < 0) continue;
    count(a, doc, test, a->bits_of_doc[doc]);
    if (test) continue;
    total++;
    keep(a, key_of(a, doc, worth), doc);
  }
  return total;
}

/* At most one restriction: what fails it is taken off all, and the day's order gives the first. */
static int64_t by_order(const Ask *a) {
  int64_t total = a->size;
  for (int64_t w = 0; a->test_count && w < a->word_count; w++)
    for (uint64_t left = ~a->tests[0][w]; left; left &= left - 1) {
      uint32_t doc = (uint32_t)(w * 64 + __builtin_ctzll(left));
      if (doc >= a->size) break;
      count(a, doc, 1, a->bits_of_doc[doc]);
      total--;
    }
  for (int64_t v = 0; v < a->value_count; v++)
    a->counts[v] = a->totals[v] - (a->test_count ? a->counts[a->value_count + v] : 0);
  for (int b = 0; b < 16; b++)
    a->bit_counts[b] = a->bit_totals[b] - (a->test_count ? a->bit_counts[16 + b] : 0);
  for (int64_t i = 0; i < a->size && kept < a->k; i++)
    if (!a->test_count || failed(a, a->order[i]) == 0) a->best_of[kept++] = a->order[i];
  return total;
}

static int64_t by_tests(const Ask *a) {
  int64_t total = 0;
  for (int64_t w = 0; w < a->word_count; w++) {
    uint64_t once = 0, twice = 0;
    for (int64_t t = 0; t < a->test_count; t++) {
      uint64_t fails = ~a->tests[t][w];
      twice |= once & fails;
      once |= fails;
    }
    for (uint64_t left = ~twice; left; left &= left - 1) {
      uint32_t doc = (uint32_t)(w * 64 + __builtin_ctzll(left));
      if (doc >= a->size) break;
      int64_t test = failed(a, doc);
      count(a, doc, test, a->bits_of_doc[doc]);
      if (test) continue;
      total++;
      keep(a, key_of(a, doc, 0), doc);
    }
  }
  return total;
}

/* The kilometres to a meeting that is where it should be; less than none elsewhere. */
static double there(const Ask *a, uint32_t row) {
  double north = a->latitude[row], east = a->longitude[row];
  if (a->place == BOX)
    return north >= a->here[0] && north <= a->here[2] && east >= a->here[1] && east <= a->here[3]
               ? 0 : -1;
  const double radian = M_PI / 180;
  double up = sin((north - a->here[0]) * radian / 2), over = sin((east - a->here[1]) * radian / 2);
  double half = up * up + a->here[3] * a->narrow[row] * over * over;
  double far = 2 * 6371.0088 * asin(sqrt(half < 1 ? half : 1));
  return far <= a->here[2] ? far : -1;
}

static int64_t by_rows(const Ask *a) {
  int64_t n = 0, total = 0, is_placed = a->place != NO_PLACE;
  for (int64_t s = 0; s < (is_placed ? a->span_count : 1); s++) {
    int64_t from = is_placed ? a->spans[2 * s] : 0, end = is_placed ? a->spans[2 * s + 1] : a->row_count;
    for (int64_t i = from; i < end; i++) {
      uint32_t row = is_placed ? a->cell_rows[i] : (uint32_t)i, doc = a->doc_of_row[row];
      double far = is_placed ? there(a, row) : 0;
      if (far < 0) continue;
      a->bits[doc] |= a->bits_of_when[a->when[row]];
      if (a->is_fit && !a->is_fit[a->when[row]]) continue;
      if (a->far[doc] == INFINITY) a->docs[n++] = doc;
      if (far < a->far[doc]) a->far[doc] = far;
    }
  }
  if (a->is_fit) /* What else there would be on other days and at other hours. */
    for (int64_t doc = 0; doc < a->size; doc++) {
      uint16_t bits = a->bits[doc];
      for (int b = 0; b < 16; b++) a->bit_counts[b] += (bits >> b) & 1;
    }
  for (int64_t i = 0; i < n; i++) {
    uint32_t doc = a->docs[i];
    uint64_t key = key_of(a, doc, 0);
    if (a->place == CIRCLE) memcpy(&key, &a->far[doc], sizeof key);
    count(a, doc, 0, a->is_fit ? 0 : a->bits[doc]);
    a->far[doc] = INFINITY;
    a->bits[doc] = 0;
    total++;
    keep(a, key, doc);
  }
  if (a->is_fit) memset(a->bits, 0, sizeof(uint16_t) * (size_t)a->size);
  return total;
}

/* The first hits stand in ``best_of``, the counts of all facets in ``counts`` and ``bit_counts``.
   Returns how many groups there are. */
int64_t answer(const Ask *a) {
  kept = 0;
  memset(a->counts, 0, sizeof(int64_t) * (size_t)a->value_count * (size_t)(a->test_count + 1));
  memset(a->bit_counts, 0, sizeof(int64_t) * 16 * (size_t)(a->test_count + 1));
  if (a->list_count >= 0) return by_lists(a);
  if (a->place != NO_PLACE || a->is_fit) return by_rows(a);
  return a->test_count > 1 ? by_tests(a) : by_order(a);
}
