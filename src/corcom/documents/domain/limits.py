"""The bounds that no file gets past, with their units."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one document. A file beyond `file_bytes` is refused before it is read."""

    file_bytes: int = 50 * MB
    """Bytes of the file itself."""
    text_characters: int = 10_000_000
    """Characters of text that come out; five thousand pages."""
    part_bytes: int = 64 * MB
    """Bytes that one part of a .docx or .odt may unpack to; checked while unpacking."""
    part_ratio: int = 250
    """Unpacked over packed bytes of one part, from `ratio_from` on. Long tables of a real .docx reach 60."""
    ratio_from: int = 2 * MB
    """Bytes; smaller parts may have any ratio, they cannot hurt."""
    parts: int = 10_000
    """Entries in the file's directory of parts."""
    pdf_pages: int = 5_000
    """Pages of a .pdf."""
    notes: int = 20_000
    """Footnotes and endnotes."""
    attachments_deep: int = 3
    """Letters within letters."""


LIMITS = Limits()
