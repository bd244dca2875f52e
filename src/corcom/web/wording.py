"""Days, numbers and conventions in words, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import numberformat
from django.utils.dates import MONTHS
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from corcom.kernel.amounts import written
from corcom.register.domain.conventions import convention_name

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


def moment_in_words(at: datetime | None) -> str:
    """A moment as a register notes it."""
    return _("%(day)s, %(time)s UTC") % {"day": in_words(at.date()), "time": f"{at:%H:%M}"} if at else ""


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


def amount_in_words(value: Decimal) -> str:
    """An amount as the reader's language writes it, with all the digits that it needs."""
    decimal, thousands = get_format("DECIMAL_SEPARATOR"), get_format("THOUSAND_SEPARATOR")
    # In threes also where Django knows no grouping of a language, as of Arabic: nobody reads eight digits in a row.
    return str(numberformat.format(written(value), decimal, grouping=3, thousand_sep=thousands, force_grouping=True))
