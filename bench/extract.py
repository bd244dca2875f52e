"""How fast text comes out of files, and how that compares to merely extracting it with the usual libraries.

`run()` gives the rows; `python -m bench.extract` prints them. The files are made here, of the words of the tests' own
minutes: about 100 kB of text each, with headings, lists, tables and notes.
"""

from __future__ import annotations

import io
import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import docx
import odf.opendocument
import odf.teletype
import odf.text
import pypdf
from lxml import html
from tests.factories.documents import SAMPLE, Minutes, as_eml, as_html, as_pdf, as_txt
from tests.factories.opendocument import as_odt
from tests.factories.word import as_docx

from corcom.documents.domain import extract

ROUNDS = 5


@dataclass(frozen=True, kw_only=True)
class Row:
    """One format: kB of text a second, and the time over that of the peer that merely extracts."""

    format: str
    kilobytes: float
    per_second: float
    peer: str
    ratio: float | None


def minutes(times: int) -> Minutes:
    """Minutes of about 2.5 kB of text for each of `times`."""
    return replace(SAMPLE, sections=SAMPLE.sections * times)


class FoundNothing(Exception):
    """A peer that finds less than half of the text is quick for no good reason."""


def by_docx(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def by_docx_with_tables(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_odfpy(data: bytes) -> str:
    document = odf.opendocument.load(io.BytesIO(data))  # type: ignore[no-untyped-call]  # odfpy has no types
    return "\n".join(
        odf.teletype.extractText(each)  # type: ignore[no-untyped-call]  # likewise
        for each in document.getElementsByType(odf.text.P)
    )


def by_lxml(data: bytes) -> str:
    return "".join(str(text) for text in html.document_fromstring(data.decode()).itertext())


def seconds(function: Callable[[bytes], object], data: bytes) -> float:
    """Of processor time, the median of some rounds: what else runs on the machine does not count."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function(data)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def run(*, times: int = 60) -> list[Row]:
    """A row for each format and peer."""
    logging.disable(logging.WARNING)
    source = minutes(times)
    text = as_txt(source)
    cases: list[tuple[str, bytes, str, Callable[[bytes], object] | None]] = [
        ("txt", text.encode(), "", None),
        ("docx", as_docx(source), "python-docx, paragraphs", by_docx),
        ("docx", as_docx(source), "python-docx, paragraphs and cells", by_docx_with_tables),
        ("odt", as_odt(source), "odfpy", by_odfpy),
        ("pdf", as_pdf(source), "pypdf", by_pypdf),
        ("html", as_html(source).encode(), "lxml", by_lxml),
        ("eml", as_eml(source), "", None),
    ]
    rows = []
    for name, data, peer, function in cases:
        if function and len(str(function(data))) < len(text) / 2:
            raise FoundNothing(name, peer)
        own = seconds(extract, data)
        rows.append(
            Row(
                format=name,
                kilobytes=len(text) / 1000,
                per_second=len(text) / 1000 / own,
                peer=peer,
                ratio=own / seconds(function, data) if function else None,
            )
        )
    return rows


def main() -> None:
    print(f"{'format':8}{'kB of text':>12}{'kB/s':>10}{'ratio':>8}  to")
    for row in run():
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else "-"
        print(f"{row.format:8}{row.kilobytes:12.0f}{row.per_second:10.0f}{ratio:>8}  {row.peer}")


if __name__ == "__main__":
    main()
