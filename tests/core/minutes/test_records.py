"""The annotated minutes of our own must be true to their texts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.factories.sample_docx import SAMPLE, make
from tests.scoring import folded, person, score

import corcom.minutes
from corcom.documents.domain.extract import extract

RECORDS = Path(__file__).parents[2] / "minutes"
SAMPLES = Path(corcom.minutes.__file__).parent / "samples"
PATHS = sorted(RECORDS.glob("*/*.gold.json"))
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"


def text_of(path: Path) -> str:
    folder = SAMPLES if path.parent.name == "samples" else path.parent
    name = path.name.removesuffix(".gold.json")
    document = next(one for one in folder.glob(f"{name}.*") if one.suffix != ".json")
    return extract(document).text


def record(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def days(gold: dict[str, Any]) -> list[str]:
    dues = [day for item in gold["action_points"] for day in (item["due"], *item.get("due_alt", ()))]
    mentioned = [item["date"] for item in gold["mentioned_dates"]]
    return [day for day in (gold["date"], *dues, *mentioned) if day]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_names_and_words_stand_in_the_text(path: Path) -> None:
    gold, words = record(path), folded(text_of(path))
    people = [name for row in gold["attendance"] for name in row["people"] if person(name) not in words]
    delegations = [row["delegation"] for row in gold["attendance"] if folded(row["delegation"]) not in words]
    titles = [
        item["title"]
        for item in gold["agenda"]
        if not any(folded(title) in words for title in (item["title"], *item.get("title_alt", ())))
    ]
    phrases = [
        part
        for item in (*gold["action_points"], *gold["mentioned_dates"])
        for part in (item.get("due_text") or item.get("date_text") or "").split(";")
        if folded(part) not in words
    ]
    assert (people, delegations, titles, phrases) == ([], [], [], [])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_days_are_written_as_iso_days_months_years_or_periods(path: Path) -> None:
    assert [day for day in days(record(path)) if not re.fullmatch(rf"{DAY}(?:/{DAY})?", day)] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_record_agrees_with_itself(path: Path) -> None:
    gold = record(path)
    gold["action_points"] = [item for item in gold["action_points"] if not item.get("duplicates")]
    for item in gold["action_points"]:
        item["owner"] = item["owner"] or item.get("owner_inferred") or []
    imperfect = {name: count for name, count in score(gold, gold).items() if count.gold and count.f1 != 1.0}
    assert imperfect == {}


def test_enough_layouts_are_there() -> None:
    assert {folder.name: len(list(folder.glob("*.gold.json"))) for folder in RECORDS.iterdir() if folder.is_dir()} == {
        "dev": 33,
        "heldout": 5,
        "samples": 4,
    }


def test_every_packaged_sample_is_annotated() -> None:
    assert {path.stem for path in SAMPLES.glob("[!.]*")} == {
        path.name.removesuffix(".gold.json") for path in PATHS if path.parent.name == "samples"
    }


def test_the_sample_word_document_is_what_its_maker_makes(tmp_path: Path) -> None:
    made, packaged = extract(make(tmp_path / "made.docx")), extract(SAMPLE)
    assert (made.text, made.marks) == (packaged.text, packaged.marks)
