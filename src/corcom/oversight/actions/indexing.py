"""Keeping the index of passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from corcom.kernel.actor import Actor
from corcom.kernel.calendar import is_iso
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import heading_of
from corcom.minutes.domain.heading import MeetingHeading
from corcom.minutes.domain.into_record import Setting, heading_for
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries.errors import NoSuchReading
from corcom.minutes.queries.items import agenda_of, typed_item
from corcom.oversight.domain.passages import passages
from corcom.oversight.domain.placing import Placed, Said, placed
from corcom.oversight.domain.words import search_words
from corcom.oversight.models import Passage, PassageActor
from corcom.register.domain.conventions import convention_name

BATCH = 500
"""Rows written at a time."""
Row = dict[str, Any]


@transaction.atomic
def index_reading(*, reading: int) -> int:
    """Make the passages of a reading be what it says now; gives how many there are.

    The words of a reading never change, so that only what its passages are about is compared again. A superseded
    reading has none: search finds the current reading of a file alone. Errors: `NoSuchReading`.
    """
    row = _reading(Reading.objects.select_related("meeting", "file"), reading)
    Passage.objects.filter(reading__file=row.file_id).exclude(reading__superseded=False).delete()
    if row.superseded:
        return 0
    heading = _heading(row)
    setting = Setting(heading=heading, agenda=agenda_of(row)) if heading else None
    found = placed(row.text, passages(row.text), _said(row), setting)
    known = {passage.position: passage for passage in Passage.objects.filter(reading=row)}
    about = _about(heading)
    if len(known) == len(found):
        _compare(row, known, found, about)
    else:
        Passage.objects.filter(reading=row).delete()
        _write(row, found, about)
    return len(found)


def index_all() -> Iterator[int]:
    """Make the passages of every current reading anew; gives the number of each reading as it is done."""
    for number in list(Reading.objects.filter(superseded=False).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            Passage.objects.filter(reading=number).delete()
            index_reading(reading=number)
        yield number


def about_reading(*, reading: int) -> Row:
    """Of which meeting the passages of a reading are, as they should say it now. Errors: `NoSuchReading`."""
    rows = Reading.objects.select_related("meeting").defer("text", "marks", "record")
    return _about(_heading(_reading(rows, reading)))


def _reading(rows: QuerySet[Reading], number: int) -> Reading:
    row = rows.filter(pk=number).first()
    if row is None:
        raise NoSuchReading(number)
    return row


def _heading(row: Reading) -> Heading | None:
    """The meeting as confirmed, else as the reader proposes it unless somebody rejected that."""
    if row.meeting is not None:
        return heading_of(row.meeting)
    head = row.findings.filter(kind="meeting").exclude(state="rejected").first()
    item = typed_item(head) if head else None
    return heading_for(item) if isinstance(item, MeetingHeading) else None


def _about(heading: Heading | None) -> Row:
    """The columns that say of which meeting a passage is."""
    if heading is None:
        return {"convention": "", "body": "", "date": "", "starts_on": None}
    known = is_iso(heading.date)
    return {
        "convention": heading.convention,
        "body": heading.body,
        "date": heading.date[:40] if known else "",
        "starts_on": heading.starts_on if known else None,
    }


def _said(row: Reading) -> list[Said]:
    """What the findings of a reading that nobody rejected say of their places."""
    rows = row.findings.exclude(state="rejected").exclude(kind="meeting").prefetch_related("actors")
    return [_one(found) for found in rows]


def _one(found: Finding) -> Said:
    payload = found.confirmed if found.confirmed is not None else found.payload
    heads = found.kind == "agenda_item"
    agenda = (payload.get("number") or payload.get("title")) if heads else payload.get("agenda")
    actors = tuple(Actor(actor.code, actor.name) for actor in found.actors.all())
    return Said(start=found.start, end=found.end, agenda=agenda or "", heads=heads, actors=actors)


def _write(row: Reading, found: list[Placed], about: Row) -> None:
    rows = [
        Passage(
            reading=row,
            position=position,
            start=one.start,
            end=one.end,
            text=one_text,
            words=_words(row, one_text, about) if position == 0 else search_words(one_text),
            agenda=one.agenda,
            theme=one.theme,
            **about,
        )
        for position, one in enumerate(found)
        for one_text in (row.text[one.start : one.end],)
    ]
    Passage.objects.bulk_create(rows, batch_size=BATCH)
    actors = [(passage.pk, actor) for passage, one in zip(rows, found, strict=True) for actor in one.actors]
    _add_actors(actors)


def _compare(row: Reading, known: dict[int, Passage], found: list[Placed], about: Row) -> None:
    """Write only what is not so already."""
    changed: list[Passage] = []
    for position, one in enumerate(found):
        passage = known[position]
        values = {**about, "agenda": one.agenda, "theme": one.theme}
        if position == 0:
            values["words"] = _words(row, passage.text, about)
        if any(getattr(passage, key) != value for key, value in values.items()):
            for key, value in values.items():
                setattr(passage, key, value)
            changed.append(passage)
    Passage.objects.bulk_update(changed, [*about, "agenda", "theme", "words"], batch_size=BATCH)
    wanted = {(known[at].pk, actor.code): actor for at, one in enumerate(found) for actor in one.actors}
    stored = {
        (passage, code): pk
        for pk, passage, code in PassageActor.objects.filter(passage__in=[p.pk for p in known.values()]).values_list(
            "pk", "passage", "code"
        )
    }
    PassageActor.objects.filter(pk__in=[pk for key, pk in stored.items() if key not in wanted]).delete()
    _add_actors([(key[0], actor) for key, actor in wanted.items() if key not in stored])


def _add_actors(actors: list[tuple[int, Actor]]) -> None:
    rows = [PassageActor(passage_id=pk, code=actor.code[:120], name=actor.name[:200]) for pk, actor in actors]
    PassageActor.objects.bulk_create(rows, batch_size=BATCH)


def _words(row: Reading, text: str, about: Row) -> str:
    """The words of the first passage, and the names of the meeting and of the file, by which it is found too."""
    names = dict.fromkeys((about["convention"], convention_name(about["convention"])))
    day = about["starts_on"]
    said = f"{day:%d %B %Y}".lstrip("0") if day else ""
    return search_words(" . ".join([text, *names, about["body"], said, row.file.name]))
