"""Tables of action points: number, action, responsible, deadline, status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.people.actors import actors_in
from corcom.minutes.domain.promises.due import Due, due_between, short_date
from corcom.minutes.domain.promises.tasks import Marked, Page
from corcom.minutes.domain.text.layout import Block

_HEADS = {
    "action": r"action|task|what|item|point|activity|commitment|follow[\s-]?up",
    "owner": r"responsib|owner|who|lead|by whom|assigned|actor|assignee|focal point",
    "due": r"deadline|due|when|date|by\b|tim(?:e|ing)|target|until|completion",
    "status": r"status|state|progress|remarks?",
}
_ACTS = re.compile(r"states?|delegations?|countr(?:y|ies)|part(?:y|ies)|offices?", re.IGNORECASE)
"""Heads of the owners' column where no other is: "State | Task | Date"."""
_CELL = re.compile(r"\t+|\s*\|\s*|\s{3,}")

_MAY_SPLIT = re.compile(r"[\s|](?:(?<=[\t|])|\s\s)")


def action_columns(line: str) -> dict[str, int] | None:
    """The columns of a table of action points by what its head calls them."""
    if len(line) > 160 or not _MAY_SPLIT.search(line):
        return None
    cells = [cell.strip(" *|") for cell in _CELL.split(line.strip(" |"))]
    if not 2 <= len(cells) <= 8:
        return None
    columns = _named(cells, {})
    if "owner" not in columns and (owner := _owner_instead(cells, columns)) is not None:
        columns = _named(cells, {"owner": owner})
    return columns if "action" in columns and ("owner" in columns or "due" in columns) else None


def _named(cells: Sequence[str], columns: dict[str, int]) -> dict[str, int]:
    """The columns by their heads, beside those that are known."""
    for at, cell in enumerate(cells):
        for name, pattern in _HEADS.items():
            if name not in columns and at not in columns.values() and re.match(rf"(?:{pattern})", cell, re.IGNORECASE):
                columns[name] = at
                break
    return columns


def _owner_instead(cells: Sequence[str], columns: dict[str, int]) -> int | None:
    """The column that says who, by another head: "Action | By | When", where "By" is no day, or "State | Task | Date"."""
    days = sum(re.match(rf"(?:{_HEADS['due']})", cell, re.IGNORECASE) is not None for cell in cells)
    for at, cell in enumerate(cells):
        if at != columns.get("action") and (_ACTS.fullmatch(cell) or (cell.lower() == "by" and days > 1)):
            return at
    return None


def action_table(page: Page, at: int, columns: dict[str, int]) -> int:
    """The rows of a table of action points."""
    head = page.minutes.text[page.minutes.blocks[at].start : page.minutes.blocks[at].end]
    wanted = len([c for c in _CELL.split(head.strip(" |")) if c.strip()])
    at += 1
    while at < len(page.minutes.blocks):
        block = page.minutes.blocks[at]
        cells = cells_of(page, block)
        if len(cells) < 2 or (
            block.kind != "row" and "|" not in page.minutes.shadow[block.start : block.end] and len(cells) < wanted - 1
        ):
            break
        if re.search(r"[A-Za-z]{3}", page.minutes.shadow[block.start : block.end]):
            _row(page, block, cells, columns)
        at += 1
    return at


def cells_of(page: Page, block: Block) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    line = page.minutes.text[block.start : block.end]
    at = 0
    for gap in [*_CELL.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        if stop > at or cells:
            cells.append((block.start + at, block.start + stop))
        at = gap.end() if gap else stop
    while cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return cells


def _row(page: Page, block: Block, cells: Sequence[tuple[int, int]], columns: dict[str, int]) -> None:
    def cell(name: str) -> tuple[int, int] | None:
        at = columns.get(name)
        return cells[at] if at is not None and at < len(cells) else None

    action = cell("action")
    if not action or not re.search(r"[A-Za-z]{3}", page.minutes.shadow[action[0] : action[1]]):
        return
    owner, due, status = cell("owner"), cell("due"), cell("status")
    names: tuple[str, ...] = ()
    if owner:
        names = tuple(dict.fromkeys(a.name for a in actors_in(*owner, page.people) if a.kind != "pronoun"))
        # Whom the text names stands there even where the reader does not know who it is.
        names = names or tuple(as_written for as_written in [page.minutes.words(*owner).strip(" -*.")] if as_written)
    when = due_between(page.calendar, *due, past=True) if due else due_between(page.calendar, *action)
    if due and when.value is None and (written := short_date(page.minutes.shadow[due[0] : due[1]], page.calendar.day)):
        when = Due(written, page.minutes.words(*due))
    elif (
        due and when.value is None and when.words is None and (named := page.calendar.between(*due)) and named[0].value
    ):
        when = Due(named[0].value, page.minutes.words(*due))  # a day, month or year alone bounds what stands beside it
    elif due and when.value is None and when.words is None and page.minutes.shadow[due[0] : due[1]].strip(" -"):
        when = Due(page.calendar.event(page.minutes.words(*due)), page.minutes.words(*due))
    done = bool(status and re.match(r"\W*(?:done|completed?|closed)\b", page.minutes.low[status[0] : status[1]]))
    page.found.points.append(Marked(action[0], action[1], action[0], action[1], names, when, done))
    page.found.taken.append((block.start, block.end))
