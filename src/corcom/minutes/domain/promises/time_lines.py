"""Time-lines: lines that are dates, and under each what is to be done then and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.minutes.domain.people.actors import Actor, actors_in
from corcom.minutes.domain.promises.action_tables import cells_of
from corcom.minutes.domain.promises.due import Due, due_between
from corcom.minutes.domain.promises.predicates import predicate
from corcom.minutes.domain.promises.tasks import Marked, Page, trailing
from corcom.minutes.domain.promises.things import DELIVERABLE
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.text.layout import Block

_MEETING = re.compile(r"\b(?:meetings?|sessions?|conference|committees?|consultations)\W*\Z")


def time_line(page: Page, at: int) -> int:
    """A time-line: lines that are dates, and under each what is to be done then and by whom."""
    due = Due(None, None)
    while at < len(page.minutes.blocks) and at not in page.headings:
        block = page.minutes.blocks[at]
        mentions = [m for m in page.calendar.between(block.start, block.end) if m.value]
        covered = sum(m.end - m.start for m in mentions)
        rest = block.body
        if mentions and covered >= (block.end - block.start) * 0.7:
            due = Due(mentions[0].value, page.minutes.words(block.start, block.end))
            at += 1
            continue
        if (
            mentions
            and mentions[0].start - block.body <= 3
            and (gap := re.match(r"\s*(?:[:\t|]|-+)\s*", page.minutes.shadow[mentions[0].end : block.end]))
        ):
            due, rest = Due(mentions[0].value, mentions[0].words), mentions[0].end + gap.end()
        row = _row(page, block)
        for point in [row] if row else _deeds(page, block, rest, due):
            page.found.points.append(point)
        page.found.taken.append((block.start, block.end))
        at += 1
    return at


def _deeds(page: Page, block: Block, start: int, due: Due) -> Iterator[Marked]:
    """What a line of a time-line says is done: somebody with a verb, or a thing that is delivered."""
    colon = page.minutes.shadow.find(":", start, min(block.end, start + 60))
    for begin in (colon + 1, start) if colon > 0 else (start,):
        actors = [a for a in actors_in(begin, block.end, page.people) if a.kind != "pronoun"]
        lead: list[Actor] = []
        at = begin
        for actor in actors:
            if not re.fullmatch(r"\W*(?:(?:and|or|the|&)\W+)*", page.minutes.low[at : actor.start]):
                break
            lead.append(actor)
            at = actor.end
        word = re.match(r"\s*(?:to\s+|will\s+|shall\s+)?([a-z]+)", page.minutes.low[at : block.end])
        if lead and word and forms().get(word[1], ("", ""))[1] in {"base", "third"}:
            yield Marked(begin, block.end, at, block.end, tuple(dict.fromkeys(a.name for a in lead)), due)
            return
    found = re.search(
        r"\b(?:is|are|to|will)\s+be\s+\w+|\b(?:is|are)\s+(\w+ed|sent|held)\b", page.minutes.low[start : block.end]
    )
    verb = predicate(page.minutes.low, start, block.end, known=True)
    names, end = trailing(page, start, block.end)
    if found or (verb and verb.at - start < 3) or (due.value and (names or _is_step(page, start, end))):
        yield Marked(start, block.end, start, end, names, due)


def _is_step(page: Page, start: int, end: int) -> bool:
    """Whether words of which nobody is the owner name something to be delivered, and not just a meeting."""
    return bool(DELIVERABLE.search(page.minutes.low, start, end)) and not _MEETING.search(page.minutes.low, start, end)


def _row(page: Page, block: Block) -> Marked | None:
    """A row of a time-line set as a table: the day, what is to be done, and by whom."""
    if block.kind != "row":
        return None
    cells = [(start, end) for start, end in cells_of(page, block) if end > start]
    if not 2 <= len(cells) <= 5:
        return None
    when = due_between(page.calendar, *cells[0], past=True)
    if when.value is None:
        return None
    owner: tuple[str, ...] = ()
    what = cells[1]
    for cell in cells[1:]:
        actors = [a for a in actors_in(*cell, page.people) if a.kind != "pronoun"]
        if actors and sum(a.end - a.start for a in actors) >= (cell[1] - cell[0]) * 0.6:
            owner = tuple(dict.fromkeys(a.name for a in actors))
            what = next((other for other in cells[1:] if other != cell), cell)
            break
    if not owner:
        owner, end = trailing(page, *what)
        what = (what[0], end)
        if not owner and not _is_step(page, *what):
            return None
    return Marked(block.start, block.end, *what, owner, when)
