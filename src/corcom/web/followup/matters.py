"""Matters arising: what the next meeting of a body has to look back on and ahead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Kind
from corcom.followup.domain.matters_lists import MattersSection, lists_of
from corcom.followup.queries import MattersArising
from corcom.meetings.queries import MeetingDays, MeetingsOutOfOrder, bodies_that_met
from corcom.minutes.queries import Confirmation, confirmations_behind
from corcom.web import errors, wording
from corcom.web.day import DayRefused
from corcom.web.filters import convention_of, text_in
from corcom.web.followup import decisions
from corcom.web.followup import page as follow_up
from corcom.web.followup.matters_asked import asked_days, matters_on
from corcom.web.followup.matters_file import matters_downloads
from corcom.web.pieces import Empty, Link, Table
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken

KINDS: tuple[Kind, ...] = ("action_point", "decision")


@requires("read")
def matters(request: HttpRequest) -> HttpResponse:
    """For the next meeting of one body; without a body, the choice of one."""
    body = text_in(request, "body")
    if not body:
        return _choice(request)
    try:
        asked = asked_days(request)
    except (DayRefused, MeetingsOutOfOrder) as refused:
        return errors.bad_request(request, refused)
    if asked is None:
        return render(request, "followup/matters.html", {"body": body, "empty": _never_met()})
    convention = convention_of(request)
    found = matters_on(request, asked)
    shown = {
        "found": found,
        "body": body,
        "convention_code": convention,
        "asked": asked,
        "line": days_in_a_line(asked),
        "estimated": asked.estimated,
        "tables": tables(found, asked.next_on),
        "downloads": matters_downloads(request, convention, body, asked),
    }
    return render(request, "followup/matters.html", shown)


def tables(found: MattersArising, day: date) -> list[Table]:
    """One table for each list; one without rows is left out."""
    lists = [each for each in lists_of(found, spoken()) if each.found]
    sources = {kind: confirmations_behind(kind=kind, numbers=_numbers(lists, kind)) for kind in KINDS}
    return [_table(each, sources, day) for each in lists]


def _numbers(lists: list[MattersSection], kind: Kind) -> list[int]:
    return [one.ref.number for each in lists for one in each.found if one.ref.kind == kind]


def _table(each: MattersSection, sources: dict[Kind, dict[int, Confirmation]], day: date) -> Table:
    if each.key == "decisions":
        columns = tuple(replace(column, key="") for column in decisions.columns())
        rows = tuple(decisions.row(one, sources["decision"], day) for one in each.found)
    else:
        columns = follow_up.brief_columns()
        rows = tuple(follow_up.brief_row(one, sources["action_point"], day) for one in each.found)
    return Table(id=each.key.replace("_", "-"), caption=each.name, columns=columns, rows=rows)


def _choice(request: HttpRequest) -> HttpResponse:
    convention = convention_of(request)
    series = [(code, body) for code, body in bodies_that_met() if convention in {"", code}]
    links: list[Any] = [
        Link(
            _("%(body)s, %(convention)s") % {"body": body, "convention": code} if code else body,
            f"{reverse('matters')}?{urlencode({'convention': code, 'body': body})}",
        )
        for code, body in series
    ]
    empty = None if links else _never_met()
    return render(request, "followup/matters_choice.html", {"links": links, "empty": empty})


def _never_met() -> Empty:
    return Empty(
        _("No meeting to look back on"),
        _("Matters arising are drawn from the record of the last meeting of a body."),
        _("To the meetings"),
        reverse("meetings"),
    )


def days_in_a_line(asked: MeetingDays) -> str:
    """The three meetings in words."""
    return _("Since %(last)s, for the meeting of %(next)s; the one after it on %(after)s") % {
        "last": wording.in_words(asked.since),
        "next": wording.in_words(asked.next_on),
        "after": wording.in_words(asked.following_on),
    }
