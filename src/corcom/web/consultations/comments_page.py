"""The page of one delegation, which its signed link opens: the text, what it says of it, and where it says it."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.consultation import actions
from corcom.consultation.domain.comments import CHANGES, Change, Comment, Place, PlaceKind
from corcom.consultation.domain.comments_table import outcome_in_words
from corcom.consultation.domain.merging_comments import merged_comment
from corcom.consultation.queries import CommentMade, Consultation, comments_ever, comments_on, consultation
from corcom.web import day as days
from corcom.web.by_link import by_link, path_by_link
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.objection_page import objections
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import closing_in_words, place_anchor, place_in_words
from corcom.web.filters import number_sent, text_in
from corcom.web.pieces import Difference
from corcom.web.spoken_in import spoken
from corcom.web.wording import moment_in_words

WRITER = "comments-said-by"
"""In the session: how whoever writes calls themselves, so that it is asked once."""


@by_link("comments")
def comments(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The text for a delegation, to comment on or to object to."""
    found = consultation(int(link.subject.partition(":")[2]))
    if found.procedure == "silence":
        return objections(request, link, found)
    asked = _asked(request, found)
    if request.method != "POST":
        return _page(request, link, found, asked, {})
    if "none" in request.POST:
        return _none(request, link, found)
    if asked is None:
        raise Http404
    return _said(request, link, found, asked)


def _asked(request: HttpRequest, found: Consultation) -> Place | None:
    """The place whose form is open."""
    kind, number = text_in(request, "place"), text_in(request, "paragraph")
    if kind in {"at", "after"} and number in found.numbers:
        return Place(cast("PlaceKind", kind), number)
    return Place("general") if kind == "general" else None


def _none(request: HttpRequest, link: GivenLink, found: Consultation) -> HttpResponse:
    try:
        actions.say_no_comments(number=found.number, party=link.party, at=days.moment(), said_by=_writer(request))
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("It is recorded that your delegation has no comments."))
    return redirect(path_by_link("comments", link))


def _said(request: HttpRequest, link: GivenLink, found: Consultation, place: Place) -> HttpResponse:
    """What was written at a place. Where a colleague wrote there meanwhile, both are shown and nothing is lost."""
    mine = _sent(request, place, "")
    status = 200
    try:
        actions.comment_on(
            number=found.number,
            party=link.party,
            comment=mine,
            version=number_sent(request, "version"),
            at=days.moment(),
            said_by=_writer(request),
        )
    except actions.CommentChanged as changed:
        shown, status = _both(request, found, mine, changed.theirs), 409
    except REFUSED as refused:
        was = _sent(request, place, "was-")
        shown = {"mine": mine, "was": was, "version": number_sent(request, "version"), "why": in_words(refused)}
        status = 400
    else:
        messages.success(request, _("It is kept. You can change it until the deadline."))
        return redirect(f"{path_by_link('comments', link)}#{place_anchor(place)}")
    return _page(request, link, found, place, shown, status=status)


def _sent(request: HttpRequest, place: Place, before: str) -> Comment:
    sent = {
        key: request.POST.get(f"{before}{key}", "").replace("\r\n", "\n").strip()
        for key in ("text", "change", "wording")
    }
    change: Change = next((known for known in CHANGES if known == sent["change"]), "")
    if place.kind == "after":
        change = "wording" if sent["wording"] else ""
    return Comment(
        place=place, text=sent["text"], change=change, wording=sent["wording"] if change == "wording" else ""
    )


def _writer(request: HttpRequest) -> str:
    name = request.POST.get("said_by", "").strip()[:200]
    if name:
        request.session[WRITER] = name
    return name


def _both(request: HttpRequest, found: Consultation, mine: Comment, theirs: CommentMade) -> dict[str, Any]:
    paragraph = found.paragraph(mine.place.paragraph)
    text = paragraph.text if paragraph and mine.place.kind == "at" else ""
    now = Comment(place=mine.place) if theirs.withdrawn else theirs.comment
    together, differ = merged_comment(_sent(request, mine.place, "was-"), mine, now, paragraph=text)
    return {
        "mine": together,
        "was": now,
        "version": theirs.version,
        "theirs": theirs,
        "their_wording": Difference(text, theirs.comment.wording) if theirs.comment.wording else None,
        "differ": differ,
    }


def _page(
    request: HttpRequest,
    link: GivenLink,
    found: Consultation,
    asked: Place | None,
    form: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    is_open = found.is_open(days.moment())
    made = {each.place: each for each in comments_on(found.number, party=link.party)}
    if is_open and asked and not form:
        form = _begun(found, link, asked)
    shown = {
        "found": found,
        "party": holder_in_words(link.party),
        "is_open": is_open,
        "until": closing_in_words(found),
        "here": path_by_link("comments", link),
        "key": link.token,
        "general": _place(found, made, Place("general"), asked),
        "paragraphs": [
            (each, [_place(found, made, Place(kind, each.number), asked) for kind in ("at", "after")])
            for each in found.paragraphs
        ],
        "none": made.get(Place("none")),
        "has_comments": any(place.kind != "none" for place in made),
        "form": form if is_open else {},
        "said_by": request.session.get(WRITER, ""),
        "history": [_version(each) for each in reversed(comments_ever(found.number, party=link.party))],
    }
    return render(request, "consultations/by_link.html", shown, status=status)


def _begun(found: Consultation, link: GivenLink, place: Place) -> dict[str, Any]:
    """The form as it opens: what holds now, or the paragraph itself to be worded otherwise."""
    versions = [each for each in comments_ever(found.number, party=link.party) if each.place == place]
    last = versions[-1] if versions else None
    said = Comment(place=place) if last is None or last.withdrawn else last.comment
    return {"mine": said, "was": said, "version": last.version if last else 0}


def _place(found: Consultation, made: dict[Place, CommentMade], place: Place, asked: Place | None) -> dict[str, Any]:
    said, paragraph = made.get(place), found.paragraph(place.paragraph)
    base = paragraph.text if paragraph and place.kind == "at" else ""
    became = said.treatment if said else None
    return {
        "place": place,
        "anchor": place_anchor(place),
        "words": place_in_words(place),
        "said": said,
        "base": base,
        "difference": Difference(base, said.comment.wording) if said and said.comment.wording else None,
        "became": outcome_in_words(became.outcome, spoken()) if became else "",
        "treatment": became,
        "is_asked": place == asked,
    }


def _version(each: CommentMade) -> dict[str, Any]:
    return {"it": each, "place": place_in_words(each.place), "at": moment_in_words(each.at)}
