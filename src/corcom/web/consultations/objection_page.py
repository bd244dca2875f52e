"""The page of one delegation under the silence procedure: the text, the place to object, and the receipt.

Whoever prepared the letters knows its link. So the page says before the deadline nothing of what the delegation did there but
to whoever writes the code of a receipt.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.consultation import actions
from corcom.consultation.domain.envelope import LONGEST_OBJECTION
from corcom.consultation.queries import Consultation, objection_kept, silence_outcome
from corcom.web import day as days
from corcom.web.by_link import path_by_link
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import closing_in_words, outcome_in_words
from corcom.web.wording import moment_in_words


def objections(request: HttpRequest, link: GivenLink, found: Consultation) -> HttpResponse:
    """The text, to object to until the deadline; then its outcome."""
    is_open = found.is_open(days.moment())
    shown: dict[str, Any] = {}
    if request.method == "POST":
        try:
            shown = _taken(request, link, found)
        except REFUSED as refused:
            sent = {key: request.POST.get(key, "") for key in ("text", "said_by", "code")}
            shown = {**sent, "why": in_words(refused)}
    elif not is_open:
        shown = _outcome(link, found)
    shown |= {
        "found": found,
        "party": holder_in_words(link.party),
        "is_open": is_open,
        "until": closing_in_words(found),
        "here": path_by_link("comments", link),
        "longest": LONGEST_OBJECTION,
    }
    return render(request, "consultations/objection.html", shown, status=400 if "why" in shown else 200)


def _taken(request: HttpRequest, link: GivenLink, found: Consultation) -> dict[str, Any]:
    """One step, and what the page says of it. A receipt is shown here and nowhere again: no address and no session holds it."""
    sent, at = request.POST, days.moment()
    code = sent.get("code", "")
    if "object" in sent:
        made = actions.object_to(
            number=found.number, party=link.party, text=sent.get("text", ""), said_by=sent.get("said_by", ""), at=at
        )
        return {"receipt": made, "kept_at": moment_in_words(at)}
    if "withdraw" in sent:
        actions.withdraw_objection(number=found.number, party=link.party, code=code, at=at)
        return {"done": _("The objection is taken back.")}
    kept = objection_kept(found.number, party=link.party, code=code)
    return {
        "kept": kept,
        "code": kept.code(link.party),
        "kept_at": moment_in_words(kept.at),
        "withdrawn_at": moment_in_words(kept.withdrawn_at),
    }


def _outcome(link: GivenLink, found: Consultation) -> dict[str, Any]:
    try:
        outcome = silence_outcome(found.number, at=days.moment())
    except REFUSED as refused:
        return {"why": in_words(refused)}
    mine = [each for each in outcome.objections if each.party == link.party] if outcome else []
    return {"outcome": outcome_in_words(outcome) if outcome else "", "mine": mine}
