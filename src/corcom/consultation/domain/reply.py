"""An answer by e-mail, split by paragraph: what it seems to say at which place. It proposes; a person confirms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corcom.consultation.domain.comments import GENERAL, NO_COMMENTS, Change, Comment, Place

_QUOTED = re.compile(
    r"\s*>|-{2,}\s*(?:original message|message d'origine|mensaje original)|_{10,}|--\s*$"
    r"|(?:on|le|el)\b.{5,120}\b(?:wrote|a écrit|escribió)\s*:?\s*$",
    re.IGNORECASE,
)
"""A quoted line, or one below which the message that is answered stands, or a signature."""
_PARAGRAPH = r"(?:paragraphs?|paragraphe|párrafo|paras?\.?|par\.|§+|¶+)"
_NEW = r"(?:new\s+paragraph\s+after|nouveau\s+paragraphe\s+après|nuevo\s+párrafo\s+después\s+de)"
_GENERAL = re.compile(
    r"\s*(?:general\s+(?:comments?|remarks?)|commentaires?\s+généra(?:l|ux)|general)\s*[:.–-]\s*(.*)", re.IGNORECASE
)
_NONE = re.compile(
    r"\bno\s+(?:further\s+)?(?:comments?|remarks?|observations?)\b|\bpas\s+(?:de|d')\s*(?:commentaires?|observations?)\b"
    r"|\bsin\s+(?:comentarios|observaciones)\b",
    re.IGNORECASE,
)
_DELETE = re.compile(r"\s*(?:please\s+)?(?:delete|strike|supprimer|suprimir|deletion)\b", re.IGNORECASE)
_WORDING = re.compile(
    r"(?:to|should|would|shall)\s+read(?:\s+as\s+follows)?|reads?\s+as\s+follows|replace\s+(?:it\s+)?(?:by|with)"
    r"|(?:proposed|new|suggested)\s+(?:wording|text)|(?:nouvelle|proposition\s+de)\s+rédaction|nuevo\s+texto",
    re.IGNORECASE,
)
_QUOTES = "\"“”„«»'‘’ \n\t"


@dataclass(frozen=True, slots=True)
class ReplySplit:
    """What an answer seems to say, by place, and the words that were not understood."""

    comments: tuple[Comment, ...]
    unread: str


def split_reply(text: str, numbers: Sequence[str]) -> ReplySplit:
    r"""The comments that an answer by e-mail seems to make on the paragraphs with these numbers.

    >>> found = split_reply("Dear all,\nPara. 3: should read: “By 1 July.”", ["1", "2", "3"])
    >>> found.comments[0].place, found.comments[0].wording, found.unread
    (Place(kind='at', paragraph='3'), 'By 1 July.', 'Dear all,')
    """
    heads = _heads(numbers)
    blocks: list[tuple[Place, list[str]]] = []
    unread: list[str] = []
    for line in _own_lines(text):
        head = _head(line, heads)
        if head:
            blocks.append((head[0], [head[1]]))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            unread.append(line)
    if not blocks and _NONE.search("\n".join(unread)):
        return ReplySplit((Comment(place=NO_COMMENTS),), "\n".join(unread).strip())
    together: dict[Place, list[str]] = {}
    for place, lines in blocks:
        together.setdefault(place, []).extend(lines)
    comments = (_comment(place, "\n".join(lines).strip()) for place, lines in together.items())
    return ReplySplit(tuple(each for each in comments if not each.is_empty), "\n".join(unread).strip())


def _own_lines(text: str) -> list[str]:
    """What the sender wrote, without what is quoted."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.lstrip().startswith(">"):
            continue
        if _QUOTED.match(line):
            break
        lines.append(line.rstrip())
    return lines


def _heads(numbers: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(numbers, key=len, reverse=True)
    known = "|".join(r"\s*".join(map(re.escape, number.split())) for number in longest)
    return re.compile(
        rf"\s*(?:(?P<after>{_NEW})\s+(?:{_PARAGRAPH}\s*)?(?P<one>{known})|{_PARAGRAPH}\s*(?P<two>{known})|(?P<bare>{known})[.):])"
        r"(?!\w)\s*(?:[:.),–—-]\s*)?(?P<rest>.*)",
        re.IGNORECASE,
    )


def _head(line: str, heads: re.Pattern[str]) -> tuple[Place, str] | None:
    """The place that a line names at its beginning, and the rest of it."""
    if general := _GENERAL.fullmatch(line):
        return GENERAL, general[1]
    found = heads.fullmatch(line)
    if found is None:
        return None
    number = " ".join((found["one"] or found["two"] or found["bare"]).split())
    return Place("after" if found["after"] else "at", number), found["rest"]


def _comment(place: Place, words: str) -> Comment:
    change: Change = ""
    text, wording = words, ""
    if place.kind == "after":
        _, mark, behind = words.partition(":") if _WORDING.search(words.partition(":")[0]) else ("", "", words)
        return Comment(place=place, change="wording", wording=(behind or mark).strip(_QUOTES))
    if place.kind == "at":
        before, mark, behind = words.partition(":")
        if _DELETE.match(words):
            change = "deletion"
        elif mark and behind.strip() and _WORDING.search(before):
            change, text, wording = "wording", before.strip(), behind.strip(_QUOTES)
            text = "" if _WORDING.fullmatch(text) else text
    return Comment(place=place, text=text, change=change, wording=wording)
