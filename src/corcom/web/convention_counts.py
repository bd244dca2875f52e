"""The counts of a convention with their definitions, and how they came about over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.register.domain.counts import DEFINED, Change, Counts, changes
from corcom.web.participation_words import COUNT_NAMES, COUNT_WORDS
from corcom.web.pieces import Curve, Line, Point, StateName
from corcom.web.register_asked import Asked


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


def years(asked: Asked) -> Curve | None:
    """Both counts of States Parties from the first deposit to the day; None before it."""
    found = [change for change in changes(asked.register.states.values()) if change.on <= asked.day]
    if not found:
        return None
    days = [change.on for change in found]
    by_deposit = tuple(map(Point, days, accumulate(change.by_deposit for change in found)))
    bound = tuple(map(Point, days, accumulate(change.bound for change in found)))
    return Curve(
        id="years",
        title=_("Joined and left over the years"),
        lines=(
            Line(_("States Parties by deposit"), by_deposit),
            Line(_("bound"), bound, "dashed"),
        ),
        day=asked.day,
        columns=(_("Year"), _("Deposited"), _("Left"), _("By deposit"), _("Bound")),
        rows=tuple(_by_year(asked, found)),
    )


def _by_year(asked: Asked, found: list[Change]) -> list[tuple[object, ...]]:
    """Each year: how many deposited, how many left, and both counts at its end or on the day."""
    memberships = [each for state in asked.register.states.values() for each in state.memberships]
    rows: list[tuple[object, ...]] = []
    for year in range(found[0].on.year, asked.day.year + 1):
        end = min(date(year, 12, 31), asked.day)
        joined = sum(each.deposited_on.year == year and each.deposited_on <= end for each in memberships)
        left = sum(each.until is not None and each.until.year == year and each.until <= end for each in memberships)
        by_deposit = sum(change.by_deposit for change in found if change.on <= end)
        bound = sum(change.bound for change in found if change.on <= end)
        # A year is written without the marks that set thousands apart.
        rows.append((str(year), joined, left, by_deposit, bound))
    return rows
