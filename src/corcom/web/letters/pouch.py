"""The files of a letter for the diplomatic bag: one archive with every copy, and a list of them."""

from __future__ import annotations

import tempfile
import zipfile
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase

from corcom.correspondence.domain.letters_told import LetterTold, is_on_paper
from corcom.documents.domain.tables import csv_file
from corcom.documents.queries import stored_file
from corcom.web.letters.found import found_letter
from corcom.web.rights import requires
from corcom.web.state_names import state_name


@requires("send")
def letter_pouch(_request: HttpRequest, number: int) -> HttpResponseBase:
    """Every copy as .docx and .pdf; `list.csv` says what goes to whom, so that the bag can be checked against it."""
    found = found_letter(number)
    if found.state not in {"made", "sent"}:
        raise Http404
    archive = tempfile.TemporaryFile()  # noqa: SIM115  the answer closes it when it is sent
    _fill(archive, found)
    archive.seek(0)
    name = f"{found.reference.replace('/', '-')}.zip"
    return FileResponse(archive, as_attachment=True, filename=name, content_type="application/zip")


def _fill(archive: IO[bytes], found: LetterTold) -> None:
    rows = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as bag:
        for copy in found.going:
            for number in (copy.docx, copy.pdf):
                if number is None:
                    continue
                stored = stored_file(number=number)
                with stored.content.open("rb") as content:
                    bag.writestr(stored.name, content.read())
                goes = "paper" if is_on_paper(found, copy) else "e-mail"
                rows.append((stored.name, copy.iso3, state_name(copy.iso3), copy.language, goes, stored.sha256))
        bag.writestr("list.csv", csv_file(("file", "iso3", "state", "language", "goes", "sha256"), rows))
