"""Figures: what is counted of States under a convention, State by State and year by year, each number with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.figures.domain.figure_rows import COLUMNS, write_row
from corcom.figures.domain.minimum_data import COLUMNS as MINIMUM_COLUMNS
from corcom.figures.domain.minimum_data import minimum_rows
from corcom.figures.queries import figures_for
from corcom.register.queries import registers
from corcom.web.addresses import address
from corcom.web.conventions.page import head
from corcom.web.day import day_of, page_day
from corcom.web.downloads import Cell, sheet, wants_sheet
from corcom.web.figures.asked import FiguresAsked, figures_asked
from corcom.web.figures.table import YEARS, drawings, figure_table
from corcom.web.figures.words import measure_title
from corcom.web.filters import convention_of
from corcom.web.pieces import Column, Empty, Link, Row, Table
from corcom.web.register.asked import known_at, known_on_of
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import convention_in_words


@open_to_the_public
def all_figures(request: HttpRequest) -> HttpResponse:
    """The figures of the convention in the bar; where none is chosen, the way to those of each."""
    day, known_on = day_of(request), known_on_of(request)
    found = registers(known_at=known_at(known_on))
    if (chosen := convention_of(request)) in found:
        return redirect(address(request, "convention_figures", chosen))
    every = [each for each in figures_for(circles={"public"}, known_at=known_at(known_on)) if each.is_known_on(day)]
    rows = []
    for code in found:
        own = [each for each in every if each.convention == code]
        link = Link(convention_in_words(code), address(request, "convention_figures", code))
        rows.append(Row((link, len({each.iso3 for each in own}), len(own))))
    columns = (
        Column(_("Convention"), is_wide=True),
        Column(_("States"), is_number=True),
        Column(_("Figures"), is_number=True),
    )
    table = Table(id="conventions", caption=_("Conventions"), columns=columns, rows=tuple(rows))
    return render(request, "figures/all.html", {"table": table, "known_on": known_on, "day": day})


@open_to_the_public
def convention_figures(request: HttpRequest, convention: str) -> HttpResponse:
    """One measure: States by years with totals, and as a drawing; XLSX and CSV of it, or of everything."""
    wanted = figures_asked(request, convention)
    code = wanted.asked.code
    if wants_sheet(request):
        columns, rows = _file(request, wanted)
        if answer := sheet(request, f"{code.lower()}-figures", columns, rows):
            return answer
    found = wanted.series()
    may_record = holds(request, "record") and page_day(request).is_today
    shown = head(wanted.asked, "convention_figures") | {
        "day": wanted.asked.day,
        "title": measure_title(wanted.measure),
        "adds": wanted.measure.adds_over_years,
        "years": YEARS if len(found.years) > YEARS else 0,
        "table": figure_table(request, wanted, found),
        "drawings": drawings(found),
        "q": wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "file": reverse("figures_file", args=[code]) if may_record else "",
        "empty": None if wanted.every else _nothing(code, may_record=may_record),
    }
    return render(request, "figures/page.html", shown)


def _file(request: HttpRequest, wanted: FiguresAsked) -> tuple[Sequence[str], Iterable[Sequence[Cell]]]:
    every = sorted(wanted.every, key=lambda each: (each.iso3, each.year, each.measure, each.number))
    match request.GET.get("columns", ""):
        case "minimum":
            return MINIMUM_COLUMNS, minimum_rows(every)
        case "all":
            return COLUMNS, map(write_row, every)
        case _:
            return COLUMNS, map(write_row, wanted.shown)


def _nothing(code: str, *, may_record: bool) -> Empty:
    return Empty(
        _("No figure is recorded"),
        _(
            "Figures come out of the reports that States hand in here. What stands in a report that came as a document is"
            " recorded by hand on the page of a State, or from a table."
        ),
        _("Take in a table") if may_record else "",
        reverse("figures_file", args=[code]) if may_record else "",
    )
