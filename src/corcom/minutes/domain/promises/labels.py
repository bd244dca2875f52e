"""How a line says that it is an action point, and whose: "ACTION (Peru): …", "[Action: Norway] …", "Responsible: ISU"."""

from __future__ import annotations

import re
from typing import NamedTuple

from corcom.minutes.domain.people.actors import actors_in
from corcom.minutes.domain.promises.due import Due, due_between
from corcom.minutes.domain.promises.tasks import Page
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.layout import Block

_WHAT = r"(?:(?:agreed|required|further)\s+)?(?:action(?:\s*(?:points?|items?|required|needed))?|follow[\s-]?up|to[\s-]?do|task|next\s+step|commitment|deliverable|ap(?=\s?\d|\s*[\[(]))"
_NUMBER = r"\s*(?:no\.?\s*)?#?(?:[a-z]{0,2}\d+(?:[./-]\d+)*[a-z]?)?"
_OWNED = Cue(
    rf"\W*(?:\d+[.)]\s*)?{_WHAT}{_NUMBER}\s*(?:[\[(](?P<inside>[^()\[\]\n]{{2,80}})[\])]|\b(?:by|for|from)\s+(?P<behind>[^:\]\n.]{{2,60}}?))\s*(?::|\s-+\s)\s*(?=\S)"
    rf"|\W*[\[(]\s*{_WHAT}{_NUMBER}\s*(?::|\s-+\s)\s*(?P<tag>[^\[\]()\n]{{2,80}})[\])]\s*(?::|-+\s)?\s*(?=\S)"
)
_TAG = Cue(
    rf"(?:[\[(]\s*(?:{_WHAT}{_NUMBER}|responsible|lead|owner)(?:\s+by)?\s*(?::|-+)?\s*(?P<bracketed>[^\[\]()\n]{{2,80}})[\])]"
    rf"|(?:(?<=[.;!?])\s+|(?<=[.;!?])\s*-+\s*){_WHAT}{_NUMBER}(?:\s+by)?\s*:\s*(?P<last>[^\[\]().:;\n]{{2,60}}))\W*\Z"
)
_NAMES_ONLY = Cue(rf"\W*{_WHAT}{_NUMBER}(?:\s+by)?\s*:\s*(?P<who>[^:;.\n]{{2,60}}?)\W*\Z")
_DETAIL = Cue(
    r"(?:\A\W*|[.;|,]\s+|\s{2,}|\t|\s-+\s|\()(?:(?P<who>responsib(?:le|ility)(?:\s+(?:party|parties))?|owners?|lead|by\s+whom|who|assigned\s+to|actors?)"
    r"|(?P<when>deadline|due(?:\s+(?:date|by|on))?|by\s+when|when|timing|target(?:\s+date)?|time-?\s?(?:frame|line)))\s*:\s*"
)
_JOINS = re.compile(r"[\s,;/&+-]|\b(?:and|with|the|all|lead|by|of|tbc|supported|together|jointly)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"[A-Z][\w.'-]*(?:\s+(?:of|on|for|the|and|[A-Z][\w.'-]*|\d+))*")
_PARTS = re.compile(r"\s*[/,&;]\s*|\s+and\s+")
_LONGEST_LABEL = 130
_MOSTLY, _WHOLLY = 0.6, 0.9


class _Label(NamedTuple):
    """What opens or tags an action point: `end` is where the words behind it begin, `names` its owners."""

    start: int
    end: int
    names: tuple[str, ...]


class _Details(NamedTuple):
    """Who and by when, in labels of their own; `start` is where the first of them stands."""

    start: int
    names: tuple[str, ...]
    due: Due


def owned_label(page: Page, block: Block) -> _Label | None:
    """A label that says whose the action is: "To do (Chile): …", "Action for Chile: …", "[Action: Chile] …"."""
    if not page.minutes.cues.within(_OWNED, block.start, min(block.end, block.body + _LONGEST_LABEL)):
        return None
    for begin in dict.fromkeys((block.start, block.body)):
        if found := _OWNED.match(page.minutes.low, begin, block.end):
            group = next(name for name in ("inside", "behind", "tag") if found[name])
            names = owners_in(page, *found.span(group), known=group == "behind")
            if names or group == "inside":
                return _Label(found.start(), found.end(), names)
    return None


def tag_of(page: Page, block: Block) -> _Label | None:
    """The owner named behind a sentence: "… will follow. [Action: Norway]"; `start:end` is the tag."""
    start = max(block.body, block.end - _LONGEST_LABEL)
    near = page.minutes.cues.within(_TAG, start, block.end)
    found = _TAG.search(page.minutes.low, start, block.end) if near else None
    if not found:
        return None
    group = "bracketed" if found["bracketed"] else "last"
    names = owners_in(page, *found.span(group), known=True)
    return _Label(found.start(), found.end(), names) if names else None


def names_alone(page: Page, block: Block) -> tuple[str, ...]:
    """The owners on a line that says no more: "Action: ISU, Peru" below the paragraph that it is about."""
    found = _NAMES_ONLY.match(page.minutes.low, block.start, block.end)
    return owners_in(page, *found.span("who"), known=True) if found else ()


def owners_in(page: Page, start: int, end: int, *, known: bool) -> tuple[str, ...]:
    """The owners that words name and little else; names that nobody knows only where they need not be `known`."""
    actors = [actor for actor in actors_in(start, end, page.people) if actor.kind != "pronoun"]
    names = tuple(dict.fromkeys(actor.name for actor in actors))
    dated = sum(mention.end - mention.start for mention in page.calendar.between(start, end))
    left = _JOINS.sub("", page.minutes.shadow[start:end])
    covered = sum(len(_JOINS.sub("", page.minutes.shadow[actor.start : actor.end])) for actor in actors)
    if actors and covered + dated >= len(left) * (_WHOLLY if known else _MOSTLY):
        return names
    written = page.minutes.words(start, end)
    if known or not _WRITTEN.fullmatch(written):
        return ("Members",) if page.minutes.low[start:end].strip() in {"all", "everybody", "everyone"} else ()
    return tuple(part for part in _PARTS.split(written) if part)


def details_in(page: Page, start: int, end: int) -> _Details | None:
    """The labels "Responsible: …" and "Deadline: …" in `start:end`."""
    found = list(_DETAIL.finditer(page.minutes.low[start:end]))
    if not found:
        return None
    names: tuple[str, ...] = ()
    due = Due(None, None)
    for one, stop in zip(found, [*(start + hit.start() for hit in found[1:]), end], strict=True):
        if one["who"]:
            names = names or _owners(page, start + one.end(), stop)
        elif due.words is None:
            due = _due(page, start + one.end(), stop)
    return _Details(start + found[0].start(), names, due)


def _owners(page: Page, start: int, end: int) -> tuple[str, ...]:
    actors = [actor for actor in actors_in(start, end, page.people) if actor.kind != "pronoun"]
    names = tuple(dict.fromkeys(actor.name for actor in actors))
    written = page.minutes.words(start, end).strip(" .;,-")
    return names or ((written,) if written else ())


def _due(page: Page, start: int, end: int) -> Due:
    """The day behind "Deadline:", be it a day or a meeting alone."""
    due = due_between(page.calendar, start, end, past=True)
    words = page.minutes.words(start, end).strip(" .;,-")
    if due.value is None and due.words is None and words:
        dated = [mention for mention in page.calendar.between(start, end) if mention.value]
        value = dated[0].value if dated else page.calendar.event(words)
        return Due(value, words)
    return due


def both(one: _Details | None, two: _Details) -> _Details:
    """The details of two lines as one."""
    if one is None:
        return two
    return _Details(one.start, one.names or two.names, one.due if one.due.words else two.due)
