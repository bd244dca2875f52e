"""The record of a meeting as files to take home."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import NoSuchMeeting
from corcom.minutes.domain.written.record_akn import record_akn
from corcom.minutes.domain.written.record_document import record_document
from corcom.minutes.queries import meeting_record, record_json
from corcom.web.day import day_of, moment, today
from corcom.web.downloads import as_document, as_file
from corcom.web.pieces import Download
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken


def record_downloads(request: HttpRequest, number: int) -> tuple[Download, ...]:
    """The record of a meeting as files."""
    if not holds(request, "export"):
        return ()
    forms = (("Word", "docx"), ("PDF", "pdf"), ("JSON", "json"), ("Akoma Ntoso", "xml"))
    return tuple(Download(name, reverse("meeting_file", args=[number, form])) for name, form in forms)


@requires("export")
def meeting_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The record of a meeting as a file, with its commitments as they stand on the day of the page."""
    day = day_of(request)
    try:
        record = meeting_record(meeting=number, day=day)
        if record.heading.starts_on > day:
            raise Http404
        name = _named(record.heading)
        if form in {"docx", "pdf"}:
            return as_document(request, record_document(record, spoken(), made_at=moment()), name, form)
        if form == "xml":
            content = record_akn(record, made_on=today())
        else:
            content = json.dumps(record_json(meeting=number, day=day), ensure_ascii=False, indent=1).encode()
    except NoSuchMeeting as missing:
        raise Http404 from missing
    return as_file(content, name, form)


def _named(heading: Heading) -> str:
    """A name for the file, of letters that every system takes."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in heading.body.lower())
    return "-".join(part for part in (heading.convention.lower(), plain.strip("-"), str(heading.starts_on)) if part)
