"""The same minutes in every format that is read: a neutral structure, and one writer for each format.

`as_docx` writes automatic heading numbers, a two-column attendance table, header and footer, a footnote and a tracked
change; `as_pdf` writes a running header and footer, and breaks a page inside the table where `lead` asks for it.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from email.message import EmailMessage
from html import escape
from typing import Literal

from tests.factories.pdf import PdfFile, width, wrapped

Group = tuple[str, tuple[str, ...]]
"""A delegation and its people."""
Layout = Literal["rows", "cells", "one_row"]
"""How the attendance table is made: a row a line, a row a delegation, or one row with a list in each cell."""


@dataclass(frozen=True, kw_only=True)
class Section:
    title: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    subsections: tuple[Section, ...] = ()
    records: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    """A footnote to the first paragraph."""
    change: tuple[str, str, str, str] | None = None
    """A last paragraph: before, deleted, inserted, after."""


@dataclass(frozen=True, kw_only=True)
class Minutes:
    block: tuple[str, ...]
    columns: tuple[tuple[Group, ...], ...] = ()
    sections: tuple[Section, ...] = field(default=())
    header: str = "Restricted to members"
    footer: str = "Secretariat of the Treaty"


SAMPLE = Minutes(
    block=(
        "Minutes of the Steering Board",
        "Held on Tuesday, 3 March 2015",
        "at the Mission of Ireland, from 15:00 to 16:30 hours",
    ),
    columns=(
        (
            ("Ireland – Chair", ("H.E. Brigid Farrell", "Mr. Cormac Doyle")),
            ("Chad", ("Mr. Idriss Maïga",)),
            ("Peru", ("Ms. Rosa Quispe Mamani", "Mr. Luis Tello")),
            ("Samoa", ("Ms. Leilani Tuala",)),
            ("Ghana", ("Mr. Kofi Boateng",)),
        ),
        (
            ("Nepal", ("Ms. Asha Gurung",)),
            ("Latvia", ("Mr. Janis Ozols", "Ms. Ilze Berzina")),
            ("ICRC", ("Dr. Paul Meier",)),
            ("Implementation Support Unit", ("Ms. Grace Phiri",)),
        ),
    ),
    sections=(
        Section(
            title="Opening and agenda",
            paragraphs=(
                (
                    "The Chair opened the meeting at three o’clock and thanked all members for coming at short notice; "
                    "he recalled that the Board would not meet again before the summer, so that decisions were needed "
                    "now."
                ),
                "The agenda was adopted as circulated on 20 February 2015.",
            ),
            note="Document BRD/2015/3, circulated in English and French.",
        ),
        Section(
            title="Reports due this year",
            paragraphs=("Latvia presented the state of reporting by region, which had got better since December.",),
            bullets=(
                "seven initial reports were overdue on the first of March, two of them by more than a year",
                "the Unit is to write to all seven States before Easter",
                "Peru will call the missions in New York",
            ),
            subsections=(
                Section(title="Forms", paragraphs=("Ghana asked for a shorter form, and Nepal supported this.",)),
                Section(title="Languages", paragraphs=("Chad offered to check the French text by 15 May 2015.",)),
            ),
        ),
        Section(
            title="Tasks",
            paragraphs=("The following was agreed:",),
            records=(
                ("Action", "Owner", "Due"),
                ("Write to the seven States whose initial report is overdue", "Unit", "3 April 2015"),
                ("Circulate a draft of the shorter form to all members of the Board for comments", "Ghana", "May 2015"),
                ("Check the French text", "Chad", "15 May 2015"),
            ),
            change=("The Board ", "rejected", "welcomed", " the offer of Samoa to host the next meeting."),
        ),
        Section(title="Any other business", paragraphs=("There was none, and the meeting was closed at 16:30.",)),
    ),
)


def numbered(minutes: Minutes) -> list[tuple[str, int, Section]]:
    """The sections in order with their numbers ("2.1") and levels."""
    found = []
    for number, section in enumerate(minutes.sections, 1):
        found.append((f"{number}.", 1, section))
        found += [(f"{number}.{sub}", 2, each) for sub, each in enumerate(section.subsections, 1)]
    return found


def closing(section: Section) -> str:
    """The paragraph with the tracked change as it reads when the change is taken."""
    if section.change is None:
        return ""
    before, _, inserted, after = section.change
    return f"{before}{inserted}{after}"


def lines_of(column: tuple[Group, ...]) -> list[str]:
    """A column of the attendance table, an empty line between delegations."""
    lines: list[str] = []
    for name, people in column:
        lines += ["", name, *people] if lines else [name, *people]
    return lines


def as_txt(minutes: Minutes) -> str:
    parts = ["\n".join(minutes.block), *("\n".join(lines_of(column)) for column in minutes.columns)]
    for number, _, section in numbered(minutes):
        parts.append(f"{number} {section.title}")
        for at, text in enumerate(section.paragraphs):
            parts.append(text)
            if not at and section.note:
                parts.append(section.note)
        parts.append("\n".join(f"- {each}" for each in section.bullets))
        parts.append("\n".join("\t".join(row) for row in section.records))
        parts.append(closing(section))
    return "\n\n".join(part for part in parts if part) + "\n"


def as_html(minutes: Minutes) -> str:
    out = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title><style>p {margin: 0}</style></head><body>"]
    out.append(f"<p>{'<br>'.join(escape(each) for each in minutes.block)}</p>")
    if minutes.columns:
        cells = "".join(
            f"<td>{'<br>'.join(escape(each) for each in lines_of(column))}</td>" for column in minutes.columns
        )
        out.append(f"<table><tr>{cells}</tr></table>")
    for number, level, section in numbered(minutes):
        out.append(f"<h{level + 1}>{number} {escape(section.title)}</h{level + 1}>")
        for at, text in enumerate(section.paragraphs):
            out.append(f"<p>{escape(text)}</p>")
            if not at and section.note:
                out.append(f"<p><small>{escape(section.note)}</small></p>")
        if section.bullets:
            out.append("<ul>" + "".join(f"<li>{escape(each)}</li>" for each in section.bullets) + "</ul>")
        if section.records:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in section.records)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        out.append(f"<p>{escape(closing(section))}</p>")
    return "\n".join([*out, "<script>alert('no')</script></body></html>"])


def as_eml(minutes: Minutes, *, attached: tuple[str, bytes] | None = None) -> bytes:
    """An e-mail: the minutes as its body, or a cover note with `attached` (name, content)."""
    message = EmailMessage()
    message["From"] = "Unit <unit@example.org>"
    message["To"] = "board@example.org"
    message["Subject"] = "Minutes"
    message["Date"] = "Thu, 05 Mar 2015 09:00:00 +0100"
    message.set_content("Dear all,\nplease find the minutes attached.\n" if attached else as_txt(minutes))
    if attached:
        message.add_attachment(attached[1], maintype="application", subtype="octet-stream", filename=attached[0])
    return message.as_bytes()


class _Sheet:
    """Sets lines from top to bottom, with a running header and footer, and notes at the foot of the page."""

    top, foot, left, right = 760.0, 120.0, 72.0, 523.0

    def __init__(self, minutes: Minutes) -> None:
        self.file = PdfFile()
        self.minutes = minutes
        self.notes: list[str] = []
        self.numbers = 0
        self.begin()

    def begin(self) -> None:
        self.file.page()
        self.file.text(self.left, 805, self.minutes.header, size=9)
        self.y = self.top

    def end(self) -> None:
        for at, note in enumerate(self.notes):
            number = self.numbers - len(self.notes) + at + 1
            self.file.text(self.left, 100 - 11 * at, str(number), size=5)
            self.file.text(self.left + 6, 98 - 11 * at, note, size=8)
        self.notes = []
        self.file.text(self.left, 40, self.minutes.footer, size=9)
        self.file.text(self.right - 40, 40, f"Page {len(self.file.pages)}", size=9)

    def down(self, by: float) -> None:
        self.y -= by
        if self.y < self.foot:
            self.end()
            self.begin()

    def paragraph(self, text: str, *, size: float = 11.0, bold: bool = False, note: str = "", hang: float = 0) -> None:
        lines = wrapped(text, size, self.right - self.left - hang, bold=bold)
        for at, line in enumerate(lines):
            self.file.text(self.left + (hang if at else 0), self.y, line, size=size, bold=bold)
            if note and at == len(lines) - 1:
                self.numbers += 1
                self.notes.append(note)
                self.file.text(self.left + width(line, size) + 0.5, self.y + 4, str(self.numbers), size=6)
            self.down(size * 1.2)
        self.down(7)


def as_pdf(minutes: Minutes, *, lead: float = 0.0) -> bytes:
    """A PDF; `lead` is the empty space (points) before the attendance table, to have a page end inside it."""
    sheet = _Sheet(minutes)
    for line in minutes.block:
        sheet.file.text(sheet.left, sheet.y, line)
        sheet.down(13.2)
    sheet.down(14 + lead)
    columns = [lines_of(column) for column in minutes.columns]
    for at in range(max((len(column) for column in columns), default=0)):
        for place, column in enumerate(columns):
            if at < len(column) and column[at]:
                sheet.file.text(sheet.left + 240 * place, sheet.y, column[at])
        sheet.down(13.2)
    sheet.down(14)
    for number, level, section in numbered(minutes):
        sheet.paragraph(f"{number} {section.title}", size=15 - level, bold=True)
        for at, text in enumerate(section.paragraphs):
            sheet.paragraph(text, note=section.note if not at else "")
        for each in section.bullets:
            sheet.paragraph(f"• {each}", hang=9)
        _records(sheet, section)
        if section.change:
            sheet.paragraph(closing(section))
    sheet.end()
    return sheet.file.save()


def _records(sheet: _Sheet, section: Section) -> None:
    starts = (72.0, 300.0, 420.0)
    for row in section.records:
        cells = [wrapped(cell, 11, (*starts[1:], 530.0)[at] - starts[at] - 12) for at, cell in enumerate(row)]
        top = sheet.y
        for x, lines in zip(starts, cells, strict=True):
            for at, line in enumerate(lines):
                sheet.file.text(x, top - 13.2 * at, line)
        sheet.down(13.2 * max(len(lines) for lines in cells) + 4)
    if section.records:
        sheet.down(10)


def packed(parts: dict[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """A ZIP archive of `parts`, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
