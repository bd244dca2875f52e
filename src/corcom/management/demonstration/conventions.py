"""The demonstration's register: how the conventions stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from corcom.register.domain.counts import counts
from corcom.register.domain.states import states, un_members_on
from corcom.register.queries import register_of
from corcom.rulebooks.reading import conventions


def standings(*, day: date) -> Iterator[str]:
    """One line for each convention of which something is recorded: how it stands on a day."""
    for code in conventions():
        register = register_of(code)
        if register is None or not register.states:
            continue
        found = counts(register.states, on=day, states=states(), un_members=un_members_on(day))
        said = _(
            "%(convention)s: %(deposit)d States Parties by deposit, %(bound)d bound; %(signatories)d signatories not party"
        )
        yield said % {
            "convention": code,
            "deposit": found.states_parties_by_deposit,
            "bound": found.states_parties_bound,
            "signatories": found.signatories_not_party,
        }
