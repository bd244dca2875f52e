"""The findings of a meeting that comes from another site, each with the verdict of whoever takes it over."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.minutes.actions.hand import Hand
from corcom.minutes.actions.questions import question_worded
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.findings import KINDS, payload_of
from corcom.minutes.domain.written.meeting_file import SECTIONS, Entry, MeetingFile
from corcom.minutes.models import Finding, FindingActor, Reading, Verdict

Rows = dict[tuple[str, int], Finding]
"""The row of each entry, by its list and its place in it."""


def record_entries(*, file: MeetingFile, readings: Sequence[Reading], hand: Hand) -> Rows:
    """Make a confirmed finding of every entry; a proposal that is here already is confirmed as it came."""
    rows: Rows = {}
    for number, reading in enumerate(readings):
        proposed = list(reading.findings.order_by("position"))
        following = max((row.position for row in proposed), default=-1) + 1
        for place, section, at, entry in _of_reading(file, number, following):
            row = _proposed(proposed, entry, SECTIONS[section]) or Finding(reading=reading, position=place)
            _confirm(row, entry, SECTIONS[section])
            rows[section, at] = row
            if isinstance(entry.item, typed.Position):
                row.question = question_worded(convention=file.heading.convention, wording=entry.item.question)
            row.save()
            _sign(row, entry, hand)
    return rows


def _of_reading(file: MeetingFile, reading: int, following: int) -> list[tuple[int, str, int, Entry]]:
    """The entries of a reading in the order of its text: position, list, place in the list, entry."""
    found = [
        (section, place, entry)
        for section, entries in file.entries.items()
        for place, entry in enumerate(entries)
        if entry.reading == reading
    ]
    found.sort(
        key=lambda one: (
            one[0] != "headings",
            one[2].item.evidence.start,
            KINDS.index(SECTIONS[one[0]]),
            one[2].item.evidence.end,
        )
    )
    return [(following + count, *one) for count, one in enumerate(found)]


def _proposed(proposed: list[Finding], entry: Entry, kind: str) -> Finding | None:
    """The proposal that says the same here, taken out of those that wait."""
    for row in proposed:
        if row.kind == kind and row.fingerprint == entry.fingerprint:
            proposed.remove(row)
            return row
    return None


def _confirm(row: Finding, entry: Entry, kind: str) -> None:
    payload = payload_of(entry.item)
    if row.pk is None:
        row.kind, row.payload, row.fingerprint = kind, payload, entry.fingerprint
    words = entry.item.evidence
    row.start, row.end, row.quote = words.start, words.end, words.quote
    row.certainty = entry.item.certainty
    row.state, row.confirmed = "accepted", payload


def _sign(row: Finding, entry: Entry, hand: Hand) -> None:
    """Write down who confirmed it here, and whom it concerns."""
    verdict = "accepted" if row.payload == row.confirmed else "edited"
    Verdict.objects.create(finding=row, verdict=verdict, payload=row.confirmed, by=hand.by, at=hand.at)
    row.actors.all().delete()
    FindingActor.objects.bulk_create(
        FindingActor(finding=row, code=actor.code, name=actor.name) for actor in entry.actors
    )
