"""Where a command puts what it has made: into a file, whole or not at all, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from corcom.management.ending import REFUSED

if TYPE_CHECKING:  # a command that writes none does without it
    from corcom.documents.domain.official import OfficialDocument

__all__ = ["PAPERS", "REFUSED", "paper_as", "put"]

PAPERS = frozenset({"docx", "pdf"})
"""The forms of an official document, which are no text."""


def paper_as(paper: OfficialDocument, form: str) -> bytes:
    """An official document in one of the forms of `PAPERS`. Errors: `CommandError` where CorCom has no font for a letter of a .pdf."""
    from corcom.documents.domain.official import NoGlyph  # noqa: PLC0415  likewise

    try:
        return paper.to_pdf() if form == "pdf" else paper.to_bytes()
    except NoGlyph as missing:
        said = _(
            "No font that CorCom brings has “%(letters)s”, so there is no .pdf; --format docx makes the Word document."
        )
        raise CommandError(said % {"letters": missing.letters}, returncode=REFUSED) from missing


def put(content: bytes, output: Path | None, *, text: bool) -> None:
    """Write what was made. What is no text does not go to a terminal. Errors: `CommandError`."""
    if output is None:
        if not text and sys.stdout.isatty():
            raise CommandError(_("This is no text for a terminal; name a file with --output."), returncode=REFUSED)
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(output)
    except OSError as error:
        if output.is_dir():
            said = _("--output names a folder, %(path)s; it must be a file.")
            raise CommandError(said % {"path": output}, returncode=REFUSED) from error
        raise CommandError(f"{output}: {error.strerror}", returncode=REFUSED) from error
