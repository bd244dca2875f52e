"""States, organisations and offices: the list, and what each promised, said and stood for over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.followup.queries import pending_by_owner
from corcom.minutes.queries import ActorLine, NoSuchActor, actors, state_page
from corcom.web.day import day_of
from corcom.web.downloads import downloads, sheet
from corcom.web.figures.of_state import figures_of_state
from corcom.web.filters import convention_of, on_page, pages_of, sort_in
from corcom.web.letters.of_state import letters_to
from corcom.web.menu import address_of
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, StateName, Table
from corcom.web.register.of_state import standings
from corcom.web.rights import holds, requires
from corcom.web.sign_in import open_to_the_public
from corcom.web.state_names import is_state
from corcom.web.states.life import life
from corcom.web.states.terms import terms_held

SIZE = 100
Kind = Literal["state", "organisation", "office"]
KINDS: dict[Kind, Promise] = {
    "state": pgettext_lazy("actors", "States"),
    "organisation": pgettext_lazy("actors", "Organisations"),
    "office": pgettext_lazy("actors", "Offices and others"),
}
SORTS = ("name", "open", "overdue", "said", "stood")


def kind_of(code: str) -> Kind:
    """What a code stands for."""
    if is_state(code):
        return "state"
    return "office" if ":" in code else "organisation"


@requires("read")
def states(request: HttpRequest) -> HttpResponse:
    """Everybody whom a record names by the day of the page."""
    day, convention = day_of(request), convention_of(request)
    found = actors(convention=convention, day=day)
    pending = pending_by_owner(kind="action_point", day=day, convention=convention)
    kind = request.GET.get("kind", "state")
    sort = sort_in(request, SORTS, "name")
    lines = _sorted([line for line in found if kind == "all" or kind_of(line.actor.code) == kind], pending, sort)
    rows = [(name, line.said, line.stood, *pending.get(line.actor.code, (0, 0))) for name, line in lines]
    columns = (_("Name"), _("Interventions"), _("Positions"), _("Open action points"), _("Overdue"))
    if answer := sheet(request, "states", columns, rows):
        return answer
    pages = pages_of(request, len(lines), SIZE)
    table = Table(
        id="states",
        caption=next((str(words) for known, words in KINDS.items() if known == kind), _("All")),
        columns=(
            Column(_("Name"), "name"),
            Column(_("Open action points"), "open", is_number=True),
            Column(_("Overdue"), "overdue", is_number=True),
            Column(_("Interventions"), "said", is_number=True),
            Column(_("Positions"), "stood", is_number=True),
        ),
        rows=tuple(_row(line, pending) for _name, line in on_page(pages, lines)),
        count=len(lines),
        sort=sort,
        filters=(Filter(_("Kind"), "kind", _options(found), "" if kind == "state" else kind),) if found else (),
        downloads=downloads(request),
        pages=pages,
        empty=None if found else _nothing(),
    )
    counted = [line for line in found if is_state(line.actor.code)]
    return render(request, "states/list.html", {"table": table, "count": len(counted)})


def _sorted(found: Iterable[ActorLine], pending: dict[str, tuple[int, int]], sort: str) -> list[tuple[str, ActorLine]]:
    named = sorted(
        ((StateName(line.actor.code, line.actor.name).words, line) for line in found), key=lambda one: one[0]
    )
    key, down = sort.removeprefix("-"), sort.startswith("-")

    def number(one: tuple[str, ActorLine]) -> int:
        line = one[1]
        every, overdue = pending.get(line.actor.code, (0, 0))
        return {"open": every, "overdue": overdue, "said": line.said, "stood": line.stood}[key]

    if key == "name":
        return named[::-1] if down else named
    return sorted(named, key=number, reverse=down)


def _row(line: ActorLine, pending: dict[str, tuple[int, int]]) -> Row:
    every, overdue = pending.get(line.actor.code, (0, 0))
    open_ones = Link(str(every), f"{reverse('followup')}?{urlencode({'owner': line.actor.code})}") if every else 0
    return Row((StateName(line.actor.code, line.actor.name), open_ones, overdue, line.said, line.stood))


def _options(found: list[ActorLine]) -> tuple[Option, ...]:
    kinds = [kind_of(line.actor.code) for line in found]
    shown = [Option(str(words), "" if kind == "state" else kind, kinds.count(kind)) for kind, words in KINDS.items()]
    return (*shown, Option(_("All"), "all", len(kinds)))


def _nothing() -> Empty:
    return Empty(
        _("No State is named yet"),
        _("Each State, organisation and office that confirmed minutes name has a page here."),
        _("To the documents"),
        address_of("documents") or reverse("today"),
    )


@open_to_the_public
def state(request: HttpRequest, code: str) -> HttpResponse:
    """How a State stands to each convention and what it owes; what it, or another actor, promised, said and stood for."""
    if not request.user.is_authenticated and not is_state(code):
        return redirect_to_login(request.get_full_path())
    shown: dict[str, Any] = {}
    if is_state(code):
        shown = standings(request, code) | {"figures": figures_of_state(request, code)}
    if holds(request, "read"):
        shown |= _on_record(request, code)
        shown |= letters_to(request, code) if is_state(code) else {}
    elif not is_state(code):
        raise PermissionDenied
    return render(request, "states/page.html", {"name": StateName(code).words, **shown})


def _on_record(request: HttpRequest, code: str) -> dict[str, Any]:
    """What records of meetings say of an actor."""
    day = day_of(request)
    held = terms_held(code, convention=convention_of(request), day=day)
    try:
        page = state_page(code=code, day=day, convention=convention_of(request))
    except NoSuchActor as missing:
        if not is_state(code):
            raise Http404 from missing
        return {"empty": _silent(code), "held": held}
    return {"name": StateName(code, page.actor.name).words, "record": True, "held": held, **life(page, day)}


def _silent(code: str) -> Empty:
    return Empty(
        _("Nothing is on record by this day"),
        _("What %(state)s promises, says and stands for in meetings stands here once a person has confirmed it.")
        % {"state": StateName(code).words},
        _("To all States"),
        reverse("states"),
    )
