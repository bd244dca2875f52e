"""One marked action point on its line: who, what, by when, and whether it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_UNKNOWN = re.compile(r"([A-Z][\w.'-]*(?:[ /,&]+(?:of|on|for|the|and|\d+|[A-Z][\w.'-]*)){0,8}):\s+(?=\S)")
_AND_OTHERS = re.compile(r"\s*[/,&]\s*|\s+and\s+")
_ON_SOMETHING = re.compile(r"\b(?:on|for)\b")
_FURTHER = re.compile(r"[^:\-]{0,70}?(?::\s*|\s-+\s*|to\s+)")
_TO = re.compile(r"to\s+(?=[a-z])")
_DEED = re.compile(r"\s+(?:also\s+|again\s+|then\s+)?(?P<verb>[a-z-]+)\b")
_BRACKET_LAST = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\W*\Z")
_BEHIND_MARK = re.compile(
    r"(?:\s-+\s|\bby\s+(?:the\s+)?|\bresponsible:\s*|:\s+(?=[A-Z]))([^-.;:]{2,60})\W*\Z", re.IGNORECASE
)
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


def opening(page: Page, start: int, end: int) -> tuple[list[Actor], int] | None:
    """Those whom a line names first, and where they end: "Ireland and Lao PDR", "the ISU (Ms Luz)"."""
    found: list[Actor] = []
    at = start
    for actor in actors_in(start, min(end, start + 200), page.people):
        if actor.kind == "pronoun" or not _AND.fullmatch(page.minutes.low[at : actor.start]):
            break
        found.append(actor)
        at = actor.end
        if bracket := _BEHIND.match(page.minutes.low, at, at + 70):
            at = bracket.end()
    return (found, at) if found else None


def leading(page: Page, start: int, end: int) -> list[Actor]:
    """The owners that a line opens with: "Ireland and Lao PDR to share", "ISU - proposal by 3 May"."""
    found = opening(page, start, end)
    return found[0] if found and _OWNED.match(page.minutes.shadow, found[1], end) else []


def task(page: Page, block: Block, start: int, *, end: int | None = None, names: tuple[str, ...] = ()) -> None:
    """One item of a list of action points, in `start:end` of its block; `names` own it where it names nobody first."""
    end = block.end if end is None else end
    text_start, text_end, said = _parts(page, start, end, named=bool(names))
    done = _DONE.search(page.minutes.shadow[start:end])
    if done:
        text_end = min(text_end, start + done.start())
    if not re.search(r"[A-Za-z]{3}", page.minutes.shadow[text_start:text_end]):
        return
    due = due_between(page.calendar, start, end)
    if last := _LAST_PART.search(page.minutes.shadow, text_start, text_end):
        # "Chile - call the States - by 23 March": the day stands by itself behind the deed.
        words = page.minutes.words(last.start(1), last.end(1))
        due = due if due.words else Due(page.calendar.event(words), words)
        if due.words and len(due.words) >= len(words.strip()) * 0.8:
            text_end = last.start()
    page.keep(block, Marked(start, end, text_start, text_end, said or names, due, bool(done)))


def _parts(page: Page, start: int, end: int, *, named: bool) -> tuple[int, int, tuple[str, ...]]:
    """Where what is to be done begins and ends in an item, and who the item says is to do it."""
    if owners := leading(page, start, end):
        at = owners[-1].end
        owned = _OWNED.match(page.minutes.shadow, at, end) or _FURTHER.match(page.minutes.shadow, at, end)
        return (owned.end() if owned else at), end, _names(owners)
    if deed := _told_of(page, start, end):
        return deed[1], end, _names(deed[0])
    if everybody := _EVERYBODY.match(page.minutes.low, start, end):
        return everybody.end(), end, ADDRESSED
    if unknown := _UNKNOWN.match(page.minutes.shadow, start, end):
        parts = (unknown[1],) if _ON_SOMETHING.search(unknown[1]) else _AND_OTHERS.split(unknown[1])
        return unknown.end(), end, tuple(part.strip() for part in parts if part.strip())
    if named:
        to = _TO.match(page.minutes.low, start, end)
        return (to.end() if to else start), end, ()
    names, text_end = trailing(page, start, end)
    return start, text_end, names


def _names(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.name for actor in actors))


def _told_of(page: Page, start: int, end: int) -> tuple[list[Actor], int] | None:
    """Who an item says does something, and where the deed begins: "Bulgaria translates the brochure"."""
    found = opening(page, start, end)
    if found is None:
        return None
    actors, at = found
    word = _DEED.match(page.minutes.low, at, end)
    kind = forms().get(word["verb"], ("", ""))[1] if word else ""
    several = len(actors) > 1 or actors[-1].plural
    return (actors, word.start("verb")) if word and kind == ("base" if several else "third") else None


def trailing(page: Page, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Owners at the end of a line: "… (ISU, by 3 May)", "… - Action: ISU", "… [Chile]", "…: Peru"."""
    for pattern in (_BRACKET_LAST, _BEHIND_MARK):
        found = pattern.search(page.minutes.shadow, start, end)
        actors = [a for a in actors_in(found.start(1), end, page.people) if a.kind != "pronoun"] if found else []
        covered = sum(a.end - a.start for a in actors)
        least = 0.6 if found and found[0].startswith(":") else 0.25
        if found and actors and covered >= (end - found.start(1)) * least:
            return _names(actors), found.start()
    to_be = [
        a
        for a in actors_in(start, end, page.people)
        if a.kind != "pronoun" and re.match(r"\s+(?:to|will|should|shall)\b", page.minutes.low[a.end : a.end + 8])
    ]
    return _names(to_be[:1]), end


def is_task(page: Page, start: int, end: int) -> bool:
    """Whether a line is a task by its form: "ISU to send Angola six questions", without a verb before the "to"."""
    owners = leading(page, start, end)
    to = _TO_DO.match(page.minutes.low, owners[-1].end, end) if owners else None
    if owners and _ARROW.match(page.minutes.shadow, owners[-1].end, end):
        return True
    return bool(to) and forms().get(to[1] if to else "", ("", ""))[1] == "base"
