"""The calendar for other programs: feeds at secret addresses, which whoever made them can revoke."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.access.queries import capacity_of
from corcom.meetings import actions
from corcom.meetings.domain.calendar_entries import CalendarEntry, in_order
from corcom.meetings.domain.calendar_ics import calendar_ics
from corcom.meetings.queries import OWN, CalendarWanted, Feed, FeedRefused, feed_of, feeds_of
from corcom.web import day as days
from corcom.web.calendar.page import feed_query
from corcom.web.calendar.sources import entry_address, every_entry, together
from corcom.web.downloads import MEDIA
from corcom.web.filters import convention_of, number_sent, text_in
from corcom.web.meetings.plan_refusals import in_words
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.rights import requires
from corcom.web.sign_in import open_to_all
from corcom.web.spoken_in import spoken

BACK, AHEAD = timedelta(days=366), timedelta(days=5 * 366)
"""How far a feed looks back and ahead."""


@open_to_all
def feed(request: HttpRequest) -> HttpResponse:
    """The calendar as iCalendar, at a secret address (`?key=`), without joining links."""
    try:
        found = feed_of(token=request.GET.get("key", ""), day=days.today())
    except FeedRefused as refused:
        return HttpResponse(_refusal(refused), status=404, content_type="text/plain; charset=utf-8")
    day = days.today()
    entries = _entries(found, day)

    def address(one: CalendarEntry) -> str:
        return request.build_absolute_uri(entry_address(one))

    content = calendar_ics(
        entries, spoken(), name=_name(found), site=request.get_host().partition(":")[0], address=address
    )
    headers = {"Content-Disposition": 'inline; filename="feed.ics"', "Cache-Control": "private, max-age=900"}
    return HttpResponse(content, content_type=MEDIA["ics"], headers=headers)


def _entries(found: Feed, day: date) -> list[CalendarEntry]:
    """What stands in a feed on a day; in one's own, what concerns the delegations that one belongs to then."""
    states: Iterable[str] = (found.wanted.state,)
    if found.wanted.state == OWN:
        states = capacity_of(account=found.account, day=day).delegations or (OWN,)
    entries: dict[str, CalendarEntry] = {}
    for state in states:
        wanted = replace(found.wanted, state=state)
        laid_out = every_entry(first=day - BACK, last=day + AHEAD, day=day, wanted=wanted)
        entries |= {one.uid: one for one in together(laid_out, wanted)}
    return in_order(entries.values())


def _refusal(refused: FeedRefused) -> str:
    if refused.why == "tampered":
        return _("This address is not one that CorCom gave out. Copy it again from the page of your feeds.")
    if refused.why == "revoked":
        return _("This address was revoked. Make a new one on the page of your feeds.")
    return _("The account of this address is closed.")


def _name(found: Feed) -> str:
    return f"CorCom{_(': ')}{narrowed_in_words(found.wanted)}"


def narrowed_in_words(wanted: CalendarWanted) -> str:
    """What a feed shows."""
    if wanted.state == OWN:
        who = _("what concerns my own delegation")
    else:
        who = StateName(wanted.state, wanted.state).words if wanted.state else ""
    parts = (wanted.convention, wanted.body, wanted.theme, who)
    return _(", ").join(part for part in parts if part) or _("all meetings and deadlines")


@requires("read")
def feeds(request: HttpRequest) -> HttpResponse:
    """The feeds of one's own account, and a new one for the filter of the calendar."""
    wanted = CalendarWanted(
        convention=convention_of(request),
        body=text_in(request, "body"),
        theme=text_in(request, "theme"),
        state=text_in(request, "state"),
    )
    if request.method == "POST":
        if "own" in request.POST:
            wanted = replace(wanted, state=OWN)
        actions.open_feed(wanted=wanted, by=person(request), at=days.moment())
        messages.success(request, _("The address is made. Whoever has it can read this calendar until you revoke it."))
        return redirect("feeds")
    shown = {
        "feeds": [
            (one, narrowed_in_words(one.wanted), feed_address(request, one))
            for one in feeds_of(account=person(request))
        ],
        "wanted": narrowed_in_words(wanted),
        "has_delegation": bool(capacity_of(account=person(request), day=days.today()).delegations),
        "here": f"{reverse('feeds')}?{urlencode({'convention': '', **feed_query(wanted)})}",
    }
    return render(request, "calendar/feeds.html", shown)


def feed_address(request: HttpRequest, one: Feed) -> str:
    """The secret address of a feed."""
    return request.build_absolute_uri(f"{reverse('calendar_feed')}?{urlencode({'key': one.token})}")


@requires("read")
@require_POST
def feed_step(request: HttpRequest) -> HttpResponse:
    """Revoking the address of a feed."""
    try:
        actions.revoke_feed(number=number_sent(request, "number"), by=person(request), at=days.moment())
    except actions.NoSuchFeed as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("The address is revoked and opens nothing any more."))
    return redirect("feeds")
