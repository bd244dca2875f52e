"""How far apart two days are, in words, in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext_lazy

Unit = Literal["day", "month", "year"]

DAYS_UP_TO = 59
"""Days. Up to here a distance is given in days, which is how people count what is near."""
MONTHS_UP_TO = 23
"""Months. Up to here in whole months, then in whole years; always rounded down."""


class Distance(NamedTuple):
    """How far apart two days are: a whole number of one unit."""

    number: int
    unit: Unit


def distance(one: date, other: date) -> Distance:
    """How far apart two days are, whichever comes first; whole months and years are rounded down."""
    early, late = sorted((one, other))
    days = (late - early).days
    if days <= DAYS_UP_TO:
        return Distance(days, "day")
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    return Distance(months, "month") if months <= MONTHS_UP_TO else Distance(months // 12, "year")


NEAR = {0: gettext_lazy("today"), 1: gettext_lazy("tomorrow"), -1: gettext_lazy("yesterday")}

Counted = dict[Unit, Promise]

AHEAD: Counted = {
    "day": ngettext_lazy("in %(n)d day", "in %(n)d days", "n"),
    "month": ngettext_lazy("in %(n)d month", "in %(n)d months", "n"),
    "year": ngettext_lazy("in %(n)d year", "in %(n)d years", "n"),
}
OVERDUE: Counted = {
    "day": ngettext_lazy("overdue by %(n)d day", "overdue by %(n)d days", "n"),
    "month": ngettext_lazy("overdue by %(n)d month", "overdue by %(n)d months", "n"),
    "year": ngettext_lazy("overdue by %(n)d year", "overdue by %(n)d years", "n"),
}
AGO: Counted = {
    "day": ngettext_lazy("%(n)d day ago", "%(n)d days ago", "n"),
    "month": ngettext_lazy("%(n)d month ago", "%(n)d months ago", "n"),
    "year": ngettext_lazy("%(n)d year ago", "%(n)d years ago", "n"),
}
FELL_DUE: Counted = {
    "day": ngettext_lazy("fell due %(n)d day ago", "fell due %(n)d days ago", "n"),
    "month": ngettext_lazy("fell due %(n)d month ago", "fell due %(n)d months ago", "n"),
    "year": ngettext_lazy("fell due %(n)d year ago", "fell due %(n)d years ago", "n"),
}
MET_EARLY: Counted = {
    "day": ngettext_lazy("met %(n)d day early", "met %(n)d days early", "n"),
    "month": ngettext_lazy("met %(n)d month early", "met %(n)d months early", "n"),
    "year": ngettext_lazy("met %(n)d year early", "met %(n)d years early", "n"),
}
MET_LATE: Counted = {
    "day": ngettext_lazy("met %(n)d day late", "met %(n)d days late", "n"),
    "month": ngettext_lazy("met %(n)d month late", "met %(n)d months late", "n"),
    "year": ngettext_lazy("met %(n)d year late", "met %(n)d years late", "n"),
}


def counted(words: Counted, apart: Distance) -> str:
    """The phrase with its number: `counted(AHEAD, distance(day, due_on))`."""
    return str(words[apart.unit] % {"n": apart.number})


def from_today(on: date, day: date) -> str:
    """How far a day is: "today", "tomorrow", "in 12 days", "yesterday", "3 months ago"."""
    days = (on - day).days
    if days in NEAR:
        return str(NEAR[days])
    return counted(AHEAD if days > 0 else AGO, distance(day, on))
