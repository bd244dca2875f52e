"""What a .pdf that was written says, line by line."""

from __future__ import annotations

import io

from pypdf import PdfReader

from corcom.documents.domain.official import OfficialDocument


def lines_of_pdf(content: bytes) -> list[str]:
    """The lines on its pages, without empty ones."""
    pages = PdfReader(io.BytesIO(content)).pages
    found = (line.strip() for page in pages for line in page.extract_text().splitlines())
    return [line for line in found if line]


def language_of_pdf(paper: OfficialDocument) -> tuple[str | None, str]:
    """Its title and its language."""
    reader = PdfReader(io.BytesIO(paper.to_pdf()))
    assert reader.metadata is not None
    return reader.metadata.title, str(reader.trailer["/Root"]["/Lang"])  # type: ignore[index]  # pypdf gives objects
