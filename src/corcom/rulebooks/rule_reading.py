"""Rules out of the entries of a rulebook; whatever cannot be read is refused by file, key and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import TypedDict, cast

from corcom.kernel.calendar import days_in_month
from corcom.rulebooks.entry import Entry
from corcom.rulebooks.events import CONVENTION, DUE, NAMES, NOTICE, STATE, is_event
from corcom.rulebooks.rules import (
    APPLIES,
    Applies,
    Article,
    Case,
    Extension,
    Joining,
    Obligation,
    RecurringRule,
    Rule,
    Treaty,
)
from corcom.rulebooks.shapes import ONCE, WEEKDAYS, OnDay, Shape, YearlyOn
from corcom.rulebooks.shapes.yearly import COVERS, Covers

Known = tuple[str, ...]
EventReader = Callable[[Entry, str, object], str]
"""Reads the name of an event under a key of an entry; raises `RulebookRefused` for one that is not known there."""
ANY_DUE = f"{DUE}<code of an obligation>"
OWING: Known = (*STATE, "entry_into_force", "end_of_hostilities", ANY_DUE)
EVERY: Known = (*NAMES, ANY_DUE)
LEAP_YEAR = 2000


def treaty(entry: Entry) -> Treaty:
    """`convention.yaml`."""
    entry.only(field.name for field in fields(Treaty))
    return Treaty(
        code=entry.text("code"),
        title=entry.text("title"),
        short_title=entry.text("short_title"),
        adopted_on=entry.day("adopted_on"),
        adopted_at=entry.text("adopted_at"),
        opened_on=entry.day("opened_on"),
        depositary=entry.text("depositary"),
        chapter=entry.text_or_empty("chapter"),
        languages=entry.words("languages"),
        articles=tuple(
            Article(number=each.text("number"), title=each.text("title")) for each in entry.children("articles")
        ),
        source=entry.text("source"),
    )


def joining(entry: Entry) -> Joining:
    """`joining.yaml`."""
    entry.only(("deposits", "general", "state", "succession", "withdrawal"))
    return Joining(
        deposits=entry.number("deposits", least=1),
        general=_once(entry.child("general"), CONVENTION),
        state=_once(entry.child("state"), STATE),
        succession=_once(entry.child("succession"), STATE),
        withdrawal=_once(entry.child("withdrawal"), NOTICE),
    )


def obligation(entry: Entry) -> Obligation:
    """One file of `obligations/`."""
    entry.only(("code", "name", "article", "theme", "applies", "versions", "extension", "declared", "form", "source"))
    versions = entry.children("versions")
    yearly = [each for each in versions if each.child("due").values.get("shape") == YearlyOn.name]
    if yearly and len(yearly) < len(versions):
        raise entry.refused("versions", f"either all or none with the shape {YearlyOn.name}")
    return Obligation(
        code=entry.text("code"),
        name=entry.text("name"),
        article=entry.text("article"),
        theme=entry.text_or_empty("theme"),
        applies=cast("Applies", entry.choice("applies", APPLIES)),
        versions=tuple(_recurring(each) if yearly else _once(each, OWING) for each in versions),
        extension=_extension(entry.child_or_none("extension")),
        declared=entry.yes("declared"),
        form=entry.text_or_empty("form"),
        source=entry.text("source"),
    )


class _Values(TypedDict):
    article: str
    source: str
    since: date
    until: date | None
    reading: str
    cases: tuple[Case, ...]


def _version(entry: Entry) -> _Values:
    entry.only((*_Values.__annotations__, "due"))
    since = entry.day("since")
    return {
        "article": entry.text("article"),
        "source": entry.text("source"),
        "since": since,
        "until": entry.until(since),
        "reading": entry.text_or_empty("reading"),
        "cases": tuple(_case(each) for each in entry.children("cases")),
    }


def _once(entry: Entry, known: Known) -> Rule:
    return Rule(**_version(entry), shape=shape(entry.child("due"), among(known)))


def _recurring(entry: Entry) -> RecurringRule:
    return RecurringRule(**_version(entry), shape=_yearly(entry.child("due")))


def shape(entry: Entry, event: EventReader) -> Shape:
    """One of the closed list of shapes, with exactly the keys that it has; `event` reads the name of an event."""
    kind = ONCE[entry.choice("shape", tuple(ONCE))]
    own = {field.name for field in fields(kind)}
    if kind is OnDay:
        own -= {"event", "not_before"}
    elif "events" in own:
        own -= {"event"}
    entry.only(("shape", *own))
    values: dict[str, object] = {key: entry.number(key, least=1) for key in kind.numbers}
    if "weekday" in own:
        values["weekday"] = entry.choice("weekday", tuple(WEEKDAYS))
    if kind is OnDay:
        values["day"] = entry.day("day")
    elif "events" in own:
        values["events"] = tuple(event(entry, "events", name) for name in entry.words("events"))
        if not values["events"]:
            event(entry, "events", None)
    else:
        values["event"] = event(entry, "event", entry.values.get("event"))
    if "not_before" in entry.values:
        values["not_before"] = event(entry, "not_before", entry.values["not_before"])
    return kind(**values)  # type: ignore[arg-type]  # each value was read as its field asks


def among(known: Known) -> EventReader:
    """A reader of names of events that are known where a rule counts from them."""

    def event(entry: Entry, key: str, name: object) -> str:
        if isinstance(name, str) and is_event(name) and (name in known or (name.startswith(DUE) and ANY_DUE in known)):
            return name
        raise entry.refused(key, ", ".join(known))

    return event


def _yearly(entry: Entry) -> YearlyOn:
    entry.only(("shape", "month", "day", "after", "covers"))
    month = entry.number("month", least=1, most=12)
    return YearlyOn(
        month=month,
        day=entry.number("day", least=1, most=days_in_month(LEAP_YEAR, month)),
        after=among(OWING)(entry, "after", entry.values.get("after")),
        covers=cast("Covers", entry.choice("covers", COVERS)),
    )


def _extension(entry: Entry | None) -> Extension | None:
    if entry is None:
        return None
    entry.only(("years", "asked", "article", "decided_by", "source"))
    return Extension(
        years=entry.number("years", least=1),
        asked=shape(entry.child("asked"), among(("meeting",))),
        article=entry.text("article"),
        decided_by=entry.words("decided_by"),
        source=entry.text("source"),
    )


def _case(entry: Entry) -> Case:
    entry.only(("name", "events", "gives", "source", "published"))
    return Case(
        name=entry.text("name"),
        events=_days(entry.child("events")),
        gives=entry.day_or_none("gives"),
        source=entry.text("source"),
        published=entry.day_or_none("published"),
    )


def _days(entry: Entry) -> Mapping[str, date]:
    event = among(EVERY)
    return {event(entry, name, name): entry.day(name) for name in entry.values}
