"""Days, distances and conventions in words, in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from django.utils.dates import MONTHS
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext_lazy, pgettext
from django.utils.translation import gettext as _

from corcom.register.domain.conventions import convention_name

Unit = Literal["day", "month", "year"]

DAYS_UP_TO = 59
"""Days. Up to here a distance is given in days, which is how people count what is near."""
MONTHS_UP_TO = 23
"""Months. Up to here in whole months, then in whole years; always rounded down."""

# As United Nations documents in Arabic name them.
ARABIC_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)


def convention_in_words(code: str) -> str:
    """The name of a convention; its code where nobody knows more."""
    return _(convention_name(code)) if code else ""


def in_words(day: date | None) -> str:
    """A day as an official document writes it: "28 April 2016", "1er mai 2016", "28 نيسان/أبريل 2016"."""
    if day is None:
        return ""
    language = get_language() or "en"
    if language == "ar":
        return f"{day.day} {ARABIC_MONTHS[day.month - 1]} {day.year}"
    # Not by `date_format`, which takes twenty times as long: a list of a hundred rows shows five hundred days.
    if language == "fr":
        return f"{_day_of_month(day.day)} {MONTHS[day.month]} {day.year}"
    return f"{day.day} {MONTHS[day.month]} {day.year}" if language == "en" else date_format(day, "DATE_FORMAT")


def days_in_words(text: str) -> str:
    """A day as far as it is known, from ISO 8601: "26 May 2016", "May 2016", "2016", "16 to 19 April 2012".

    What is no ISO 8601 is shown as it stands.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _part_in_words(text)
    if not (start and end):
        known = _part_in_words(start or end)
        return (_("from %(day)s") if start else _("until %(day)s")) % {"day": known}
    first, last = _part_in_words(start), _part_in_words(end)
    if not len(start) == len(end) == len("2016-05-26"):
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if start[:7] == end[:7]:
        first = _day_of_month(int(start[8:]))
    return pgettext("days", "%(first)s to %(last)s") % {"first": first, "last": last}


def _day_of_month(number: int) -> str:
    return "1er" if number == 1 and get_language() == "fr" else str(number)


def _part_in_words(part: str) -> str:
    try:
        if len(part) == len("2016-05"):
            return _month_in_words(date.fromisoformat(f"{part}-01"))
        return in_words(date.fromisoformat(part)) if len(part) > len("2016") else part
    except ValueError:
        return part


def _month_in_words(day: date) -> str:
    language = get_language()
    if language == "ar":
        return f"{ARABIC_MONTHS[day.month - 1]} {day.year}"
    if language in {"zh-hans", "ru", "es"}:
        return date_format(day, "YEAR_MONTH_FORMAT")
    return f"{MONTHS[day.month]} {day.year}"


def number_in_groups(number: int) -> str:
    """A number with its thousands set apart: "1,204", "1 204"."""
    return str(number_format(number, use_l10n=True, force_grouping=True))


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
