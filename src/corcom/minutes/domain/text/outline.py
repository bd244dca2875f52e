"""Which blocks are headings, and so what was on the agenda.

Numbered lines are headings where their numbers run through the whole document; a run of numbers without text between
them is a list, and the first such list that the later headings repeat is the agenda as announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corcom.kernel.plain import words
from corcom.minutes.domain.text.inline_agenda import items_in
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.titles import (
    LISTS,
    NOT_A_HEADING,
    SHORT_TITLE,
    ending_in_colons,
    in_capitals,
    opens_text,
    plain_title,
    stands_alone,
    unit_in_capitals,
)

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_AGENDA_LABEL = re.compile(
    r"(?:the )?(?:(?:[\w ]{3,40} )?adopted (?:the|its) )?(?:following |draft |provisional |proposed |annotated |adopted )*agenda(?: items?)?(?: of the (?:meeting|day))?"
    r"(?:,? (?:was|is|reads?)?(?: ?adopted)?)?(?: ?as follows)?\s*:?\Z|(?:items on the agenda|order of (?:the day|business)|(?:points|items) (?:discussed|for discussion))\s*:?\Z",
    re.IGNORECASE,
)
_TASKS = re.compile(r"(?:list of |summary of )?(?:actions?\b|follow|to[- ]?do|things|task)", re.IGNORECASE)
_LONGEST_TITLE = 300
_OPENING = 12
"""How many blocks below the first heading the agenda may still be told."""
_TELLS = re.compile(r":\s+\S.*\d")
_TITLE_ENDS = 3
"""Lines in capitals before this block are the title of the paper, where others follow."""


@dataclass(slots=True)
class Section:
    """A heading and what stands under it: `blocks[first:last]` after the heading block itself (index `at`).

    `path` is its number in full ("5.1.a"), None for a heading without one; `depth` 0 is the top.
    """

    at: int
    path: str | None
    title: str
    start: int
    end: int
    depth: int
    parent: Section | None = None
    first: int = 0
    last: int = 0

    @property
    def name(self) -> str:
        return self.path or self.title


@dataclass(slots=True)
class Outline:
    """Sections in order; `announced` holds the numbers and titles of an agenda list at the start, as blocks."""

    sections: list[Section] = field(default_factory=list)
    announced: list[Block] = field(default_factory=list)
    section_of: list[Section | None] = field(default_factory=list)
    """For each block, the innermost section it stands in (the heading itself included)."""


def roman(label: str) -> int:
    """The value of a Roman numeral up to 39.

    >>> roman("XIV"), roman("iv")
    (14, 4)
    """
    total = 0
    values = [_ROMAN[letter] for letter in label.lower()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += value if value >= following else -value
    return total


def _is_in(block: Block, scheme: str) -> bool:
    """Whether a block is numbered in a scheme; "(i)" and "(v)" go on with lower-case letters too."""
    letter = scheme == "lowletter" and block.scheme == "lowroman" and block.label in {"i", "v"}
    return block.scheme == scheme or letter


def _value(block: Block, scheme: str = "") -> int:
    top = block.label.split(".")[0]
    if scheme == "lowletter":
        return ord(top) - 96
    if block.scheme in {"roman", "lowroman"} or (block.scheme == "item" and not top.isdigit()):
        return roman(top)
    if block.scheme in {"letter", "lowletter"}:
        return ord(top.lower()) - 96
    return int(top)


def _title(text: str, block: Block) -> str:
    title = words(text[block.body : block.end].replace("**", " ").strip("#_ ").removesuffix("\\"))
    return title.rstrip(" :*").strip()


def _could_be_title(text: str, block: Block) -> bool:
    title = text[block.body : block.end].strip(" *#")
    if not title or len(title) > _LONGEST_TITLE or title.endswith((";", ",")):
        return False
    if block.level or block.bold or block.scheme in {"item", "annex"}:
        return True
    if title.endswith((".", "?")) and not title.endswith(("etc.", "a.i.", "St.")):
        # "Next meeting: 26 April 2018, same place." is a line of its own, and no heading.
        return title.endswith(".") and len(title) < 60 and title.count(" ") < 8 and not _TELLS.search(title)
    return not title[0].islower()


def _has_body(blocks: Sequence[Block], at: int) -> bool:
    """Whether words that are no further number follow the block at `at`."""
    if at + 1 >= len(blocks):
        return False
    following = blocks[at + 1]
    mine = blocks[at]
    if not following.label or following.scheme == "bullet":
        return True
    if following.scheme != mine.scheme:
        return True
    return "." in following.label and "." not in mine.label


def _chain(text: str, blocks: Sequence[Block], scheme: str) -> list[int]:
    """The blocks that carry the document's top numbers in one scheme: the heaviest run of growing numbers.

    Linear in the number of candidates: for each number only the best run that ends with it is kept.
    """
    best: dict[int, tuple[float, int]] = {}
    came_from: dict[int, int] = {}
    for at, block in enumerate(blocks[: _list_of_tasks(text, blocks)]):
        if not _is_in(block, scheme) or "." in block.label or block.kind == "row" or not _could_be_title(text, block):
            continue
        value = _value(block, scheme)
        weight = 1.0 + 2.0 * _has_body(blocks, at) + 0.5 * (block.bold or block.level > 0) + 0.3 * block.gap
        if not block.bold and not block.level and text[block.start - 1 : block.start] == " ":
            weight -= 0.3
        before = max(((score, last) for number, (score, last) in best.items() if number < value), default=None)
        jump = 0.2 * (value - 1 - (_value(blocks[before[1]], scheme) if before else 0))
        score = weight + (before[0] if before else 0.0) - min(1.5, jump)
        if value not in best or score > best[value][0]:
            best[value] = (score, at)
            if before:
                came_from[at] = before[1]
            else:
                came_from.pop(at, None)
    if not best:
        return []
    _, at = max(best.values())
    chain = [at]
    while at in came_from:
        at = came_from[at]
        chain.append(at)
    return chain[::-1]


def _list_of_tasks(text: str, blocks: Sequence[Block]) -> int:
    """Where a list of what is to be done ends the text: its numbers begin anew and are none of the headings'."""
    for at in range(len(blocks) - 2, len(blocks) // 2, -1):
        title = text[blocks[at].body : blocks[at].end].strip("*# ")
        if not blocks[at].label and LISTS.match(title) and _TASKS.match(title):
            listed = all(block.label or block.kind == "row" for block in blocks[at + 1 :])
            return at if listed and blocks[at + 1].label == "1" else len(blocks)
    return len(blocks)


def _top_scheme(text: str, blocks: Sequence[Block]) -> tuple[str, list[int]]:
    """The scheme that numbers the top headings, and the blocks that carry it."""
    chains: list[tuple[float, str, list[int]]] = []
    for rank, scheme in enumerate(("item", "roman", "arabic", "letter", "lowletter")):
        chain = _chain(text, blocks, scheme)
        bodies = sum(_has_body(blocks, at) for at in chain)
        if len(chain) >= 2 and bodies >= 1 and bodies * 2 >= len(chain):
            spread = (chain[-1] - chain[0]) / max(1, len(blocks))
            chains.append((len(chain) * 0.1 + spread * 3 + bodies * 0.1 - rank * 0.2, scheme, chain))
    if not chains:
        return "", []
    _, scheme, chain = max(chains)
    return scheme, chain


def _astray(text: str, blocks: Sequence[Block], chain: Sequence[int]) -> Iterator[int]:
    """Headings between those of the chain whose number was given twice or out of turn; no items of a list."""
    if not chain:
        return
    first = blocks[chain[0]]
    highest = _value(blocks[chain[-1]])
    known = set(chain)
    for at in range(chain[0] + 1, len(blocks) - 1):
        block, before, following = blocks[at], blocks[at - 1], blocks[at + 1]
        if (
            at not in known
            and (block.scheme, block.bold, block.level) == (first.scheme, first.bold, first.level)
            and "." not in block.label
            and block.gap
            and following.gap
            and not before.label
            and not following.label
            and _value(block) <= highest
            and opens_text(text, blocks, at)
            and block.end - block.body < SHORT_TITLE
            and text[block.body].isupper()
            and text[block.end - 1] not in ".;,"
        ):
            yield at


def _announced(text: str, blocks: Sequence[Block], top: set[int]) -> list[int]:
    """The blocks of an agenda list: under a line `Agenda:`, or before the headings that repeat it."""
    found: list[int] = []
    listing = False
    for at, block in enumerate(blocks):
        line = text[block.body : block.end].strip("*# ")
        if _AGENDA_LABEL.match(line) and at not in top:
            listing, found = True, []
            continue
        if not listing:
            continue
        if at in top or block.kind == "row":
            break
        if (block.label and len(line) < _LONGEST_TITLE) or (block.scheme == "bullet"):
            found.append(at)
        elif found:
            break
        elif block.level or len(line) > _LONGEST_TITLE:
            listing = False
    return found if len(found) >= 2 else []


def _told(text: str, blocks: Sequence[Block], top: set[int]) -> list[Block]:
    """The agenda that one of the first blocks gives in running words."""
    first = min(top, default=len(blocks))
    places = range(min(first + _OPENING, len(blocks)))
    return next((items for at in places if (items := items_in(text, blocks, at))), [])


def outline(text: str, blocks: Sequence[Block]) -> Outline:
    """The sections of a document, the agenda as announced, and for each block the section it stands in."""
    scheme, chain = _top_scheme(text, blocks)
    top = {*chain, *_astray(text, blocks, chain)}
    announced = _announced(text, blocks, top)
    result = Outline(announced=[blocks[at] for at in announced] or _told(text, blocks, top))
    skip = set(announced)
    if scheme:
        _numbered(text, blocks, scheme, top, skip, result)
    else:
        _unnumbered(text, blocks, skip, result)
    _close(blocks, result)
    return result


def _add(result: Outline, section: Section) -> None:
    result.sections.append(section)


def _numbered(text: str, blocks: Sequence[Block], scheme: str, top: set[int], skip: set[int], result: Outline) -> None:
    """Sections where the document numbers its headings."""
    current: Section | None = None
    sub: Section | None = None
    begun = False
    for at, block in enumerate(blocks):
        if at in skip:
            continue
        if at in top:
            begun = True
            current = sub = Section(at, block.label, _title(text, block), block.start, block.end, 0)
            _add(result, current)
        elif block.scheme == "annex" and _could_be_title(text, block):
            current = sub = Section(at, block.label, _title(text, block), block.start, block.end, 0)
            _add(result, current)
        elif current and (found := _sub_number(text, blocks, at, scheme, current, sub)):
            sub = found
            _add(result, found)
        elif stands_alone(text, blocks, at, begun=begun) and not _in_annex(result):
            current = sub = Section(at, None, _title(text, block), block.start, block.end, 0)
            _add(result, current)


def _in_annex(result: Outline) -> bool:
    return (
        bool(result.sections)
        and result.sections[-1].path is not None
        and (result.sections[-1].path or "").startswith("Annex")
    )


def _sub_number(
    text: str, blocks: Sequence[Block], at: int, scheme: str, current: Section, sub: Section | None
) -> Section | None:
    """A heading below the top one: "5.1", "a.", "A."."""
    block = blocks[at]
    if not block.label or block.kind != "paragraph" or not _could_be_title(text, block):
        return None
    top = current.path or ""
    title = _title(text, block)
    if block.scheme == "arabic" and "." in block.label:
        if scheme in {"arabic", "item"} and block.label.split(".")[0] != top.split(".")[0]:
            return None
        path = block.label if scheme in {"arabic", "item"} else f"{top}.{block.label}"
        return Section(at, path, title, block.start, block.end, 1 + block.label.count("."), current)
    if not _has_body(blocks, at) and not block.bold and not block.level:
        return None
    if block.scheme in {"letter", "lowletter", "lowroman"} and block.scheme != scheme:
        if title.endswith(".") or (title[:1].islower() and not block.bold):
            return None
        above = sub if sub and sub.depth and (sub.path or "")[-1:].isdigit() else current
        if sub and sub.path and re.search(r"\.[A-Za-z]\Z", sub.path) and sub.parent:
            above = sub.parent
        prefix = f"{above.path}." if above.path else ""
        return Section(at, f"{prefix}{block.label}", title, block.start, block.end, above.depth + 1, above)
    if block.scheme == "arabic" and scheme in {"roman", "letter"} and (block.bold or block.level):
        return Section(at, f"{top}.{block.label}", title, block.start, block.end, 1, current)
    return None


def _unnumbered(text: str, blocks: Sequence[Block], skip: set[int], result: Outline) -> None:
    """Sections where headings carry no numbers: Markdown or format levels, bold lines, lines in capitals."""
    levels = sorted({block.level for at, block in enumerate(blocks) if block.level and at not in skip})
    titled = levels[1:] if len(levels) > 1 and sum(b.level == levels[0] for b in blocks) == 1 else levels
    bolds = sum(block.bold and not block.level for block in blocks) >= 2
    shouted = [at for at, block in enumerate(blocks) if in_capitals(text, block)]
    # The first lines in capitals are the title of the paper, where enough others follow.
    head = (
        {at for at in shouted if at < _TITLE_ENDS and not opens_text(text, blocks, at)} if len(shouted) > 3 else set()
    )
    capitals = set(shouted) - head if len(shouted) > 1 else set()
    if len(capitals) > _TITLE_ENDS:
        first = min(capitals)
        capitals |= {at for at in range(first, len(blocks)) if unit_in_capitals(text, blocks, at)}
    colons = set(ending_in_colons(text, blocks))
    for at, block in enumerate(blocks):
        if at in skip or block.kind == "row":
            continue
        title = text[block.body : block.end].strip("*# ")
        if len(title) > _LONGEST_TITLE or LISTS.match(title):
            continue
        if titled:
            heading = block.level in titled
        elif bolds:
            heading = block.bold and not NOT_A_HEADING.search(title.rstrip(":"))
        elif capitals:
            heading = at in capitals and not NOT_A_HEADING.search(title.replace(":", " "))
        else:
            heading = (
                at in colons
                or stands_alone(text, blocks, at, begun=bool(result.sections))
                or plain_title(text, blocks, at)
            )
        if heading:
            depth = titled.index(block.level) if titled else 0
            path = block.label if block.label and block.scheme != "bullet" else None
            _add(result, Section(at, path, _title(text, block), block.start, block.end, depth))


def _close(blocks: Sequence[Block], result: Outline) -> None:
    """Say where each section ends and in which one each block stands."""
    section_of: list[Section | None] = [None] * len(blocks)
    for section, following in zip(result.sections, [*result.sections[1:], None], strict=False):
        section.first = section.at + 1
        section.last = following.at if following else len(blocks)
        for at in range(section.at, section.last):
            section_of[at] = section
    result.section_of = section_of
