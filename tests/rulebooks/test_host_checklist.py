from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from corcom.rulebooks import checklist_words
from corcom.rulebooks.checking import checked
from corcom.rulebooks.checklists import FILE, Checklist, host_checklist
from corcom.rulebooks.reading import FOLDER, conventions, rulebook

CHECKLISTS = [found for code in conventions() if (found := host_checklist(code))]


def ccm() -> Checklist:
    found = host_checklist("CCM")
    assert found is not None
    return found


def test_it_has_what_a_host_said_it_would_see_to() -> None:
    said = "minutes of 24 February 2011"
    assert [one.code for one in ccm().entries if one.source == said] == [
        "focal-point",
        "task-force",
        "venue",
        "friends",
        "host-country-agreement",
    ]
    assert [host_checklist(code) for code in ("APMBC", "XXX", "../ccm")] == [None, None, None]


def test_every_day_comes_before_the_meeting_and_every_body_is_one() -> None:
    start = date(2011, 9, 13)
    events = {"meeting_start": start, "meeting_end": date(2011, 9, 16)}
    for found in CHECKLISTS:
        assert [one.code for one in found.entries if one.due and (one.due.on(events) or start) >= start] == []
        book = rulebook("CCM")
        assert book is not None
        assert set(found.bodies) <= {body.code for body in book.bodies}


def test_what_rests_on_practice_says_so() -> None:
    known = {"minutes of 24 February 2011", "practice"}
    assert {one.source for found in CHECKLISTS for one in found.entries} == known


def test_the_words_of_the_data_are_marked_for_the_translators() -> None:
    entries = [one for found in CHECKLISTS for one in found.entries]
    assert {found.name for found in CHECKLISTS} == set(checklist_words.CHECKLISTS)
    assert {one.name for one in entries} == set(checklist_words.ENTRIES)
    assert {one.owner for one in entries if one.owner} == set(checklist_words.OWNERS)


@pytest.mark.parametrize(
    ("change", "key", "allowed"),
    [
        (lambda book: book["entries"][0].pop("source"), "host_checklist.entries[0].source", "a text that is not empty"),
        (lambda book: book["entries"][1].update(code="focal-point"), "host_checklist.entries[1].code", "each one once"),
        (lambda book: book["entries"].clear(), "host_checklist.entries", "at least one entry"),
        (lambda book: book["bodies"].clear(), "host_checklist.bodies", "a list with at least one code of a body"),
        (
            lambda book: book["entries"][0]["due"].update(event="deposit"),
            "host_checklist.entries[0].due.event",
            "meeting_start, meeting_end",
        ),
    ],
)
def test_a_mistake_is_named_by_file_key_and_what_is_allowed(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], key: str, allowed: str
) -> None:
    folder = tmp_path / "ccm"
    shutil.copytree(FOLDER / "ccm", folder)
    path = folder / f"{FILE}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    assert [(one.file, one.key, one.allowed) for one in checked(folder).mistakes] == [
        ("ccm/host_checklist.yaml", key, allowed)
    ]
