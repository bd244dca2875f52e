"""All comments beside each other, place by place; each is accepted, accepted with changes, or not accepted with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.consultation import actions
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.comments_table import outcome_in_words
from corcom.consultation.domain.merging import merge
from corcom.consultation.domain.treatments import OUTCOMES, Outcome
from corcom.consultation.queries import CommentMade, Consultation, NoSuchComment, comment_made, comments_on
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.files import consultation_downloads
from corcom.web.consultations.found import found_for
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import OUTCOME_LABELS, place_anchor, place_in_words, standing_mark
from corcom.web.person import person
from corcom.web.pieces import Difference
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken
from corcom.web.wording import in_words as day_in_words


@requires("read")
def consultation_compare(request: HttpRequest, number: int) -> HttpResponse:
    """The comparing page."""
    found = found_for(request, number)
    return _page(request, found)


def _page(request: HttpRequest, found: Consultation, refused: dict[str, Any] | None = None) -> HttpResponse:
    at, may = days.moment(), holds(request, "consult")
    if found.procedure != "comments" or (found.is_open(at) and not may):
        raise Http404
    made = [each for each in comments_on(found.number) if each.place.kind != "none"]
    waiting = sum(each.treatment is None for each in made)
    status = ngettext("%(n)d comment", "%(n)d comments", len(made)) % {"n": len(made)}
    left = ngettext("%(n)d waits for an answer", "%(n)d wait for an answer", waiting) % {"n": waiting}
    shown = {
        "found": found,
        "mark": standing_mark(found, at),
        "status": f"{status} · {left}",
        "places": [_place(found, made, place) for place in dict.fromkeys(each.place for each in made)],
        "may_treat": may and not found.is_open(at) and found.followed_by is None,
        "is_open": found.is_open(at),
        "outcomes": [(code, OUTCOME_LABELS[code]) for code in OUTCOMES],
        "downloads": consultation_downloads(request, found, at),
        "refused": refused,
    }
    return render(request, "consultations/compare.html", shown, status=400 if refused else 200)


def _place(found: Consultation, made: Sequence[CommentMade], place: Place) -> dict[str, Any]:
    here = [each for each in made if each.place == place]
    paragraph = found.paragraph(place.paragraph) if place.kind == "at" else None
    base = paragraph.text if paragraph else ""
    proposing = [each for each in here if each.comment.change]
    collide = _collisions(base, proposing) if place.kind == "at" else {}
    return {
        "anchor": place_anchor(place),
        "words": place_in_words(place),
        "text": base,
        "comments": [_comment(each, base, collide.get(each.number, [])) for each in here],
    }


def _collisions(base: str, proposing: Sequence[CommentMade]) -> dict[int, list[str]]:
    """With whose proposals each one collides, by name: the same words changed otherwise, or deleted."""
    wordings = [each.comment.wording for each in proposing]
    pairs = merge(base, wordings).collide if all(wordings) else ()
    if not pairs:
        pairs = tuple(
            (one, other)
            for one in range(len(proposing))
            for other in range(one + 1, len(proposing))
            if bool(wordings[one]) != bool(wordings[other])
        )
    found: dict[int, list[str]] = {}
    for one, other in pairs:
        found.setdefault(proposing[one].number, []).append(holder_in_words(proposing[other].party))
        found.setdefault(proposing[other].number, []).append(holder_in_words(proposing[one].party))
    return found


def _comment(each: CommentMade, base: str, collides: list[str]) -> dict[str, Any]:
    became = each.treatment
    wording = each.comment.wording
    return {
        "it": each,
        "party": holder_in_words(each.party),
        "on": day_in_words(each.at.date()),
        "deletes": each.comment.change == "deletion",
        "difference": Difference(base, wording) if wording else None,
        "collides": spoken().listed(collides),
        "became": outcome_in_words(became.outcome, spoken()) if became else "",
        "taken": Difference(base, became.wording) if became and became.wording else None,
        "treatment": became,
    }


@requires("consult")
def comment_treat(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    """Saying what becomes of one comment, or taking that back."""
    found = found_for(request, number)
    if request.method != "POST":
        return redirect("consultation_compare", number)
    sent = request.POST
    outcome = cast("Outcome", sent.get("outcome", ""))
    step: dict[str, Any] = {"number": number, "comment": comment, "by": person(request), "at": days.moment()}
    try:
        anchor = place_anchor(comment_made(consultation=number, number=comment).place)
        if "undo" in sent:
            actions.undo_treatment(**step)
        else:
            wording, reason = sent.get("wording", ""), sent.get("reason", "")
            actions.treat_comment(**step, outcome=outcome, wording=wording, reason=reason)
    except NoSuchComment as missing:
        raise Http404 from missing
    except actions.TreatmentRefused as refused:
        kept = {
            "comment": comment,
            "why": in_words(refused),
            **{key: sent.get(key, "") for key in ("outcome", "wording", "reason")},
        }
        return _page(request, found, kept)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("It is taken back.") if "undo" in sent else _("It is recorded."))
    return redirect(f"{reverse('consultation_compare', args=[number])}#{anchor}")
