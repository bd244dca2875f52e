"""The audiences: saved questions about States, with how many States are in each on the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.correspondence.domain.audience.facts import AudienceFacts, DayFacts
from corcom.correspondence.domain.audience.question import addressees_on
from corcom.correspondence.domain.audience.starts import starts
from corcom.correspondence.queries.audience_facts import audience_facts
from corcom.correspondence.queries.audiences import AudienceTold, audiences
from corcom.web.audiences.found import convention_asked
from corcom.web.audiences.words import names_for, sentence
from corcom.web.day import day_of
from corcom.web.filled import filled
from corcom.web.filters import convention_of
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Table
from corcom.web.rights import requires
from corcom.web.wording import in_words

RETIRED = "retired"


@requires("send")
def audience_list(request: HttpRequest) -> HttpResponse:
    """All audiences of the convention in the bar, or of all; those that are retired apart."""
    day, chosen = day_of(request), convention_of(request).upper()
    every = [one for one in audiences() if chosen in {"", one.convention}]
    retired = request.GET.get("state") == RETIRED
    shown = [one for one in every if (one.retired_at is not None) == retired]
    facts = audience_facts() if shown else {}
    code = convention_asked(request)
    return render(
        request,
        "audiences/list.html",
        {
            "table": _table(shown, _filters(every, retired=retired), facts, day),
            "starts": [
                (_(one.name), filled(one.question.sentence(), names_for()), _begin(code, one.code))
                for one in starts(code)
            ],
            "convention_asked": code,
            "begin": f"{reverse('audience_new')}?{urlencode({'convention': code})}",
            "count": sum(one.retired_at is None for one in every),
        },
    )


def _begin(convention: str, start: str) -> str:
    return f"{reverse('audience_new')}?{urlencode({'convention': convention, 'start': start})}"


def _filters(every: list[AudienceTold], *, retired: bool) -> tuple[Filter, ...]:
    gone = sum(one.retired_at is not None for one in every)
    if not gone and not retired:
        return ()
    options = (Option(_("In use"), "", len(every) - gone), Option(_("Retired"), RETIRED, gone))
    return (Filter(_("Status"), "state", options, RETIRED if retired else ""),)


def _table(
    found: list[AudienceTold], filters: tuple[Filter, ...], facts: Mapping[str, AudienceFacts], day: date
) -> Table:
    on = {code: own.on(day) for code, own in facts.items()}
    return Table(
        id="audiences",
        caption=_("Audiences"),
        columns=(
            Column(_("Audience"), is_wide=True),
            Column(_("Question"), is_wide=True),
            Column(_("Convention")),
            Column(_("States"), is_number=True),
            Column(_("Changed")),
        ),
        rows=tuple(_row(one, on) for one in found),
        filters=filters,
        empty=None if filters else _nothing(),
    )


def _row(one: AudienceTold, on: Mapping[str, DayFacts]) -> Row:
    own = on.get(one.convention)
    count: object = "–"
    if own is not None and one.question is not None:
        count = len(addressees_on(one.question, own.asked_by(one.number)))
    names = names_for(own.facts if own else None)
    return Row(
        (
            Link(one.name, reverse("audience", args=[one.number])),
            sentence(one.question, one.flaw, names),
            one.convention,
            count,
            in_words(one.changed_at.date()),
        )
    )


def _nothing() -> Empty:
    words = _(
        "An audience is a question about States that is asked again each time it is used, such as: whose initial report is"
        " overdue, and that did not answer the last letter. Begin with one of those below, or with an empty one."
    )
    return Empty(_("No question is saved yet"), words)
