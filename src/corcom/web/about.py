"""What a page is about, for the right that it asks for: found from what its address says (`@requires(…, of=…)`)."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from corcom.access.domain.grants import Matter
from corcom.followup.domain.commitment import Followed, Kind
from corcom.mandates.queries import sounding
from corcom.meetings.domain.agenda import DraftItem
from corcom.meetings.queries import NoSuchItem, PlannedMeeting, agenda_item
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.queries import NoSuchQuestion, question_page, record_of
from corcom.minutes.queries.documents import DocumentLine, document
from corcom.polls.queries import NoSuchPoll, poll
from corcom.rulebooks.naming import theme_named
from corcom.web.committee.asked import chosen_convention
from corcom.web.day import today
from corcom.web.followup.commitment_found import found_or_404
from corcom.web.meetings.plan_found import found_plan
from corcom.web.rights import rights_held


def of_commitment(found: Followed) -> Matter:
    """An action point or a decision: its theme, and its owners."""
    terms = found.terms
    theme = theme_named(terms.convention, terms.theme) if terms.theme else None
    owners = frozenset(owner.code for owner in terms.owners)
    return Matter(convention=terms.convention, theme=theme.code if theme else "", delegations=owners)


def of_item(item: DraftItem, convention: str) -> Matter:
    """An item of a draft agenda: who introduces it, by name or as those of a theme; where nobody does, those of its theme."""
    theme = theme_named(convention, item.introduced_by or item.title)
    named = actors_named([item.introduced_by], convention)
    delegations = frozenset(actor.code for actor in named)
    return Matter(convention=convention, theme=theme.code if theme else "", delegations=delegations)


def question_asked(_request: HttpRequest, number: int, **_rest: object) -> Matter:
    """The question of an address."""
    try:
        found = question_page(number=number)
    except NoSuchQuestion as missing:
        raise Http404 from missing
    return Matter(convention=found.convention)


def convention_asked(request: HttpRequest, **_rest: object) -> Matter:
    """The convention of an address, or of the bar."""
    return Matter(convention=chosen_convention(request))


def for_own_delegation(request: HttpRequest) -> Matter:
    """A page about whatever delegation the account acts for."""
    return Matter(delegations=frozenset(each.delegation for each in rights_held(request).grants if each.right == "own"))


def sounding_asked(_request: HttpRequest, number: int) -> Matter:
    """The sounding of an address."""
    found = sounding(number=number)
    if found is None:
        raise Http404
    return Matter(convention=found.convention)


def commitment_asked(_request: HttpRequest, number: int, kind: Kind, verb: str = "") -> Matter:
    """The commitment of an address."""
    return of_commitment(found_or_404(kind, number, today()))


def meeting_asked(_request: HttpRequest, number: int, **_rest: object) -> Matter:
    """The planned meeting of an address."""
    return Matter(convention=_convention_of(number))


def poll_asked(_request: HttpRequest, number: int, **_rest: object) -> Matter:
    """The poll of dates of an address: its meeting."""
    try:
        return of_plan(poll(number=number).meeting)
    except NoSuchPoll as missing:
        raise Http404 from missing


def item_asked(_request: HttpRequest, number: int, item: int) -> Matter:
    """The agenda item of an address; one that is gone is of its meeting alone."""
    convention = _convention_of(number)
    try:
        return of_item(agenda_item(meeting=number, number=item).item, convention)
    except NoSuchItem:
        return Matter(convention=convention)


def of_plan(found: PlannedMeeting) -> Matter:
    """A planned meeting."""
    return Matter(convention=found.plan.convention)


def of_document(found: DocumentLine) -> Matter:
    """A document: the convention of its meeting, or the one that its reading names. One SQL query for the latter."""
    heading = found.heading
    convention = heading.convention if heading else record_of(reading=found.reading_id).get("convention")
    return Matter(convention=convention or "")


def document_asked(_request: HttpRequest, number: int) -> Matter:
    """The document of an address."""
    found = document(file=number)
    if found is None:
        raise Http404
    return of_document(found)


def _convention_of(number: int) -> str:
    return found_plan(number).plan.convention
