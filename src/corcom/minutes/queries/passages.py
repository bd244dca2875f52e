"""Passages of later records that may show what became of a commitment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corcom.kernel.errors import CorcomError
from corcom.kernel.folding import folded
from corcom.kernel.plain import plain
from corcom.kernel.source import LONGEST_QUOTE, Evidence
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import heading_of
from corcom.minutes.domain.text.sentences import sentences
from corcom.minutes.models import Reading

LATEST = 40
"""Readings. A commitment of which none of that many later records speaks is looked for in Search."""


class NoSuchPassage(CorcomError):
    """No current reading of file `file` has words from `start` to `end`, or too many to prove anything."""

    def __init__(self, *, file: int, start: int, end: int) -> None:
        super().__init__(f"no passage {start} to {end} in file {file}")
        self.file = file
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a record, and the meeting it is the record of."""

    file_id: int
    file_name: str
    reading_id: int
    meeting_id: int
    heading: Heading
    evidence: Evidence


def later_passages(
    *, convention: str, body: str, since: date, until: date, words: str, size: int = 12
) -> list[Passage]:
    """Sentences with all of these words in records of a body's meetings after `since`, up to `until`. One SQL query.

    The latest meeting comes first. Case and accents do not count.
    """
    wanted = folded(words).split()
    if not wanted:
        return []
    rows = Reading.objects.filter(
        superseded=False,
        meeting__convention=convention,
        meeting__body=body,
        meeting__starts_on__gt=since,
        meeting__starts_on__lte=until,
    )
    rows = rows.select_related("file", "meeting").defer("marks", "record").order_by("-meeting__starts_on", "-id")
    found = (_passage(row, at) for row in rows[:LATEST] for at in _sentences_with(row.text, wanted))
    return [passage for passage, _ in zip(found, range(size), strict=False)]


def passage_at(*, file: int, start: int, end: int) -> Passage:
    """The words at a place in the current reading of a file. One SQL query. Errors: `NoSuchPassage`."""
    row = (
        Reading.objects.filter(file=file, superseded=False, meeting__isnull=False)
        .select_related("file", "meeting")
        .defer("marks", "record")
        .first()
    )
    if row is None or not 0 <= start < end <= len(row.text) or end - start > LONGEST_QUOTE:
        raise NoSuchPassage(file=file, start=start, end=end)
    return _passage(row, (start, end))


def _sentences_with(text: str, wanted: list[str]) -> Iterator[tuple[int, int]]:
    # Neither engine folds accents, so this does; most records are passed over without a closer look.
    if not _has(text, wanted):
        return
    shadow = plain(text)
    at = 0
    for line in text.splitlines(keepends=True):
        if _has(line, wanted):
            for start, end in sentences(shadow, at, at + len(line.rstrip())):
                if _has(text[start:end], wanted) and end - start <= LONGEST_QUOTE:
                    yield start, end
        at += len(line)


def _has(text: str, wanted: list[str]) -> bool:
    words = folded(text)
    return all(word in words for word in wanted)


def _passage(row: Reading, place: tuple[int, int]) -> Passage:
    meeting = row.meeting
    if meeting is None:
        raise NoSuchPassage(file=row.file_id, start=place[0], end=place[1])
    start, end = place
    return Passage(
        file_id=row.file_id,
        file_name=row.file.name,
        reading_id=row.pk,
        meeting_id=meeting.pk,
        heading=heading_of(meeting),
        evidence=Evidence(start=start, end=end, quote=row.text[start:end]),
    )
