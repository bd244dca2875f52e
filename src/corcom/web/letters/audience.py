"""The States that an audience names for a letter today, and the language of each."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.correspondence.actions.audience_errors import AudienceRetired, AudienceUnasked
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.question import addressees_on
from corcom.correspondence.queries import languages_preferred
from corcom.web import day as days
from corcom.web.audiences.found import facts_or_404, found_or_404


def asked_today(audience: int) -> Sequence[Addressee]:
    """Those whom an audience names today. Errors: `Http404`, `AudienceRetired`, `AudienceUnasked`."""
    told = found_or_404(audience)
    if told.retired_at is not None:
        raise AudienceRetired(audience)
    if told.question is None:
        raise AudienceUnasked(audience)
    return addressees_on(told.question, facts_or_404(told.convention).on(days.today(), audience=audience))


def still_asked(audience: int) -> Sequence[Addressee] | None:
    """Those whom an audience names today; None where it is retired, or cannot be asked any more."""
    try:
        return asked_today(audience)
    except (AudienceRetired, AudienceUnasked):
        return None


def preferred(convention: str, addressees: Sequence[Addressee]) -> dict[str, str]:
    """In which language each wants to be written to, where the directory says so."""
    states = [one.iso3 for one in addressees]
    return languages_preferred(convention=convention, states=states, day=days.today())
