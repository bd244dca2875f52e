"""The States of a convention: every State of the register, and how it stands on the day of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.kernel.folding import folded
from corcom.register.domain.named_groups import members_on, named_groups
from corcom.register.domain.participation import Participation, Status
from corcom.register.domain.states import state_codes
from corcom.register.domain.treaty_actions import CONSENTS, SIGNATURES, TreatyAction
from corcom.web.conventions.page import head, nothing_recorded, status_of
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.filters import sort_in, text_in
from corcom.web.pieces import Column, Filter, Option, Row, Stack, StateName, Table
from corcom.web.register.asked import Asked, asked_for
from corcom.web.register.count_words import COUNT_WORDS, COUNTING
from corcom.web.register.group_words import named_group_in_words, regional_group_in_words
from corcom.web.register.participation_words import STATUS_WORDS, certainty_in_words, kind_in_words
from corcom.web.sign_in import open_to_the_public
from corcom.web.state_lists import GROUPS, regional_group_on
from corcom.web.wording import days_in_words, in_words

SORTS = ("name", "status", "since", "deposit", "kind", "signature", "group")
ORDER = tuple(STATUS_WORDS)
"""By status: who is bound first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One State: its name, how it stands since when, the act by which it consented and the one by which it signed."""

    name: str
    state: Participation
    status: Status
    since: date | None
    consent: TreatyAction | None
    signature: TreatyAction | None
    group: str


@open_to_the_public
def convention_states(request: HttpRequest, convention: str) -> HttpResponse:
    """Every State, narrowed and sorted by the address."""
    asked = asked_for(request, convention)
    lines = [_line(asked, asked.register.of(code)) for code in state_codes()]
    status, group, text = text_in(request, "status"), text_in(request, "group"), text_in(request, "q")
    group = group if group in GROUPS else ""
    named = text_in(request, "in") if text_in(request, "in") in named_groups() else ""
    inside = members_on(named, asked.day) if named else state_codes()
    found = [line for line in lines if _fits(line, text) and group in {"", line.group} and line.state.iso3 in inside]
    narrowed = [line for line in found if status not in COUNTING or COUNTING[status](line.state, asked.counted)]
    sort = sort_in(request, SORTS, "name")
    rows = _sorted(narrowed, sort)
    if answer := sheet(request, f"{asked.code.lower()}-states", _file_columns(), [_file_row(line) for line in rows]):
        return answer
    table = Table(
        id="states",
        caption=_("States"),
        columns=_columns(),
        rows=tuple(_row(line, is_known=bool(asked.register.states)) for line in rows),
        sort=sort,
        filters=(_by_status(asked, found, status), _by_group(lines, group), _by_named_group(asked, lines, named)),
        downloads=downloads(request),
    )
    shown = {"table": table, "q": text, "status": status_of(asked)}
    kept = [(key, value) for key, value in request.GET.items() if key != "q"]
    return render(request, "conventions/states.html", head(asked, "convention_states") | shown | {"kept": kept})


def _line(asked: Asked, state: Participation) -> Line:
    day = asked.day
    done = [action for action in state.actions if action.day <= day]
    return Line(
        name=StateName(state.iso3).words,
        state=state,
        status=state.status_on(day),
        since=state.since_on(day),
        consent=next((action for action in reversed(done) if action.kind in CONSENTS), None),
        signature=next((action for action in done if action.kind in SIGNATURES), None),
        group=regional_group_on(state.iso3, day),
    )


def _fits(line: Line, text: str) -> bool:
    return not text or folded(text) in folded(line.name) or text.upper() == line.state.iso3


def _sorted(found: list[Line], sort: str) -> list[Line]:
    """By name within what is alike; a State without the day that is sorted by comes last."""
    key, down = sort.removeprefix("-"), sort.startswith("-")
    named = sorted(found, key=lambda line: folded(line.name))
    values: dict[str, Callable[[Line], str]] = {
        "name": lambda line: folded(line.name),
        "status": lambda line: f"{ORDER.index(line.status)}",
        "since": lambda line: line.since.isoformat() if line.since else "",
        "deposit": lambda line: line.consent.on if line.consent else "",
        "kind": lambda line: kind_in_words(line.consent) if line.consent else "",
        "signature": lambda line: line.signature.on if line.signature else "",
        "group": lambda line: line.group,
    }
    value = values[key]
    having, wanting = [line for line in named if value(line)], [line for line in named if not value(line)]
    return sorted(having, key=value, reverse=down) + wanting


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("State"), "name"),
        Column(_("Status"), "status"),
        Column(_("Since"), "since"),
        Column(_("Deposit"), "deposit"),
        Column(_("Kind"), "kind"),
        Column(_("Signature"), "signature"),
        Column(_("Regional group"), "group"),
    )


def _row(line: Line, *, is_known: bool) -> Row:
    return Row(
        (
            StateName(line.state.iso3),
            str(STATUS_WORDS[line.status]) if is_known else nothing_recorded(),
            in_words(line.since),
            _dated(line.consent),
            kind_in_words(line.consent) if line.consent else "",
            _dated(line.signature),
            regional_group_in_words(line.group),
        ),
        id=line.state.iso3,
    )


def _dated(action: TreatyAction | None) -> Any:
    """The day as far as it is known, and how sure it is where it is not certain."""
    if action is None:
        return ""
    sure = certainty_in_words(action.certainty)
    return Stack((days_in_words(action.on), sure)) if sure else days_in_words(action.on)


def _by_status(asked: Asked, found: list[Line], chosen: str) -> Filter:
    counts = {key: sum(fits(line.state, asked.counted) for line in found) for key, fits in COUNTING.items()}
    options = (
        Option(_("All"), "", len(found)),
        *(Option(str(COUNT_WORDS[key]), key, count) for key, count in counts.items()),
    )
    return Filter(_("Status"), "status", options, chosen if chosen in COUNTING else "")


def _by_group(found: list[Line], chosen: str) -> Filter:
    counted = [
        Option(regional_group_in_words(each), each, sum(line.group == each for line in found)) for each in GROUPS
    ]
    return Filter(_("Regional group"), "group", (Option(_("All")), *counted), chosen if chosen in GROUPS else "")


def _by_named_group(asked: Asked, found: list[Line], chosen: str) -> Filter:
    """The named groups by name, each with its members on the day."""
    own = {line.state.iso3 for line in found}
    names = sorted((named_group_in_words(code), code) for code in named_groups())
    counted = [Option(name, code, len(own & members_on(code, asked.day))) for name, code in names]
    return Filter(_("Named group"), "in", (Option(_("All")), *counted), chosen)


def _file_columns() -> tuple[str, ...]:
    return (
        "iso3",
        _("State"),
        _("Status"),
        _("Since"),
        _("Deposit"),
        _("Kind"),
        _("Signature"),
        _("Regional group"),
        _("Certainty"),
        _("Source"),
    )


def _file_row(line: Line) -> Sequence[Cell]:
    consent, signature = line.consent, line.signature
    act = consent or signature
    return (
        line.state.iso3,
        line.name,
        str(STATUS_WORDS[line.status]),
        line.since,
        consent.on if consent else "",
        kind_in_words(consent) if consent else "",
        signature.on if signature else "",
        regional_group_in_words(line.group),
        certainty_in_words(act.certainty) if act else "",
        act.source if act else "",
    )
