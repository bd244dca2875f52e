"""Facts of obligations as a table that comes in: which rows tell of the same fact, and which cannot be.

A deadline that was asked for, granted or printed is known by its day, since a State may ask again and again; what was
analysed or refused by the meeting that was to decide, or by its day where no meeting is named; that nothing had come, and
that hostilities ended, by the day of it. Everything else holds once for a State, an obligation and, for a recurring
report, the year that it covers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date

from corcom.kernel.marked import gettext_noop
from corcom.kernel.tables import Differences, LineRefused, TableKind
from corcom.obligations.domain.fact_rows import COLUMNS, read_row, write_row
from corcom.obligations.domain.facts import WITH_UNTIL, Fact, FactKind

BY_DAY: frozenset[FactKind] = frozenset(("outstanding", "end_of_hostilities"))
BY_MEETING: frozenset[FactKind] = frozenset(("analysed", "refused"))


def identities(_: Iterable[Fact]) -> Callable[[Fact], Hashable]:
    """What makes two facts the same; it rests on nothing but the fact."""
    return identity


def identity(fact: Fact) -> Hashable:
    """What makes two facts the same."""
    own: Hashable = ""
    if fact.kind in WITH_UNTIL:
        own = fact.until
    elif fact.kind in BY_MEETING:
        own = fact.meeting or fact.on
    elif fact.kind in BY_DAY:
        own = fact.on
    return (fact.convention, fact.iso3, fact.obligation, fact.kind, fact.period, own)


def said(fact: Fact) -> str:
    """A fact in one line."""
    parts = (fact.convention, fact.iso3, fact.obligation, fact.kind, fact.period, fact.on, fact.until)
    return " ".join(str(part) for part in parts if part)


def check(found: Differences[Fact], _: Collection[Fact], day: date) -> list[LineRefused]:
    """The lines that tell of what has not happened yet."""
    told = [*found.new, *(each.after for each in found.changed)]
    return [
        LineRefused(each.file, each.line, "on", each.value.on, gettext_noop("a day that has come"))
        for each in told
        if each.value.first_day is not None and each.value.first_day > day
    ]


OBLIGATIONS = TableKind(
    code="obligations",
    columns=COLUMNS,
    read=read_row,
    write=write_row,
    identities=identities,
    scope=lambda fact: fact.convention,
    said=said,
    check=check,
)
