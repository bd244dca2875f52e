"""The audience of an address, and what it is asked of."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from corcom.correspondence.domain.audience.facts import AudienceFacts
from corcom.correspondence.queries.audience_facts import audience_facts
from corcom.correspondence.queries.audiences import AudienceTold, audience
from corcom.rulebooks.reading import conventions
from corcom.web.committee.asked import chosen_convention
from corcom.web.filters import convention_of


def found_or_404(number: int) -> AudienceTold:
    """The audience of an address. One SQL query."""
    found = audience(number=number)
    if found is None:
        raise Http404
    return found


def facts_or_404(convention: str) -> AudienceFacts:
    """The facts under a convention that has a rulebook. Eight SQL queries."""
    found = audience_facts(convention=convention).get(convention)
    if found is None:
        raise Http404
    return found


def convention_asked(request: HttpRequest) -> str:
    """The convention of the address or of the bar; else the one that the pages of a committee show. Errors: `Http404`."""
    asked = convention_of(request).upper()
    if asked and asked not in conventions():
        raise Http404
    return asked or chosen_convention(request)
