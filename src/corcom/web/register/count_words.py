"""The counts of a convention: what each is called, and which States it counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from corcom.register.domain.participation import Participation


@dataclass(frozen=True, slots=True)
class Counted:
    """A day, and who was a UN member then: what it takes to say whether a State is counted."""

    day: date
    un_members: Collection[str]


Counting = Callable[[Participation, Counted], bool]

COUNTING: Mapping[str, Counting] = {
    "deposited": lambda state, of: state.is_deposited_on(of.day),
    "bound": lambda state, of: state.is_bound_on(of.day),
    "contracting": lambda state, of: state.status_on(of.day) == "contracting",
    "signed": lambda state, of: state.has_signed_on(of.day),
    "signed_only": lambda state, of: state.has_signed_on(of.day) and not state.is_deposited_on(of.day),
    "withdrawn": lambda state, of: state.status_on(of.day) == "withdrawn",
    "outside": lambda state, of: not state.is_deposited_on(of.day),
    "un_outside": lambda state, of: not state.is_deposited_on(of.day) and state.iso3 in of.un_members,
}
"""What a list of States can be narrowed to, by the word in its address: the same that is counted."""

COUNT_WORDS: dict[str, Promise] = {
    "deposited": pgettext_lazy("count", "States Parties by deposit"),
    "bound": pgettext_lazy("count", "States Parties, bound"),
    "contracting": pgettext_lazy("count", "Contracting States"),
    "signed": pgettext_lazy("count", "Signatories, ever"),
    "signed_only": pgettext_lazy("count", "Signatories not party"),
    "withdrawn": pgettext_lazy("count", "Withdrawn"),
    "outside": pgettext_lazy("count", "States not party"),
    "un_outside": pgettext_lazy("count", "UN members not party"),
    "undated": pgettext_lazy("count", "Counted without a day"),
}
COUNT_NAMES = {
    "deposited": "states_parties_by_deposit",
    "bound": "states_parties_bound",
    "contracting": "contracting_states",
    "signed": "signatories",
    "signed_only": "signatories_not_party",
    "withdrawn": "withdrawn",
    "outside": "states_not_party",
    "un_outside": "un_members_not_party",
    "undated": "undated",
}
"""The name of each count in `Counts` and `DEFINED`."""
