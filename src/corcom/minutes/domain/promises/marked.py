"""Action points that the text marks as such: lists, "Action:" lines, tables, time-lines, sections of actions to be taken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.actors import People, actors_in
from corcom.minutes.domain.promises.action_tables import action_columns, action_table
from corcom.minutes.domain.promises.commitment import skipped
from corcom.minutes.domain.promises.due import Calendar, due_between
from corcom.minutes.domain.promises.labels import both, details_in, names_alone, owned_label, tag_of
from corcom.minutes.domain.promises.tasks import Marked, MarkedZones, Page, is_task, leading, task
from corcom.minutes.domain.promises.time_lines import time_line
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_LABEL = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:(?:agreed|main|key|summary\s+of|list\s+of|open|outstanding|further|resulting)\s+)*"
    r"(?:action\s*(?:points?|items?|list)?(?:\s*\(s\))?(?:\s+(?:and\s+decisions|arising|agreed|to\s+be\s+taken))?|actions?(?:\s+(?:to\s+be\s+taken|required|agreed|arising))?|follow[\s-]?up(?:\s+(?:actions?|list|items?|points?|table))?|next\s+steps|(?:things\s+)?to[\s-]+do(?:\s+list)?|tasks?(?:\s+list)?|commitments|homework|ap(?=\s?\d))"
    r"\s*(?:no\.?\s*)?(?:\d+(?:[./-]\d+)*[a-z]?\s*)?(?:\(s\))?\s*(?P<colon>[:]|\s-+\s|\]|$)\W*|\W{0,3}(?P<arrow>->|=>|\u2192|\u21d2|\u25ba)\W*",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\b(?:action\s+(?:points|items|list|table|log|plan|summary)|actions\s+(?:to\s+be\s+taken|agreed|arising|required)|follow[\s-]?up\s+(?:actions?|list|items|points|table)"
    r"|(?:summary|list)\s+of\s+(?:actions?(?:\s+points)?|tasks|commitments|follow[\s-]?up)|next\s+steps|to[\s-]do(?:\s+list)?|things\s+to\s+do)\b|^(?:follow[\s-]?up|actions?|tasks|commitments|homework)\W*$",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"\b(?:future\s+)?actions?\b[^.]{0,60}\b(?:as\s+follows|following|below)\b", re.IGNORECASE)
_TIMELINE = re.compile(
    r"\b(?:time[\s-]?lines?|timetable|calendar|schedule|roadmap|(?:key|important|forthcoming|upcoming)\s+dates|milestones|steps\s+(?:leading|towards|to|ahead|until|before))\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\W*(?:agreed|decided|conclusions?|it\s+was\s+(?:agreed|decided))\s*:\s*", re.IGNORECASE)
_TO_DO = re.compile(
    r"\s+(?:undertook|undertakes|will|would|is\s+to|are\s+to|agreed|agrees|was\s+asked|were\s+asked|shall|intends?)\W*(?:to\W*)?\Z"
)
_CODE = re.compile(r"(?:\[?[A-Z]{1,3}\s?\d+(?:[./-]\d+)*\]?[.:)]?\s+)?")
_LONGEST_ITEM = 400
_SHORTEST = 12
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|said|says|noted|thinks|wants|asked|supports?|agreed)\b"
)


def marked_points(
    minutes: MinutesText, calendar: Calendar, people: People, skip: Sequence[tuple[int, int]]
) -> MarkedZones:
    """All marked action points of a text; `skip` holds spans without any (the attendance list)."""
    headings = frozenset(section.at for section in minutes.outline.sections)
    page = Page(minutes, calendar, people, headings, MarkedZones([], [], []))
    skipped = Spans(skip)
    at = 0
    while at < len(minutes.blocks):
        at = at + 1 if minutes.blocks[at].start in skipped else _zone(page, at)
    return page.found


def _zone(page: Page, at: int) -> int:
    """Read the zone that opens at block `at`, if one does; returns the block to go on with."""
    block = page.minutes.blocks[at]
    if columns := action_columns(page.minutes.text[block.start : block.end]):
        return action_table(page, at, columns)
    if at in page.headings:
        return _under_heading(page, at)
    if own := owned_label(page, block):
        return _item(page, at, own.end, own.names)
    label = _LABEL.match(page.minutes.shadow, block.start, block.end) or _LABEL.match(
        page.minutes.shadow, block.body, block.end
    )
    if label and (label["arrow"] or label["colon"] != "]"):
        if label.end() < block.end and (label["arrow"] or label["colon"]):
            if (names := names_alone(page, block)) and _sentence_above(page, at, names):
                return at + 1
            return _item(page, at, label.end())
        if label.end() >= block.end and block.end - block.body < 60:
            return _list(page, at + 1, whole=False)
    return _opened_by(page, at, block)


def _item(page: Page, at: int, start: int, names: tuple[str, ...] = ()) -> int:
    """An action point behind its label, with what the lines below say of it: "Responsible: ISU. Deadline: 3 May"."""
    block = page.minutes.blocks[at]
    details = details_in(page, start, block.end)
    known = len(page.found.points)
    task(page, block, start, end=details.start if details else None, names=names)
    at += 1
    while at < len(page.minutes.blocks) and at not in page.headings:
        block = page.minutes.blocks[at]
        below = details_in(page, block.body, block.end)
        if below is None or below.start > block.body:
            break
        details = both(details, below)
        page.found.taken.append((block.start, block.end))
        at += 1
    if details and len(page.found.points) > known:
        last = page.found.points[-1]
        due = details.due if details.due.words else last.due
        page.found.points[-1] = replace(last, names=last.names or details.names, due=due)
    return at


def _sentence_above(page: Page, at: int, names: tuple[str, ...]) -> bool:
    """A line of names alone ("Action: ISU") makes the last sentence of the paragraph above it the action point."""
    above = page.minutes.blocks[at - 1] if at and at - 1 not in page.headings else None
    if above is None or above.kind == "row" or (above.start, above.end) in page.found.taken:
        return False
    _tagged(page, at - 1, above.end, names)
    return True


def _tagged(page: Page, at: int, end: int, names: tuple[str, ...]) -> None:
    """The last sentence of a block that begins before `end`, as an action point of those whom a tag names."""
    first = bisect_left(page.minutes.sentences, at, key=lambda sentence: sentence.block)
    last = bisect_left(page.minutes.sentences, at + 1, key=lambda sentence: sentence.block)
    told = [sentence for sentence in page.minutes.sentences[first:last] if sentence.start < end - _SHORTEST]
    if told:
        start, stop = told[-1].start, min(told[-1].end, end)
        block = page.minutes.blocks[at]._replace(start=start, body=start, end=stop)
        task(page, block, start, names=names)


def _under_heading(page: Page, at: int) -> int:
    """A heading that says its section holds actions, or a time-line."""
    block = page.minutes.blocks[at]
    title = page.minutes.shadow[block.body : min(block.end, block.body + 200)]
    found = _SECTION.search(title)
    if found and (found.end() - found.start() > len(title) * 0.6 or "taken" in found[0].lower()):
        return _list(page, at + 1, whole=True)
    return time_line(page, at + 1) if _TIMELINE.search(title) else at + 1


def _opened_by(page: Page, at: int, block: Block) -> int:
    """A line that opens a list of deeds, holds tasks behind "Agreed:", or is a task by its form."""
    line = page.minutes.shadow[block.body : block.end]
    if line.rstrip(" *").endswith(":"):
        if _AS_FOLLOWS.search(line):
            return _paragraphs(page, at + 1)
        if owners := _undertook(page, block):
            return _deeds_below(page, at + 1, owners)
    if agreed := _AGREED.match(page.minutes.shadow, block.start, block.end):
        _parts(page, block, agreed.end())
    elif len(line) < _LONGEST_ITEM:
        code = _CODE.match(page.minutes.shadow, block.body, block.end)
        start = code.end() if code else block.body
        if is_task(page, start, block.end) or (block.scheme == "bullet" and _is_assigned(page, at)):
            task(page, block, start)
            return at + 1
    if tag := tag_of(page, block):
        _tagged(page, at, tag.start, tag.names)
    return at + 1


def _is_assigned(page: Page, at: int) -> bool:
    """Whether a bullet gives somebody a thing to do ("ISU: cost estimate"), beside another that does so too."""
    beside = [n for n in (at - 1, at, at + 1) if 0 <= n < len(page.minutes.blocks)]
    return _assigns(page, page.minutes.blocks[at]) and sum(_assigns(page, page.minutes.blocks[n]) for n in beside) > 1


def _assigns(page: Page, block: Block) -> bool:
    owners = leading(page, block.body, block.end) if block.scheme == "bullet" else []
    rest = page.minutes.low[owners[-1].end : block.end] if owners else ""
    return bool(re.match(r"\s*(?:\([^)]*\)\s*)?(?::|-)\s", rest)) and not _FINITE.search(rest)


def _parts(page: Page, block: Block, start: int) -> None:
    """The tasks in a line that opens with "Agreed:", between semicolons; what is no task there stays a decision."""
    for stop in [*(hit.start() for hit in re.compile(r";").finditer(page.minutes.shadow, start, block.end)), block.end]:
        begin = skipped(page.minutes.low, start)
        if is_task(page, begin, stop):
            task(page, block._replace(start=begin, body=begin, end=stop), begin)
        start = stop + 1


def _undertook(page: Page, block: Block) -> tuple[str, ...]:
    """Who is to do what a list below says: "The co-chairs undertook:", "The Secretariat will:"."""
    found = _TO_DO.search(page.minutes.low, block.body, block.end)
    actors = [a for a in actors_in(block.body, found.start(), page.people) if a.kind != "pronoun"] if found else []
    return (actors[-1].name,) if actors and found and found.start() - actors[-1].end < 3 else ()


def _deeds_below(page: Page, at: int, owners: tuple[str, ...]) -> int:
    """The items of a list whose lead-in names the owner: "- to post this summary on the website"."""
    while at < len(page.minutes.blocks) and page.minutes.blocks[at].label and page.minutes.blocks[at].kind != "row":
        block = page.minutes.blocks[at]
        begin = block.body + (3 if page.minutes.low.startswith("to ", block.body) else 0)
        word = re.compile(r"[a-z-]+").match(page.minutes.low, begin, block.end)
        if word and forms().get(word[0], ("", ""))[1] == "base":
            due = due_between(page.calendar, begin, block.end)
            page.keep(block, Marked(block.start, block.end, begin, block.end, owners, due))
        at += 1
    return at


def _list(page: Page, at: int, *, whole: bool) -> int:
    """The items below a label or heading, up to the next heading or a line that is none."""
    first = at
    while at < len(page.minutes.blocks) and (at not in page.headings or (at > first and _counts_on(page, at))):
        block = page.minutes.blocks[at]
        line = page.minutes.shadow[block.body : block.end]
        if columns := action_columns(page.minutes.text[block.start : block.end]):
            at = action_table(page, at, columns)
            continue
        if line.rstrip(" *").endswith(":") and (owners := _undertook(page, block)):
            at = _deeds_below(page, at + 1, owners)
            continue
        owned = leading(page, block.body, block.end)
        listed = bool(block.label) or block.kind == "bullet" or bool(owned)
        if not listed and (not whole or len(line) > 400):
            if at == first and line.rstrip().endswith(":"):
                at += 1
                continue
            break
        if listed:
            own = owned_label(page, block)
            at = _item(page, at, own.end if own else block.body, own.names if own else ())
        else:
            at += 1
    if whole and first < at:
        page.found.zones.append((page.minutes.blocks[first].start, page.minutes.blocks[at - 1].end))
    return max(at, first)


def _counts_on(page: Page, at: int) -> bool:
    """Whether a line that looks like a heading is the next item of a numbered list: "8." below "7."."""
    numbers = [re.match(r"\W*(\d{1,2})\b", page.minutes.blocks[n].label or "") for n in (at - 1, at)]
    return all(numbers) and int(numbers[1][1]) == int(numbers[0][1]) + 1  # type: ignore[index]  # all of them matched


def _paragraphs(page: Page, at: int) -> int:
    """Paragraphs announced as "actions … as follows": running text there is explicit, one commitment each."""
    first = at
    while at < len(page.minutes.blocks) and at not in page.headings:
        line = page.minutes.shadow[page.minutes.blocks[at].body : page.minutes.blocks[at].end]
        if not re.match(r"[A-Z][^.;:]{2,60}(?:\s-+\s|:\s)", line) and page.minutes.blocks[at].kind != "bullet":
            break
        at += 1
    if at > first:
        page.found.zones.append((page.minutes.blocks[first].start, page.minutes.blocks[at - 1].end))
    return max(first, at)
