"""Where two texts differ, word by word, in any script of the United Nations.

A word is a run of letters with their marks; in scripts without blanks between words every sign is one. Blanks and punctuation
stand for themselves, so that the pieces give both texts back to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]

_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese and Japanese."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Accents that stand by themselves, and the vowels of Arabic."""
_WORD = re.compile(rf"[{_SIGNS}]|(?:(?![{_SIGNS}])[\w{_MARKS}])+|\s+|[^\w\s]")

MOST_PAIRS = 2_000_000
"""Pairs of words that are compared exactly; beyond that, words that stand everywhere are passed over first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that both texts have, that only the old one has (gone), or only the new one."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Words `start` to `end` of the old text (before the second) give way to `new`; none go where both are the same."""

    start: int
    end: int
    new: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The text as words, blanks and signs, which together are the text.

    >>> words_of("The draft, of 3 May"), words_of("草案")
    (['The', ' ', 'draft', ',', ' ', 'of', ' ', '3', ' ', 'May'], ['草', '案'])
    """
    return _WORD.findall(text)


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """What is to be done to the old words to make the new ones, in their order; two edits never touch each other."""
    start = _alike(zip(old, new, strict=False))
    end = _alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    inner, other = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(None, inner, other, autojunk=len(inner) * len(other) > MOST_PAIRS)
    found: list[Edit] = []
    for kind, first, last, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            found.append(Edit(start + first, start + last, tuple(other[begin:stop])))
    return _joined(found, old)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as pieces: those that are not new are the old text, those that are not gone the new one.

    >>> [(piece.kind, piece.text) for piece in pieces("by 17 June", "by 1 July")]
    [('same', 'by '), ('gone', '17 June'), ('new', '1 July')]
    """
    words = words_of(old)
    found: list[Piece] = []
    done = 0
    for edit in edits(words, words_of(new)):
        found += [
            Piece("same", "".join(words[done : edit.start])),
            Piece("gone", "".join(words[edit.start : edit.end])),
            Piece("new", "".join(edit.new)),
        ]
        done = edit.end
    found.append(Piece("same", "".join(words[done:])))
    return tuple(piece for piece in found if piece.text)


def applied(words: Sequence[str], changes: Iterable[Edit], *, start: int = 0, end: int | None = None) -> str:
    """The text after edits, which are in their order and do not overlap; or words `start` to `end` of it, where all stand."""
    made: list[str] = []
    done = start
    for edit in changes:
        made += [*words[done : edit.start], *edit.new]
        done = edit.end
    return "".join([*made, *words[done:end]])


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _joined(found: Sequence[Edit], old: Sequence[str]) -> list[Edit]:
    """Edits between which only blanks stay the same are one: "17 June" gives way to "1 July", not word for word."""
    joined: list[Edit] = []
    for edit in found:
        last = joined[-1] if joined else None
        between = old[last.end : edit.start] if last else ()
        if last and all(word.isspace() for word in between):
            joined[-1] = Edit(last.start, edit.end, (*last.new, *between, *edit.new))
        else:
            joined.append(edit)
    return joined
