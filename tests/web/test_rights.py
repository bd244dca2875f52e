"""What pages show and take, for people whose rights follow from their delegation and its offices."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.accounts import AT, a_delegate
from tests.factories.plans import a_plan
from tests.factories.polls import a_poll
from tests.web.kept import TODAY, a_meeting, an_action_point, hand
from tests.web.pages import tree, words

from corcom.followup.models import ActionPoint
from corcom.followup.queries import action_point
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.meetings.actions import release_agenda
from corcom.meetings.queries import draft_agenda
from corcom.minuting.actions import start_minutes
from corcom.participation.queries import checklist_of

AFTER = date(2016, 9, 7)
"""The close of the 6MSP, at which the terms of 2016 end."""


@pytest.fixture(autouse=True)
def _rosters(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    record_terms(found=packaged_terms(), at=AT)


def signed_in(delegation: str, username: str = "mara") -> Client:
    client = Client()
    client.force_login(a_delegate(delegation, username))
    return client


def statuses(client: Client, *addresses: str) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def test_each_reads_what_the_office_of_today_opens(settings: LazySettings) -> None:
    a_meeting()
    pages = (
        "/follow-up/",
        "/meetings/",
        "/documents/",
        "/committee/",
        "/committee/soundings/?convention=CCM",
        "/directory/",
    )
    presidency, coordinator, state = signed_in("NLD"), signed_in("AUS", "nils"), signed_in("FJI", "ro")
    assert statuses(presidency, *pages) == [200, 200, 200, 200, 200, 403]
    assert statuses(coordinator, *pages) == [200, 200, 200, 200, 403, 403]
    assert statuses(state, *pages) == [403] * 6
    settings.TODAY = AFTER
    assert statuses(presidency, *pages) == [403] * 6
    # A page of another day is shown by the rights of today.
    assert statuses(presidency, "/follow-up/?as_of=2016-06-15") == [403]


def test_the_presidency_has_soundings_of_its_own_convention_alone() -> None:
    presidency = signed_in("NLD")
    assert statuses(presidency, "/committee/soundings/?convention=APMBC", "/committee/plan/?convention=APMBC") == [
        403,
        403,
    ]


def test_the_presidency_plans_meetings_under_its_own_convention_alone(settings: LazySettings) -> None:
    ours, theirs = a_plan(hand()), a_plan(hand(), on="2016-07-07", convention="APMBC")
    presidency = signed_in("NLD")
    agendas = [f"/meetings/{number}/agenda/" for number in (ours, theirs)]
    assert statuses(presidency, *agendas, "/meetings/schedule/") == [200, 403, 200]
    assert presidency.post(f"/meetings/{theirs}/plan/confirm/", {"note": ""}).status_code == 403
    released = presidency.post(f"/meetings/{ours}/agenda/release/")
    assert (released.status_code, released["Location"]) == (302, f"/meetings/{ours}/agenda/")
    settings.TODAY = AFTER
    assert statuses(presidency, *agendas) == [403, 403]


def test_the_presidency_writes_to_no_meeting_of_another_convention() -> None:
    ours, theirs = a_plan(hand()), a_plan(hand(), on="2016-07-07", convention="APMBC")
    for number in (ours, theirs):
        release_agenda(meeting=number, by=hand(), at=AT)
        start_minutes(meeting=number, by=hand(), at=AT)
    polled = [a_poll(number, by=hand()) for number in (ours, theirs)]
    presidency = signed_in("NLD")
    read = (
        "attendance/",
        "attendance/add/",
        "invitations/",
        "invitations/choose/",
        "agenda/circulate/",
        "programme/add/",
        "programme/hours/",
        "minutes/",
        "minutes/head/",
        "minutes/news/",
        "minutes/preview/",
        "minutes/step/circulate/",
        "poll/",
    )
    written = (
        "attendance/step/",
        "participants/release/",
        "checklist/start/",
        "programme/fill/",
        "programme/follow/",
        "programme/undo/",
        "programme/release/",
        "minutes/start/",
        "minutes/preview/publish/",
    )
    opened = statuses(presidency, *(f"/meetings/{ours}/{page}" for page in read))
    assert opened == [200] * (len(read) - 1) + [302]
    assert statuses(presidency, *(f"/meetings/{theirs}/{page}" for page in read)) == [403] * len(read)
    refused = [presidency.post(f"/meetings/{theirs}/{page}").status_code for page in written]
    assert refused == [403] * len(written)
    assert [presidency.post(f"/polls/{number}/step/", {"end": ""}).status_code for number in polled] == [302, 403]
    # What may be read there offers no step, and takes none.
    steps = "//main//form[@method='post']"
    readable = [f"/meetings/{theirs}/{page}" for page in ("checklist/", "programme/", "participants/", "plan/")]
    for page in (*readable, f"/polls/{polled[1]}/", f"/meetings/{theirs}/minutes/versions/"):
        assert tree(presidency.get(page)).xpath(steps) == [], page
    presidency.post(f"/meetings/{theirs}/checklist/", {"text": "Flowers", "state": "open"})
    assert checklist_of(meeting=theirs) == []
    assert presidency.get(f"/meetings/{theirs}/minutes/minutes.docx").status_code == 404


def test_a_coordinator_closes_points_of_the_own_theme_until_the_term_ends(settings: LazySettings) -> None:
    theirs = an_action_point(theme="Universalization")
    own = an_action_point(theme="Victim Assistance", text="collect the replies")
    coordinator = signed_in("AUS")
    closing = {"on": "2016-06-14", "note": "They came in."}
    assert statuses(coordinator, f"/follow-up/{theirs}/", f"/follow-up/{own}/") == [200, 200]
    links = "//nav[@class='verbs']//a"
    assert [words(coordinator.get(f"/follow-up/{number}/"), links) for number in (theirs, own)] == [
        [],
        ["Close", "Take up again", "Correct"],
    ]
    chosen = "//input[@name='point']/@value"
    assert tree(coordinator.get("/follow-up/")).xpath(chosen) == [str(own)]
    assert statuses(coordinator, f"/follow-up/close/?point={own}", f"/follow-up/close/?point={theirs}") == [200, 403]
    assert coordinator.post(f"/follow-up/{theirs}/close/", closing).status_code == 403
    settings.TODAY = AFTER
    assert coordinator.post(f"/follow-up/{own}/close/", closing).status_code == 403
    settings.TODAY = TODAY
    assert coordinator.post(f"/follow-up/{own}/close/", closing).status_code == 302
    assert action_point(number=own, day=TODAY).state == "done"


def test_a_coordinator_changes_the_items_that_it_introduces() -> None:
    a_meeting()
    number = a_plan(hand())
    items = {line.item.title: line.id for line in draft_agenda(meeting=number)}
    own, other = items["Universalization (Ecuador and Zambia)"], items["Hosting of the next meeting"]
    coordinator, outsider = signed_in("ZMB"), signed_in("AUS", "nils")
    address = f"/meetings/{number}/agenda/{own}/"
    edits = "//ol[contains(@class,'agenda-list')]//a[contains(., 'Change this item')]/@href"
    assert tree(coordinator.get(f"/meetings/{number}/plan/")).xpath(edits) == [address]
    assert tree(outsider.get(f"/meetings/{number}/plan/")).xpath(edits) == []
    assert statuses(coordinator, address, f"/meetings/{number}/agenda/{other}/", f"/meetings/{number}/agenda/") == [
        200,
        403,
        403,
    ]
    line = next(one for one in draft_agenda(meeting=number) if one.id == own)
    said = {
        "title": "Universalization",
        "introduced_by": "Zambia",
        "minutes": "15",
        "text": "",
        "version": line.version,
    }
    was = {"was-title": line.item.title, "was-introduced_by": "", "was-minutes": "0", "was-text": ""}
    changed = coordinator.post(address, said | was)
    assert (changed.status_code, changed["Location"]) == (302, f"/meetings/{number}/plan/#item-{own}")
    assert outsider.post(address, said | was).status_code == 403


def test_a_delegation_sees_what_concerns_it_and_nothing_else(settings: LazySettings) -> None:
    a_meeting()
    theirs = an_action_point(text="circulate the draft letter")
    own = ActionPoint.objects.get(text__contains="letter to Angola").pk
    a_plan(hand(), on="2016-09-05", body="Meeting of States Parties", kind="msp", number=6, number_scope="")
    a_plan(hand(), on="2016-06-30")
    settings.TODAY = AFTER
    zambia = signed_in("ZMB")
    assert (zambia.get("/").status_code, zambia.get("/")["Location"]) == (302, "/our-delegation/")
    page = zambia.get("/our-delegation/")
    assert words(page, "//h1") == ["Zambia"]
    everybody = ["Conventions", "Obligations", "Reports", "Figures", "Documents"]
    assert words(page, "//nav[@id='menu']//a") == ["Our delegation", *everybody]
    assert words(page, "//section[@id='own-points']//tbody/tr/*[1]") == ["Send a letter to Angola"]
    assert statuses(zambia, f"/follow-up/{own}/", f"/follow-up/{theirs}/") == [200, 403]
    assert words(zambia.get(f"/follow-up/{own}/"), "//nav[@class='verbs']//a") == []


@pytest.mark.parametrize("points", [0, 3])
def test_rights_cost_two_queries_for_a_request(points: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(points):
        an_action_point(text=f"do this {number}", theme="Victim Assistance")
    client = signed_in("AUS")
    # Session, account, affiliations, terms.
    with django_assert_num_queries(4):
        client.get("/style/")
