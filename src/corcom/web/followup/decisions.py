"""Decisions: what each body decided, what becomes of it, and which body may decide what."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.competence import CompetenceOf, competence_of
from corcom.followup.domain.terms import DecisionTerms
from corcom.followup.queries import Facets, commitments_page, facets_of
from corcom.followup.queries.pages import SORTS
from corcom.minutes.queries import Confirmation, confirmations_behind
from corcom.web import wording
from corcom.web.committee.competence_words import competence_in_words
from corcom.web.day import day_of
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.filters import Asked, asked_for, filters, pages_of
from corcom.web.followup.commitment_words import STATE_WORDS, actors, deadline, names, state_mark, taken_by, title
from corcom.web.menu import address_of
from corcom.web.pieces import Column, Empty, Link, Row, Stack, Table, Together
from corcom.web.places import meeting_address, why
from corcom.web.rights import requires

SIZE = 50
STATES = ("", "done", "superseded", "all")


@requires("read")
def decisions(request: HttpRequest) -> HttpResponse:
    """All decisions, narrowed by the address; those of other bodies that minutes report are marked."""
    day = day_of(request)
    asked = asked_for(request, day, sorts=SORTS, usual="-raised")
    whole = wants_sheet(request)
    size = None if whole else SIZE
    found = commitments_page(
        kind="decision", day=day, wanted=asked.wanted, sort=asked.sort, size=size, number=asked.page
    )
    if answer := sheet(request, "decisions", _file_columns(), [_file_row(one) for one in found.rows]):
        return answer
    sources = confirmations_behind(kind="decision", numbers=[one.ref.number for one in found.rows])
    facets = facets_of(kind="decision", day=day, wanted=asked.wanted)
    counts = {choice.value: choice.count for choice in facets.states}
    table = Table(
        id="decisions",
        caption=_("Decisions"),
        columns=columns(),
        rows=tuple(row(one, sources, day) for one in found.rows),
        count=found.total,
        sort=asked.sort,
        filters=filters(asked, facets, states=STATES, heading=None),
        downloads=downloads(request),
        pages=pages_of(request, found.total, SIZE),
        empty=_nothing() if _is_bare(asked) and not sum(counts.values()) else None,
    )
    shown = {
        "table": table,
        "q": asked.wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "open": counts.get("open", 0) + counts.get("overdue", 0),
        "bodies": _bodies(asked, facets),
    }
    return render(request, "followup/decisions.html", shown)


def columns() -> tuple[Column, ...]:
    """The columns of a table of decisions."""
    return (
        Column(_("Decision"), "text", is_wide=True),
        Column(_("Taken by")),
        Column(_("Owner"), "owner"),
        Column(_("Status")),
        Column(_("Recorded"), "raised"),
    )


def row(found: Followed, sources: dict[int, Confirmation], day: date) -> Row:
    """One decision; its source stands under its words."""
    terms = cast("DecisionTerms", found.terms)
    source = sources.get(found.ref.number)
    paragraph = _("paragraph %(number)s") % {"number": terms.paragraph} if terms.paragraph else ""
    meeting = meeting_address(source.meeting_id) if source and source.meeting_id else ""
    recorded = Link(wording.in_words(terms.raised_on), meeting, is_whole=True)
    reported = _("reported, decided elsewhere") if terms.reported else ""
    return Row(
        (
            Stack((Together((title(found), why(source, about=terms.text))), paragraph)),
            Stack((taken_by(terms), reported)),
            actors(terms.owners) if terms.owners else "",
            deadline(found, day) if terms.due and found.is_open else state_mark(found, day),
            recorded,
        ),
        id=f"decision-{found.ref.number}",
    )


def _bodies(asked: Asked, facets: Facets) -> list[tuple[CompetenceOf, str]]:
    """What a rulebook says of each body that decided something."""
    conventions = [choice.value for choice in facets.conventions if asked.wanted.convention in {"", choice.value}]
    known = {
        found.body: found
        for convention in conventions
        for choice in facets.bodies
        if (found := competence_of(convention, choice.value)).competence != "unknown"
    }
    return [(found, competence_in_words(found)) for found in known.values()]


def _file_columns() -> tuple[str, ...]:
    return (
        _("Decision"),
        _("Taken by"),
        _("Reported"),
        _("Paragraph"),
        _("Owner"),
        _("Due"),
        _("Status"),
        _("Since"),
        _("Theme"),
        _("Convention"),
        _("Recorded"),
        _("Words quoted"),
    )


def _file_row(found: Followed) -> tuple[str | date | None, ...]:
    terms = cast("DecisionTerms", found.terms)
    return (
        terms.text,
        terms.body,
        _("yes") if terms.reported else _("no"),
        terms.paragraph,
        names(terms.owners),
        terms.due_on,
        str(STATE_WORDS[found.state]),
        found.turned_on,
        terms.theme,
        terms.convention,
        terms.raised_on,
        found.evidence.quote,
    )


def _is_bare(asked: Asked) -> bool:
    wanted = asked.wanted
    return not (asked.window or wanted.owner or wanted.theme or wanted.body or wanted.text)


def _nothing() -> Empty:
    return Empty(
        _("No decisions yet"),
        _("A decision stands here once a person has confirmed it in minutes, with the body that took it."),
        _("To the documents"),
        address_of("documents") or reverse("today"),
    )
