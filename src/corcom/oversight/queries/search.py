"""Search across all that was read: passages by words, State, theme, body, convention and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, QuerySet
from django.db.models.functions import ExtractYear

from corcom.kernel.actor import Actor
from corcom.oversight.domain.wanted import Wanted, found_in, wanted
from corcom.oversight.models import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What a search is narrowed by; an empty value does not narrow. `state` is the code of whoever is concerned."""

    state: str = ""
    theme: str = ""
    body: str = ""
    convention: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage with what was looked for: `marks` are places in its `text`, `start` and `end` places in the document."""

    file_id: int
    file_name: str
    meeting_id: int | None
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    convention: str
    body: str
    date: str
    agenda: str
    theme: str
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which the hits can be narrowed further, and how many it would leave."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Some of the hits, how many there are, and what they can be narrowed by; most hits first, years newest first."""

    hits: tuple[Hit, ...]
    total: int
    states: tuple[Choice, ...] = ()
    themes: tuple[Choice, ...] = ()
    bodies: tuple[Choice, ...] = ()
    conventions: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()


def search(*, words: str, by: Narrowed | None = None, size: int = 20, page: int = 1) -> Found:
    """Passages with all the words, the newest meeting first, then in the order of the text. Eight SQL queries.

    Words in quotes follow each other; a word after "-" must not be there; one that ends with "*" may go on. Without
    words every passage that `by` leaves is found. A choice counts as if no other value of its kind had been chosen.
    """
    looked_for, by = wanted(words), by or Narrowed()
    rows = _rows(looked_for, by)
    ordered = rows.order_by(F("starts_on").desc(nulls_last=True), "-reading", "position")
    shown = ordered.select_related("reading__file").prefetch_related("actors")
    shown = shown.defer("words", "reading__text", "reading__marks", "reading__record")
    return Found(
        hits=tuple(_hit(row, looked_for) for row in shown[(page - 1) * size : page * size]),
        total=rows.count(),
        states=_states(_rows(looked_for, replace(by, state=""))),
        themes=_choices(_rows(looked_for, replace(by, theme="")), "theme"),
        bodies=_choices(_rows(looked_for, replace(by, body="")), "body"),
        conventions=_choices(_rows(looked_for, replace(by, convention="")), "convention"),
        years=_years(_rows(looked_for, replace(by, since=None))),
    )


def _rows(looked_for: Wanted, by: Narrowed) -> QuerySet[Passage]:
    rows = Passage.objects.filter(reading__superseded=False)
    if not looked_for.nothing:
        matching: dict[str, Any] = {"words__matches": looked_for}
        rows = rows.filter(**matching)
    exact = {"theme": by.theme, "body": by.body, "convention": by.convention, "actors__code": by.state}
    rows = rows.filter(**{key: value for key, value in exact.items() if value})
    if by.since:
        rows = rows.filter(starts_on__gte=by.since)
    if by.until:
        rows = rows.filter(starts_on__lte=by.until)
    return rows


def _states(rows: QuerySet[Passage]) -> tuple[Choice, ...]:
    counted: Any = rows.exclude(actors=None).values_list("actors__code")
    found = counted.annotate(name=Max("actors__name"), n=Count("pk")).order_by("-n", "actors__code")
    # Whom nobody knows is in the words already.
    return tuple(Choice(code, name, n) for code, name, n in found if not code.startswith("name:"))


def _choices(rows: QuerySet[Passage], column: str) -> tuple[Choice, ...]:
    counted = rows.exclude(**{column: ""}).values_list(column).annotate(n=Count("pk")).order_by("-n", column)
    return tuple(Choice(value, value, n) for value, n in counted)


def _years(rows: QuerySet[Passage]) -> tuple[Choice, ...]:
    counted = rows.exclude(starts_on=None).annotate(year=ExtractYear("starts_on")).values_list("year")
    return tuple(Choice(str(year), str(year), n) for year, n in counted.annotate(n=Count("pk")).order_by("-year"))


def _hit(row: Passage, looked_for: Wanted) -> Hit:
    return Hit(
        file_id=row.reading.file_id,
        file_name=row.reading.file.name,
        meeting_id=row.reading.meeting_id,
        start=row.start,
        end=row.end,
        text=row.text,
        marks=tuple(found_in(row.text, looked_for.terms)),
        convention=row.convention,
        body=row.body,
        date=row.date,
        agenda=row.agenda,
        theme=row.theme,
        actors=_actors(row.actors.all()),
    )


def _actors(rows: Iterable[Any]) -> tuple[Actor, ...]:
    return tuple(sorted(Actor(row.code, row.name) for row in rows if not row.code.startswith("name:")))
