"""Conventions: all of them in a list, and each on one page, on the day of the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.register.domain.counts import Counts
from corcom.register.queries import registers
from corcom.web.conventions import counts, due, standing, years
from corcom.web.day import day_of
from corcom.web.obligations.steps import worded
from corcom.web.pieces import Column, Empty, Link, Row, Step, Table, TileMap
from corcom.web.register.asked import Asked, asked_for, known_at, known_on_of
from corcom.web.register.participation_words import tile_kinds
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import convention_in_words, in_words


@open_to_the_public
def conventions(request: HttpRequest) -> HttpResponse:
    """Every convention with its counts on the day of the page."""
    day, known_on = day_of(request), known_on_of(request)
    found = registers(known_at=known_at(known_on))
    rows = [_row(Asked(register=register, day=day, known_on=known_on)) for register in found.values()]
    columns = (
        Column(_("Convention"), is_wide=True),
        Column(_("States Parties by deposit"), is_number=True),
        Column(_("bound"), is_number=True),
        Column(_("signatories not party"), is_number=True),
        Column(_("UN members not party"), is_number=True),
        Column(_("In force since")),
    )
    table = Table(id="conventions", caption=_("Conventions"), columns=columns, rows=tuple(rows))
    return render(request, "conventions/list.html", {"table": table, "known_on": known_on})


def _row(asked: Asked) -> Row:
    """One convention; without counts, where nothing is recorded from which they could be counted."""
    name, general = (
        Link(convention_in_words(asked.code), reverse("convention", args=[asked.code])),
        asked.register.general,
    )
    if not asked.register.states:
        return Row((name, "", "", "", "", nothing_recorded()))
    found = asked.counts()
    return Row(
        (
            name,
            found.states_parties_by_deposit,
            found.states_parties_bound,
            found.signatories_not_party,
            found.un_members_not_party,
            in_words(general.on) if general.on and general.on <= asked.day else _("not in force"),
        )
    )


def nothing_recorded() -> str:
    """What stands where a status or a count would stand, had any act been recorded."""
    return _("no treaty action is recorded")


@open_to_the_public
def convention(request: HttpRequest, convention: str) -> HttpResponse:
    """One convention on one page: counts, map, who joined and left, what falls due next."""
    asked = asked_for(request, convention)
    shown = head(asked, "convention")
    if not asked.register.states:
        return render(request, "conventions/page.html", shown | {"empty": _nothing(request, asked)})
    found = asked.counts()
    shown |= {
        "status": status_in_words(found),
        "counts": counts.lines(asked, found),
        "note": counts.un_members_explained(asked),
        "general": _general(asked),
        "map": _map(asked),
        "years": years.years(asked),
        "next": due.table(asked, asked.coming()),
        "summary": standing.summary(asked, asked.owed()),
        "treaty": asked.register.book.treaty,
        "in_force_on": asked.register.general.on,
    }
    return render(request, "conventions/page.html", shown)


def head(asked: Asked, page: str) -> dict[str, object]:
    """What the pages of one convention have at their top: its name, and the way from one to the other."""
    pages = (
        (_("Overview"), "convention"),
        (_("States"), "convention_states"),
        (_("Obligations"), "convention_obligations"),
        (_("Reports"), "convention_reports"),
        (_("Figures"), "convention_figures"),
        (_("What if"), "what_if"),
    )
    return {
        "code": asked.code,
        "name": convention_in_words(asked.code),
        "known_on": asked.known_on,
        "tabs": [(words, reverse(name, args=[asked.code]), name == page) for words, name in pages],
    }


def status_of(asked: Asked) -> str:
    """The counts of a convention in one line, where there is anything to count."""
    return status_in_words(asked.counts()) if asked.register.states else nothing_recorded()


def status_in_words(found: Counts) -> str:
    """The counts in one line: "100 States Parties by deposit, 98 bound; 96 UN members not party"."""
    by_deposit, bound, outside = (
        found.states_parties_by_deposit,
        found.states_parties_bound,
        found.un_members_not_party,
    )
    return _("%(deposited)s, %(bound)s; %(outside)s") % {
        "deposited": ngettext("%(n)d State Party by deposit", "%(n)d States Parties by deposit", by_deposit)
        % {"n": by_deposit},
        "bound": ngettext("%(n)d bound", "%(n)d bound", bound) % {"n": bound},
        "outside": ngettext("%(n)d UN member not party", "%(n)d UN members not party", outside) % {"n": outside},
    }


def _map(asked: Asked) -> TileMap:
    statuses = {iso3: state.status_on(asked.day) for iso3, state in asked.register.states.items()}
    title = _("Who is bound, %(day)s") % {"day": in_words(asked.day)}
    return TileMap(id="map", title=title, kinds=tile_kinds(), of=statuses)


def _general(asked: Asked) -> tuple[Step, ...]:
    """The steps to the entry into force in general, as far as they had been taken by the day."""
    rule, nth_deposit = asked.register.book.joining.general, asked.register.general.nth_deposit
    events = {"nth_deposit": nth_deposit} if nth_deposit and nth_deposit <= asked.day else {}
    steps = worded(rule.shape.way(events), asked.register) if set(rule.shape.needs) <= events.keys() else ()
    if not steps:
        return ()
    article = _("Article %(number)s") % {"number": rule.article}
    return (*steps[:-1], Step(steps[-1].words, steps[-1].on, article))


def _nothing(request: HttpRequest, asked: Asked) -> Empty:
    words = _(
        "Who signed, who deposited and who is bound stands here once treaty actions are recorded: one by one on the page of "
        "a State, or from a table with the command “corcom import register”."
    )
    may = holds(request, "record")
    return Empty(
        _("No treaty action is recorded"),
        words,
        _("To the States") if may else "",
        reverse("convention_states", args=[asked.code]) if may else "",
    )
