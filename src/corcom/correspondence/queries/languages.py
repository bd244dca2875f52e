"""In which language a State wants to be written to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corcom.correspondence.domain.official_languages import likely_language
from corcom.directory.queries import letter_addresses_of
from corcom.kernel.languages import written_as


def languages_preferred(*, convention: str, states: Sequence[str], day: date) -> dict[str, str]:
    """The language that whoever reads a State's letters prefers by the directory; where it does not say, the official one.

    A State of which neither is known, or that has several official languages of the United Nations, is left out. Two SQL queries.
    """
    reached = letter_addresses_of(
        delegations=states, purpose="letters", convention=convention, day=day, dead=frozenset()
    )
    spoken = {iso3: next((one.language for one in found if one.language), "") for iso3, found in reached.items()}
    found = {iso3: spoken.get(iso3) or likely_language(iso3) for iso3 in states}
    return {iso3: written_as(language) for iso3, language in found.items() if language}
