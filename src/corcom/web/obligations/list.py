"""What States owe under a convention, as a matrix and as a list, each narrowed alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.kernel.folding import folded
from corcom.obligations.domain.owed import STATUSES, Owed
from corcom.rulebooks.rules import Obligation
from corcom.web.downloads import Cell
from corcom.web.filters import sort_in, text_in
from corcom.web.obligations.marks import deadline_of, status_mark
from corcom.web.obligations.steps import steps_of, why_in_a_line
from corcom.web.obligations.words import OWED_WORDS, article_of, by_article, obligation_name, owed_name
from corcom.web.pieces import Column, Filter, Link, Matrix, MatrixRow, Option, Row, StateName, StatusMark
from corcom.web.register.asked import Asked
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.state_lists import GROUPS, regional_group_on
from corcom.web.wording import days_in_words

SORTS = ("due", "state", "obligation", "status")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address asks for; "" where it does not narrow."""

    obligation: str
    status: str
    group: str
    text: str
    due: str
    sort: str

    def fits(self, owed: Owed) -> bool:
        """Whether an obligation of a State is asked for."""
        return (
            self.obligation in {"", owed.obligation.code}
            and self.status in {"", owed.status}
            and (not self.due or (owed.due_on is not None and self.due == owed.due_on.isoformat()))
            and (not self.group or self.group == regional_group_on(owed.iso3, owed.day))
            and (not self.text or folded(self.text) in folded(StateName(owed.iso3).words))
        )


def narrowed(request: HttpRequest, asked: Asked) -> Narrowed:
    """The address, read. What is not understood does not narrow."""
    obligation, status, group = (text_in(request, name) for name in ("obligation", "status", "group"))
    return Narrowed(
        obligation=obligation if asked.register.book.obligation(obligation) else "",
        status=status if status in STATUSES else "",
        group=group if group in GROUPS else "",
        text=text_in(request, "q"),
        due=text_in(request, "due"),
        sort=sort_in(request, SORTS, "due"),
    )


def filters(asked: Asked, owed: Sequence[Owed], wanted: Narrowed) -> tuple[Filter, ...]:
    """The filters as links, with how many rows of the list each status and obligation has."""
    statuses = [one.status for one in owed]
    codes = [one.obligation.code for one in owed]
    day = (Filter(_("Due"), "due", (Option(_("All")), Option(days_in_words(wanted.due), wanted.due)), wanted.due),)
    return (
        *(day if wanted.due else ()),
        Filter(
            _("Obligation"),
            "obligation",
            (
                Option(_("All")),
                *(
                    Option(obligation_name(each), each.code, codes.count(each.code))
                    for each in by_article(asked.register.book.obligations)
                ),
            ),
            wanted.obligation,
        ),
        Filter(
            _("Status"),
            "status",
            (
                Option(_("All")),
                *(Option(str(words), key, statuses.count(key)) for key, words in OWED_WORDS.items() if key in statuses),
            ),
            wanted.status,
        ),
        Filter(
            _("Regional group"),
            "group",
            (Option(_("All")), *(Option(regional_group_in_words(each), each) for each in GROUPS)),
            wanted.group,
        ),
    )


def matrix(asked: Asked, owed: Sequence[Owed], wanted: Narrowed) -> Matrix:
    """States by obligations: every State of which something is asked for, with all that it owes by some day.

    Lasting duties are those of every State Party and say nothing in a matrix; the list has them.
    """
    columns = [each for each in by_article(asked.register.book.obligations) if shows(each, wanted)]
    states = {one.iso3 for one in owed if wanted.fits(one)}
    cells = {(one.iso3, one.obligation.code): one for one in owed if one.iso3 in states}
    names = sorted(map(StateName, states), key=lambda state: folded(state.words))
    base = reverse("convention_obligations", args=[asked.code])
    return Matrix(
        id="matrix",
        title=_("States by obligations"),
        columns=tuple(obligation_name(each) for each in columns),
        rows=tuple(
            MatrixRow(state, tuple(_mark(cells[state.code, each.code], base) for each in columns)) for state in names
        ),
    )


def shows(obligation: Obligation, wanted: Narrowed) -> bool:
    """Whether an obligation is a column of the matrix."""
    return obligation.code == wanted.obligation if wanted.obligation else not obligation.is_lasting


def _mark(owed: Owed, base: str) -> StatusMark:
    return status_mark(owed, f"{base}{owed.iso3}/{owed.obligation.code}/")


def ordered(owed: Sequence[Owed], sort: str) -> list[Owed]:
    """By the sorting asked for, then by State; what has no day comes last."""
    down = sort.startswith("-")
    named = sorted(owed, key=lambda one: folded(StateName(one.iso3).words))
    keys = {
        "due": lambda one: (one.due_on or date.max).isoformat(),
        "state": lambda one: folded(StateName(one.iso3).words),
        "obligation": lambda one: obligation_name(one.obligation),
        "status": lambda one: f"{STATUSES.index(one.status)}",
    }
    key = sort.removeprefix("-")
    if key != "due":
        return sorted(named, key=keys[key], reverse=down)
    dated = [one for one in named if one.due_on]
    return sorted(dated, key=keys[key], reverse=down) + [one for one in named if not one.due_on]


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(_("State"), "state"),
        Column(_("Obligation"), "obligation"),
        Column(_("Article")),
        Column(_("Due"), "due"),
        Column(_("Status"), "status"),
    )


def row(asked: Asked, one: Owed, base: str) -> Row:
    """One obligation of one State, with the steps to its deadline; `base` is the address of the list."""
    return Row(
        (
            StateName(one.iso3),
            Link(owed_name(one), f"{base}{one.iso3}/{one.obligation.code}/"),
            article_of(one.obligation),
            deadline_of(one, steps_of(one, asked.register)),
            status_mark(one),
        )
    )


FILE_COLUMNS = ("iso3", "state", "obligation", "name", "article", "due_on", "status", "why")
"""As `corcom obligations --format csv` has them, and beside its code what the obligation is called."""


def file_row(asked: Asked, one: Owed) -> Sequence[Cell]:
    """One line of the file that the list can be taken home as."""
    return (
        one.iso3,
        StateName(one.iso3).words,
        one.obligation.code,
        owed_name(one),
        one.obligation.article,
        one.due_on,
        str(OWED_WORDS[one.status]),
        why_in_a_line(one, asked.register),
    )
