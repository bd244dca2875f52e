"""`corcom figures`, with a site and without one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from jsonschema import Draft202012Validator
from tests.cli.conftest import NewSite, Site
from tests.factories.figures import BY_HAND, a_figure

from corcom.documents.domain.tables import csv_file
from corcom.figures.domain.figure_rows import COLUMNS, write_row
from corcom.figures.domain.figures_json import figures_schema

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "figures.json"
FIGURES = ("figures", "--convention", "CCM", "--as-of", "2026-11-10")


def test_what_a_table_brings_in_is_written_again_for_those_who_may_see_it(new_site: NewSite, tmp_path: Path) -> None:
    site = new_site()
    rows = [write_row(BY_HAND), write_row(a_figure(iso3="NOR", circle="states_parties", value=5))]
    (tmp_path / "figures.csv").write_bytes(csv_file(COLUMNS, rows))
    taken = site.run("import", "register", tmp_path / "figures.csv")
    assert (taken.returncode, taken.stdout.splitlines()[0]) == (
        0,
        "figures: 2 new, 0 changed, 0 the same, 0 only in the register",
    )
    found = list(csv.reader(io.StringIO(site.run(*FIGURES, "--format", "csv").stdout)))
    assert found == [list(COLUMNS), ["CCM", "CHE", "2024", "stockpiled", "100", "items", *[""] * 5, "letter of the mission", "certain", "public", "2025-03-01", *[""] * 4]]  # fmt: skip
    record = json.loads(site.run(*FIGURES, "--circle", "states_parties", "--format", "json").stdout)
    Draft202012Validator(figures_schema()).validate(record)
    assert [(one["iso3"], one["value"], one["counts"]) for one in record["figures"]] == [
        ("CHE", "100", True),
        ("NOR", "5", True),
    ]
    assert site.run(*FIGURES, "--year", "2023").stdout.splitlines()[1] == "     0  figures"


def test_reports_are_read_where_there_are_some(new_site: NewSite) -> None:
    site = new_site()
    done = site.run("read-figures", "--convention", "ccm")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 reports, 0 figures\n", "")
    wrong = site.run("read-figures", "--convention", "XYZ")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "CommandError: There is no convention XYZ; there are APMBC, ATT, CCM.\n",
    )


def test_the_schema_that_is_published_is_that_of_the_command() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == figures_schema()


def test_without_a_site_nothing_is_made(tmp_path: Path) -> None:
    done = Site(tmp_path).run(*FIGURES)
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (
        2,
        "CommandError: There is no site here, and no figure comes with CorCom.\n",
        [],
    )
