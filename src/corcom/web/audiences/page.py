"""An audience on a day: the States in it, why they are, how they are reached, and how the answer changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.addressee_json import COLUMNS
from corcom.correspondence.domain.audience.question import addressees_on, cautions
from corcom.correspondence.queries.audiences import AudienceTold, audience_steps, last_use
from corcom.outbox.queries import reachable_addresses
from corcom.register.domain.states import state_codes
from corcom.web.audiences.changes import compared
from corcom.web.audiences.found import facts_or_404, found_or_404
from corcom.web.audiences.states import states_table
from corcom.web.audiences.words import STEP_WORDS, names_for, sentence
from corcom.web.day import day_of
from corcom.web.downloads import Cell, sheet
from corcom.web.filled import filled
from corcom.web.pieces import StateName
from corcom.web.rights import requires
from corcom.web.wording import in_words, moment_in_words

FILE_COLUMNS = (*COLUMNS, "received_on", "email")
"""Those of `corcom audience --format csv`, and how the State is reached."""


@requires("send")
def audience_page(request: HttpRequest, number: int) -> HttpResponse:
    """The States, as a page or as a file."""
    told, day = found_or_404(number), day_of(request)
    on = facts_or_404(told.convention).on(day, audience=number)
    found = addressees_on(told.question, on) if told.question else ()
    mail = addresses_of(found, told.convention, day)
    if answer := sheet(request, f"audience-{number}", FILE_COLUMNS, [_file_row(one, mail) for one in found]):
        return answer
    names = names_for(on.facts)
    used = last_use(number=number)
    shown = {
        "told": told,
        "sentence": sentence(told.question, told.flaw, names),
        "cautions": [filled(one, names) for one in cautions(told.question, on)] if told.question else (),
        "table": states_table(found, on, mail, why=number, request=request),
        "count": len(found),
        "without": sum(not mail[one.iso3] for one in found),
        "states": sorted(((code, StateName(code).words) for code in state_codes()), key=lambda one: one[1]),
        "used": used,
        "used_at": moment_in_words(used.at) if used else "",
        "compared": compared(request, told, on, found, used),
        "against": request.GET.get("against", ""),
        "history": _history(told, names),
        "retired": moment_in_words(told.retired_at) if told.retired_at else "",
    }
    return render(request, "audiences/page.html", shown)


def addresses_of(found: Sequence[Addressee], convention: str, day: date) -> Mapping[str, str]:
    """The first address to which a letter to each State would go; "" where there is none. Six SQL queries."""
    reached = reachable_addresses(
        delegations=[one.iso3 for one in found],
        purpose="letters",
        convention=convention,
        day=day,
    )
    return {code: next((one.address for one in own), "") for code, own in reached.items()}


def _file_row(one: Addressee, mail: Mapping[str, str]) -> Sequence[Cell]:
    concern, name = one.concern, StateName(one.iso3).words
    if concern is None:
        return one.iso3, name, "", None, None, "", mail[one.iso3]
    own = (concern.obligation, concern.period, concern.due_on, concern.received_on)
    return (one.iso3, name, *own, mail[one.iso3])


def _history(told: AudienceTold, names: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {
            "kind": str(STEP_WORDS.get(step.kind, step.kind)),
            "name": step.name,
            "sentence": sentence(step.question, told.flaw, names),
            "by": step.by,
            "day": in_words(step.at.date()),
        }
        for step in audience_steps(number=told.number)
    ]
