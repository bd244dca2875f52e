"""One deadline explained: its steps, its extension requests, its evidence, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.obligations.domain.extensions import ExtensionRequest, Outcome
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.owed import Owed
from corcom.obligations.queries import believed_facts, state_owed, state_periods
from corcom.rulebooks.rules import Obligation
from corcom.web import errors
from corcom.web.conventions.page import head
from corcom.web.day import page_day
from corcom.web.filters import number_in
from corcom.web.obligations.marks import deadline_of, status_mark
from corcom.web.obligations.steps import missing_in_words, steps_of
from corcom.web.obligations.words import article_of, obligation_name, owed_name
from corcom.web.pieces import Column, Link, Row, StateName, Step, Table
from corcom.web.register.asked import Asked, asked_for
from corcom.web.register.beliefs import fact_belief, fact_in_words, had_happened
from corcom.web.register.participation_words import certainty_in_words
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.state_names import is_state
from corcom.web.wording import in_words

OUTCOMES: dict[Outcome, Promise] = {
    "asked": pgettext_lazy("extension request", "asked for"),
    "analysed": pgettext_lazy("extension request", "analysed"),
    "granted": pgettext_lazy("extension request", "granted"),
    "refused": pgettext_lazy("extension request", "refused"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """One extension request in words: what became of it, the deadlines before and after, its steps, what is wrong with it."""

    outcome: str
    of: str
    until: str
    steps: tuple[str, ...]
    cautions: tuple[str, ...]


@open_to_the_public
def obligation(request: HttpRequest, convention: str, iso3: str, code: str) -> HttpResponse:
    """What one State owes: the deadline explained step by step, with its history."""
    asked = asked_for(request, convention)
    known = asked.register.book.obligation(code)
    if known is None or not is_state(iso3):
        raise Http404
    periods = (
        state_periods(asked.register, iso3=iso3, obligation=known, day=asked.day, known_at=asked.known_at)
        if known.recurs
        else []
    )
    found = _found(request, asked, iso3, known, periods)
    if found is None:
        return _not_bound(request, asked, iso3, known)
    return render(
        request, "obligations/one.html", head(asked, "convention_obligations") | _shown(request, asked, found, periods)
    )


def _found(request: HttpRequest, asked: Asked, iso3: str, known: Obligation, periods: list[Owed]) -> Owed | None:
    """The period that the address asks for, else what matters on the day."""
    year = number_in(request, "period")
    if year is not None and periods:
        wanted = next((one for one in periods if one.period and one.period.year == year), None)
        if wanted is None:
            raise Http404
        return wanted
    owed = state_owed(asked.register, iso3=iso3, day=asked.day, known_at=asked.known_at)
    return next((one for one in owed if one.obligation.code == known.code), None)


def _not_bound(request: HttpRequest, asked: Asked, iso3: str, known: Obligation) -> HttpResponse:
    """The convention does not bind the State on the day; from when it does, or did, where it ever does."""
    days = page_day(request)
    state = StateName(iso3).words
    title = _("%(state)s is not bound on %(day)s") % {"state": state, "day": in_words(days.on)}
    memberships = [each for each in asked.register.of(iso3).memberships if each.since]
    what = _("“%(obligation)s” binds only States Parties.") % {"obligation": obligation_name(known)}
    if memberships:
        last = memberships[-1]
        what += " " + _("The convention is in force for %(state)s since %(day)s.") % {
            "state": state,
            "day": in_words(last.since),
        }
        if last.until is not None and last.until <= days.on:
            what = _("%(state)s left the convention on %(day)s.") % {"state": state, "day": in_words(last.until)}
    if days.is_past:
        return errors.not_yet(request, title=title, what=what)
    todo = _("Choose another day in the bar above, or see what would follow if it joined.")
    return errors.answer(request, status=404, title=title, what=what, todo=todo)


def _shown(request: HttpRequest, asked: Asked, found: Owed, periods: list[Owed]) -> dict[str, Any]:
    may_read, may_record = holds(request, "read"), holds(request, "record")
    address = reverse("obligation", args=[asked.code, found.iso3, found.obligation.code])
    history = (
        believed_facts(iso3=found.iso3, convention=asked.code, obligation=found.obligation.code) if may_read else ()
    )
    is_today = page_day(request).is_today
    return {
        "found": found,
        "state": StateName(found.iso3),
        "title": owed_name(found),
        "article": article_of(found.obligation),
        "mark": status_mark(found),
        "deadline": deadline_of(found, from_rule=True),
        "way": steps_of(found, asked.register),
        "missing": missing_in_words(found),
        "published": [(fact.source, in_words(fact.until), fact.note) for fact in found.published],
        "computed": in_words(found.original),
        "requests": [_request(each) for each in found.chain],
        "evidence": _evidence(fact for fact in found.facts if had_happened(fact, asked.day, found.original)),
        "periods": _periods(asked, found, periods, address) if periods else None,
        "history": [
            fact_belief(each, asked.day, may_change=may_record and is_today)
            for each in history
            if had_happened(each.value, asked.day, found.original)
        ],
        "record": reverse("record_fact", args=[asked.code, found.iso3, found.obligation.code])
        if may_record and is_today
        else "",
    }


def _request(each: ExtensionRequest) -> Extended:
    facts = [fact for fact in (each.asked, each.analysed, each.decided) if fact is not None]
    cautions = []
    if each.too_late:
        cautions.append(
            _("The request came too late: it could be asked for until %(day)s.") % {"day": in_words(each.ask_by)}
        )
    if each.too_long:
        cautions.append(_("That is longer than the convention allows at a time."))
    return Extended(
        outcome=str(OUTCOMES[each.outcome]),
        of=in_words(each.of),
        until=in_words(each.until),
        steps=tuple(fact_in_words(fact) for fact in facts),
        cautions=tuple(cautions),
    )


def _evidence(facts: Iterable[Fact]) -> list[tuple[Step, str, str]]:
    """Each recorded fact with its source, how sure it is, and its note."""
    return [
        (Step(fact_in_words(fact), None, fact.source), certainty_in_words(fact.certainty), fact.note) for fact in facts
    ]


def _periods(asked: Asked, found: Owed, periods: list[Owed], address: str) -> Table:
    """Every time that it fell due by the day, the latest first, and the next one."""
    rows = [
        Row(
            (
                Link(str(one.period.year), f"{address}?period={one.period.year}"),
                deadline_of(one),
                status_mark(one),
            )
        )
        for one in reversed(periods)
        if one.period
    ]
    columns = (Column(_("Covers")), Column(_("Due")), Column(_("Status")))
    return Table(id="periods", caption=_("Every time that it fell due"), columns=columns, rows=tuple(rows))
