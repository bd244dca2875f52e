"""States and meetings as tables: what a site has otherwise lies over the release, and only what holds together comes in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corcom.documents.domain.bounded import run_one
from corcom.documents.domain.tables import csv_file, read_tables, xlsx_file
from corcom.kernel import packaged
from corcom.kernel.rows import CellRefused, TableRow
from corcom.kernel.tables import Differences, differences, read_rows
from corcom.register.domain import data_files
from corcom.register.domain.convention_meetings import meetings_in
from corcom.register.domain.release_checks import release_refusals
from corcom.register.domain.release_tables import RELEASE_TABLES, merged

MEETING = {
    "convention": "CCM",
    "code": "10MSP",
    "title": "Tenth Meeting of States Parties",
    "starts_on": "2022-08-30",
    "ends_on": "2022-09-02",
    "place": "Geneva",
    "source": "a programme",
    "certainty": "certain",
}


def found(code: str, *rows: dict[str, str]) -> Differences[Any]:
    table = RELEASE_TABLES[code]
    placed, refused = read_rows(table.kind, [TableRow(line, row) for line, row in enumerate(rows, 2)], file="t.csv")
    assert refused == []
    return differences(table.kind, placed, table.rows())


def norway(**changes: str) -> dict[str, str]:
    (row,) = (row for row in data_files.cells_in("states.csv") if row["iso3"] == "NOR")
    return {**row, **changes}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    packaged.use_site_folder(tmp_path)
    yield tmp_path
    packaged.use_site_folder(None)


@pytest.mark.parametrize("code", RELEASE_TABLES)
def test_what_goes_out_comes_in_as_the_same(code: str) -> None:
    table = RELEASE_TABLES[code]
    rows = [table.kind.write(row) for row in table.rows()]
    for write in (csv_file, xlsx_file):
        (read,) = read_tables(("t", write(table.kind.columns, rows)))
        placed, refused = read_rows(table.kind, read.rows, file="t")
        same = differences(table.kind, placed, table.rows())
        assert (refused, same.same, same.new, same.changed, same.missing) == ([], len(rows), [], [], [])


def test_a_row_of_the_site_stands_in_place_of_the_one_of_the_release(folder: Path) -> None:
    table = RELEASE_TABLES["states"]
    changed = found("states", norway(name_en="Norge"))
    assert [each.columns for each in changed.changed] == [[("name_en", "Norway", "Norge")]]
    text = table.own_text(merged(changed, table.rows()))
    assert text.splitlines()[1:] == ["NOR,NO,578,Norge,Norvège,Noruega,Y,WEOG,Europe,Northern Europe,,,"]
    (folder / "states.csv").write_text(text, encoding="utf-8")
    names = {row["iso3"]: row["name_en"] for row in data_files.cells_in("states.csv")}
    assert (len(names), names["NOR"], names["SWE"]) == (197, "Norge", "Sweden")
    # Children that read files know it too.
    (child,) = (row["name_en"] for row in run_one(data_files.cells_in, "states.csv") if row["iso3"] == "NOR")
    assert child == "Norge"
    back = found("states", norway(name_en="Norway"))
    assert table.own_text(merged(back, table.rows())) == ""


def test_a_file_of_the_site_with_other_columns_is_refused(folder: Path) -> None:
    (folder / "states.csv").write_text("iso3,name\nNOR,Norge\n", encoding="utf-8")
    with pytest.raises(CellRefused) as refused:
        data_files.packaged("states.csv")
    assert (refused.value.file, refused.value.line, refused.value.found) == ("states.csv", 1, "iso3,name")


def said(*tables: Differences[Any]) -> list[tuple[int, str, str, str]]:
    return [(each.line, each.column, each.found, str(each.allowed)) for each in release_refusals(tables)]


def test_a_meeting_comes_in() -> None:
    meeting = found("meetings", MEETING)
    assert ([each.value.code for each in meeting.new], said(meeting)) == (["10MSP"], [])


@pytest.mark.parametrize(
    ("changes", "column", "allowed"),
    [
        ({"convention": "XYZ"}, "convention", "APMBC, ATT, CCM"),
        ({"code": ""}, "code", "a text that is not empty"),
        ({"starts_on": "2022-02-30"}, "starts_on", "a day that exists, such as 2016-04-28"),
        ({"ends_on": "2022-08-29"}, "ends_on", "a day on or after 2022-08-30"),
        ({"certainty": "surely"}, "certainty", "certain, likely, doubtful"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(changes: dict[str, str], column: str, allowed: str) -> None:
    _, (refused,) = read_rows(RELEASE_TABLES["meetings"].kind, [TableRow(7, {**MEETING, **changes})], file="t.csv")
    assert (refused.line, refused.column, refused.allowed) == (7, column, allowed)


def test_a_code_belongs_to_one_state() -> None:
    shared = found("states", norway(m49="752"))
    assert said(shared) == [(2, "m49", "752", "what no other State has; SWE has it")]


def test_a_new_state_comes_with_its_names() -> None:
    atlantis = norway(iso3="ATL", iso2="AQ", m49="999", name_en="Atlantis")
    alone = found("states", atlantis)
    assert said(alone) == [
        (2, "iso3", "ATL", "a State with its names in ar, zh, ru too, in a table of state_names"),
    ]
    name = {"iso3": "ATL", "name": "A", "cldr_name": "A", "source": "made up", "checked": "no"}
    names = found("state_names", *({**name, "language": language} for language in ("ar", "zh", "ru")))
    assert said(alone, names) == []
    member = found("un_membership", {"iso3": "ATL", "since": "2026-01-01", "until": "", "source": "made up"})
    assert said(alone, names, member) == []
    assert said(member) == [(2, "iso3", "ATL", "a code of states.csv")]


def test_a_period_beside_one_of_the_release_is_refused() -> None:
    again = found("un_membership", {"iso3": "NOR", "since": "1990-01-01", "until": "", "source": "made up"})
    assert said(again) == [(2, "since", "1990-01-01", "a period that shares no day with another row of the same State")]


def test_a_meeting_is_told_once() -> None:
    text = data_files.csv_text(tuple(MEETING), [tuple(MEETING.values())] * 2)
    with pytest.raises(CellRefused) as refused:
        meetings_in(text, ["CCM"])
    assert (refused.value.line, refused.value.column) == (3, "code")
    assert meetings_in(data_files.csv_text(tuple(MEETING), [tuple(MEETING.values())]), ["CCM"])[0].ends_on == date(
        2022, 9, 2
    )
