"""The page of one action point or one decision: its terms, its source, its history, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.followup.domain.commitment import Followed, Kind, Ref, State
from corcom.followup.domain.competence import competence_of
from corcom.followup.domain.terms import DecisionTerms
from corcom.followup.queries import history_of
from corcom.meetings.queries import headings_of, meetings_between
from corcom.minutes.queries import Confirmation, confirmations_behind
from corcom.web import day as days
from corcom.web import errors, wording
from corcom.web.about import commitment_asked, of_commitment
from corcom.web.committee.competence_words import competence_in_words
from corcom.web.followup import history
from corcom.web.followup.commitment_found import found_or_404
from corcom.web.followup.commitment_words import actors, deadline, in_a_line, state_mark, taken_by
from corcom.web.pieces import Link, Stack
from corcom.web.places import commitment_address, meeting_address, why, why_written
from corcom.web.rights import holds, requires

PENDING: tuple[State, ...] = ("open", "overdue")
SETTLED: tuple[State, ...] = ("done", "superseded")

NOT_YET: dict[Kind, Promise] = {
    "action_point": gettext_lazy("On %(day)s this had not been promised"),
    "decision": gettext_lazy("On %(day)s this had not been decided"),
}


@dataclass(frozen=True, slots=True)
class Verb:
    """Something to do with a commitment that stands in one of `states`; `slug` is its place in the address."""

    slug: str
    label: Promise
    icon: str
    states: tuple[State, ...]
    kinds: tuple[Kind, ...] = ("action_point", "decision")


VERBS = (
    Verb("close", pgettext_lazy("verb", "Close"), "accept", PENDING),
    Verb("take-up", pgettext_lazy("verb", "Take up again"), "next", PENDING),
    Verb("supersede", pgettext_lazy("verb", "Supersede"), "extended", PENDING, ("decision",)),
    Verb("reopen", pgettext_lazy("verb", "Reopen"), "undo", SETTLED),
    Verb("correct", pgettext_lazy("verb", "Correct"), "edit", (*PENDING, *SETTLED)),
)


@requires("read", "own", of=commitment_asked)
def commitment(request: HttpRequest, number: int, kind: Kind) -> HttpResponse:
    """One action point or decision."""
    day = days.page_day(request)
    try:
        found = found_or_404(kind, number, day.on)
    except Http404:
        if not day.is_past:
            raise
        terms = found_or_404(kind, number, day.today).terms
        title = str(NOT_YET[kind]) % {"day": wording.in_words(day.on)}
        raised = _("It was raised on %(day)s.") % {"day": wording.in_words(terms.raised_on)}
        return errors.not_yet(request, title=title, what=raised)
    return render(request, "followup/commitment.html", context(request, found))


def context(request: HttpRequest, found: Followed) -> dict[str, Any]:
    """What the page shows, whether or not a step is being taken on it. Four SQL queries, two more where a step shows words."""
    page_day = days.page_day(request)
    terms, ref = found.terms, found.ref
    source = source_of(ref)
    meetings = later_meetings(found, source)
    steps = [step for step in history_of(commitment=ref) if step.at.date() <= page_day.on or step.on <= page_day.on]
    lines = history.lines(steps, meetings)
    verbs = [verb for verb in VERBS if found.state in verb.states and ref.kind in verb.kinds]
    return {
        "found": found,
        "status": in_a_line(found, page_day.on),
        "mark": state_mark(found, page_day.on),
        "facts": [(label, fact) for label, fact in _facts(found, page_day.on, source) if fact],
        "quote": found.evidence.quote,
        "source": source,
        "why": why(source, about=terms.text) or why_written(found.file_id, found.evidence, about=terms.text),
        "history": lines,
        "taken_up": [line for line in lines if line.kind == "taken_up"],
        "address": commitment_address(ref),
        "list": _list(request, ref),
        "verbs": verbs if page_day.is_today and holds(request, "follow_up", of_commitment(found)) else [],
        "competence": competence_in_words(competence_of(terms.convention, terms.body))
        if ref.kind == "decision"
        else "",
    }


def followed_by(found: Followed, source: Confirmation | None) -> tuple[str, str]:
    """Convention and body at whose meetings it is followed: a decision of another body, where it was reported."""
    terms = found.terms
    if isinstance(terms, DecisionTerms) and terms.reported and source and source.meeting_id:
        heading = headings_of(numbers=[source.meeting_id])[source.meeting_id]
        return heading.convention, heading.body
    return terms.convention, terms.body


def later_meetings(found: Followed, source: Confirmation | None) -> dict[date, int]:
    """The meetings at which it could be taken up again, by their first day."""
    convention, body = followed_by(found, source)
    return meetings_between(convention=convention, body=body, after=found.terms.raised_on, until=date.max)


def source_of(ref: Ref) -> Confirmation | None:
    """The finding that it was recorded from."""
    return confirmations_behind(kind=ref.kind, numbers=[ref.number]).get(ref.number)


def _list(request: HttpRequest, ref: Ref) -> Link:
    if not holds(request, "read"):
        return Link(_("Our delegation"), reverse("own"))
    if ref.kind == "action_point":
        return Link(_("Follow-up"), reverse("followup"))
    return Link(_("Decisions"), reverse("decisions"))


def _facts(found: Followed, day: date, source: Confirmation | None) -> list[tuple[str, Any]]:
    terms = found.terms
    raised = Link(
        wording.in_words(terms.raised_on),
        meeting_address(source.meeting_id) if source and source.meeting_id else "",
    )
    facts = [
        (_("Owner"), actors(terms.owners)),
        (_("Due"), deadline(found, day)),
        (_("Theme"), terms.theme),
        (_("Raised on"), Stack((raised, terms.agenda))),
    ]
    if isinstance(terms, DecisionTerms):
        return [
            (_("Taken by"), taken_by(terms)),
            (_("Taken on"), wording.in_words(terms.taken_on) or _("a day that is not said")),
            (_("Paragraph"), terms.paragraph),
            *facts,
            (_("Reported"), _("yes, by another body") if terms.reported else ""),
            (_("Superseded by"), _decision(found.superseded_by_id)),
        ]
    body = _("%(body)s, %(convention)s") % {"body": terms.body, "convention": terms.convention}
    return [*facts, (_("Body"), body if terms.convention else terms.body)]


def _decision(number: int | None) -> Link | str:
    return Link(_("decision %(number)d") % {"number": number}, reverse("decision", args=[number])) if number else ""
