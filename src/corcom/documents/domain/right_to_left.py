"""Words of a .pdf that run from right to left: a page holds them as they look, a text as they are read.

What is needed of the rules for both directions (Unicode annex 9) is little, because the lines are set already: within a
line the words are turned around, but not numbers and not words of other scripts. A page most of whose letters run from
the right is turned around as a whole, as in a mirror, so that its columns, its items and its paragraphs begin where
those of any other page do.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_RIGHT: Final = "\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
"""Hebrew, Arabic and their like, without Arabic digits, which run from the left."""
_LETTER: Final = re.compile(f"[{_RIGHT}]")
_FORMS: Final = re.compile("[\ufb1d-\ufdff\ufe70-\ufefe]+")
"""Letters as they are joined in print."""
_WORDS: Final = rf"[^\W\d_{_RIGHT}](?:[^{_RIGHT}]*[^\W_{_RIGHT}])?"
"""Words of other scripts and what stands between them."""
_PIECES: Final = tuple(
    re.compile(rf"{_WORDS}|\d+(?:[{between}]\d+)*%?|[^{_RIGHT}]|[{_RIGHT}]+") for between in (r".,:/\-", r".,:/٫٬")
)
"""What keeps its order when a line is turned. In Arabic a hyphen sets numbers apart, in Hebrew it does not."""
_ARABIC: Final = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")
_INSIDE: Final = re.compile(rf"[{_RIGHT}](?:(?:[^\w]|\d)*[{_RIGHT}])*")
"""Words from the right in a line from the left."""
_BRACKETS: Final = {")": "(", "]": "[", "}": "{", "»": "«"}
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def runs_from_right(text: str, *, share: float = 0.33) -> bool:
    """Whether more than a `share` of the letters belongs to scripts that run from right to left."""
    right = sum(map(str.isalpha, _LETTER.findall(text)))
    return right > 0 and right > share * sum(map(str.isalpha, text))


def as_read(shown: str, *, right: bool) -> str:
    """A line as it is read that is `shown` so from left to right; `right`: the line itself runs from the right.

    >>> as_read("2015 ויאמ 15", right=True) == "15 מאיו 2015"
    True
    >>> as_read("See יאמ page", right=False) == "See מאי page"
    True
    """
    if not _LETTER.search(shown):
        return shown
    text = _turned(shown) if right else _INSIDE.sub(lambda found: _turned(found[0]), shown)
    # Programs differ in whether they note a bracket as it is meant or as it looks.
    mirrored = text.translate(_MIRRORED)
    text = mirrored if _pairs(mirrored) > _pairs(text) else text
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _turned(shown: str) -> str:
    pieces = _PIECES[_ARABIC.search(shown) is not None].findall(shown)
    return "".join([piece[::-1] if _LETTER.match(piece) else piece for piece in reversed(pieces)])


def _pairs(text: str) -> int:
    """Brackets that open and close."""
    pairs = 0
    opened: list[str] = []
    for letter in text:
        if letter in "([{«":
            opened.append(letter)
        elif letter in _BRACKETS and opened and opened.pop() == _BRACKETS[letter]:
            pairs += 1
    return pairs
