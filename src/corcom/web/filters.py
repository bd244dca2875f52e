"""What a list of commitments is narrowed by: read from the address, and shown as links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeVar, cast

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import Choice, Facets
from corcom.meetings.domain.meeting import Heading
from corcom.web.followup.commitment_words import meeting_title
from corcom.web.pieces import Filter, Option, Pages, StateName
from corcom.web.preferences import chosen

R = TypeVar("R")

LONGEST_NUMBER = 19
"""Digits; one more than a number of a row can have."""

LAST_PAGE = 1_000_000
"""No list is as long; a database counts rows only so far."""

WINDOWS = (14, 30, 90)
"""Days ahead."""

MOST_OWNERS = 8
"""As links; all of them stand in the form above the list."""

STATES: dict[str, Promise] = {
    "": pgettext_lazy("filter", "Open"),
    "overdue": pgettext_lazy("filter", "Overdue"),
    "done": pgettext_lazy("filter", "Done"),
    "superseded": pgettext_lazy("filter", "Superseded"),
    "all": gettext_lazy("All"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for."""

    wanted: Wanted
    state: str
    window: str
    any_convention: bool
    """Whether the choice of a convention is the list's own, and not made in the bar."""
    meeting: int | None
    sort: str
    page: int


def convention_of(request: HttpRequest) -> str:
    """The convention that the address names, else the one chosen in the bar; "" for all."""
    if "convention" in request.GET:
        return text_in(request, "convention")
    kept = chosen(request, "convention")
    return "" if kept == "all" else kept.upper()


def text_in(request: HttpRequest, name: str) -> str:
    """A text in the address, without what no database takes."""
    return request.GET.get(name, "").replace("\x00", "").strip()


def numbers_in(values: Iterable[str]) -> list[int]:
    """The numbers of rows among what was sent; anything else is left out."""
    return [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < LONGEST_NUMBER]


def number_in(request: HttpRequest, name: str) -> int | None:
    """A whole number in the address; None where there is none."""
    return next(iter(numbers_in([request.GET.get(name, "")])), None)


def number_sent(request: HttpRequest, name: str) -> int:
    """A whole number that a form sent; 0 where there is none."""
    return next(iter(numbers_in([request.POST.get(name, "")])), 0)


def sort_in(request: HttpRequest, known: Iterable[str], usual: str) -> str:
    """The sorting that the address asks for, if it is known."""
    asked = request.GET.get("sort", usual)
    return asked if asked.removeprefix("-") in known else usual


def asked_for(request: HttpRequest, day: date, *, sorts: Iterable[str], usual: str = "due") -> Asked:
    """The address, read. What is not understood does not narrow."""
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    window = request.GET.get("due", "")
    days = int(window) if window in {str(days) for days in WINDOWS} else None
    wanted = Wanted(
        owner=text_in(request, "owner"),
        theme=text_in(request, "theme"),
        body=text_in(request, "body"),
        convention=convention_of(request),
        state=cast("Literal['pending']", {"": "pending", "all": ""}.get(state, state)),
        due_from=day if days else None,
        due_until=_days_after(day, days) if days else None,
        text=text_in(request, "q"),
    )
    return Asked(
        wanted=wanted,
        state=state,
        window=window if days else "",
        any_convention="convention" in request.GET or chosen(request, "convention") == "all",
        meeting=number_in(request, "meeting"),
        sort=sort_in(request, sorts, usual),
        page=min(max(1, number_in(request, "page") or 1), LAST_PAGE),
    )


def _days_after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def at_meeting(asked: Asked, heading: Heading) -> Asked:
    """Only what this meeting raised."""
    wanted = replace(asked.wanted, raised_on=heading.starts_on, convention=heading.convention)
    return replace(asked, wanted=wanted)


def filters(asked: Asked, facets: Facets, *, states: tuple[str, ...], heading: Heading | None) -> tuple[Filter, ...]:
    """The filters as links; one with nothing to choose from is left out."""
    wanted = asked.wanted
    shown = [
        Filter(_("Status"), "state", tuple(_states(facets, states)), asked.state),
        Filter(_("Due"), "due", tuple(_windows()), asked.window),
        _narrowing(_("Owner"), "owner", _owners(facets.owners, wanted.owner), wanted.owner),
        _narrowing(_("Theme"), "theme", facets.themes, wanted.theme),
        _narrowing(_("Body"), "body", facets.bodies, wanted.body),
    ]
    if asked.any_convention and (len(facets.conventions) > 1 or wanted.convention):
        shown.append(_narrowing(_("Convention"), "convention", facets.conventions, wanted.convention))
    if heading is not None and asked.meeting:
        options = (Option(_("All")), Option(meeting_title(heading), str(asked.meeting)))
        shown.append(Filter(_("Meeting"), "meeting", options, str(asked.meeting)))
    return tuple(one for one in shown if len(one.options) > 1)


def _states(facets: Facets, states: tuple[str, ...]) -> Iterable[Option]:
    counts = {choice.value: choice.count for choice in facets.states}
    for state in states:
        count = counts.get(state, 0)
        if state == "":
            count = counts.get("open", 0) + counts.get("overdue", 0)
        elif state == "all":
            count = sum(counts.values())
        yield Option(str(STATES[state]), state, count)


def _windows() -> Iterable[Option]:
    yield Option(_("At any time"))
    for days in WINDOWS:
        yield Option(ngettext("within %(n)d day", "within %(n)d days", days) % {"n": days}, str(days))


def _owners(found: tuple[Choice, ...], chosen_one: str) -> tuple[Choice, ...]:
    """Those with most to do, by name, and the chosen one."""
    most = sorted(found, key=lambda choice: -choice.count)[:MOST_OWNERS]
    return by_name(choice for choice in found if choice in most or choice.value == chosen_one)


def by_name(found: Iterable[Choice]) -> tuple[Choice, ...]:
    """Actors to choose from, called as the reader's language calls them, in the order of their names."""
    named = [replace(choice, name=StateName(choice.value, choice.name).words) for choice in found]
    return tuple(sorted(named, key=lambda choice: choice.name))


def _narrowing(label: str, name: str, found: tuple[Choice, ...], value: str) -> Filter:
    options = [Option(choice.name, choice.value, choice.count) for choice in found]
    if value and value not in {option.value for option in options}:
        options.append(Option(value, value, 0))
    return Filter(label, name, (Option(_("All")), *options), value)


def pages_of(request: HttpRequest, total: int, size: int) -> Pages:
    """Where a list of so many stands; a page beyond the last is the last."""
    last = max(1, -(-total // size))
    return Pages(number=min(last, max(1, number_in(request, "page") or 1)), size=size, total=total)


def on_page(pages: Pages, rows: Sequence[R]) -> Sequence[R]:
    """The rows of this page, where all are at hand."""
    return rows[(pages.number - 1) * pages.size : pages.number * pages.size]
