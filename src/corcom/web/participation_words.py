"""How a State stands to a convention, in words: its status, its acts, and what can be asked of a list of States."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.kernel.source import Certainty
from corcom.register.domain.participation import Participation, Status
from corcom.register.domain.treaty_actions import Kind as ActKind
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.domain.ways import KIND_WORDS
from corcom.web.pieces import Kind
from corcom.web.wording import days_in_words

STATUS_WORDS: dict[Status, Promise] = {
    "party": pgettext_lazy("participation", "State Party, bound"),
    "contracting": pgettext_lazy("participation", "consent deposited, not yet in force"),
    "signatory": pgettext_lazy("participation", "signatory, not party"),
    "withdrawn": pgettext_lazy("participation", "withdrawn"),
    "not_party": pgettext_lazy("participation", "not party, not signatory"),
}


CERTAINTY_WORDS: dict[Certainty, Promise] = {
    "certain": gettext_lazy("certain"),
    "likely": gettext_lazy("likely"),
    "doubtful": gettext_lazy("unverified"),
}


def tile_kinds() -> tuple[Kind, ...]:
    """What a tile of the map by status can be; the last for every State that never acted."""
    return (
        Kind("party", str(STATUS_WORDS["party"]), "full"),
        Kind("contracting", str(STATUS_WORDS["contracting"]), "half"),
        Kind("signatory", str(STATUS_WORDS["signatory"]), "hatched"),
        Kind("withdrawn", str(STATUS_WORDS["withdrawn"]), "dotted"),
        Kind("not_party", str(STATUS_WORDS["not_party"]), "empty"),
    )


def kind_name(kind: ActKind) -> str:
    """What a kind of act is called."""
    return _(KIND_WORDS[kind])


def kind_in_words(action: TreatyAction) -> str:
    """What kind of act it is."""
    return kind_name(action.kind)


def act_in_words(action: TreatyAction) -> str:
    """An act with its day as far as it is known: "ratification, 28 May 2015"."""
    return _("%(what)s, %(day)s") % {"what": kind_in_words(action), "day": days_in_words(action.on)}


def certainty_in_words(certainty: Certainty) -> str:
    """How sure a fact is; nothing for one that is certain."""
    return "" if certainty == "certain" else str(CERTAINTY_WORDS[certainty])


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
