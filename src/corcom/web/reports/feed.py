"""Reports for other programs: as an Atom feed of what falls due and what came, and as a calendar of the deadlines.

Both are open like the list itself, and say no more than it: whether a report came, never what is in it.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.meetings.domain.calendar_entries import in_order
from corcom.meetings.domain.calendar_ics import calendar_ics
from corcom.meetings.queries import CalendarWanted
from corcom.reporting.domain.owed_reports import reports_of
from corcom.reporting.domain.report_news import ReportNews, news_of
from corcom.reporting.queries import convention_reports
from corcom.web.atom import News, atom_feed
from corcom.web.calendar.obligations import obligation_entries, together
from corcom.web.calendar.sources import entry_address
from corcom.web.downloads import MEDIA
from corcom.web.pieces import Download, StateName
from corcom.web.register.asked import Asked, asked_for
from corcom.web.reports.words import report_name
from corcom.web.sign_in import open_to_the_public
from corcom.web.spoken_in import spoken
from corcom.web.wording import days_in_words

BACK, AHEAD = timedelta(days=366), timedelta(days=2 * 366)
"""How far the feeds look back, and the calendar ahead."""


def feeds(asked: Asked) -> tuple[Download, ...]:
    """The feeds of a convention's reports, beside the list as a file."""
    forms = (("Atom", "atom"), (_("Calendar"), "ics"))
    return tuple(Download(name, reverse("report_feed", args=[asked.code, form])) for name, form in forms)


@open_to_the_public
def report_feed(request: HttpRequest, convention: str, form: str) -> HttpResponse:
    """The reports of a convention as a feed: what falls due soon and what came, or the deadlines as a calendar."""
    asked = asked_for(request, convention)
    content = _calendar(request, asked) if form == "ics" else _atom(request, asked)
    headers = {"Content-Disposition": f'inline; filename="reports.{form}"', "Cache-Control": "private, max-age=900"}
    return HttpResponse(content, content_type=MEDIA[form], headers=headers)


def _atom(request: HttpRequest, asked: Asked) -> bytes:
    reports = convention_reports(asked.register, day=asked.day, known_at=asked.known_at)
    return atom_feed(
        [_told(request, asked, one) for one in news_of(reports, day=asked.day, since=asked.day - BACK)],
        key=f"reports/{asked.code}",
        title=_name(asked),
        page=request.build_absolute_uri(reverse("convention_reports", args=[asked.code])),
        here=request.build_absolute_uri(),
        site=_site(request),
        language=get_language() or "en",
    )


def _told(request: HttpRequest, asked: Asked, one: ReportNews) -> News:
    owed = one.report
    is_due = one.kind == "due" and owed.due_on is not None
    words = (
        _("%(state)s: %(report)s falls due on %(day)s") if is_due else _("%(state)s: %(report)s was received: %(day)s")
    )
    day = owed.due_on.isoformat() if is_due and owed.due_on else owed.received_on
    title = words % {"state": StateName(owed.iso3).words, "report": report_name(owed), "day": days_in_words(day)}
    address = reverse("report", args=[asked.code, owed.iso3, owed.report.code, str(owed.period or "once")])
    at = datetime.combine(one.on, time(), UTC)
    return News(key=f"report/{asked.code}/{one.key}", title=title, address=request.build_absolute_uri(address), at=at)


def _calendar(request: HttpRequest, asked: Asked) -> bytes:
    """What many States owe on one day is one entry, with the name that it has in every calendar of the site."""
    codes = {each.code for each in reports_of(asked.register)}
    entries = obligation_entries(
        first=asked.day - BACK, last=asked.day + AHEAD, day=asked.day, wanted=CalendarWanted(convention=asked.code)
    )
    own = together(one for one in entries if one.due.owed.obligation.code in codes)
    return calendar_ics(
        in_order(own),
        spoken(),
        name=_name(asked),
        site=_site(request),
        address=lambda one: request.build_absolute_uri(entry_address(one)),
    )


def _name(asked: Asked) -> str:
    return _("Reports under the convention %(code)s") % {"code": asked.code}


def _site(request: HttpRequest) -> str:
    return request.get_host().partition(":")[0]
