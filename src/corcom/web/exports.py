"""What a page can be taken home as: the record of a meeting, and what arises for the next one."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.matters_document import matters_document
from corcom.followup.domain.matters_ics import matters_ics
from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import MeetingDays, MeetingsOutOfOrder, NoSuchMeeting
from corcom.minutes.domain.written.record_akn import record_akn
from corcom.minutes.domain.written.record_document import record_document
from corcom.minutes.queries import meeting_record, record_json
from corcom.web import errors, wording
from corcom.web.day import DayRefused, day_of, moment, today
from corcom.web.downloads import as_document, as_file
from corcom.web.followup.matters_asked import asked_days, matters_on
from corcom.web.pieces import Download
from corcom.web.rights import holds, requires
from corcom.web.state_names import state_name


def record_downloads(request: HttpRequest, number: int) -> tuple[Download, ...]:
    """The record of a meeting as files."""
    if not holds(request, "export"):
        return ()
    forms = (("Word", "docx"), ("PDF", "pdf"), ("JSON", "json"), ("Akoma Ntoso", "xml"))
    return tuple(Download(name, reverse("meeting_file", args=[number, form])) for name, form in forms)


def matters_downloads(request: HttpRequest, convention: str, body: str, asked: MeetingDays) -> tuple[Download, ...]:
    """The matters arising as files, for the meetings that the page shows."""
    if not holds(request, "export"):
        return ()
    query = urlencode(
        {"convention": convention, "body": body, "next": str(asked.next_on), "after": str(asked.following_on)}
    )
    forms = (("Word", "docx"), ("PDF", "pdf"), (_("Calendar"), "ics"))
    return tuple(Download(name, f"{reverse('matters_file', args=[form])}?{query}") for name, form in forms)


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


@requires("export")
def matters_file(request: HttpRequest, form: str) -> HttpResponse:
    """What arises for the next meeting, to lay on the table or to put into a calendar."""
    try:
        asked = asked_days(request)
    except (DayRefused, MeetingsOutOfOrder) as refused:
        return errors.bad_request(request, refused)
    if asked is None:
        raise Http404
    found = matters_on(request, asked)

    def address(ref: Ref) -> str:
        return request.build_absolute_uri(reverse(ref.kind, args=[ref.number]))

    name = f"matters-arising-{asked.next_on.isoformat()}"
    if form != "ics":
        return as_document(request, matters_document(found, spoken(), made_at=moment()), name, form)
    content = matters_ics(found, spoken(), at=moment(), address=address, site=request.get_host().partition(":")[0])
    return as_file(content, name, form)


def spoken() -> Wording:
    """Labels, days and names of a document in the reader's language."""
    return Wording(
        language=get_language() or "en",
        gettext=gettext,
        day=wording.days_in_words,
        number=wording.number_in_words,
        name=_name,
    )


def _name(actor: Actor) -> str:
    return state_name(actor.code, actor.name)


def _named(heading: Heading) -> str:
    """A name for the file, of letters that every system takes."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in heading.body.lower())
    return "-".join(part for part in (heading.convention.lower(), plain.strip("-"), str(heading.starts_on)) if part)
