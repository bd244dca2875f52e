"""Minutes to be read: their versions, one version, the history of a paragraph, the public copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.kernel.wording import Wording
from corcom.kernel.wordwise import pieces
from corcom.minuting.domain.attendance_lines import attendance_lines
from corcom.minuting.domain.content import MinutesContent
from corcom.minuting.domain.issue import ISSUES, Issue
from corcom.minuting.domain.minutes_document import correction_words
from corcom.minuting.domain.paragraphs import ATTENDANCE, KINDS
from corcom.minuting.domain.redaction import public_copy, speakers_of, still_named
from corcom.minuting.domain.spoken import in_full
from corcom.minuting.domain.standing import public_issue
from corcom.minuting.queries import (
    IssuedMinutes,
    consultation_of,
    draft_issue,
    issue_of,
    issues_of,
    minutes_draft,
    steps_of,
    versions_of,
)
from corcom.web import wording
from corcom.web.about import meeting_asked, of_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.menu import address_of
from corcom.web.minuting.files import minutes_downloads, public_downloads, public_or_404
from corcom.web.minuting.language import wording_in
from corcom.web.minuting.page import written_minutes
from corcom.web.minuting.words import CHANGES, STEPS, status_line
from corcom.web.pieces import Link
from corcom.web.places import meeting_address, review_address
from corcom.web.rights import holds, requires
from corcom.web.sign_in import open_to_all


@requires("read")
def minutes_versions(request: HttpRequest, number: int) -> HttpResponse:
    """What was issued, by whom it was approved, and what happened to the minutes as a whole."""
    found, draft = written_minutes(number)
    steps = steps_of(meeting=number)
    shown = {
        "found": found,
        "draft": draft,
        "title": meeting_name(found.plan),
        "status": status_line(draft),
        "issues": [_line(one) for one in issues_of(meeting=number)],
        "steps": [(STEPS[one.kind], one) for one in reversed(steps)],
        "consultation": consultation_of(meeting=number),
        "consultations": address_of("consultations"),
        "may_write": holds(request, "review", of_plan(found)),
        "is_public": public_issue([(one.kind, one.version or None) for one in steps]),
    }
    return render(request, "minuting/versions.html", shown)


def _line(one: IssuedMinutes) -> dict[str, Any]:
    approval = one.issue.approval
    return {
        "link": Link(
            _("Version %(number)s") % {"number": one.issue.version},
            reverse("minutes_version", args=[one.meeting, one.issue.version]),
        ),
        "kind": _(ISSUES[one.issue.kind]),
        "one": one,
        "approval": approval,
        "approved_by": Link(wording.days_in_words(approval.date), meeting_address(approval.meeting))
        if approval
        else "",
    }


@requires("read")
def minutes_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """One version as it was issued."""
    found, draft = written_minutes(number)
    issued = issue_of(meeting=number, version=version)
    if issued is None:
        raise Http404
    words = wording_in(draft.head.language)
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "line": _line(issued),
        "document": document_shown(issued.issue, words),
        "text": review_address(file=issued.file),
        "downloads": minutes_downloads(request, number, version=version),
    }
    return render(request, "minuting/version.html", shown)


@requires("review", of=meeting_asked)
def minutes_paragraph(request: HttpRequest, number: int, paragraph: int) -> HttpResponse:
    """Every version of one paragraph, the latest first, each beside the one before it."""
    found, _draft = written_minutes(number)
    versions = versions_of(meeting=number, paragraph=paragraph)
    if not versions:
        raise Http404
    before = ""
    shown = []
    for one in versions:
        shown.append((CHANGES[one.kind], one, pieces(before, one.said.text), _(KINDS[one.said.kind])))
        before = before if one.kind == "collided" else one.said.text
    context = {"found": found, "title": meeting_name(found.plan), "versions": shown[::-1], "paragraph": paragraph}
    return render(request, "minuting/paragraph.html", context)


@requires("review", of=meeting_asked)
def minutes_preview(request: HttpRequest, number: int) -> HttpResponse:
    """The public copy as it would be, with what a person should look at before it is public."""
    found, draft = written_minutes(number)
    words = wording_in(draft.head.language)
    issues = issues_of(meeting=number)
    final = issues[0] if issues and issues[0].issue.is_final and draft.standing == "approved" else None
    issue = final.issue if final else draft_issue(meeting=number, wording=words)
    copy = public_copy(issue.content)
    public = public_issue([(one.kind, one.version or None) for one in steps_of(meeting=number)])
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "document": document_shown(issue, words, public=True),
        "named": still_named(copy, speakers_of(issue.content)),
        "final": final,
        "version": final.issue.version if final else 0,
        "public": public,
        "downloads": [
            replace(one, address=f"{one.address}{'&' if '?' in one.address else '?'}copy=public")
            for one in minutes_downloads(request, number, version=final.issue.version if final else 0)
        ],
        "address": request.build_absolute_uri(reverse("public_minutes", args=[number])),
    }
    return render(request, "minuting/preview.html", shown)


@open_to_all
def public_minutes_page(request: HttpRequest, number: int) -> HttpResponse:
    """The public copy of approved minutes, for everybody."""
    issued = public_or_404(number)
    words = wording_in(minutes_draft(meeting=number).head.language)
    shown = {
        "title": f"{issued.issue.content.heading.body}, {wording.days_in_words(issued.issue.content.heading.date)}",
        "document": document_shown(issued.issue, words, public=True),
        "downloads": public_downloads(number),
        "language": words.language,
    }
    return render(request, "minuting/public.html", shown)


def document_shown(issue: Issue, words: Wording, *, public: bool = False) -> dict[str, Any]:
    """Minutes as a page shows them: section by section, every paragraph with its number. Only the public copy of a public one."""
    content = public_copy(issue.content) if public else issue.content
    heading = content.heading
    numbers = {one.id: number for number, _section, one in content.numbered()}
    return {
        "heading": heading,
        "kind": words.gettext(ISSUES[issue.kind]),
        "approval": issue.approval,
        "note": "" if public or issue.approval is None else issue.approval.note,
        "sections": [
            (section, [(numbers[one.id], *_paragraph(one, content, words)) for one in section.paragraphs])
            for section in content.sections
        ],
        "corrections": [correction_words(one, words, public=public) for one in issue.corrections],
        "next": content.next_meeting,
    }


def _paragraph(one: Any, content: MinutesContent, words: Wording) -> tuple[Any, str, list[Any]]:
    if one.kind in ATTENDANCE and not one.withheld:
        return one, words.gettext(KINDS[one.kind]), list(attendance_lines(one.text))
    return one, in_full(one, content, words), []
