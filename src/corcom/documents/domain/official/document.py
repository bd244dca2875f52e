"""An official document, put together from top to bottom, and given out as .docx or .pdf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from corcom.documents.domain.official import parts
from corcom.documents.domain.official.docx_writing import written_docx
from corcom.documents.domain.official.parts import Cell, Column, Part, lines_of
from corcom.documents.domain.official.pdf_writing import written_pdf
from corcom.kernel.wording import Wording


class OfficialDocument:
    """A document in the making. `running` is the line at the head of every page but the first."""

    def __init__(self, *, title: str, wording: Wording, running: str = "", made_at: datetime | None = None) -> None:
        self.name = title
        self.wording = wording
        self.running = running
        self.made_at = made_at
        self.parts: list[Part] = []

    def masthead(self, left: Sequence[str], right: Sequence[str]) -> None:
        """The head of the first page: whose document it is, and on the other side symbol, date and language."""
        self.parts.append(parts.Masthead(tuple(left), tuple(right)))

    def title(self, text: str) -> None:
        """The title of the document."""
        self.parts.append(parts.Title(text))

    def line(self, text: str, *, bold: bool = False, kept: bool = False) -> None:
        """A line of the head, close to the next; `kept` on one page with what follows."""
        self.parts.append(parts.Line(text, bold, kept))

    def heading(self, text: str, *, level: int = 1) -> None:
        """A heading; those of the first level are numbered with Roman numerals. One without words shows a dash."""
        self.parts.append(parts.Heading(text if text.strip() else "–", level))

    def numbered(self, text: str) -> None:
        """The next numbered paragraph."""
        self.parts.append(parts.Numbered(text))

    def plain(self, text: str, *, bold: bool = False) -> None:
        """A paragraph without a number."""
        self.parts.append(parts.Plain(text, bold))

    def closing(self, courtesies: str, signed: Sequence[str]) -> None:
        """The end of a letter: the courtesies, room to sign, and who signs."""
        self.parts.append(parts.Closing(courtesies, tuple(signed)))

    def small(self, text: str) -> None:
        """A remark in small print."""
        self.parts.append(parts.Small(text))

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """A table whose heads stand again on every page that it runs over."""
        cells = tuple(tuple(lines_of(cell) for cell in row) for row in rows)
        self.parts.append(parts.Table(tuple(columns), cells))

    def pairs(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """A list in two columns without rules: a name, and beside it a line for each who belongs to it."""
        self.parts.append(parts.Pairs(tuple((name, tuple(lines)) for name, lines in rows)))

    def signatures(self, names: Sequence[str]) -> None:
        """Room for signatures, with a rule to sign on and below it who signs."""
        self.parts.append(parts.Signatures(tuple(names)))

    def to_bytes(self) -> bytes:
        """The document as the content of a .docx file."""
        return written_docx(
            self.parts, title=self.name, wording=self.wording, running=self.running, made_at=self.made_at
        )

    def to_pdf(self) -> bytes:
        """The document as the content of a .pdf file, tagged and for keeping. Errors: `NoGlyph`."""
        return written_pdf(
            self.parts, title=self.name, wording=self.wording, running=self.running, made_at=self.made_at
        )
