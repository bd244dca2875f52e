"""The next draft: what came out of the accepted comments, and each paragraph to be edited by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.consultation import actions
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.merging_comments import both
from corcom.consultation.queries import CommentMade, Consultation, DraftLine, comments_on, draft_after
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.files import consultation_downloads
from corcom.web.consultations.found import found_for
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import place_anchor, place_in_words
from corcom.web.filters import number_sent, text_in
from corcom.web.person import person
from corcom.web.pieces import Difference
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words as day_in_words


def _over(request: HttpRequest, number: int) -> Consultation:
    """A consultation for comments that is over."""
    found = found_for(request, number)
    if found.procedure != "comments" or found.is_open(days.moment()):
        raise Http404
    return found


@requires("read")
def consultation_draft(request: HttpRequest, number: int) -> HttpResponse:
    """The next draft beside what was circulated."""
    found = _over(request, number)
    lines = draft_after(number)
    changed = sum(line.drafted.kind != "same" for line in lines)
    shown = {
        "found": found,
        "lines": [_line(found, line) for line in lines],
        "status": ngettext("%(n)d paragraph changes", "%(n)d paragraphs change", changed) % {"n": changed},
        "collide": [place_in_words(line.place) for line in lines if line.drafted.collide],
        "may_edit": holds(request, "consult") and found.followed_by is None,
        "downloads": consultation_downloads(request, found, days.moment()),
    }
    return render(request, "consultations/draft.html", shown)


def _line(found: Consultation, line: DraftLine) -> dict[str, Any]:
    return {
        "it": line,
        "anchor": place_anchor(line.place),
        "words": place_in_words(line.place),
        "difference": Difference(line.drafted.before, line.drafted.text),
        "edited": day_in_words(line.edited_at.date()) if line.edited_at else "",
        "address": _address(found.number, line.place),
    }


def _address(number: int, place: Place) -> str:
    query = urlencode({"place": place.kind, "paragraph": place.paragraph})
    return f"{reverse('draft_paragraph', args=[number])}?{query}"


@requires("consult")
def draft_paragraph(request: HttpRequest, number: int) -> HttpResponse:
    """Editing one paragraph. Where somebody else edited it meanwhile, both edits are shown and nothing is lost."""
    found = _over(request, number)
    asked = (text_in(request, "place"), text_in(request, "paragraph"))
    line = next((each for each in draft_after(number) if (each.place.kind, each.place.paragraph) == asked), None)
    if line is None:
        raise Http404
    shown: dict[str, Any] = {"text": line.drafted.text, "was": line.drafted.text, "version": line.version}
    status = 200
    if request.method == "POST":
        mine = request.POST.get("text", "").replace("\r\n", "\n").strip()
        try:
            actions.draft_paragraph(
                number=number,
                place=line.place,
                text=mine,
                version=number_sent(request, "version"),
                by=person(request),
                at=days.moment(),
            )
        except actions.ParagraphChanged as changed:
            shown, status = _both(request, mine, changed), 409
        except REFUSED as refused:
            shown, status = {**_sent(request, mine), "why": in_words(refused)}, 400
        else:
            messages.success(request, _("The paragraph is changed."))
            return redirect(f"{reverse('consultation_draft', args=[number])}#{place_anchor(line.place)}")
    shown |= {"found": found, "line": _line(found, line), "comments": _comments(number, line)}
    return render(request, "consultations/paragraph.html", shown, status=status)


def _sent(request: HttpRequest, mine: str) -> dict[str, Any]:
    was = request.POST.get("was", "").replace("\r\n", "\n")
    return {"text": mine, "was": was, "version": number_sent(request, "version")}


def _both(request: HttpRequest, mine: str, changed: actions.ParagraphChanged) -> dict[str, Any]:
    """The form again with both edits in it, and what the other person made of the paragraph."""
    was = _sent(request, mine)["was"]
    together, differ = both(was, mine, changed.text)
    return {
        "text": together,
        "was": changed.text,
        "version": changed.version,
        "other": changed.by,
        "theirs": Difference(was, changed.text),
        "differ": differ,
    }


def _comments(number: int, line: DraftLine) -> list[tuple[str, CommentMade, Difference | None]]:
    """What was said of the paragraph, for whoever edits it."""
    return [
        (
            holder_in_words(each.party),
            each,
            Difference(line.drafted.before, each.comment.wording) if each.comment.wording else None,
        )
        for each in comments_on(number)
        if each.place == line.place
    ]
