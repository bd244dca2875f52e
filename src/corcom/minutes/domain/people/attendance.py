"""Who was there, who sent apologies, who was absent without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corcom.minutes.domain.people.attendance_said import NO_REPLY, absence_said, said_attendance
from corcom.minutes.domain.people.attended import Attended, keep
from corcom.minutes.domain.people.people_table import Roll, people_columns, people_table, takewhile_rows
from corcom.minutes.domain.people.person_names import looks_like_a_name, says_something
from corcom.minutes.domain.people.roll import HONORIFIC, PERSON, is_delegation, is_person
from corcom.minutes.domain.people.roll_call import call_roll
from corcom.minutes.domain.people.roll_words import WAYS_TO_ATTEND, label_of, status_of
from corcom.minutes.domain.people.told_roll import own_delegation, told_rolls
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.minutes.domain.text.sentences import sentences

_SHORT_LINE = 90
_PARAGRAPH = 160
_FEW, _MANY = 2, 4
"""How many names a paragraph has that is a list: right below a heading that says so, and elsewhere."""
_FEWEST_LINES = 3
"""How many lines of people with their delegations are a list though nothing says so."""
_PERSON_OF = re.compile(r"(?P<who>[^(),;:]{4,50}?)\s*\((?P<whose>[^(),;]{2,50})(?:[,;][^()]{2,60})?\)[.;,]?")
_OPENS = re.compile(
    r"\W*(?:(?:\d+|annex(?:\s+[\dIVX]+)?)\W+)?(?:list\s+of\s+)?(?:(?:the|other|further|also|committee|coordinati(?:on|ng)|bureau|group|council|board|states|parties|delegations"
    r"|members|organi[sz]ations|observers|persons|people|delegates|in|regular|voting|meeting)\s+){0,4}?"
    r"(?:attendees|participants|participation|attendance|present|delegations|delegates|participating|attending|represented|those\s+present|who\s+(?:was\s+there|came|attended)|(?:around|at)\s+the\s+table"
    rf"|attended\s+by|roll[- ]call|members|apologies(?:\s+(?:not|received|sent|from|for|absence|were)){{0,4}}|(?:sent\s+)?regrets(?:\s+received)?|excused|absent|{WAYS_TO_ATTEND})\b"
    r"\s*(?:\([^)]*\)\s*)?(?::|-\s|\*|$)",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:attend\w*|present|participat\w+|represented|took\s+part|joined|absent|(?P<excused>apologi\w+|regrets|excused))\b[^.:]{0,80}:\s*\Z",
    re.IGNORECASE,
)
_PEOPLE_BEHIND = re.compile(rf"[^.]{{2,90}}?(?:\s?:|\s-|[(\t]|\s)\s{{0,20}}{HONORIFIC.pattern}")
_ATTENDS = re.compile(r"\b(?:attend|present\b|participa|represented|apolog|regrets|excused|absent)", re.IGNORECASE)
_SOME_LABEL = re.compile(r"\W*[A-Z][\w' ]{3,40}\W*:\W+")
_OTHER_LABEL = re.compile(r"\W*(?:action|decision|agenda|note|to|from|subject|cc)\b", re.IGNORECASE)
_OTHER_LINE = re.compile(r"\W*(?:agenda|item|opening|intro|minutes|action|decisions?)\b", re.IGNORECASE)
_PAGE = re.compile(r"\d{1,2}\s*\|?\s*(?:p\s*a\s*g\s*e)?", re.IGNORECASE)
_TASK_ROW = re.compile(r"\b(?:action|responsible|deadline|item)\b", re.IGNORECASE)


def read_attendance(minutes: MinutesText) -> Attended:
    """The attendance of a meeting, from its lists and from the sentences that give it."""
    result = Attended()
    for opened, found in _lists(minutes):
        for part, told in _by_manner(minutes, opened, found):
            keep(minutes, _read(minutes, opened, part, told=told), result)
        result.zones.append((found[0].start, found[-1].end))
    said_attendance(minutes, result)
    return result


def _read(minutes: MinutesText, opened: str, found: Sequence[Block], *, told: bool) -> list[Roll]:
    """The delegations and people of one stretch of a list."""
    if told:
        own = own_delegation(minutes)
        return [
            roll
            for block in found
            for start, end in sentences(minutes.shadow, block.body, block.end)
            if not absence_said(minutes.shadow[start:end])
            for roll in told_rolls(minutes, start, end, own)
        ]
    return people_table(minutes, found) if opened == "table" else call_roll(minutes, found, opened)


def _by_manner(minutes: MinutesText, opened: str, found: Sequence[Block]) -> Iterator[tuple[list[Block], bool]]:
    """The blocks of a list in runs: entries, and paragraphs that tell in sentences who was there."""
    for told, run in groupby(found, lambda block: opened == "present" and _is_told(minutes, block)):
        yield list(run), told


def _is_told(minutes: MinutesText, block: Block) -> bool:
    line = minutes.shadow[block.body : block.end]
    return block.kind == "paragraph" and len(line) > _SHORT_LINE and says_something(line) and line.endswith(".")


def _lists(minutes: MinutesText) -> Iterator[tuple[str, Sequence[Block]]]:
    """Attendance lists: the status their label opens with, and their blocks up to the next heading."""
    headings = {section.at for section in minutes.outline.sections}
    first = min(headings, default=len(minutes.blocks))
    at = looked = ended = 0
    begun = False
    while at < len(minutes.blocks):
        if _is_table_head(minutes, at) and (rows := list(takewhile_rows(minutes.blocks, at + 1))):
            yield "table", [minutes.blocks[at], *rows]
            at += 1 + len(rows)
            begun = True
            continue
        opened = _opened(minutes, at, known=1 if ended == at > 0 else 3) or ("" if begun else _announced(minutes, at))
        if not opened and looked <= at < first:
            looked = _listlike_to(minutes, at, first)
            if run := _unlabelled(minutes, minutes.blocks[at:looked]):
                yield "present", run
                at = looked
                begun = True
                continue
        if opened:
            run, at = _below(minutes, at, headings)
            ended = at
            if run:
                yield opened, run
                begun = True
        else:
            at += 1


def _is_table_head(minutes: MinutesText, at: int) -> bool:
    block = minutes.blocks[at]
    return people_columns(minutes.text[block.body : block.end]) is not None


def _opened(minutes: MinutesText, at: int, *, known: int) -> str:
    """The status that the label of a list opens ("Present:", "Regrets: Peru"); nothing where a block is none.

    Behind a label that says nothing of attendance ("Western Group: …") at least `known` names must follow.
    """
    block = minutes.blocks[at]
    line = minutes.shadow[block.body : block.end]
    opening = _OPENS.match(line[:80]) or _labelled_list(minutes, block, known=known)
    if not opening or (len(line) > 500 and not is_person(line[opening.end() :]) and len(HONORIFIC.findall(line)) < 3):
        return ""
    label = label_of(line)
    return label[0] if label else status_of(line[: opening.end()])


def _announced(minutes: MinutesText, at: int) -> str:
    """The status of a list that the last words of a paragraph announce: "Members in attendance were:"."""
    block = minutes.blocks[at]
    if at + 1 >= len(minutes.blocks) or not minutes.shadow[block.body : block.end].rstrip().endswith(":"):
        return ""
    found = _ANNOUNCES.search(minutes.shadow, max(block.body, block.end - 160), block.end)
    following = minutes.blocks[at + 1]
    line = minutes.shadow[following.body : following.end]
    if not found or not (_names_a_delegation(minutes, following) or is_person(line)):
        return ""
    return "apologies" if found["excused"] else "absent" if "absent" in found[0] else "present"


def _below(minutes: MinutesText, at: int, headings: set[int]) -> tuple[Sequence[Block], int]:
    """What stands behind the label of a list and below it, and where it ends."""
    block = minutes.blocks[at]
    last = at + 1
    while (
        last < len(minutes.blocks)
        and last not in headings
        and not _is_table_head(minutes, last)
        and _listlike(minutes, minutes.blocks[last], first=last == at + 1)
    ):
        last += 1
    run = [part for block in minutes.blocks[at + 1 : last] for part in _told(minutes, block)]
    line = minutes.shadow[block.body : block.end]
    opening = _OPENS.match(line[:80]) or _labelled_list(minutes, block, known=1)
    begin = block.body + opening.end() if opening else block.end
    if minutes.shadow[begin : block.end].strip(" :*"):
        spans = sentences(minutes.shadow, begin, block.end)
        silent = [span for span in spans if NO_REPLY.search(minutes.shadow[slice(*span)])]
        stop = silent[0][0] if silent and silent[0][0] > begin else block.end
        run.insert(0, Block(begin, stop, "paragraph", body=begin))
    return run, last


def _told(minutes: MinutesText, block: Block) -> list[Block]:
    """A block of a list; of a paragraph, the sentences that do not tell who was not there."""
    line = minutes.shadow[block.body : block.end]
    entry = not says_something(line) or _is_told(minutes, block)
    if len(line) < _PARAGRAPH or entry or len(HONORIFIC.findall(line)) > 2:
        return [block]
    return [
        Block(start, end, "paragraph", body=start)
        for start, end in sentences(minutes.shadow, block.body, block.end)
        if not absence_said(minutes.shadow[start:end])
    ]


def _listlike_to(minutes: MinutesText, at: int, stop: int) -> int:
    """Where the lines from `at` on end that can belong to an attendance list, at least one on."""
    while at < stop and _listlike(minutes, minutes.blocks[at], first=False):
        if _is_table_head(minutes, at):
            return at
        at += 1
    return min(at + 1, stop) if at < stop else at


def _unlabelled(minutes: MinutesText, run: Sequence[Block]) -> Sequence[Block]:
    """The lines below the head that are delegations with their people, without a label; none where they are not."""
    delegations = [at for at, block in enumerate(run) if _names_a_delegation(minutes, block)]
    if whose := _people_with_delegations(minutes, run):
        return whose
    roll = run[delegations[0] :] if delegations else ()
    people = sum(len(HONORIFIC.findall(minutes.shadow[block.body : block.end])) for block in roll)
    return roll if len(delegations) > 1 and people > 1 else ()


def _people_with_delegations(minutes: MinutesText, run: Sequence[Block]) -> Sequence[Block]:
    """Lines one below the other that each are a person with the delegation in brackets: "Ana Luz (Peru, chairing)"."""
    best: list[Block] = []
    these: list[Block] = []
    for block in run:
        found = _PERSON_OF.fullmatch(minutes.shadow, block.body, block.end)
        whose = found and is_delegation(found["whose"]) and looks_like_a_name(HONORIFIC.sub("", found["who"]).strip())
        these = [*these, block] if whose else []
        best = max(best, these, key=len)
    return best if len(best) >= _FEWEST_LINES else ()


def _names_a_delegation(minutes: MinutesText, block: Block) -> bool:
    """Whether a line opens with a delegation and is no sentence about it."""
    line = minutes.shadow[block.body : block.end].strip()
    return (
        not block.level
        and len(line) < _SHORT_LINE
        and is_delegation(re.split(r"\t|\s{3,}", line)[0])
        and not says_something(line)
    )


def _labelled_list(minutes: MinutesText, block: Block, *, known: int = 3) -> re.Match[str] | None:
    """A line such as "Parties represented: …": a short label, then little but names."""
    line = minutes.shadow[block.body : block.end]
    label = _SOME_LABEL.match(line) if ":" in line else None
    if not label or _OTHER_LABEL.match(line) or says_something(label[0].replace("was there", "")):
        return None
    names = [hit for hit in minutes.names_between(block.body + label.end(), block.end) if not hit.adjective]
    commas = len(re.findall(r"[,;]", line))
    if label_of(label[0]) or _ATTENDS.search(label[0]):
        known = 1
    rest = line[label.end() :]
    return label if len(names) >= known and commas >= len(names) - 2 and not says_something(rest) else None


def _listlike(minutes: MinutesText, block: Block, *, first: bool) -> bool:
    """Whether a block can belong to an attendance list; below "Participation", `first`, it may be written out."""
    line = minutes.shadow[block.body : block.end].strip()
    if (block.kind == "row" or line.startswith("|")) and not _TASK_ROW.search(line):
        return True
    if _OPENS.match(line[:80]) or _labelled_list(minutes, block):
        return False
    if block.level or _OTHER_LINE.match(line):
        return False
    if (
        not first
        and len(line) > _PARAGRAPH
        and says_something(line)
        and line.endswith(".")
        and len(HONORIFIC.findall(line)) < 3
    ):
        return False
    told = first and block.gap and _is_told(minutes, block)
    if told or len(line) > _PARAGRAPH:
        names = len(minutes.names_between(block.start, block.end))
        return names >= (_FEW if told else _MANY) or len(HONORIFIC.findall(line)) >= _FEW
    if line.endswith(".") and not PERSON.match(line) and not is_delegation(line):
        return False
    if (
        is_person(line)
        or is_delegation(line)
        or label_of(line)
        or (_PEOPLE_BEHIND.match(line) and not says_something(line))
        or _PAGE.fullmatch(line)
    ):
        return True
    return (
        not line.endswith((".", ":"))
        and (looks_like_a_name(line) or line.isupper() or len(line.split()) < 6)
        and not says_something(line)
    )
