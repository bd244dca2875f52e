"""One marked action point on its line: who, what, by when, and whether it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corcom.minutes.domain.people.actors import Actor, People, actors_in
from corcom.minutes.domain.promises.due import Calendar, Due, due_between
from corcom.minutes.domain.promises.subjects import ADDRESSED
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_DONE = re.compile(r"\W*\b(?:done|completed|complete|closed|accomplished)\b\W*\Z", re.IGNORECASE)
_OWNED = re.compile(
    r"\s*(?:\((?:tbc|lead)\)\s*)?(?:(?P<to>to\s+(?:be\s+)?)|(?P<modal>(?:will|shall|should|would|is\s+to|are\s+to|must)\s+)|(?P<mark>:\s*|-+>\s*|-+\s*|\u2192\s*|=>\s*))",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r"\s-\s+(?P<day>[^-]{3,40})\Z")
_ARROW = re.compile(r"\s*(?:-+>|=>|\u2192)\s*\w")
_EVERYBODY = re.compile(r"\s*(?:all|everybody|everyone)\s*(?::|-+|to)\s+")
_UNKNOWN = re.compile(r"([A-Z][\w.'-]*(?:[ /,&]+(?:of|the|and|[A-Z][\w.'-]*)){0,8}):\s+(?=\S)")
_AND = re.compile(r"\W*(?:(?:and|or|the|with|all|both|each|every|/|&|as\s+well\s+as)\W+)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked action point: `start:end` of its line, `text` span of what is to be done."""

    start: int
    end: int
    text_start: int
    text_end: int
    names: tuple[str, ...]
    due: Due
    done: bool = False


@dataclass(frozen=True, slots=True)
class MarkedZones:
    """The marked action points, and the offsets in which running text counts as explicit."""

    points: list[Marked]
    zones: list[tuple[int, int]]
    taken: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders of marked action points share: the text, its dates, its people; and what they found."""

    minutes: MinutesText
    calendar: Calendar
    people: People
    headings: frozenset[int]
    found: MarkedZones

    def keep(self, block: Block, point: Marked) -> None:
        """Note an action point, and that its block needs no further reading."""
        self.found.points.append(point)
        self.found.taken.append((block.start, block.end))


_BEHIND = re.compile(r"\s*\([^)]{1,60}\)|'s\s+(?:office|team)|\s+(?:director|delegation|office|team)\b")
_TO_DO = re.compile(r"\s*(?:\([^)]*\)\s*)?to\s+(?:be\s+)?([a-z-]+)")


def leading(page: Page, start: int, end: int) -> list[Actor]:
    """The owners that a line opens with: "Ireland and Lao PDR to share", "ISU - proposal by 3 May"."""
    found: list[Actor] = []
    at = start
    for actor in actors_in(start, min(end, start + 200), page.people):
        if actor.kind == "pronoun" or not _AND.fullmatch(page.minutes.low[at : actor.start]):
            break
        found.append(actor)
        at = actor.end
        if bracket := _BEHIND.match(page.minutes.low, at, at + 70):
            at = bracket.end()
    if not found or not _OWNED.match(page.minutes.shadow, at, end):
        return []
    return found


def task(page: Page, block: Block, start: int) -> None:
    """One item of a list of action points; sentences of one line that each name an owner are items of their own."""
    owners = leading(page, start, block.end)
    names = tuple(dict.fromkeys(actor.name for actor in owners))
    text_start, text_end = start, block.end
    if owners:
        owned = _OWNED.match(page.minutes.shadow, owners[-1].end) or re.compile(
            r"[^:\-]{0,70}?(?::\s*|\s-+\s*|to\s+)"
        ).match(page.minutes.shadow, owners[-1].end)
        text_start = owned.end() if owned else owners[-1].end
    elif everybody := _EVERYBODY.match(page.minutes.low, start, block.end):
        names, text_start = ADDRESSED, everybody.end()
    elif named := _UNKNOWN.match(page.minutes.shadow, start, block.end):
        names = tuple(part.strip() for part in re.split(r"\s*[/,&]\s*|\s+and\s+", named[1]) if part.strip())
        text_start = named.end()
    else:
        names, text_end = trailing(page, start, block.end)
    done = _DONE.search(page.minutes.shadow[start : block.end])
    if done:
        text_end = min(text_end, start + done.start())
    if not re.search(r"[A-Za-z]{3}", page.minutes.shadow[text_start:text_end]):
        return
    due = due_between(page.calendar, start, block.end)
    if last := _LAST_PART.search(page.minutes.shadow, text_start, text_end):
        # "Chile - call the States - by 23 March": the day stands by itself behind the deed.
        words = page.minutes.words(last.start(1), last.end(1))
        due = due if due.words else Due(page.calendar.event(words), words)
        if due.words and len(due.words) >= len(words.strip()) * 0.8:
            text_end = last.start()
    page.found.points.append(Marked(start, block.end, text_start, text_end, names, due, bool(done)))
    page.found.taken.append((block.start, block.end))


def trailing(page: Page, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Owners at the end of a line: "… (ISU, by 3 May)", "… - Action: ISU", "… [Chile]"."""
    found = re.search(
        r"[(\[]([^()\[\]]{2,80})[)\]]\W*\Z|(?:\s-+\s|\bby\s+(?:the\s+)?|\bresponsible:\s*)([^-.;]{2,60})\W*\Z",
        page.minutes.shadow[start:end],
        re.IGNORECASE,
    )
    if found:
        inner = start + (found.start(1) if found[1] else found.start(2))
        actors = [a for a in actors_in(inner, end, page.people) if a.kind != "pronoun"]
        covered = sum(a.end - a.start for a in actors)
        if actors and covered >= (end - inner) * 0.25:
            return tuple(dict.fromkeys(a.name for a in actors)), start + found.start()
    to_be = [
        a
        for a in actors_in(start, end, page.people)
        if a.kind != "pronoun" and re.match(r"\s+(?:to|will|should|shall)\b", page.minutes.low[a.end : a.end + 8])
    ]
    return tuple(dict.fromkeys(a.name for a in to_be[:1])), end


def is_task(page: Page, start: int, end: int) -> bool:
    """Whether a line is a task by its form: "ISU to send Angola six questions", without a verb before the "to"."""
    owners = leading(page, start, end)
    to = _TO_DO.match(page.minutes.low, owners[-1].end, end) if owners else None
    if owners and _ARROW.match(page.minutes.shadow, owners[-1].end, end):
        return True
    return bool(to) and forms().get(to[1] if to else "", ("", ""))[1] == "base"
