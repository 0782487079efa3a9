from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knutepunkt.vocabulary import actions, files, queries
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.models import Concept, Definition, Label, Mapping, Scheme
from knutepunkt.vocabulary.written import Written

pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE")
SCHEME = 'id = "{}"\nkind = "{}"\n'
MAPPING = 'author = "Kari"\nmade_on = 2026-11-23\nmapping = [{}]\n'
W_TO_WOMEN = '{ from = "abroad:W", relation = "exact", to = "home:women" }'


def folder(tmp_path: Path, women: str = "Kvinner", mapping: str = W_TO_WOMEN) -> Path:
    texts = {
        "home/scheme.toml": SCHEME.format("home", "own"),
        "home/people.toml": f'[women]\nnb = "{women}"\n[mothers]\nnb = "Mødre"\nbroader = "women"',
        "abroad/scheme.toml": SCHEME.format("abroad", "foreign"),
        "abroad/codes.toml": '[W]\nen = "Women"\n',
        "mappings/abroad.toml": MAPPING.format(mapping),
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_loading_twice_writes_nothing_the_second_time() -> None:
    actions.load(files.DATA)

    with CaptureQueriesContext(connection) as caught:
        done = actions.load(files.DATA)

    writes = [one["sql"] for one in caught if one["sql"].lstrip().startswith(WRITES)]
    assert (done, writes) == (Written(), [])


def test_loading_all_our_data_takes_few_queries() -> None:
    with CaptureQueriesContext(connection) as caught:
        actions.load(files.DATA)

    rows = sum(model.objects.count() for model in (Concept, Definition, Label, Mapping))
    # Bulk inserts come in batches of at most 999 values on SQLite, some two hundred rows.
    assert len(caught) < rows / 100


def test_a_changed_label_replaces_the_old_one(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    done = actions.load(folder(tmp_path, women="Damer"))

    texts = list(queries.concept("home", "women").labels.values_list("text", flat=True))
    assert (done, texts) == (Written(created=1, removed=1), ["Damer"])


def test_broader_is_loaded_whatever_the_order(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    assert queries.concept("home", "mothers").broader == queries.concept("home", "women")


def test_a_mapping_gone_from_the_files_goes_from_the_database(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    actions.load(
        folder(tmp_path, mapping='{ from = "abroad:W", relation = "broad", to = "home:mothers" }')
    )

    targets = [str(one.to_concept) for one in Mapping.objects.select_related("to_concept")]
    assert targets == ["home:mothers"]


def test_loading_leaves_other_authors_mappings_alone(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))
    origin, target = queries.concept("abroad", "W"), queries.concept("home", "mothers")
    actions.map_concepts(origin, "broad", target, author="Ola", made_on=date(2026, 1, 1))

    actions.load(folder(tmp_path))

    assert sorted(Mapping.objects.values_list("author", flat=True)) == ["Kari", "Ola"]


def test_a_fault_in_one_file_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "home" / "people.toml").write_text("[women]\nnb = 1\n")

    with pytest.raises(VocabularyError):
        actions.load(path)

    assert Scheme.objects.count() == 0


def test_a_known_term_is_found_by_its_very_code(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    term = actions.take_in_term("abroad", "W", "Women", source="feed")

    assert (term, Concept.objects.count()) == (queries.concept("abroad", "W"), 3)


def test_an_unknown_code_never_joins_a_foreign_scheme(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    term = actions.take_in_term("abroad", "w", "", source="feed")

    assert (str(term), term.scheme.source) == ("local-feed:w", "feed")


def test_an_unknown_code_never_joins_a_scheme_of_our_own(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    term = actions.take_in_term("home", "[open]", "Open", source="feed")

    assert (str(term), term.scheme.source) == ("local-feed:[open]", "feed")


def test_a_local_term_keeps_every_word_that_came_with_it() -> None:
    actions.take_in_term("local", "x1", "Sorg", source="feed", language="nb")
    actions.take_in_term("local", "x1", "Sorggruppe", source="feed", language="nb")
    actions.take_in_term("local", "x1", "Sorg", source="feed", language="nb")

    labels = sorted(Label.objects.values_list("kind", "text"))
    assert labels == [("alternative", "Sorggruppe"), ("preferred", "Sorg")]


def test_a_word_without_a_language_is_kept_as_undetermined() -> None:
    actions.take_in_term("local", "x1", "Sorg", source="feed")

    assert Label.objects.get().language == "und"


def test_an_empty_code_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"has no code; give it one\."):
        actions.take_in_term("local", "", "Sorg", source="feed")


def test_a_source_does_not_add_words_to_our_own_terms(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))

    actions.take_in_term("home", "women", "Kvinnfolk", source="feed")

    texts = list(queries.concept("home", "women").labels.values_list("text", flat=True))
    assert texts == ["Kvinner"]


def test_an_author_who_maps_again_corrects_the_mapping(tmp_path: Path) -> None:
    actions.load(folder(tmp_path, mapping=""))
    origin, target = queries.concept("abroad", "W"), queries.concept("home", "women")
    actions.map_concepts(origin, "exact", target, author="Ola", made_on=date(2026, 1, 1))

    actions.map_concepts(origin, "close", target, author="Ola", made_on=date(2026, 2, 2))

    assert Mapping.objects.get().relation == "close"


def test_mapping_without_an_author_is_refused(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))
    origin, target = queries.concept("abroad", "W"), queries.concept("home", "women")

    with pytest.raises(VocabularyError, match="has no author; name who made it"):
        actions.map_concepts(origin, "exact", target, author="", made_on=date(2026, 1, 1))


def test_an_owner_who_defines_again_on_the_same_day_corrects_the_definition(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))
    women = queries.concept("home", "women")
    actions.define(women, "nb", "Først", owner="Kari", dated=date(2026, 1, 1))

    actions.define(women, "nb", "Siden", owner="Kari", dated=date(2026, 1, 1))

    assert Definition.objects.get().text == "Siden"


def test_a_definition_with_an_unsafe_address_is_refused(tmp_path: Path) -> None:
    actions.load(folder(tmp_path))
    women = queries.concept("home", "women")

    with pytest.raises(VocabularyError, match="write one that begins with https://"):
        actions.define(
            women, "nb", "Noe", owner="Kari", dated=date(2026, 1, 1), source="javascript:alert(1)"
        )


def test_leaving_a_term_unmapped_takes_it_off_the_list(tmp_path: Path) -> None:
    actions.load(folder(tmp_path, mapping=""))

    actions.leave_unmapped(queries.concept("abroad", "W"), "Nothing answers to it.")

    assert list(queries.unmapped_terms()) == []
