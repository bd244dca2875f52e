"""PDF files (.pdf) with text in them, put back into paragraphs, lists and tables.

Left out: running headers and footers, page numbers, what is set sideways on an upright page. Fields of forms and comments are not read.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from corcom.documents.domain.blocks import Block, Paragraph
from corcom.documents.domain.compose import is_list
from corcom.documents.domain.errors import Damaged, DocumentRefused, PasswordProtected, Scanned, TooLarge
from corcom.documents.domain.limits import Limits
from corcom.documents.domain.pdf_columns import Region, as_list, as_records, is_running_text, regions, visual
from corcom.documents.domain.pdf_fonts import Letters
from corcom.documents.domain.pdf_glyphs import page_pieces
from corcom.documents.domain.pdf_lines import Line, page_lines, turned
from corcom.documents.domain.pdf_paragraphs import Setting, mark_headings, paragraphs, setting
from corcom.documents.domain.pdf_running import body_size, take_notes, without_running
from corcom.documents.domain.right_to_left import runs_from_right
from corcom.kernel.marked import Filled, gettext_noop

# What pypdf mends in a file is not for the log of whoever reads it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_TAIL: Final = 2048


def read_pdf(data: bytes, *, name: str, limits: Limits) -> list[Block]:
    """The blocks of a .pdf in reading order."""
    if b"%%EOF" not in data.rstrip(b"\0 \r\n\t")[-_TAIL:]:
        raise Damaged(name, what=gettext_noop("the end of the file is missing"))
    try:
        return _read(data, name=name, limits=limits)
    except DocumentRefused:
        raise
    except LimitReachedError as error:
        raise TooLarge(name, bound=gettext_noop("a PDF may unpack to")) from error
    except DependencyError as error:
        raise PasswordProtected(name) from error
    except MemoryError:
        raise
    except Exception as error:
        raise Damaged(
            name, what=Filled(gettext_noop("the PDF's structure (%(error)s)"), error=type(error).__name__)
        ) from error


def _read(data: bytes, *, name: str, limits: Limits) -> list[Block]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PasswordProtected(name)
    pages = reader.pages
    if len(pages) > limits.pdf_pages:
        raise TooLarge(name, bound=Filled(gettext_noop("%(number)s pages"), number=limits.pdf_pages))
    fonts: dict[int, Letters] = {}
    lines: list[list[Line]] = []
    characters = 0
    for number, page in enumerate(pages):
        lines.append(_page(page, fonts, number))
        characters += sum(len(line.text) for line in lines[-1])
        if characters > limits.text_characters:
            raise TooLarge(
                name, bound=Filled(gettext_noop("%(number)s characters of text"), number=f"{limits.text_characters:,}")
            )
    if not characters:
        raise Scanned(name)
    return _blocks(lines)


def _page(page: PageObject, fonts: dict[int, Letters], number: int) -> list[Line]:
    pieces = page_pieces(page, fonts)
    text = "".join([piece.text for piece in pieces])
    lines = page_lines(pieces, page=number)
    return lines if text.isascii() else turned(lines, whole=runs_from_right(text))


@dataclass(slots=True)
class _Assembly:
    """Blocks as they are put together, and the size of the letters of each paragraph."""

    how: Setting
    notes: dict[tuple[int, str], str]
    blocks: list[Block] = field(default_factory=list)
    plain: list[tuple[Paragraph, float]] = field(default_factory=list)

    def flow(self, lines: list[Line], how: Setting | None = None) -> None:
        made = paragraphs(lines, how or self.how, self.notes)
        self.plain += made
        self.blocks += [each for each, _ in made]

    def region(self, lines: list[Line], region: Region) -> None:
        if is_list(visual(lines, region)):
            self.blocks.append(as_list(lines, region))
        elif is_running_text(lines, region):
            self._columns(lines, region)
        else:
            self.blocks.append(as_records(lines, region))

    def _columns(self, lines: list[Line], region: Region) -> None:
        """Running text in columns: down each column of a page, then to the next page."""
        inside = lines[region.start : region.end]
        for page in sorted({line.page for line in inside}):
            for column in range(len(region.columns)):
                own: list[Line] = []
                for line in inside:
                    segments = [each for each in line.segments if region.column(each) == column]
                    if line.page == page and segments:
                        own.append(Line(line.y, line.size, segments, page, line.gap, line.refers))
                for above, below in pairwise(own):
                    below.gap = (above.y - below.y) / max(below.size, 1.0)
                right = max((line.x1 for line in own), default=0.0)
                self.flow(own, replace(self.how, right=right))


def _blocks(pages: list[list[Line]]) -> list[Block]:
    pages = without_running(pages)
    size = body_size([line for lines in pages for line in lines])
    notes: dict[tuple[int, str], str] = {}
    for number, lines in enumerate(pages):
        notes |= {(number, key): words for key, words in take_notes(lines, size=size).items()}
    flat = [line for lines in pages for line in lines]
    for above, line in pairwise(flat):
        if above.page != line.page:
            line.gap = None
    made = _Assembly(setting(flat, size=size), notes)
    at = 0
    for region in regions(flat):
        made.flow(flat[at : region.start])
        made.region(flat, region)
        at = region.end
    made.flow(flat[at:])
    mark_headings(made.plain, made.how)
    if notes and made.plain:  # notes whose place was not found stand at the end
        made.plain[-1][0].notes += notes.values()
    return made.blocks
