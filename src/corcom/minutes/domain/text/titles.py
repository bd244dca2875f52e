"""Which lines read as titles where no number says so: alone between paragraphs, in capitals, with a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.text.layout import Block
from corcom.register.domain.gazetteer import party

NOT_A_HEADING = re.compile(
    r"\b(?:minutes(?! of (?:the )?(?:last|previous|preceding)\b)|summary|synopsis|summary record|held|convention on|convention$|treaty$|committee meeting|notes of|record$|meeting of the|draft)\b"
    r"|^(?:\[|\(|note\b|cc\b|annex(?:es)?\s*$|page\b|distr|original)|[.;,]\s*\Z|@|https?:|\d{4}\b|:\s*\S",
    re.IGNORECASE,
)
LISTS = re.compile(
    r"^(?:(?:list of |summary of |follow[- ]up )?(?:action points?|actions?|action items?|attendees|participants|participation"
    r"|attendance|present|in attendance|members|apologies(?: (?:not )?received)?|absent|absence|excused|not there|(?:no )?regrets(?: (?:not )?received)?|observers|secretariat|by special invitation"
    r"|special invitees?|decisions?|conclusions?|recommendations?|agenda|contents|distribution|speakers|key|members present"
    r"|action points? and decisions?|(?:follow[- ]?up|to[- ]?do|things to do|task)(?: list)?|invited|regrets|who (?:was there|came|attended)|(?:around|at) the table))\s*:?\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s{0,3}\([^()]{1,80}\)\Z")
_UNIT = re.compile(r"(?:THE )?(?:ISU|SECRETARIAT)")
SHORT_TITLE = 80
_FEWEST = 3


def stands_alone(text: str, blocks: Sequence[Block], at: int, *, begun: bool) -> bool:
    """A heading without a number: a short line of its own with text below it."""
    block = blocks[at]
    title = text[block.body : block.end].strip("*# ")
    if block.kind != "paragraph" or (block.label and not block.level) or not title or len(title) > 120:
        return False
    if at + 1 >= len(blocks) or not (block.gap or block.level or block.bold):
        return False
    if LISTS.match(title) or NOT_A_HEADING.search(title.rstrip(":")) or _lists_parties(title):
        return False
    following = blocks[at + 1]
    if following.scheme in {"item", "roman", "annex"} or following.level:
        return False
    if block.level or block.bold:
        return begun and not title.endswith(".")
    if not begun and not text[block.start : following.end].rstrip().endswith((".", ":", ";")):
        return False  # a line of the paper's title
    short = title.count(" ") < 8 and title[0].isupper() and not title.endswith(".") and len(title) < 70
    return short and _is_titled(title) and following.gap and following.kind in {"paragraph", "bullet"}


def _lists_parties(title: str) -> bool:
    """Whether a line is nothing but States and organisations."""
    return all(party(name) is not None for name in re.split(r"\s*[,;]\s*|\s+and\s+", title.rstrip(".")))


def _is_titled(title: str) -> bool:
    """Whether a line reads as a title: not a name with a colon that opens somebody's words."""
    if title.endswith(":"):
        return "/" in title or title.split(maxsplit=1)[0].lower() in {
            "intro",
            "introduction",
            "opening",
            "closing",
            "welcome",
            "background",
        }
    bare = title.split(" (", maxsplit=1)[0]
    if title.endswith(")") and len(bare.split()) <= 6:
        return True  # such as "Victim assistance (Chile and Italy)"
    big = sum(word[0].isupper() or not word[0].isalpha() for word in title.split())
    return len(title.split()) > 1 and (
        big >= len(title.split()) - 1
        or title.split(maxsplit=1)[0].lower() in {"intro", "introduction", "opening", "closing"}
    )


def opens_text(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether sentences follow a line."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and following.end - following.start > 60 and text[following.end - 1] in ".:;"


def ending_in_colons(text: str, blocks: Sequence[Block]) -> list[int]:
    """Short lines with a colon above paragraphs, where there are several and each says something else."""
    found = {
        text[block.body : block.end].lower(): at
        for at, block in enumerate(blocks[:-1])
        if text[block.end - 1] == ":"
        and block.gap
        and not block.label
        and block.end - block.body < SHORT_TITLE
        and blocks[at + 1].kind == "paragraph"
        and not blocks[at + 1].label
        and not LISTS.match(title := text[block.body : block.end].strip("*# "))
        and not NOT_A_HEADING.search(title.rstrip(":"))
        and party(title.rstrip(":")) is None
    }
    return list(found.values()) if len(found) >= _FEWEST else []


def plain_title(text: str, blocks: Sequence[Block], at: int) -> bool:
    """A short line between paragraphs, in a text whose headings carry neither number nor form."""
    block = blocks[at]
    title = text[block.body : block.end].strip("*# ")
    if block.label or not block.gap or block.kind != "paragraph" or at < 3 or at + 1 >= len(blocks):
        return False
    before, following = blocks[at - 1], blocks[at + 1]
    if not following.gap or (following.end - following.start <= 120 and following.scheme not in {"arabic", "bullet"}):
        return False
    ended = text[before.start : before.end].rstrip().endswith((".", ":", "!", "?", ")"))
    plain = title[0].isupper() and len(title) < 70 and title[-1].isalpha() and not NOT_A_HEADING.search(title)
    return ended and plain and not LISTS.match(title) and party(title) is None


def in_capitals(text: str, block: Block) -> bool:
    """Whether a line is in capitals, be it but for what brackets in it say: "ROAD TO OSLO (3MSP, 11-14 September)"."""
    title = text[block.body : block.end].strip("*#: ")
    bare = _BRACKETS.sub("", title)
    letters = [c for c in bare if c.isalpha()]
    return (
        block.kind == "paragraph"
        and 3 < len(letters) < 120
        and bare.upper() == bare
        and title.count(" ") < 16
        and party(title) is None
    )


def unit_in_capitals(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a line "ISU" among others in capitals is about the unit: alone between gaps, and opening no one's words."""
    block = blocks[at]
    alone = block.gap and at + 1 < len(blocks) and blocks[at + 1].gap and block.kind == "paragraph"
    return alone and _UNIT.fullmatch(text, block.body, block.end) is not None
