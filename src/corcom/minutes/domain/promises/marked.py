"""Action points that the text marks as such: lists, "Action:" lines, tables, time-lines, sections of actions to be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corcom.minutes.domain.people.actors import Actor, People, actors_in
from corcom.minutes.domain.promises.commitment import skipped
from corcom.minutes.domain.promises.due import Calendar, Due, due_between, short_date
from corcom.minutes.domain.promises.predicates import predicate
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_LABEL = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:(?:agreed|main|key|summary\s+of|list\s+of|open|outstanding|further|resulting)\s+)*"
    r"(?:action\s*(?:points?|items?|list)?(?:\s*\(s\))?(?:\s+(?:and\s+decisions|arising|agreed|to\s+be\s+taken))?|actions?(?:\s+(?:to\s+be\s+taken|required|agreed|arising))?|follow[\s-]?up(?:\s+actions?)?|next\s+steps|to\s+do|tasks?|commitments)"
    r"\s*(?:\d+\s*)?(?:\(s\))?\s*(?P<colon>[:]|\s-+\s|\]|$)\W*|\W{0,3}(?P<arrow>->|=>|\u2192|\u21d2|\u25ba)\W*",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\b(?:action\s+(?:points|items)|actions\s+(?:to\s+be\s+taken|agreed|arising|required)|follow[\s-]?up\s+actions?|summary\s+of\s+actions|next\s+steps|list\s+of\s+actions)\b|^follow[\s-]?up\W*$|^actions?\W*$",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"\b(?:future\s+)?actions?\b[^.]{0,60}\b(?:as\s+follows|following|below)\b", re.IGNORECASE)
_TIMELINE = re.compile(
    r"\b(?:time[\s-]?lines?|timetable|calendar|schedule|roadmap|key\s+dates|milestones)\b", re.IGNORECASE
)
_DONE = re.compile(r"\W*\b(?:done|completed|complete|closed|accomplished)\b\W*\Z", re.IGNORECASE)
_OWNED = re.compile(
    r"\s*(?:\((?:tbc|lead)\)\s*)?(?:(?P<to>to\s+(?:be\s+)?)|(?P<modal>(?:will|shall|should|would|is\s+to|are\s+to|must)\s+)|(?P<mark>:\s*|-+\s*|\u2192\s*|=>\s*))",
    re.IGNORECASE,
)
_HEADS = {
    "action": r"action|task|what|item|point|activity|commitment|follow[\s-]?up",
    "owner": r"responsib|owner|who|lead|by whom|assigned|actor",
    "due": r"deadline|due|when|date|by when|time",
    "status": r"status|state|progress|remarks?",
}
_UNKNOWN = re.compile(r"([A-Z][\w.'-]*(?:[ /,&]+(?:of|the|and|[A-Z][\w.'-]*)){0,8}):\s+(?=\S)")
_AGREED = re.compile(r"\W*(?:agreed|decided|conclusions?|it\s+was\s+(?:agreed|decided))\s*:\s*", re.IGNORECASE)
_TO_DO = re.compile(
    r"\s+(?:undertook|undertakes|will|would|is\s+to|are\s+to|agreed|agrees|was\s+asked|were\s+asked|shall|intends?)\W*(?:to\W*)?\Z"
)
_CODE = re.compile(r"(?:\[?[A-Z]{1,3}\s?\d+(?:[./-]\d+)*\]?[.:)]?\s+)?")
_LONGEST_ITEM = 400
_CELL = re.compile(r"\t+|\s*\|\s*|\s{3,}")


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


def marked_points(
    minutes: MinutesText, calendar: Calendar, people: People, skip: Sequence[tuple[int, int]]
) -> MarkedZones:
    """All marked action points of a text."""
    result = MarkedZones([], [], [])
    blocks = minutes.blocks
    headings = {section.at for section in minutes.outline.sections}
    at = 0
    while at < len(blocks):
        if any(start <= blocks[at].start < end for start, end in skip):
            at += 1
            continue
        at = _zone(minutes, calendar, people, at, headings, result)
    return result


def _zone(
    minutes: MinutesText, calendar: Calendar, people: People, at: int, headings: set[int], result: MarkedZones
) -> int:
    """Read the zone that opens at block `at`, if one does; returns the block to go on with."""
    block = minutes.blocks[at]
    line = minutes.shadow[block.body : block.end]
    if columns := _table_head(minutes.text[block.body : block.end]):
        return _table(minutes, calendar, people, at, columns, result)
    label = _LABEL.match(minutes.shadow, block.start, block.end) or _LABEL.match(minutes.shadow, block.body, block.end)
    if at in headings:
        title = line[:200]
        if (heading := _SECTION.search(title)) and (
            heading.end() - heading.start() > len(title) * 0.6
            or re.search(r"actions\s+to\s+be\s+taken", title, re.IGNORECASE)
        ):
            return _list(minutes, calendar, people, at + 1, headings, result, whole=True)
        if _TIMELINE.search(title):
            return _timeline(minutes, calendar, people, at + 1, headings, result)
        return at + 1
    if label and (label["arrow"] or (label["colon"] and label["colon"] != "]")) and label.end() < block.end:
        _item(minutes, calendar, people, block, label.end(), result)
        return at + 1
    if label and len(line) < 60 and label.end() >= block.end:
        return _list(minutes, calendar, people, at + 1, headings, result, whole=False)
    if _AS_FOLLOWS.search(line) and line.rstrip(" *").endswith(":"):
        return _paragraphs(minutes, at + 1, headings, result)
    if agreed := _AGREED.match(minutes.shadow, block.start, block.end):
        _parts(minutes, calendar, people, block, agreed.end(), result)
        return at + 1
    if line.rstrip(" *").endswith(":") and (owners := _undertook(minutes, people, block)):
        return _deeds_below(minutes, calendar, at + 1, owners, result)
    if len(line) < _LONGEST_ITEM and (code := _CODE.match(minutes.shadow, block.body, block.end)) is not None:
        if _is_task(minutes, people, code.end(), block.end):
            _item(minutes, calendar, people, block, code.end(), result)
    return at + 1


def _is_task(minutes: MinutesText, people: People, start: int, end: int) -> bool:
    """Whether a line is a task by its form: "ISU to send Angola six questions", without a verb before the "to"."""
    owners = _leading(minutes, start, end, people)
    to = (
        re.compile(r"\s*(?:\([^)]*\)\s*)?to\s+(?:be\s+)?([a-z-]+)").match(minutes.low, owners[-1].end, end)
        if owners
        else None
    )
    return bool(to) and forms().get(to[1] if to else "", ("", ""))[1] == "base"


def _parts(
    minutes: MinutesText, calendar: Calendar, people: People, block: Block, start: int, result: MarkedZones
) -> None:
    """The tasks in a line that opens with "Agreed:", between semicolons; what is no task there stays a decision."""
    for stop in [*(hit.start() for hit in re.compile(r";").finditer(minutes.shadow, start, block.end)), block.end]:
        begin = skipped(minutes.low, start)
        if _is_task(minutes, people, begin, stop):
            _item(minutes, calendar, people, replace(block, start=begin, body=begin, end=stop), begin, result)
        start = stop + 1


def _undertook(minutes: MinutesText, people: People, block: Block) -> tuple[str, ...]:
    """Who is to do what a list below says: "The co-chairs undertook:", "The Secretariat will:"."""
    found = _TO_DO.search(minutes.low, block.body, block.end)
    actors = [a for a in actors_in(minutes, block.body, found.start(), people) if a.kind != "pronoun"] if found else []
    return (actors[-1].name,) if actors and found and found.start() - actors[-1].end < 3 else ()


def _deeds_below(
    minutes: MinutesText, calendar: Calendar, at: int, owners: tuple[str, ...], result: MarkedZones
) -> int:
    """The items of a list whose lead-in names the owner: "- to post this summary on the website"."""
    while at < len(minutes.blocks) and minutes.blocks[at].label and minutes.blocks[at].kind != "row":
        block = minutes.blocks[at]
        begin = block.body + (3 if minutes.low.startswith("to ", block.body) else 0)
        word = re.compile(r"[a-z-]+").match(minutes.low, begin, block.end)
        if word and forms().get(word[0], ("", ""))[1] == "base":
            due = due_between(calendar, begin, block.end)
            result.points.append(Marked(block.start, block.end, begin, block.end, owners, due))
            result.taken.append((block.start, block.end))
        at += 1
    return at


def _list(
    minutes: MinutesText,
    calendar: Calendar,
    people: People,
    at: int,
    headings: set[int],
    result: MarkedZones,
    *,
    whole: bool,
) -> int:
    """The items below a label or heading, up to the next heading or a line that is none."""
    first = at
    while at < len(minutes.blocks) and at not in headings:
        block = minutes.blocks[at]
        line = minutes.shadow[block.body : block.end]
        if columns := _table_head(minutes.text[block.body : block.end]):
            at = _table(minutes, calendar, people, at, columns, result)
            continue
        owned = _leading(minutes, block.body, block.end, people)
        listed = bool(block.label) or block.kind == "bullet" or bool(owned)
        if not listed and (not whole or len(line) > 400):
            if at == first and line.rstrip().endswith(":"):
                at += 1
                continue
            break
        if listed:
            _item(minutes, calendar, people, block, block.body, result)
        at += 1
    if whole and first < at:
        result.zones.append((minutes.blocks[first].start, minutes.blocks[at - 1].end))
    return max(at, first)


def _paragraphs(minutes: MinutesText, at: int, headings: set[int], result: MarkedZones) -> int:
    """Paragraphs announced as "actions … as follows": running text there is explicit, one commitment each."""
    first = at
    while at < len(minutes.blocks) and at not in headings:
        line = minutes.shadow[minutes.blocks[at].body : minutes.blocks[at].end]
        if not re.match(r"[A-Z][^.;:]{2,60}(?:\s-+\s|:\s)", line) and minutes.blocks[at].kind != "bullet":
            break
        at += 1
    if at > first:
        result.zones.append((minutes.blocks[first].start, minutes.blocks[at - 1].end))
    return max(first, at)


def _leading(minutes: MinutesText, start: int, end: int, people: People) -> list[Actor]:
    """The owners that a line opens with: "Ireland and Lao PDR to share", "ISU - proposal by 3 May"."""
    found: list[Actor] = []
    at = start
    for actor in actors_in(minutes, start, min(end, start + 200), people):
        if actor.kind == "pronoun" or not re.fullmatch(
            r"\W*(?:(?:and|or|the|with|/|&|as\s+well\s+as)\W+)*", minutes.low[at : actor.start]
        ):
            break
        found.append(actor)
        at = actor.end
        if bracket := re.match(
            r"\s*\([^)]{1,60}\)|'s\s+(?:office|team)|\s+(?:director|delegation|office|team)\b",
            minutes.low[at : at + 70],
        ):
            at += bracket.end()
    if not found or not _OWNED.match(minutes.shadow, at, end):
        return []
    return found


def _item(
    minutes: MinutesText, calendar: Calendar, people: People, block: Block, start: int, result: MarkedZones
) -> None:
    """One item of a list of action points; sentences of one line that each name an owner are items of their own."""
    owners = _leading(minutes, start, block.end, people)
    names = tuple(dict.fromkeys(actor.name for actor in owners))
    text_start, text_end = start, block.end
    if owners:
        owned = _OWNED.match(minutes.shadow, owners[-1].end) or re.compile(
            r"[^:\-]{0,70}?(?::\s*|\s-+\s*|to\s+)"
        ).match(minutes.shadow, owners[-1].end)
        text_start = owned.end() if owned else owners[-1].end
    elif named := _UNKNOWN.match(minutes.shadow, start, block.end):
        names = tuple(part.strip() for part in re.split(r"\s*[/,&]\s*|\s+and\s+", named[1]) if part.strip())
        text_start = named.end()
    else:
        names, text_end = _trailing(minutes, people, start, block.end)
    done = _DONE.search(minutes.shadow[start : block.end])
    if done:
        text_end = min(text_end, start + done.start())
    if not re.search(r"[A-Za-z]{3}", minutes.shadow[text_start:text_end]):
        return
    due = due_between(calendar, start, block.end)
    result.points.append(Marked(start, block.end, text_start, text_end, names, due, bool(done)))
    result.taken.append((block.start, block.end))


def _trailing(minutes: MinutesText, people: People, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Owners at the end of a line: "… (ISU, by 3 May)", "… - Action: ISU", "… [Chile]"."""
    found = re.search(
        r"[(\[]([^()\[\]]{2,80})[)\]]\W*\Z|(?:\s-+\s|\bby\s+(?:the\s+)?|\bresponsible:\s*)([^-.;]{2,60})\W*\Z",
        minutes.shadow[start:end],
        re.IGNORECASE,
    )
    if found:
        inner = start + (found.start(1) if found[1] else found.start(2))
        actors = [a for a in actors_in(minutes, inner, end, people) if a.kind != "pronoun"]
        covered = sum(a.end - a.start for a in actors)
        if actors and covered >= (end - inner) * 0.25:
            return tuple(dict.fromkeys(a.name for a in actors)), start + found.start()
    to_be = [
        a
        for a in actors_in(minutes, start, end, people)
        if a.kind != "pronoun" and re.match(r"\s+(?:to|will|should|shall)\b", minutes.low[a.end : a.end + 8])
    ]
    return tuple(dict.fromkeys(a.name for a in to_be[:1])), end


def _table_head(line: str) -> dict[str, int] | None:
    """The columns of a table of action points by what its head calls them."""
    cells = [cell.strip(" *|") for cell in _CELL.split(line.strip(" |"))]
    if not 2 <= len(cells) <= 8 or len(line) > 160:
        return None
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, pattern in _HEADS.items():
            if name not in columns and re.match(rf"(?:{pattern})", cell, re.IGNORECASE) and at not in columns.values():
                columns[name] = at
                break
    return columns if "action" in columns and ("owner" in columns or "due" in columns) else None


def _table(
    minutes: MinutesText, calendar: Calendar, people: People, at: int, columns: dict[str, int], result: MarkedZones
) -> int:
    """The rows of a table of action points."""
    head = minutes.text[minutes.blocks[at].start : minutes.blocks[at].end]
    wanted = len([c for c in _CELL.split(head.strip(" |")) if c.strip()])
    at += 1
    while at < len(minutes.blocks):
        block = minutes.blocks[at]
        cells = _cells_of(minutes, block)
        if len(cells) < 2 or (
            block.kind != "row" and "|" not in minutes.shadow[block.start : block.end] and len(cells) < wanted - 1
        ):
            break
        if re.search(r"[A-Za-z]{3}", minutes.shadow[block.start : block.end]):
            _row(minutes, calendar, people, block, cells, columns, result)
        at += 1
    return at


def _cells_of(minutes: MinutesText, block: Block) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    line = minutes.text[block.start : block.end]
    at = 0
    for gap in [*_CELL.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        if stop > at or cells:
            cells.append((block.start + at, block.start + stop))
        at = gap.end() if gap else stop
    while cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return cells


def _row(
    minutes: MinutesText,
    calendar: Calendar,
    people: People,
    block: Block,
    cells: Sequence[tuple[int, int]],
    columns: dict[str, int],
    result: MarkedZones,
) -> None:
    def cell(name: str) -> tuple[int, int] | None:
        at = columns.get(name)
        return cells[at] if at is not None and at < len(cells) else None

    action = cell("action")
    if not action or not re.search(r"[A-Za-z]{3}", minutes.shadow[action[0] : action[1]]):
        return
    owner, due, status = cell("owner"), cell("due"), cell("status")
    names: tuple[str, ...] = ()
    if owner:
        names = tuple(dict.fromkeys(a.name for a in actors_in(minutes, *owner, people) if a.kind != "pronoun"))
    when = due_between(calendar, *due, past=True) if due else due_between(calendar, *action)
    if due and when.value is None and (written := short_date(minutes.shadow[due[0] : due[1]], calendar.day)):
        when = Due(written, minutes.words(*due))
    elif due and when.value is None and when.words is None and minutes.shadow[due[0] : due[1]].strip(" -"):
        when = Due(None, minutes.words(*due))
    done = bool(status and re.match(r"\W*(?:done|completed?|closed)\b", minutes.low[status[0] : status[1]]))
    result.points.append(Marked(action[0], action[1], action[0], action[1], names, when, done))
    result.taken.append((block.start, block.end))


def _timeline(
    minutes: MinutesText, calendar: Calendar, people: People, at: int, headings: set[int], result: MarkedZones
) -> int:
    """A time-line: lines that are dates, and under each what is to be done then and by whom."""
    due = Due(None, None)
    while at < len(minutes.blocks) and at not in headings:
        block = minutes.blocks[at]
        mentions = [m for m in calendar.between(block.start, block.end) if m.value]
        covered = sum(m.end - m.start for m in mentions)
        rest = block.body
        if mentions and covered >= (block.end - block.start) * 0.7:
            due = Due(mentions[0].value, minutes.words(block.start, block.end))
            at += 1
            continue
        if (
            mentions
            and mentions[0].start - block.body <= 3
            and (gap := re.match(r"\s*(?:[:\t|]|-+)\s*", minutes.shadow[mentions[0].end : block.end]))
        ):
            due, rest = Due(mentions[0].value, mentions[0].words), mentions[0].end + gap.end()
        for point in _deeds(minutes, people, block, rest, due):
            result.points.append(point)
        result.taken.append((block.start, block.end))
        at += 1
    return at


def _deeds(minutes: MinutesText, people: People, block: Block, start: int, due: Due) -> Iterator[Marked]:
    """What a line of a time-line says is done: somebody with a verb, or a thing that is delivered."""
    colon = minutes.shadow.find(":", start, min(block.end, start + 60))
    for begin in (colon + 1, start) if colon > 0 else (start,):
        actors = [a for a in actors_in(minutes, begin, block.end, people) if a.kind != "pronoun"]
        lead: list[Actor] = []
        at = begin
        for actor in actors:
            if not re.fullmatch(r"\W*(?:(?:and|or|the|&)\W+)*", minutes.low[at : actor.start]):
                break
            lead.append(actor)
            at = actor.end
        word = re.match(r"\s*(?:to\s+|will\s+|shall\s+)?([a-z]+)", minutes.low[at : block.end])
        if lead and word and forms().get(word[1], ("", ""))[1] in {"base", "third"}:
            yield Marked(begin, block.end, at, block.end, tuple(dict.fromkeys(a.name for a in lead)), due)
            return
    found = re.search(
        r"\b(?:is|are|to|will)\s+be\s+\w+|\b(?:is|are)\s+(\w+ed|sent|held)\b", minutes.low[start : block.end]
    )
    verb = predicate(minutes.low, start, block.end)
    if found or (verb and verb.at - start < 3):
        yield Marked(start, block.end, start, block.end, (), due)
