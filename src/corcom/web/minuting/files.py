"""Minutes as files: Word, PDF and Akoma Ntoso, of the draft, of an issue, and of the public copy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from corcom.minuting.domain.issue import Issue
from corcom.minuting.domain.minutes_akn import minutes_akn
from corcom.minuting.domain.minutes_document import minutes_document
from corcom.minuting.queries import (
    IssuedMinutes,
    NotPublic,
    NotWritten,
    draft_issue,
    issue_of,
    minutes_draft,
    public_minutes,
)
from corcom.web.about import meeting_asked
from corcom.web.day import moment, today
from corcom.web.downloads import as_document, as_file
from corcom.web.filters import number_in
from corcom.web.minuting.language import wording_in
from corcom.web.pieces import Download
from corcom.web.rights import holds, requires
from corcom.web.sign_in import open_to_all

FORMS = (("Word", "docx"), ("PDF", "pdf"), ("Akoma Ntoso", "xml"))


def minutes_downloads(request: HttpRequest, number: int, *, version: int = 0) -> list[Download]:
    """The minutes as files: the draft as it stands, or one version."""
    if not holds(request, "export"):
        return []
    asked = f"?version={version}" if version else ""
    return [Download(name, f"{reverse('minutes_file', args=[number, form])}{asked}") for name, form in FORMS]


def public_downloads(number: int) -> list[Download]:
    """The public copy as files, once it is public."""
    return [Download(name, reverse("public_minutes_file", args=[number, form])) for name, form in FORMS]


@requires("export")
def minutes_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The draft, or with `?version=2` an issue; with `?copy=public` its public copy, to be looked at before it is public."""
    version = number_in(request, "version")
    try:
        language = minutes_draft(meeting=number).head.language
        if version:
            issued = issue_of(meeting=number, version=version)
            if issued is None:
                raise Http404
            issue = issued.issue
        elif holds(request, "review", meeting_asked(request, number)):
            issue = draft_issue(meeting=number, wording=wording_in(language))
        else:
            raise Http404
    except NotWritten as missing:
        raise Http404 from missing
    return _file(request, issue, language, form, public=request.GET.get("copy") == "public")


@open_to_all
def public_minutes_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The public copy of the approved minutes, for everybody, once a person made it public."""
    issued = public_or_404(number)
    return _file(request, issued.issue, minutes_draft(meeting=number).head.language, form, public=True)


def public_or_404(number: int) -> IssuedMinutes:
    """The issue whose public copy is public; the 404 page for all others, whoever asks."""
    try:
        return public_minutes(meeting=number)
    except NotPublic as missing:
        raise Http404 from missing


def _file(request: HttpRequest, issue: Issue, language: str, form: str, *, public: bool) -> HttpResponse:
    wording = wording_in(language)
    name = f"minutes-{issue.content.heading.starts_on.isoformat()}{'-public' if public else ''}"
    if form == "xml":
        return as_file(minutes_akn(issue, made_on=today(), language=language, public=public), name, form)
    paper = minutes_document(issue, wording, made_at=moment(), public=public)
    return as_document(request, paper, name, form)
