"""Working groups with what they committed to, Friends of the President and standing observers, as a page."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.rows import AT
from tests.web.kept import TODAY, an_action_point
from tests.web.pages import tree, words

from corcom.kernel.actor import Actor
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.minutes.domain.concerned import actors_named

WINTER = "/committee/groups/?convention=CCM&as_of=2012-01-10"
ZAMBIA, GROUP = Actor("ZMB", "Zambia"), actors_named(["Universalization Working Group"], "CCM")
NO_GROUP = (
    "No working group is recorded for this day. Whoever joins one is recorded as a term in the office of a member of a "
    "working group."
)
PROMISED: dict[str, Any] = {
    "theme": "Universalization",
    "raised_on": TODAY.replace(year=2011, month=12, day=13),
    "due": "2012-03",
}


@pytest.fixture(autouse=True)
def _rosters(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    record_terms(found=packaged_terms(), at=AT)


def test_a_group_shows_its_members_and_what_they_committed_to_in_its_theme(reader: Client) -> None:
    an_action_point(text="write to five States", owners=(ZAMBIA,), **PROMISED)
    an_action_point(text="keep a list of contacts", owners=GROUP, **{**PROMISED, "theme": ""})
    an_action_point(text="send a note", owners=(ZAMBIA,), **{**PROMISED, "theme": "Clearance"})
    an_action_point(text="translate it", owners=(Actor("FRA", "France"),), **PROMISED)
    page = reader.get(WINTER)
    assert words(page, "//h2")[:3] == [
        "Working group: Universalization",
        "Friends of the President",
        "Standing observers",
    ]
    assert words(page, "//section[1]/ul/li/*[1]") == ["Japan", "Portugal", "Zambia"]
    assert words(page, "//section[@id='committed-universalization']//tbody/tr/*[1]") == [
        "Write to five States",
        "Keep a list of contacts",
    ]


def test_observers_stand_with_what_is_open_of_them(reader: Client) -> None:
    an_action_point(text="send its figures", owners=(Actor("icrc", "ICRC"),), **PROMISED)
    page = reader.get(WINTER)
    assert words(page, "//section[last()]/ul/li/*[1]") == ["CMC", "ICRC", "UNODA"]
    links = "//section[last()]//a[contains(., 'open action point')]"
    assert words(page, links) == ["1 open action point"]
    assert tree(page).xpath(f"{links}/@href") == ["/follow-up/?owner=icrc&as_of=2012-01-10"]


def test_a_day_without_any_says_how_they_come(reader: Client) -> None:
    page = reader.get("/committee/groups/?convention=CCM&as_of=2014-01-10")
    assert words(page, "//main//p[@class='quiet']") == [
        NO_GROUP,
        "Nobody is recorded for this day.",
        "Nobody is recorded for this day.",
        *words(page, "//aside/p"),
    ]
    linked = tree(reader.get("/committee/?as_of=2012-01-10")).xpath("//aside//a[contains(., 'Groups')]/@href")
    assert linked == ["/committee/groups/?convention=CCM&as_of=2012-01-10"]


@pytest.mark.parametrize("points", [1, 4])
def test_the_page_costs_the_same_whatever_was_promised(
    reader: Client, points: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(points):
        an_action_point(text=f"write to State {number}", owners=(ZAMBIA,), **PROMISED)
    # Session, account; terms, people who act; action points and their owners.
    with django_assert_num_queries(6):
        reader.get(WINTER)
