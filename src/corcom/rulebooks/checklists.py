"""What the host of a meeting sees to: `host_checklist.yaml` of a rulebook, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.files import alone
from corcom.rulebooks.reading import FOLDER
from corcom.rulebooks.rule_reading import shape
from corcom.rulebooks.shapes import Shape

FILE = "host_checklist"
KEYS = ("code", "name", "bodies", "source", "since", "until", "reading", "entries")
ENTRY_KEYS = ("code", "name", "owner", "due", "source", "reading")
EVENTS = ("meeting_start", "meeting_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One thing to see to: who usually does it, by when (None: whenever), and on what source that rests."""

    code: str
    name: str
    owner: str
    due: Shape | None
    source: str
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The checklist for meetings of the `bodies` with these codes, in the order in which things are seen to."""

    code: str
    name: str
    bodies: tuple[str, ...]
    source: str
    since: date
    until: date | None
    reading: str
    entries: tuple[ChecklistItem, ...]


@cache
def host_checklist(convention: str) -> Checklist | None:
    """The checklist of a convention, by its code in capitals; None where its rulebook has none."""
    folder = FOLDER / convention.lower()
    if not convention.isalnum() or not (folder / f"{FILE}.yaml").is_file():
        return None
    return checklist(alone(folder, FILE))


def checklist(entry: Entry) -> Checklist:
    """One file `host_checklist.yaml`. Raises `RulebookRefused`."""
    entry.only(KEYS)
    since = entry.day("since")
    rows = entry.children("entries")
    if not rows:
        raise entry.refused("entries", "at least one entry")
    found = tuple(_item(each) for each in rows)
    codes = [one.code for one in found]
    for at, each in enumerate(rows):
        if codes[at] in codes[:at]:
            raise each.refused("code", "each one once")
    bodies = entry.words("bodies")
    if not bodies:
        raise entry.refused("bodies", "a list with at least one code of a body")
    return Checklist(
        code=entry.text("code"),
        name=entry.text("name"),
        bodies=bodies,
        source=entry.text("source"),
        since=since,
        until=entry.until(since),
        reading=entry.text_or_empty("reading"),
        entries=found,
    )


def _item(entry: Entry) -> ChecklistItem:
    entry.only(ENTRY_KEYS)
    due = entry.child_or_none("due")
    return ChecklistItem(
        code=entry.text("code"),
        name=entry.text("name"),
        owner=entry.text_or_empty("owner"),
        due=shape(due, _event) if due else None,
        source=entry.text("source"),
        reading=entry.text_or_empty("reading"),
    )


def _event(entry: Entry, key: str, name: object) -> str:
    if isinstance(name, str) and name in EVENTS:
        return name
    raise entry.refused(key, ", ".join(EVENTS))
