from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test.utils import override_settings

from knutepunkt.collect.models import Run, Source
from knutepunkt.directory.models import Edition, Group, Organisation, Place
from knutepunkt.sample.actions import load
from knutepunkt.sample.commands import sample

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def data(tmp_path: Path) -> Iterator[Path]:
    with override_settings(DATA=tmp_path):
        yield tmp_path


def test_loading_takes_in_every_group_and_organisation() -> None:
    report = load(60)

    assert (report.read, report.rejected, report.groups, report.issues) == (66, 0, 60, [])
    assert (Group.objects.count(), Organisation.objects.count()) == (60, 6)


def test_everything_loaded_is_fictitious() -> None:
    load(60)

    assert not Group.objects.filter(is_fictitious=False).exists()
    assert not Organisation.objects.filter(is_fictitious=False).exists()
    assert Source.objects.get(pk="sample").is_fictitious


def test_every_place_gets_a_point_and_a_county() -> None:
    load(60)

    assert not Place.objects.filter(point_from="").exists()
    assert not Place.objects.filter(county="").exists()


def test_loading_again_writes_nothing() -> None:
    load(60)
    before = Edition.objects.get().number, Run.objects.count()

    report = load(60)

    assert (report.unchanged, report.changed, report.created) == (66, 0, 0)
    assert (Edition.objects.get().number, Run.objects.count()) == before


def test_loading_more_leaves_what_is_there() -> None:
    load(50)

    report = load(100)

    assert (report.unchanged, report.created, report.changed) == (53, 53, 0)


def test_another_seed_is_taken_in_without_waiting_for_a_steward() -> None:
    load(50)

    report = load(50, seed=3)

    assert (report.changed, report.is_quarantined) == (53, False)


def test_the_command_tells_what_was_loaded() -> None:
    told = CliRunner().invoke(sample, ["--groups", "50"])

    assert told.exit_code == 0
    assert "53 records read, which make 50 groups." in told.stdout.splitlines()
    assert told.stderr == ""


def test_the_command_writes_a_feed(tmp_path: Path) -> None:
    out = tmp_path / "groups.json"

    told = CliRunner().invoke(
        sample, ["--groups", "10", "--format", "meeting-guide", "--out", str(out)]
    )

    assert told.stdout == f"{out}: 10 fictitious groups as meeting-guide.\n"
    assert out.read_text(encoding="utf-8").startswith("[\n{")


def test_a_format_without_a_file_is_refused() -> None:
    told = CliRunner().invoke(sample, ["--format", "csv"])

    assert told.exit_code == 2
    assert "--format and --out belong together." in told.stderr


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    told = CliRunner().invoke(
        sample, ["--groups", "1", "--format", "csv", "--out", str(tmp_path / "taken" / "x.csv")]
    )

    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)


def test_help_ends_with_an_example() -> None:
    told = CliRunner().invoke(sample, ["--help"])

    assert told.stdout.rstrip().splitlines()[-3].strip() == "Example:"
