"""Letters that a .docx names by a font of symbols and a number in it (w:sym), as letters that any font has."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the 256 places of a font of symbols."""
_GREEK: Final = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL: Final = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The letter at `code` (hexadecimal) of `font`; nothing where only the font itself knows it.

    >>> symbol("Symbol", "F0B3"), symbol("Wingdings", "F0FC"), symbol("Arial", "20AC"), symbol("Webdings", "F061")
    ('≥', '✓', '€', '')
    """
    try:
        number = int(code, 16)
        letter = chr(number)
    except (ValueError, OverflowError):
        return ""
    place = number - _PRIVATE.start if number in _PRIVATE else number
    if font == "Symbol":
        return _SYMBOL.get(place) or _GREEK.get(chr(place)) or (chr(place) if 0x20 <= place < 0x40 else "")
    if font == "Wingdings":
        return _WINGDINGS.get(place, "")
    return letter if letter.isprintable() else ""
