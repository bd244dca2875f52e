"""The demonstration's register: the facts that come with CorCom, and how the conventions stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.oversight.actions import take_over_packaged
from corcom.register.domain.counts import counts
from corcom.register.domain.states import states, un_members_on
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.queries import register_of
from corcom.rulebooks.reading import conventions


def take_over_facts(*, day: date, at: datetime) -> None:
    """Record the facts that come with CorCom, those after the day too."""
    # What was already known when the package was made is no forecast, whatever day the clock of this machine shows.
    days = [one.day for one in packaged_actions()] + [fact.last_day for fact in packaged_facts() if fact.last_day]
    take_over_packaged(day=max(day, *days), at=at)


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
