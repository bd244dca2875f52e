"""Rosters as JSON hold to their schema, and terms come out of a table as they went in."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.house import ROOT

from corcom.kernel.rows import CellRefused, TableRow
from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.roster_json import SCHEMAS, roster_json, rotation_json, vacancies_json
from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.rotations import rotation_at, vacancies_after
from corcom.mandates.domain.term_rows import COLUMNS, packaged_terms, read_row, write_row

VALIDATORS = {name: jsonschema.Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def checked(name: str, value: Any) -> Any:
    plain = json.loads(json.dumps(value))
    assert list(VALIDATORS[name].iter_errors(plain)) == []
    return plain


@pytest.mark.parametrize("convention", ["CCM", "APMBC"])
@given(day=st.dates(date(2002, 1, 1), date(2020, 1, 1)))
def test_every_roster_and_its_vacancies_hold_to_the_schema(convention: str, day: date) -> None:
    checked("roster", roster_json(roster_on(convention, packaged_terms(), day=day)))
    checked("vacancies", vacancies_json(vacancies_after(convention, packaged_terms(), day=day)))


@pytest.mark.parametrize("convention", ["CCM", "APMBC"])
def test_every_rotation_holds_to_the_schema(convention: str) -> None:
    for meeting in closes(convention):
        checked("rotation", rotation_json(rotation_at(convention, packaged_terms(), meeting)))


def test_a_line_says_holders_bounds_and_records() -> None:
    lines = checked("roster", roster_json(roster_on("CCM", packaged_terms(), day=date(2012, 6, 1))))
    (line,) = [one for one in lines if one["theme_code"] == "stockpile-destruction" and one["holders"] == ["Croatia"]]
    note = "the record gives years; they are taken as running from the close of one Meeting of States Parties to that of another"
    record = {"holder": "Croatia", "certainty": "certain", "seen_on": None, "note": note}
    said = "minutes of the CCM Coordination Committee of"
    assert line == {
        "office": "Coordinator",
        "office_code": "coordinator",
        "theme": "Stockpile Destruction and Retention",
        "theme_code": "stockpile-destruction",
        "holders": ["Croatia"],
        "holder_codes": ["HRV"],
        "since": "2011-09-16",
        "until": "2013-09-13",
        "since_meeting": "2MSP",
        "until_meeting": "4MSP",
        "at_least": None,
        "disputed": [],
        "records": [
            {**record, "source": f"{said} 29 September 2011, item 2"},
            {**record, "source": f"{said} 13 December 2011, list of attendees"},
        ],
    }


def test_what_no_record_says_is_null_with_the_least_that_is_known() -> None:
    lines = roster_json(roster_on("CCM", packaged_terms(), day=date(2016, 6, 1)))
    (line,) = [one for one in lines if one["theme_code"] == "transparency"]
    assert {key: line[key] for key in ("holders", "since", "until", "at_least")} == {
        "holders": ["Costa Rica"],
        "since": None,
        "until": None,
        "at_least": {"since": "2015-09-11", "until": "2016-09-07"},
    }


def test_terms_come_out_of_a_table_as_they_went_in() -> None:
    again = [
        read_row(TableRow(line, dict(zip(COLUMNS, write_row(term), strict=True))))
        for line, term in enumerate(packaged_terms(), 2)
    ]
    assert tuple(again) == packaged_terms()


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("office", "king", "line 7: office: 'king' cannot be read; allowed: president"),
        ("until", "1MSP", "line 7: until: '1MSP' cannot be read; allowed: later than 2011-09-16"),
        ("since", "99MSP", "line 7: since: '99MSP' cannot be read; allowed: a day, such as 2012-09-14, or a meeting"),
        ("holder", "Atlantis", "line 7: holder: 'Atlantis' cannot be read; allowed: one of"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(column: str, value: str, said: str) -> None:
    term = next(term for term in packaged_terms() if term.theme == "clearance")
    cells = {**dict(zip(COLUMNS, write_row(term), strict=True)), column: value}
    with pytest.raises(CellRefused) as refused:
        read_row(TableRow(7, cells))
    assert str(refused.value)[: len(said)] == said


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_published_schema_is_that_of_the_code(name: str) -> None:
    published = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert published == SCHEMAS[name]
