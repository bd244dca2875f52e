"""Obligations: what falls due next under every convention, and all that States owe under one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.obligations.domain.owed import Owed
from corcom.obligations.queries import coming
from corcom.register.queries import registers
from corcom.web.addresses import address
from corcom.web.conventions import due
from corcom.web.conventions.page import head
from corcom.web.day import day_of
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.filters import convention_of, on_page, pages_of
from corcom.web.obligations import list as obligation_list
from corcom.web.pieces import Empty, Table
from corcom.web.register.asked import Asked, asked_for, known_at, known_on_of
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import convention_in_words

SIZE = 100
VIEWS = ("", "list", "next")
"""By the word in the address: the matrix, the list of all that is owed, the list of what falls due next."""


@open_to_the_public
def all_obligations(request: HttpRequest) -> HttpResponse:
    """What falls due next under every convention; with one chosen in the bar, the way to its obligations."""
    day, known_on = day_of(request), known_on_of(request)
    found = registers(known_at=known_at(known_on))
    if (chosen := convention_of(request)) in found:
        return redirect(address(request, "convention_obligations", chosen))
    owed = coming(found.values(), day=day, known_at=known_at(known_on))
    parts = []
    for code, register in found.items():
        if not register.states:
            continue
        asked = Asked(register=register, day=day, known_on=known_on)
        upcoming = due.table(asked, owed[code])
        parts.append((convention_in_words(code), reverse("convention_obligations", args=[code]), upcoming, code))
    return render(request, "obligations/all.html", {"parts": parts, "known_on": known_on})


@open_to_the_public
def convention_obligations(request: HttpRequest, convention: str) -> HttpResponse:
    """What every State Party owes, as a matrix or as a list with due dates."""
    asked = asked_for(request, convention)
    view = request.GET.get("view", "")
    owed = asked.coming() if view == "next" else asked.owed()
    wanted = obligation_list.narrowed(request, asked)
    found = [one for one in owed if wanted.fits(one)]
    as_list = view in VIEWS[1:]
    if wants_sheet(request):
        rows = [obligation_list.file_row(asked, one) for one in obligation_list.ordered(found, wanted.sort)]
        name = f"{asked.code.lower()}-obligations"
        if answer := sheet(request, name, obligation_list.FILE_COLUMNS, rows):
            return answer
    bound = sum(1 for _state in asked.register.bound_on(asked.day))
    shown = head(asked, "convention_obligations") | {
        "count": bound,
        "views": [(words, key, key == (view if as_list else "")) for key, words in zip(VIEWS, _views(), strict=True)],
        "as_list": as_list,
        "q": wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "empty": None if bound else _nothing(asked),
    }
    if as_list:
        shown["table"] = _table(request, asked, found, owed, wanted)
    else:
        shown["matrix"] = obligation_list.matrix(asked, owed, wanted)
        shown["filters"] = obligation_list.filters(asked, owed, wanted)
        shown["downloads"] = downloads(request)
    return render(request, "obligations/page.html", shown)


def _views() -> tuple[str, ...]:
    return (_("As a matrix"), _("As a list, with due dates"), _("What falls due next"))


def _table(
    request: HttpRequest,
    asked: Asked,
    found: list[Owed],
    owed: list[Owed],
    wanted: obligation_list.Narrowed,
) -> Table:
    pages = pages_of(request, len(found), SIZE)
    base = reverse("convention_obligations", args=[asked.code])
    ordered = obligation_list.ordered(found, wanted.sort)
    return Table(
        id="obligations",
        caption=_("Obligations"),
        columns=obligation_list.columns(),
        rows=tuple(obligation_list.row(asked, one, base) for one in on_page(pages, ordered)),
        count=len(found),
        sort=wanted.sort,
        filters=obligation_list.filters(asked, owed, wanted),
        downloads=downloads(request),
        pages=pages,
    )


def _nothing(asked: Asked) -> Empty:
    return Empty(
        _("Nobody is bound on this day"),
        _("What a State owes stands here from the day on which the convention enters into force for it."),
        _("To the States"),
        reverse("convention_states", args=[asked.code]),
    )
