"""Follow-up: every action point with its owner, its date and its source, and closing several at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from corcom.followup.actions import close_commitments
from corcom.followup.domain.commitment import Followed
from corcom.followup.queries import action_points, commitments_page, facets_of
from corcom.followup.queries.pages import SORTS
from corcom.meetings.queries import headings_of
from corcom.minutes.queries import Confirmation, confirmations_behind
from corcom.web import day as days
from corcom.web.about import of_commitment
from corcom.web.downloads import Cell, downloads, sheet, wants_sheet
from corcom.web.filters import Asked, asked_for, at_meeting, by_name, filters, numbers_in, pages_of
from corcom.web.followup.commitment_words import STATE_WORDS, actors, deadline, names, state_mark, title
from corcom.web.followup.refusals import REFUSED, in_words
from corcom.web.person import person
from corcom.web.pieces import Column, Empty, Link, Row, Stack, Table, Together
from corcom.web.pieces.choose import Choose
from corcom.web.places import meeting_address, why
from corcom.web.rights import holds, holds_some, insist, requires
from corcom.web.step_forms import CloseSeveral
from corcom.web.wording import in_words as day_in_words

SIZE = 50
STATES = ("", "overdue", "done", "all")


@requires("read")
def follow_up(request: HttpRequest) -> HttpResponse:
    """All action points, narrowed by the address."""
    day = days.day_of(request)
    asked = asked_for(request, day, sorts=SORTS)
    heading = headings_of(numbers=[asked.meeting]).get(asked.meeting) if asked.meeting else None
    if heading is not None:
        asked = at_meeting(asked, heading)
    whole = wants_sheet(request)
    found = commitments_page(
        kind="action_point",
        day=day,
        wanted=asked.wanted,
        sort=asked.sort,
        size=None if whole else SIZE,
        number=asked.page,
    )
    sources = confirmations_behind(kind="action_point", numbers=[one.ref.number for one in found.rows])
    if answer := sheet(request, "follow-up", file_columns(), [file_row(one, sources) for one in found.rows]):
        return answer
    facets = facets_of(kind="action_point", day=day, wanted=asked.wanted)
    may_close = holds_some(request, "follow_up") and days.page_day(request).is_today and asked.state in {"", "overdue"}
    closed_here = {one.ref for one in found.rows if may_close and holds(request, "follow_up", of_commitment(one))}
    table = Table(
        id="action-points",
        caption=_("Action points"),
        columns=columns(),
        rows=tuple(row(one, sources, days.day_of(request), may_close=one.ref in closed_here) for one in found.rows),
        count=found.total,
        sort=asked.sort,
        filters=filters(asked, facets, states=STATES, heading=heading),
        downloads=downloads(request),
        pages=pages_of(request, found.total, SIZE),
        empty=None if _is_narrowed(asked) else _nothing(asked),
    )
    counts = {choice.value: choice.count for choice in facets.states}
    shown = {
        "table": table,
        "q": asked.wanted.text,
        "owners": by_name(facets.owners),
        "owner": asked.wanted.owner,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "owner", "page"}],
        "may_close": closed_here,
        "open": counts.get("open", 0) + counts.get("overdue", 0),
        "overdue": counts.get("overdue", 0),
    }
    return render(request, "followup/list.html", shown)


def columns() -> tuple[Column, ...]:
    """The columns of a table of action points."""
    return (
        Column(_("Action point"), "text", is_wide=True),
        Column(_("Owner"), "owner"),
        Column(_("Due"), "due"),
        Column(_("Theme"), "theme"),
        Column(pgettext("meeting", "From"), "raised"),
    )


def brief_columns() -> tuple[Column, ...]:
    """The same where a list is short and not sorted."""
    return tuple(replace(column, key="") for column in columns() if column.key != "theme")


def row(found: Followed, sources: dict[int, Confirmation], day: date, *, may_close: bool = False) -> Row:
    """One action point, with its source behind its words."""
    source = sources.get(found.ref.number)
    origin = Stack((_raised(found, source), found.terms.body))
    return _row(found, (*_promise(found, source, day, may_close=may_close), found.terms.theme, origin))


def brief_row(found: Followed, sources: dict[int, Confirmation], day: date) -> Row:
    """The same under `brief_columns`."""
    source = sources.get(found.ref.number)
    return _row(found, (*_promise(found, source, day), _raised(found, source)))


def _row(found: Followed, cells: tuple[Any, ...]) -> Row:
    return Row(cells, id=f"action-point-{found.ref.number}")


def _promise(found: Followed, source: Confirmation | None, day: date, *, may_close: bool = False) -> tuple[Any, ...]:
    """What, by whom, until when."""
    parts: tuple[Any, ...] = (title(found), why(source, about=found.terms.text))
    if may_close:
        parts = (Choose("point", str(found.ref.number), _("Choose: %(text)s") % {"text": found.terms.text}), *parts)
    due = state_mark(found, day) if found.state == "done" and not found.terms.due else deadline(found, day)
    return (Together(parts), actors(found.terms.owners), due)


def _raised(found: Followed, source: Confirmation | None) -> Link:
    meeting = meeting_address(source.meeting_id) if source and source.meeting_id else ""
    return Link(day_in_words(found.terms.raised_on), meeting, is_whole=True)


def file_columns() -> tuple[str, ...]:
    """The columns of the file that the list can be taken home as."""
    return (
        _("Action point"),
        _("Owner"),
        _("Due"),
        _("Due, in the words of the record"),
        _("Status"),
        _("Since"),
        _("Theme"),
        _("Convention"),
        _("Body"),
        _("Raised on"),
        _("Document"),
        _("Words quoted"),
    )


def file_row(found: Followed, sources: dict[int, Confirmation]) -> Sequence[Cell]:
    """One line of that file."""
    terms = found.terms
    source = sources.get(found.ref.number)
    return (
        terms.text,
        names(terms.owners),
        terms.due_on,
        terms.due_text,
        str(STATE_WORDS[found.state]),
        found.turned_on,
        terms.theme,
        terms.convention,
        terms.body,
        terms.raised_on,
        source.file_name if source else "",
        found.evidence.quote,
    )


def _is_narrowed(asked: Asked) -> bool:
    wanted = asked.wanted
    return bool(
        asked.state or asked.window or wanted.owner or wanted.theme or wanted.body or wanted.text or asked.meeting
    )


def _nothing(asked: Asked) -> Empty:
    return Empty(
        _("Nothing is open"),
        _("Every promise that a person confirmed in minutes stands here, with who made it and until when."),
        _("See what is done"),
        f"{reverse('followup')}?state=all",
    )


@requires("read")
def close_several(request: HttpRequest) -> HttpResponse:
    """Close the chosen action points with one note. Asks first: the list, the day and the note on one page."""
    if not holds_some(request, "follow_up"):
        raise PermissionDenied
    today = days.today()
    chosen = numbers_in(request.GET.getlist("point"))
    found = action_points(day=today, numbers=chosen[:SIZE])
    for one in found:
        insist(request, "follow_up", of_commitment(one))
    form = CloseSeveral(request.POST or None, today=today, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        try:
            close_commitments(
                commitments=[one.ref for one in found],
                on=form.cleaned_data["on"],
                note=form.cleaned_data["note"],
                by=person(request),
                at=days.moment(),
            )
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            said = ngettext("%(n)d action point was closed.", "%(n)d action points were closed.", len(found))
            messages.success(request, said % {"n": len(found)})
            return redirect(f"{reverse('followup')}?state=done&sort=-turned")
    table = Table(
        id="chosen",
        caption=_("To be closed"),
        columns=brief_columns(),
        rows=tuple(brief_row(one, {}, today) for one in found),
    )
    status = 400 if form.errors else 200
    return render(request, "followup/close_several.html", {"table": table, "form": form}, status=status)
