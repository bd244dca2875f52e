"""A passage with the words that were found in it marked."""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

AROUND = 160
"""Characters shown before the first and after the last word that was found, where a passage is long."""
LONG = 480
_BLANK = re.compile(r"\s")


def highlighted(text: str, marks: tuple[tuple[int, int], ...]) -> SafeString:
    """A passage with the words that were found marked; a long one is cut around them."""
    first, last = (marks[0][0], marks[-1][1]) if marks else (0, 0)
    start = 0 if len(text) <= LONG or first < AROUND else _blank(text, first - AROUND // 2)
    end = len(text) if len(text) <= LONG else min(len(text), max(_blank(text, last + AROUND), start + LONG))
    parts: list[str] = ["… "] if start else []
    at = start
    for from_, to in marks:
        if to > end:
            break
        parts += [escape(text[at:from_]), f"<mark>{escape(text[from_:to])}</mark>"]
        at = to
    parts += [escape(text[at:end]), " …" if end < len(text) else ""]
    return mark_safe("".join(parts))  # noqa: S308  every part was escaped


def _blank(text: str, near: int) -> int:
    """A place near `near` where no word is cut."""
    found = _BLANK.search(text, near, near + 40)
    return found.end() if found else near
