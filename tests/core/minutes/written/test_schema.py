from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.factories.minutes import a_reading

from corcom.kernel.json_schema import Schema
from corcom.minutes import Reading, read
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.written.schema import meeting_schema, reading_schema

ROOT = Path(__file__).parents[4]
SCHEMAS = ROOT / "docs" / "schema"
REAL = ROOT.parent / "shared" / "minutes"


def problems(schema: Schema, values: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(values)]


@pytest.mark.parametrize(("name", "schema"), [("reading", reading_schema()), ("meeting", meeting_schema())])
def test_the_published_schemas_are_those_of_the_program(name: str, schema: Schema) -> None:
    published = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    assert published == schema, f"write it anew: corcom schema {name} > docs/schema/{name}.json"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("reading", [Reading(), a_reading()])
def test_a_reading_fits_its_schema(reading: Reading) -> None:
    assert problems(reading_schema(), to_json(reading)) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", ["2011-12-13", "2016-04-28", "2011-09-29", "2003-10-08", "2011-02-24"])
def test_readings_of_real_minutes_fit_their_schema(name: str) -> None:
    found = list(REAL.glob(f"*{name}.txt"))
    if not found:
        pytest.skip(f"{REAL} is not there")
    assert problems(reading_schema(), to_json(read(found[0]))) == []


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("date", "next week", "$.date: 'next week' is not valid under any of the given schemas"),
        ("start_time", "10.30", "$.start_time: '10.30' is not valid under any of the given schemas"),
        ("more", 1, "$: Additional properties are not allowed ('more' was unexpected)"),
        ("format", "x", "$.format: 'corcom-reading-1' was expected"),
    ],
)
def test_what_does_not_fit_is_found(key: str, value: object, said: str) -> None:
    assert problems(reading_schema(), {**to_json(a_reading()), key: value}) == [said]
