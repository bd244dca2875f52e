"""One measure as a table of States by years with its totals, and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.figures.domain.claims import CountingClaim
from corcom.figures.domain.measures import MEASURES
from corcom.figures.domain.series import Amounts, Series
from corcom.kernel.folding import folded
from corcom.web.figures.asked import DIFFER, FiguresAsked
from corcom.web.figures.words import (
    GROUND_WORDS,
    amounts_in_words,
    measure_name,
    measure_title,
    source_of,
)
from corcom.web.filters import on_page, pages_of
from corcom.web.pieces import Bar, Bars, Column, Download, Filter, Link, Option, Row, Stack, StateName, Table, Together
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.state_lists import GROUPS

SIZE = 50
YEARS = 6
"""That are shown, the latest; a file has all of them."""
MOST_CURRENCIES = 4
MOST_LINES = 40
"""Of a drawing, before years of which nothing is known are left out."""


def figure_table(request: HttpRequest, wanted: FiguresAsked, found: Series) -> Table:
    """The States with their years, and what they add up to. A stock has no sum over years."""
    years = found.years[-YEARS:]
    states = sorted(found.states, key=lambda code: folded(StateName(code).words))
    pages = pages_of(request, len(states), SIZE)
    flows = (Column(_("All years"), is_number=True),) if found.measure.adds_over_years else ()
    rows = [_row(wanted, found, iso3, years) for iso3 in on_page(pages, states)]
    return Table(
        id="figures",
        caption=measure_title(found.measure),
        columns=(Column(_("State")), *(Column(str(year), is_number=True) for year in years), *flows),
        rows=(*rows, _totals(found, years)) if rows else (),
        count=len(states),
        filters=_filters(wanted),
        downloads=_downloads(request),
        pages=pages,
    )


def drawings(found: Series) -> tuple[Bars, ...]:
    """What all States add up to, year by year; one drawing for each currency.

    Between the first year and the last each has a line, unless there are too many: a year of which nothing is known is no year
    without any.
    """
    if len(found.years) < 2:
        return ()
    years: Sequence[int] = range(found.years[0], found.years[-1] + 1)
    if len(years) > MOST_LINES:
        years = found.years
    by_year = {year: found.of_year(year) for year in years}
    currencies = sorted({currency for amounts in by_year.values() for currency in amounts})[:MOST_CURRENCIES]
    return tuple(
        Bars(
            id=f"drawing-{currency or 'all'}",
            title=_("All States, %(measure)s") % {"measure": f"{measure_title(found.measure)} {currency}".strip()},
            bars=tuple(
                # A float is good enough for the length of a bar; what is written beside it is exact.
                Bar(str(year), float(by_year[year].get(currency, 0)), _shown(found, year, currency))
                for year in years
            ),
        )
        for currency in currencies
    )


def _shown(found: Series, year: int, currency: str) -> str:
    count = found.told_in(year, currency)
    if not count:
        return _("nothing known")
    amount = amounts_in_words({"": found.of_year(year)[currency]})
    return ngettext("%(amount)s, %(n)d State", "%(amount)s, %(n)d States", count) % {"amount": amount, "n": count}


def _row(wanted: FiguresAsked, found: Series, iso3: str, years: tuple[int, ...]) -> Row:
    name = StateName(iso3).words
    link = Link(name, reverse("state_figures", args=[wanted.asked.code, iso3]))
    cells: list[Any] = [_cell(found.claims.get((iso3, year)), f"{name}, {year}") for year in years]
    return Row((link, *cells, *_sum(found.of_state(iso3))))


def _totals(found: Series, years: tuple[int, ...]) -> Row:
    cells = [Stack((amounts_in_words(found.of_year(year)), _states_told(found.told(year)))) for year in years]
    return Row((_("All States"), *cells, *_sum(found.over_years())))


def _states_told(count: int) -> str:
    return ngettext("%(n)d State", "%(n)d States", count) % {"n": count}


def _sum(amounts: Amounts | None) -> tuple[str, ...]:
    return () if amounts is None else (amounts_in_words(amounts),)


def _cell(one: CountingClaim | None, about: str) -> Any:
    """What counts, with its source; below it what other sources say, and why they do not."""
    if one is None:
        return ""
    words = amounts_in_words(one.claim.amounts)
    shown: list[Any] = [Together((words, source_of(one.claim, about)))]
    if one.others:
        shown.append(str(GROUND_WORDS[one.ground]))
    for other in one.others:
        amount = amounts_in_words(other.amounts)
        said = {"about": about, "amount": amount}
        source = source_of(other, _("%(about)s, %(amount)s, which does not count") % said)
        shown.append(Together((_("does not count: %(amount)s") % said, source)))
    return Stack(tuple(shown))


def _filters(wanted: FiguresAsked) -> tuple[Filter, ...]:
    told = {code: len({each.iso3 for each in wanted.every if each.measure == code}) for code in MEASURES}
    options = [
        Option(measure_name(each), code, told[code])
        for code, each in MEASURES.items()
        if told[code] or code == wanted.measure.code
    ]
    groups = (Option(_("All")), *(Option(regional_group_in_words(each), each) for each in GROUPS))
    found = [
        Filter(_("Figure"), "measure", tuple(options), wanted.measure.code),
        Filter(_("Regional group"), "group", groups, wanted.group),
    ]
    if wanted.differ_only or wanted.differing:
        sources = (Option(_("All")), Option(_("differ"), DIFFER, len(wanted.differing)))
        found.append(Filter(_("Sources"), "sources", sources, DIFFER if wanted.differ_only else ""))
    return tuple(found)


def _downloads(request: HttpRequest) -> tuple[Download, ...]:
    """What is shown; every figure of the convention; and the columns of the minimum data requirements."""
    found = []
    for name, asked in (
        ("XLSX", {"format": "xlsx"}),
        ("CSV", {"format": "csv"}),
        (_("all figures, XLSX"), {"format": "xlsx", "columns": "all"}),
        (_("minimum data, CSV"), {"format": "csv", "columns": "minimum"}),
    ):
        query = request.GET.copy()
        query.update(asked)
        found.append(Download(name, f"?{query.urlencode()}"))
    return tuple(found)
