"""Answers by e-mail: how each seems to split by paragraph, for a person to correct and confirm."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.consultation import actions
from corcom.consultation.domain.comments import CHANGES, Change, Comment, Place, PlaceKind
from corcom.consultation.domain.comments_table import CHANGES as CHANGE_WORDS
from corcom.consultation.queries import CommentReply, Consultation, comment_replies, comments_ever
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.found import found_for
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import place_in_words
from corcom.web.filters import numbers_in
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words

SPARE = 2
"""Empty rows below what was found."""
MOST_ROWS = 200


@requires("consult")
def consultation_replies(request: HttpRequest, number: int) -> HttpResponse:
    """The answers that came in."""
    found = found_for(request, number)
    told = comment_replies(number)
    waiting = sum(not each.taken_by for each in told)
    shown = {
        "found": found,
        "replies": [(holder_in_words(each.party), each, moment_in_words(each.reply.received_at)) for each in told],
        "status": ngettext("%(n)d answer waits", "%(n)d answers wait", waiting) % {"n": waiting},
    }
    return render(request, "consultations/replies.html", shown)


@requires("consult")
def comment_reply(request: HttpRequest, number: int, reply: int) -> HttpResponse:
    """One answer beside what it seems to say."""
    found = found_for(request, number)
    told = _told(number, reply)
    places = _places(found)
    rows, why = _proposed(found, told, places), ""
    if request.method == "POST":
        rows = _sent(request, places)
        try:
            taken = [
                (each, version)
                for each, version in _comments(rows, places)
                if not each.is_empty or each.place.kind == "none"
            ]
            actions.take_up_reply(number=number, reply=reply, comments=taken, by=person(request), at=days.moment())
        except REFUSED as refused:
            why = in_words(refused)
            if isinstance(refused, actions.CommentChanged):
                # Shown beside each row from now on, so that the next time it is what was read.
                rows = [{**row, **_there(found, told, places.get(row["place"]))} for row in rows]
        else:
            messages.success(request, _("What it says stands among the comments."))
            return redirect("consultation_replies", number)
    shown = {
        "found": found,
        "told": told,
        "party": holder_in_words(told.party),
        "received": moment_in_words(told.reply.received_at),
        "places": [(key, place_in_words(place)) for key, place in places.items()],
        "changes": [(code, _(words)) for code, words in CHANGE_WORDS.items()],
        "rows": rows,
        "why": why,
    }
    return render(request, "consultations/reply.html", shown, status=400 if why else 200)


def _told(number: int, reply: int) -> CommentReply:
    told = next((each for each in comment_replies(number) if each.reply.number == reply), None)
    if told is None:
        raise Http404
    return told


def _places(found: Consultation) -> dict[str, Place]:
    """Every place of the text by a key for forms."""
    kinds: tuple[PlaceKind, ...] = ("at", "after")
    every = [Place("general"), Place("none"), *(Place(kind, number) for number in found.numbers for kind in kinds)]
    return {f"{place.kind} {place.paragraph}".strip(): place for place in every}


def _proposed(found: Consultation, told: CommentReply, places: dict[str, Place]) -> list[dict[str, Any]]:
    keys = {place: key for key, place in places.items()}
    rows = [
        {
            "place": keys[each.place],
            "text": each.text,
            "change": each.change,
            "wording": each.wording,
            **_there(found, told, each.place),
        }
        for each in told.split.comments
    ]
    if not rows:
        rows = [{"place": "general", "text": told.split.unread, "change": "", "wording": "", "version": 0}]
    return rows + [{"place": "", "text": "", "change": "", "wording": "", "version": 0}] * SPARE


def _there(found: Consultation, told: CommentReply, place: Place | None) -> dict[str, Any]:
    """What the delegation says at a place already, and at which version."""
    made = [each for each in comments_ever(found.number, party=told.party) if each.place == place]
    last = made[-1] if made else None
    return {"version": last.version if last else 0, "there": last.comment if last and not last.withdrawn else None}


def _sent(request: HttpRequest, places: dict[str, Place]) -> list[dict[str, Any]]:
    """The rows of the form as they were sent."""
    sent = {key: request.POST.getlist(key)[:MOST_ROWS] for key in ("place", "text", "change", "wording", "version")}
    return [
        {
            "place": place if place in places else "",
            "text": text,
            "change": change if change in CHANGES else "",
            "wording": wording,
            "version": next(iter(numbers_in([version])), 0),
        }
        for place, text, change, wording, version in zip(*sent.values(), strict=False)
    ]


def _comments(rows: list[dict[str, Any]], places: dict[str, Place]) -> list[tuple[Comment, int]]:
    return [
        (
            Comment(
                place=places[row["place"]],
                text=row["text"].strip(),
                change=cast("Change", row["change"]),
                wording=row["wording"].strip(),
            ),
            row["version"],
        )
        for row in rows
        if row["place"]
    ]


@requires("consult")
@require_POST
def reply_aside(request: HttpRequest, number: int, reply: int) -> HttpResponse:
    """Saying that an answer makes no comment."""
    found_for(request, number)
    try:
        actions.set_reply_aside(number=number, reply=reply, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("It is set aside; it stays in the outbox."))
    return redirect("consultation_replies", number)
