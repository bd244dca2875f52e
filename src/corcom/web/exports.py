"""What a page can be taken home as. A form that a site cannot write is not offered."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from corcom.meetings.queries import MeetingDays
from corcom.web.pieces import Download
from corcom.web.rights import holds

RECORD = (("JSON", "meeting_json"), ("Word", "meeting_docx"), ("Akoma Ntoso", "meeting_akn"))
MATTERS = (("Word", "matters_docx"), ("Calendar", "matters_ics"))


def record_downloads(request: HttpRequest, number: int) -> tuple[Download, ...]:
    """The record of a meeting as files."""
    if not holds(request, "export"):
        return ()
    return tuple(Download(name, found) for name, page in RECORD if (found := _address(page, number)))


def matters_downloads(request: HttpRequest, convention: str, body: str, asked: MeetingDays) -> tuple[Download, ...]:
    """The matters arising as files, for the meetings that the page shows."""
    if not holds(request, "export"):
        return ()
    query = urlencode(
        {"convention": convention, "body": body, "next": str(asked.next_on), "after": str(asked.following_on)}
    )
    return tuple(Download(name, f"{found}?{query}") for name, page in MATTERS if (found := _address(page)))


def _address(page: str, *args: object) -> str:
    try:
        return reverse(page, args=args)
    except NoReverseMatch:
        return ""
