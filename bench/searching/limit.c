/* The least a question can cost: everything it needs is found beforehand, and nothing is checked.
   Groups that pass every test are counted by their values and the best are kept. */
#include <stdint.h>
#include <string.h>

/* base: n groups with a point each; tests: masks of all groups, one for each restriction.
   What fails one restriction only is counted for that one. Returns how many pass. */
int64_t answer(const uint32_t *base, const uint16_t *worth, int64_t n,
               const uint8_t *const *tests, int32_t test_count,
               const uint16_t *values, int32_t width, int64_t *counts, int32_t value_count,
               const uint32_t *turn, int32_t k, uint64_t *best, uint32_t *best_of) {
  int64_t total = 0;
  int32_t kept = 0;
  memset(counts, 0, sizeof(int64_t) * (size_t)value_count * (size_t)(test_count + 1));
  for (int64_t i = 0; i < n; i++) {
    uint32_t doc = base ? base[i] : (uint32_t)i;
    int32_t failed = -1, fails = 0;
    for (int32_t t = 0; t < test_count; t++)
      if (!tests[t][doc]) { failed = t; fails++; }
    if (fails > 1) continue;
    int64_t *own = counts + (int64_t)value_count * (failed + 1);
    const uint16_t *row = values + (int64_t)doc * width;
    for (int32_t v = 0; v < width; v++) own[row[v]]++;
    if (fails) continue;
    total++;
    uint64_t key = ((uint64_t)(65535 - (worth ? worth[i] : 0)) << 32) | turn[doc];
    if (kept == k && (k == 0 || key >= best[0])) continue;
    /* A heap with the worst of the best on top. */
    int32_t at;
    if (kept < k) {
      at = kept++;
      while (at && best[(at - 1) / 2] < key) {
        best[at] = best[(at - 1) / 2];
        best_of[at] = best_of[(at - 1) / 2];
        at = (at - 1) / 2;
      }
    } else {
      at = 0;
      for (;;) {
        int32_t child = 2 * at + 1;
        if (child >= k) break;
        if (child + 1 < k && best[child + 1] > best[child]) child++;
        if (best[child] <= key) break;
        best[at] = best[child];
        best_of[at] = best_of[child];
        at = child;
      }
    }
    best[at] = key;
    best_of[at] = doc;
  }
  return total;
}
