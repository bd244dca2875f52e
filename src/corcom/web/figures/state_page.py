"""The figures of one State under a convention: every source of every year, which one counts, and the history."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.figures.domain.claims import Claim, CountingClaim, added, claims
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import MEASURES, Measure
from corcom.figures.queries import believed_figures, figures_for
from corcom.register.queries import Belief
from corcom.web.conventions.page import head
from corcom.web.day import page_day
from corcom.web.downloads import document_downloads
from corcom.web.figures.asked import circles_seen
from corcom.web.figures.words import (
    GROUND_WORDS,
    amounts_in_words,
    figure_in_words,
    measure_title,
    notes_of,
    part_in_words,
    source_parts,
    told_in_words,
)
from corcom.web.pieces import Column, Link, Row, Stack, StateName, Table
from corcom.web.register.asked import asked_for
from corcom.web.register.beliefs import BeliefLine, belief_line
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.spoken_in import spoken
from corcom.web.state_names import is_state
from corcom.web.table_papers import TablePaper, paper_answer, wants_paper
from corcom.web.wording import amount_in_words


@open_to_the_public
def state_figures(request: HttpRequest, convention: str, iso3: str) -> HttpResponse:
    """What is counted of a State, measure by measure."""
    if not is_state(iso3):
        raise Http404
    asked = asked_for(request, convention)
    circles = circles_seen(request, asked.code)
    found = figures_for(circles=circles, convention=asked.code, iso3=iso3, known_at=asked.known_at)
    counting = claims(each for each in found if each.is_known_on(asked.day))
    may_record = holds(request, "record") and page_day(request).is_today
    history = believed_figures(circles=circles, convention=asked.code, iso3=iso3) if holds(request, "read") else []
    tables = [table for each in MEASURES.values() if (table := _table(each, counting, iso3))]
    if wants_paper(request):
        title = spoken().listed((StateName(iso3).words, _("Figures")), between=_(": "))
        paper = TablePaper(title=title, convention=asked.code, day=asked.day, tables=tables)
        return paper_answer(request, f"{asked.code}-{iso3}-figures".lower(), paper)
    shown = head(asked, "convention_figures") | {
        "state": StateName(iso3),
        "day": asked.day,
        "tables": tables,
        "downloads": document_downloads(request) if tables else (),
        "record": reverse("record_figure", args=[asked.code, iso3]) if may_record else "",
        "history": [
            figure_belief(each, asked.day, may_change=may_record)
            for each in history
            if each.value.is_known_on(asked.day)
        ],
    }
    return render(request, "figures/state.html", shown)


def figure_belief(found: Belief[Figure], day: Any, *, may_change: bool) -> BeliefLine:
    """A figure as it was recorded; one of a report is changed by its report alone."""
    figure = found.value
    by_hand = may_change and not figure.report
    again = f"{reverse('record_figure', args=[figure.convention, figure.iso3])}?like={figure.number}"
    return belief_line(found, figure_in_words(figure), day, "figure", again if by_hand else "", may_change=by_hand)


def _table(measure: Measure, found: dict[tuple[str, int, str], CountingClaim], iso3: str) -> Table | None:
    """Every claim of a measure, the latest year first, that which counts before the others."""
    rows: list[Row] = []
    years = sorted((year for code, year, name in found if (code, name) == (iso3, measure.code)), reverse=True)
    for year in years:
        one = found[iso3, year, measure.code]
        rows.append(_row(year, one.claim, str(GROUND_WORDS[one.ground])))
        rows += [_row(year, other, _("does not count")) for other in one.others]
    columns = (
        Column(_("Year")),
        Column(_("In all"), is_number=True),
        Column(_("Of which")),
        Column(_("Source"), is_wide=True),
        Column(_("Counts")),
    )
    caption = measure_title(measure)
    return Table(id=measure.code, caption=caption, columns=columns, rows=tuple(rows)) if rows else None


def _row(year: int, claim: Claim, ground: str) -> Row:
    parts = [f"{part}{_(': ')}{amount_in_words(each.value)}" for each in claim.figures if (part := part_in_words(each))]
    if more := claim.overstated:
        said = {"parts": amounts_in_words(added(more)), "whole": amounts_in_words(claim.amounts)}
        parts.append(_("The parts add up to %(parts)s, which is more than the whole, %(whole)s.") % said)
    source = Stack((Link(*source_parts(claim.first)), told_in_words(claim), notes_of(claim)))
    return Row((str(year), amounts_in_words(claim.amounts), Stack(tuple(parts)), source, ground))
