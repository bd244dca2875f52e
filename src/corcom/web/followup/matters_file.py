"""What arises for the next meeting as files, to lay on the table or to put into a calendar."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.matters_document import matters_document
from corcom.followup.domain.matters_ics import matters_ics
from corcom.meetings.queries import MeetingDays, MeetingsOutOfOrder
from corcom.web import errors
from corcom.web.day import DayRefused, moment
from corcom.web.downloads import as_document, as_file
from corcom.web.followup.matters_asked import asked_days, matters_on
from corcom.web.pieces import Download
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken


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
