"""`/style/`: every piece on one page, in the reader's language and theme, and one page in Arabic."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from corcom.web.downloads import downloads, sheet
from corcom.web.pieces import Column, Difference, Empty, Filter, Option, Pages, Row, StateName, StatusMark, Table
from corcom.web.pieces.status import ALL
from corcom.web.sign_in import open_to_all
from corcom.web.style import data


@open_to_all
def style(request: HttpRequest) -> HttpResponse:
    """The pieces that pages are made of, on one page."""
    theme, sort = request.GET.get("theme", ""), request.GET.get("sort", "state")
    promises = [promise for promise in data.promises() if theme in {"", promise.theme}]
    names = {promise.state: StateName(promise.state).words for promise in promises}
    order = {
        "state": lambda promise: names[promise.state],
        "due": lambda promise: str(promise.deadline.due_on or "9999"),
    }
    promises.sort(key=order.get(sort.removeprefix("-"), order["state"]), reverse=sort.startswith("-"))
    if answer := sheet(
        request,
        "promises",
        (_("State"), _("Action point"), _("Theme"), _("Due")),
        [(names[p.state], p.text, p.theme, p.deadline.due_on) for p in promises],
    ):
        return answer
    return render(request, "style.html", _shown(_table(request, promises, theme, sort)))


def _shown(table: Table) -> dict[str, object]:
    return {
        "statuses": [StatusMark(status) for status in ALL],
        "deadlines": data.deadlines(),
        "source": data.SOURCE,
        "states": [StateName(code) for code in ("CIV", "LAO", "MKD", "TUR", "TUV")],
        "promises": table,
        "pages": Pages(number=4, size=50, total=412),
        "tiles": data.tiles(),
        "timeline": data.timeline(),
        "gantt": data.gantt(),
        "matrix": data.matrix(),
        "bars": data.bars(),
        "curve": data.curve(),
        "review": data.review(),
        "works": data.works(),
        "difference": Difference(
            "Croatia is to send the draft by 9 June 2016.", "Croatia is to send a revised draft by 16 June 2016."
        ),
        "empty": Empty(
            _("No minutes yet"),
            _("Minutes stand here once they have been read; their commitments then appear in Follow-up."),
            _("Read the first minutes"),
            "#",
        ),
    }


def _table(request: HttpRequest, promises: list[data.Promise], theme: str, sort: str) -> Table:
    every = data.promises()
    counts = {name: sum(promise.theme == name for promise in every) for name in data.THEMES}
    everything = Option(_("All"), "", len(every))
    return Table(
        id="promises",
        caption=_("Action points"),
        columns=(
            Column(_("State"), "state"),
            Column(_("Action point"), is_wide=True),
            Column(_("Theme")),
            Column(_("Due"), "due"),
        ),
        rows=tuple(Row((StateName(p.state), p.text, p.theme, p.deadline)) for p in promises),
        sort=sort,
        filters=(Filter(_("Theme"), "theme", (everything, *(Option(n, n, counts[n]) for n in data.THEMES)), theme),),
        downloads=downloads(request),
    )


@open_to_all
def arabic(request: HttpRequest) -> HttpResponse:
    """The record of a meeting in Arabic, whatever the language of the reader."""
    with translation.override("ar"):
        return render(request, "style_ar.html", {"deadlines": data.deadlines()[:4], "source": data.SOURCE})
