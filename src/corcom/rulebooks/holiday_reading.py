"""Holidays out of the files of `holidays/`; whatever cannot be read is refused by file, key and what is allowed."""

from __future__ import annotations

from datetime import date

from corcom.kernel.calendar import days_in_month
from corcom.rulebooks.entry import Entry
from corcom.rulebooks.holidays import Dated, Fixed, FromEaster, HolidayList, HolidayRule, Holidays, NthWeekday
from corcom.rulebooks.shapes import WEEKDAYS

SHAPES = ("fixed", "from_easter", "nth_weekday")


def holidays(entry: Entry) -> Holidays:
    """One file: the holidays of one duty station."""
    entry.only(("code", "name", "source", "reading", "since", "until", "rules", "not_known", "lists"))
    since, until = entry.day("since"), entry.day("until")
    if until <= since:
        raise entry.refused("until", f"a day after {since}")
    lists = entry.children("lists")
    years = [each.number("year", least=1946, most=9999) for each in lists]
    if len(set(years)) < len(years):
        raise entry.refused("lists", "one list for each year")
    return Holidays(
        code=entry.text("code"),
        name=entry.text("name"),
        source=entry.text("source"),
        reading=entry.text("reading"),
        since=since,
        until=until,
        rules=tuple(_rule(each) for each in entry.children("rules")),
        not_known=tuple(_dated(each) for each in entry.children("not_known")),
        lists=tuple(_list(each) for each in lists),
    )


def _rule(entry: Entry) -> HolidayRule:
    entry.only(("name", "since", "until", "day"))
    return HolidayRule(
        name=entry.text("name"),
        since=entry.day_or_none("since"),
        until=entry.day_or_none("until"),
        day=_day(entry.child("day")),
    )


def _dated(entry: Entry) -> Dated:
    entry.only(("name", "since", "until"))
    return Dated(name=entry.text("name"), since=entry.day_or_none("since"), until=entry.day_or_none("until"))


def _day(entry: Entry) -> Fixed | FromEaster | NthWeekday:
    kind = entry.choice("shape", SHAPES)
    if kind == "fixed":
        entry.only(("shape", "month", "day"))
        month = entry.number("month", least=1, most=12)
        return Fixed(month=month, day=entry.number("day", least=1, most=days_in_month(2001, month)))
    if kind == "from_easter":
        entry.only(("shape", "days"))
        return FromEaster(days=entry.number("days", least=-60, most=100))
    entry.only(("shape", "month", "weekday", "nth", "days"))
    nth = entry.number("nth", least=-1, most=4)
    if nth == 0:
        raise entry.refused("nth", "1, 2, 3, 4, or -1 for the last")
    return NthWeekday(
        month=entry.number("month", least=1, most=12),
        weekday=list(WEEKDAYS).index(entry.choice("weekday", tuple(WEEKDAYS))),
        nth=nth,
        days=entry.number("days", most=30) if "days" in entry.values else 0,
    )


def _list(entry: Entry) -> HolidayList:
    entry.only(("year", "source", "days"))
    year = entry.number("year", least=1946, most=9999)
    return HolidayList(
        year=year, source=entry.text("source"), days=dict(_of(year, each) for each in entry.children("days"))
    )


def _of(year: int, entry: Entry) -> tuple[date, str]:
    entry.only(("name", "day"))
    day = entry.day("day")
    if day.year != year:
        raise entry.refused("day", f"a day of {year}")
    return day, entry.text("name")
