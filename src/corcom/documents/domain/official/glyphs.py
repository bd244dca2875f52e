"""Which letters of a text no font of CorCom can draw, known before a document is made of it."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

from corcom.documents.domain.official import parts
from corcom.documents.domain.official.pdf_writing import NoGlyph, written_pdf
from corcom.documents.domain.official.safe import xml_safe
from corcom.kernel.wording import Wording

_FONTS: Final = Path(__file__).parent / "fonts"
_ANY_LANGUAGE: Final = Wording(language="en")


def letters_without_glyph(text: str) -> tuple[str, ...]:
    r"""The letters of a text that a .pdf cannot show, upright or bold, each once, in the order in which they stand.

    >>> letters_without_glyph("Excellency, \N{CUNEIFORM SIGN A}! \N{CUNEIFORM SIGN A}")
    ('𒀀',)
    """
    doubtful = [letter for letter in dict.fromkeys(xml_safe(text)) if ord(letter) not in _drawn()]
    return tuple(letter for letter in doubtful if not letter.isspace() and _is_missing(letter))


@cache
def _is_missing(letter: str) -> bool:
    """Whether typesetting fails: it knows what is not drawn at all, such as marks of direction, and what is put together."""
    content = [parts.Plain(letter), parts.Plain(letter, bold=True)]
    try:
        written_pdf(content, title="?", wording=_ANY_LANGUAGE, running="", made_at=None)
    except NoGlyph:
        return True
    return False


@cache
def _drawn() -> frozenset[int]:
    """The characters that some font draws upright, and some font bold."""
    return frozenset(_of_weight("Regular") & _of_weight("Bold"))


def _of_weight(weight: str) -> set[int]:
    found: set[int] = set()
    for path in _FONTS.glob(f"*-{weight}.ttf"):
        with path.open("rb") as font:
            found |= _characters(font)
    return found


def _characters(font: BinaryIO) -> set[int]:
    """The characters of a TrueType font, by the tables of its `cmap` of formats 4 and 12, which all fonts of today have."""
    (count,) = struct.unpack(">4xH6x", font.read(12))
    tables: dict[bytes, int] = dict(struct.unpack(">4s4xI4x", font.read(16)) for _ in range(count))
    font.seek(cmap := tables[b"cmap"])
    (count,) = struct.unpack(">2xH", font.read(4))
    starts = {start for (start,) in (struct.unpack(">4xI", font.read(8)) for _ in range(count))}
    found: set[int] = set()
    for start in starts:
        font.seek(cmap + start)
        (form,) = struct.unpack(">H", font.read(2))
        found |= {4: _segments, 12: _groups}.get(form, _none)(font)
    return found


def _segments(font: BinaryIO) -> set[int]:
    """Format 4: runs of characters of the first plane; the last run is a mark of the end."""
    length, twice = struct.unpack(">H2xH6x", font.read(12))
    rest = font.read(length - 14)
    ends = struct.unpack(f">{twice // 2}H", rest[:twice])
    begins = struct.unpack(f">{twice // 2}H", rest[twice + 2 : 2 * twice + 2])
    return {one for begin, end in zip(begins, ends, strict=True) if end != 0xFFFF for one in range(begin, end + 1)}


def _groups(font: BinaryIO) -> set[int]:
    """Format 12: runs of characters of any plane."""
    (count,) = struct.unpack(">10xI", font.read(14))
    found: set[int] = set()
    for _ in range(count):
        begin, end, _glyph = struct.unpack(">3I", font.read(12))
        found.update(range(begin, end + 1))
    return found


def _none(_font: BinaryIO) -> set[int]:
    return set()
