"""The feeds of reports: open to everybody, with names that never change."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from icalendar import Calendar
from lxml import etree
from tests.factories.register import RECORDED_ON, a_receipt, the_register
from tests.web.pages import tree

APRIL = "as_of=2016-04-28"
ADDRESS = "/conventions/CCM/reports/"
NAMES = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = RECORDED_ON
    the_register()


def texts(feed: Any, path: str) -> list[str]:
    return [str(one) for one in feed.xpath(path, namespaces=NAMES)]


def test_what_falls_due_and_what_came_can_be_followed(visitor: Client) -> None:
    a_receipt(iso3="CHE", obligation="annual-report", period=2015, on="2016-04-12")
    answer = visitor.get(f"{ADDRESS}feed.atom?{APRIL}")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer.content == visitor.get(f"{ADDRESS}feed.atom?{APRIL}").content
    feed = etree.fromstring(answer.content)
    assert texts(feed, "/a:feed/*[self::a:id or self::a:title or self::a:updated]/text()") == [
        "tag:testserver,2000-01-01:reports/CCM",
        "Reports under the convention CCM",
        "2016-04-12T00:00:00Z",
    ]
    (first, *_rest) = feed.findall("a:entry", NAMES)
    assert [*texts(first, "*/text()"), *texts(first, "a:link/@href")] == [
        "tag:testserver,2000-01-01:report/CCM/CHE/annual-report/2015/received",
        "Switzerland: Annual transparency report for 2015 was received: 12 April 2016",
        "2016-04-12T00:00:00Z",
        "http://testserver/conventions/CCM/reports/CHE/annual-report/2015/",
    ]
    ids = texts(feed, "a:entry/a:id/text()")
    assert len(ids) == len(set(ids))
    kinds = Counter(one.rpartition("/")[2] for one in ids)
    assert kinds["received"] == 1
    assert "tag:testserver,2000-01-01:report/CCM/CHE/annual-report/2015/due" in ids


def test_the_deadlines_are_a_calendar_with_the_names_of_the_sites_own(visitor: Client) -> None:
    calendar: Any = Calendar.from_ical(visitor.get(f"{ADDRESS}feed.ics?{APRIL}").content)
    todos = {str(one["uid"]): str(one["summary"]) for one in calendar.walk("VTODO")}
    assert todos["obligation-CCM-annual-report-2015-2016-04-30@testserver"].startswith("Annual transparency report")
    assert {name.split("-2")[0] for name in todos} == {"obligation-CCM-annual-report", "obligation-CCM-initial-report"}


def test_the_list_leads_to_both_and_no_other_form_is_there(visitor: Client) -> None:
    links = [str(one) for one in tree(visitor.get(f"{ADDRESS}?{APRIL}")).xpath("//a/@href") if "feed." in one]
    assert links == [f"{ADDRESS}feed.atom", f"{ADDRESS}feed.ics"]
    missing = [visitor.get(one).status_code for one in (f"{ADDRESS}feed.rss", "/conventions/XXX/reports/feed.atom")]
    assert missing == [404, 404]
