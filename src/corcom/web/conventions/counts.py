"""The counts of a convention with their definitions."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.register.domain.counts import DEFINED, Counts
from corcom.web.pieces import StateName
from corcom.web.register.asked import Asked
from corcom.web.register.count_words import COUNT_NAMES, COUNT_WORDS


@dataclass(frozen=True, slots=True)
class CountLine:
    """A count: what it is called, how many, what it counts, and the list of those that it counts."""

    words: str
    count: int
    defined: str
    address: str


def lines(asked: Asked, found: Counts) -> list[CountLine]:
    """Every count; States counted without a day only where there are any."""
    states = reverse("convention_states", args=[asked.code])
    shown = []
    for key, name in COUNT_NAMES.items():
        count = getattr(found, name)
        if key != "undated":
            shown.append(CountLine(str(COUNT_WORDS[key]), count, _(DEFINED[name]), f"{states}?status={key}"))
        elif count:
            shown.append(CountLine(str(COUNT_WORDS[key]), count, _(DEFINED[name]), ""))
    return shown


def un_members_explained(asked: Asked) -> str:
    """Why the UN members not party are not simply all of them less the States Parties: some of those are not UN members."""
    members = asked.counted.un_members
    deposited = [iso3 for iso3, each in asked.register.states.items() if each.is_deposited_on(asked.day)]
    others = sorted(StateName(iso3).words for iso3 in deposited if iso3 not in members)
    if not others:
        return ""
    counted = len(deposited) - len(others)
    words = ngettext(
        "%(members)d UN members less %(counted)d of them that are States Parties by deposit leaves %(outside)d; "
        "%(n)d State Party is not a UN member: %(names)s.",
        "%(members)d UN members less %(counted)d of them that are States Parties by deposit leaves %(outside)d; "
        "%(n)d States Parties are not UN members: %(names)s.",
        len(others),
    )
    return words % {
        "members": len(members),
        "counted": counted,
        "outside": len(members) - counted,
        "n": len(others),
        "names": _(", ").join(others),
    }
