"""An official document as .pdf, by typst: tagged (PDF/UA-1) and for keeping (PDF/A-3a), in the six languages of the United Nations.

The template (`official.typ`) is ours and fixed; what a document says goes into it as data. The fonts stand beside it, so that
a file is the same on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from corcom.documents.domain.official import parts
from corcom.documents.domain.official.foot import foot
from corcom.documents.domain.official.heights import is_high
from corcom.documents.domain.official.outline import depths
from corcom.documents.domain.official.safe import reads_right_to_left, xml_safe
from corcom.kernel.errors import CorcomError
from corcom.kernel.wording import Wording

_HERE = Path(__file__).parent
_MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_FONTS = ["Source Serif 4", "Noto Naskh Arabic", "Noto Serif SC"]


class NoGlyph(CorcomError):
    """No font that CorCom brings has `letters`; the .docx can still be made, its reader has fonts of their own."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"no font of CorCom has {letters}")
        self.letters = letters


def written_pdf(
    content: Iterable[parts.Part], *, title: str, wording: Wording, running: str, made_at: datetime | None
) -> bytes:
    """The parts as the content of a .pdf file. A file for keeping must say when it was made; without `made_at` it is tagged only.

    Errors: `NoGlyph`.
    """
    right = wording.right_to_left
    several = tuple(content)
    document = {
        "title": xml_safe(title),
        "dated": made_at is not None,
        "language": wording.language.partition("-")[0],
        "right": right,
        "fonts": _FONTS,
        "running": _text(running, right=right),
        "foot": foot(wording),
        "parts": [
            _as_data(part, right=right) | {"depth": depth} for part, depth in zip(several, depths(several), strict=True)
        ],
    }
    try:
        made: bytes = _compiler().compile(
            format="pdf",
            sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-3a"] if made_at else ["ua-1"],
            timestamp=int(made_at.timestamp()) if made_at else None,
        )
    except typst.TypstError as error:
        if missing := _MISSING.findall(str(error)):
            raise NoGlyph("".join(dict.fromkeys(missing))) from error
        raise
    return made


@cache
def _compiler() -> Any:
    """One for the whole process: it keeps the fonts and what it learnt of the template."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_HERE / "fonts")])
    return typst.Compiler(str(_HERE / "official.typ"), font_paths=fonts)


def _text(text: str, *, right: bool) -> dict[str, Any]:
    """A text with the side from which it is read; one without letters goes with the document."""
    own = reads_right_to_left(text)
    return {"t": xml_safe(text), "r": right if own is None else own}


def _as_data(part: parts.Part, *, right: bool) -> dict[str, Any]:
    """A part as the template takes it."""

    def texts(lines: Sequence[str]) -> list[dict[str, Any]]:
        return [_text(line, right=right) for line in lines]

    match part:
        case parts.Masthead(left, other):
            return {"kind": "masthead", "left": texts(left), "right": texts(other)}
        case parts.Table() | parts.Pairs():
            return _rows_as_data(part, texts)
        case parts.Signatures(names):
            return {"kind": "signatures", "names": texts(names)}
        case parts.Line(text, bold) | parts.Plain(text, bold):
            kept = isinstance(part, parts.Line) and part.kept
            return {"kind": _kind(part), "text": _text(text, right=right), "bold": bold, "kept": kept}
        case parts.Heading(text, level):
            return {"kind": "heading", "text": _text(text, right=right), "level": level}
        case parts.Closing(courtesies, signed):
            return {"kind": "closing", "courtesies": texts([courtesies])[0], "signed": texts(signed)}
        case parts.Title(text) | parts.Numbered(text) | parts.Small(text):
            return {"kind": _kind(part), "text": _text(text, right=right)}


def _kind(part: parts.Part) -> str:
    return type(part).__name__.casefold()


def _rows_as_data(
    part: parts.Table | parts.Pairs, texts: Callable[[Sequence[str]], list[dict[str, Any]]]
) -> dict[str, Any]:
    """What has rows, with which of them are too high for one page."""
    if isinstance(part, parts.Pairs):
        rows = [
            {"name": texts([name])[0], "lines": texts(lines), "high": is_high([[name], lines], parts.PAIR_WIDTHS)}
            for name, lines in part.rows
        ]
        return {"kind": "pairs", "rows": rows}
    widths = [column.width for column in part.columns]
    return {
        "kind": "table",
        "widths": widths,
        "heads": texts([column.head for column in part.columns]),
        "rows": [{"cells": [texts(cell) for cell in row], "high": is_high(row, widths)} for row in part.rows],
    }
