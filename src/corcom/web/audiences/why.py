"""Why a State is in an audience on a day, or is not."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence.domain.audience.question import state_answer
from corcom.web.addresses import address
from corcom.web.audiences.found import facts_or_404, found_or_404
from corcom.web.audiences.words import names_for, sentence
from corcom.web.day import day_of
from corcom.web.filled import filled
from corcom.web.filters import text_in
from corcom.web.pieces import Column, Row, StateName, StatusMark, Table
from corcom.web.rights import requires
from corcom.web.state_names import is_state


@requires("send")
def audience_why(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """Each criterion, whether it holds of the State, and on what ground."""
    told = found_or_404(number)
    if not is_state(iso3) or told.question is None:
        raise Http404
    on = facts_or_404(told.convention).on(day_of(request), audience=number)
    found, names = state_answer(told.question, iso3, on), names_for(on.facts)
    rows = [
        Row(
            (
                filled(criterion.words(), names),
                StatusMark("met", _("yes")) if answer.holds else StatusMark("none", _("no")),
                filled(answer.said, names),
            )
        )
        for criterion, answer in zip(told.question.criteria, found.criteria, strict=True)
    ]
    columns = (Column(_("Criterion"), is_wide=True), Column(_("Holds")), Column(_("Ground"), is_wide=True))
    shown = {
        "told": told,
        "state": StateName(iso3),
        "is_in": found.is_in,
        "sentence": sentence(told.question, told.flaw, names),
        "table": Table(id="criteria", caption=_("Criteria"), columns=columns, rows=tuple(rows)) if rows else None,
    }
    return render(request, "audiences/why.html", shown)


@requires("send")
def audience_ask_why(request: HttpRequest, number: int) -> HttpResponse:
    """From a form with `?state=` to the page of that State."""
    asked = text_in(request, "state")
    if not is_state(asked):
        raise Http404
    return redirect(address(request, "audience_why", number, asked))
