"""Fonts of a .pdf: what their codes mean, and how wide the letters are."""

from __future__ import annotations

import math
from typing import Any, Final

from pypdf.generic._font import Font

from corcom.documents.domain.right_to_left import runs_from_right

_BLANK: Final = 280
"""Thousandths of the size: a usual blank."""


class Letters:
    """A font: its codes as text, and their widths in thousandths of its size."""

    def __init__(self, font: Font) -> None:
        self._font = font
        self._known: dict[Any, tuple[str, float]] = {}
        name = font.name.lower()
        descriptor = font.font_descriptor
        self.bold = any(word in name for word in ("bold", "black", "heavy", "demi")) or number(descriptor.weight) > 600
        self.blank = float(font.space_width or 250)
        if not _has_blank(font):  # what pypdf says then is the width of some letter
            self.blank = min(self.blank, _BLANK)

    def decoded(self, data: bytes | str) -> list[tuple[str, float]]:
        """Each letter of `data` with its width."""
        encoding = self._font.encoding
        codes: Any = data
        if isinstance(encoding, str) and isinstance(data, bytes):
            codes = data.decode(encoding, "replace")
        known = self._known
        try:
            return [known[code] for code in codes]
        except KeyError:  # a letter for the first time
            known.update({code: self._letter(code) for code in codes if code not in known})
        return [known[code] for code in codes]

    def _letter(self, code: int | str) -> tuple[str, float]:
        font = self._font
        raw = chr(code) if isinstance(code, int) else code
        shown = font.encoding.get(code, raw) if isinstance(font.encoding, dict) and isinstance(code, int) else raw
        text = font.character_map.get(shown, shown) if font.interpretable else ""
        width = font.character_widths.get(raw)
        if width is None:
            width = font.space_width if text == " " else font.character_widths.get("default", 500)
        text = _righted(str(text))
        # A line is put together as it looks, and then turned around where it runs from the right: see as_read.
        return text[::-1] if len(text) > 1 and runs_from_right(text) else text, number(width)


def _has_blank(font: Font) -> bool:
    """Whether a font has a blank; one that was cut down to the letters of a page may have none."""
    known = font.character_map
    codes = font.encoding.values() if isinstance(font.encoding, dict) else known
    return not known or any(known.get(code, code) == " " for code in codes)


def _righted(text: str) -> str:
    """Letters of a ligature whose two bytes a widespread program swaps: U+6600 U+6900 for "fi".

    >>> _righted(chr(0x6600) + chr(0x6900)), _righted("fi")
    ('fi', 'fi')
    """
    if (
        len(text) < 2
        or text.isascii()
        or any(ord(letter) & 0xFF or not 0x61 <= ord(letter) >> 8 <= 0x7A for letter in text)
    ):
        return text
    return "".join(chr(ord(letter) >> 8) for letter in text)


def number(value: object) -> float:
    """A number as a page writes it; 0 for anything else."""
    return float(value) if isinstance(value, (int, float)) and math.isfinite(value) else 0.0
