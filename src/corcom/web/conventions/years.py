"""How the counts of a convention came about over the years."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from django.utils.translation import gettext as _

from corcom.register.domain.count_changes import Change, changes
from corcom.web.pieces import Curve, Line, Point
from corcom.web.register.asked import Asked


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
