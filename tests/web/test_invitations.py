from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.invited import ANSWER_BY, ZAMBIA_COMES, an_invited_meeting, answered, invited
from tests.factories.mail import mail_settings
from tests.factories.people import MISSION
from tests.factories.plans import a_plan
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.directory.actions import record_entry
from corcom.kernel import clock
from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.queries import roster_page
from corcom.meetings.actions import cancel_meeting
from corcom.outbox.models import OutgoingMessage
from corcom.participation.actions import withdraw_invitation
from corcom.participation.domain.answers import Nominee
from corcom.participation.queries import invitations

NOW = datetime(2016, 5, 10, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TODAY = NOW.date()
    settings.MAIL = mail_settings()
    at(monkeypatch, NOW)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Put the clock of the site to a moment."""
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def number() -> int:
    return an_invited_meeting(hand())


def link_of(number: int, code: str = "ZMB") -> str:
    return f"/answer/?{urlencode({'key': invited(number, code).link.token})}"


def form_of(page: Any) -> dict[str, Any]:
    """What the form would send as it stands."""
    found: dict[str, Any] = {}
    for one in tree(page).xpath("//form[.//input[@name='version']]//*[@name]"):
        if one.get("type") in {"radio", "checkbox"} and one.get("checked") is None:
            continue
        if one.tag != "button":
            value = one.text_content() if one.tag == "textarea" else one.get("value", "")
            found.setdefault(one.get("name"), []).append(value)
    return found


def alerts(page: Any) -> list[str]:
    return words(page, "//*[@role='alert']")


def filled(page: Any, *people: tuple[str, str], said: str = "attends") -> dict[str, Any]:
    """The form with these people, name and function, in its first places."""
    data = form_of(page)
    data["said"] = said
    for key, (name, function) in zip(data["person"], people, strict=False):
        data |= {f"name-{key}": name, f"function-{key}": function}
    return data


def test_a_delegation_answers_by_its_link_without_an_account(visitor: Client, number: int) -> None:
    address = link_of(number)
    page = visitor.get(address)
    assert (page.status_code, page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == (
        200,
        "private, no-store",
        "same-origin",
    )
    assert words(page, "//h1") == ["Coordination Committee"]
    assert words(page, "//div[@class='answer']/p[1]") == [
        "Convention on Cluster Munitions30 June 2016, 10:00–11:30 (Europe/Zurich)Palais des Nations"
    ]
    saved = visitor.post(address, filled(page, ("Ana Banda", "Minister"), ("Bo Chanda", "")))
    assert (saved.status_code, saved.headers["Location"]) == (302, address)
    again = visitor.get(address)
    assert words(again, "//ul[@class='answer-people']/li") == ["Ana Banda · Head of delegation · Minister", "Bo Chanda"]
    assert words(again, "//*[contains(@class,'messages')]//li") == [
        "Your answer is saved. You can change it here until the last day."
    ]
    found = invited(number, "ZMB")
    assert found.last is not None
    assert (found.last.version, found.last.by, [one.name for one in found.last.answer.people]) == (
        1,
        "",
        ["Ana Banda", "Bo Chanda"],
    )
    assert invited(number, "NOR").last is None


def test_more_places_are_given_and_what_was_written_stays(visitor: Client, number: int) -> None:
    address = link_of(number)
    data = filled(visitor.get(address), ("Ana Banda", ""), ("Bo Chanda", ""))
    more = visitor.post(address, {**data, "more": "yes"})
    fields = form_of(more)
    names = [value for name, (value, *_) in fields.items() if name.startswith("name-")]
    assert (more.status_code, names, invited(number, "ZMB").version) == (200, ["Ana Banda", "Bo Chanda", "", ""], 0)
    third = fields["person"][2]
    visitor.post(address, {**fields, f"name-{third}": "Chola Daka", f"languages-{third}": ["fr", "en"]})
    answer = invited(number, "ZMB").last
    assert answer is not None
    assert answer.answer.people[2] == Nominee(key=third, name="Chola Daka", languages=("fr", "en"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"head": ""}, "No head of delegation is named. Choose one of the people."),
        ({"name": "ANA banda"}, "Ana Banda stands here twice. Take one of the two off."),
        ({"email": "bo at example"}, "“bo at example”, written for Bo Chanda, is no e-mail address."),
        ({"name": ""}, "Person 2 has no name. Write it, or leave all of the lines empty."),
        ({"said": ""}, "Say whether your delegation takes part."),
        ({"off": "both"}, "Your delegation takes part, and nobody is named."),
    ],
    ids=["no head", "twice", "address", "no name", "nothing", "nobody"],
)
def test_bad_input_is_told_in_words_and_nothing_is_written(
    visitor: Client, number: int, changes: dict[str, str], said: str
) -> None:
    address = link_of(number)
    data = filled(visitor.get(address), ("Ana Banda", ""), ("Bo Chanda", "Counsellor"))
    first, second = data["person"]
    keys = {"name": f"name-{second}", "email": f"email-{second}"}
    data |= {keys.get(name, name): value for name, value in changes.items()}
    if "off" in changes:
        data |= {f"off-{first}": "yes", f"off-{second}": "yes"}
    page = visitor.post(address, data)
    assert (page.status_code, invited(number, "ZMB").version) == (400, 0)
    assert alerts(page)[0].startswith(said)
    if "off" not in changes:
        assert form_of(page)[f"function-{second}"] == ["Counsellor"]


def test_two_of_one_delegation_at_once_lose_nothing(number: int) -> None:
    address = link_of(number)
    one, other = Client(), Client()
    first, second = one.get(address), other.get(address)
    one.post(address, filled(first, ("Ana Banda", "Minister")))
    page = other.post(address, filled(second, ("Ana Banda", "Ambassador"), ("Bo Chanda", "")))
    assert page.status_code == 409
    assert words(page, "//*[@role='alert']//li") == [
        "The people that were saved meanwhile: Ana Banda",
        "Ana Banda – Function: the other wrote “Minister”; yours stands in the form. Choose, and save again.",
    ]
    assert other.post(address, form_of(page)).status_code == 302
    answer = invited(number, "ZMB").last
    assert answer is not None
    assert [(each.name, each.function, each.is_head) for each in answer.answer.people] == [
        ("Ana Banda", "Ambassador", True),
        ("Bo Chanda", "", False),
    ]
    assert answer.version == 2


def test_after_the_last_day_the_answer_is_shown_and_cannot_be_changed(
    visitor: Client, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(number, "ZMB", ZAMBIA_COMES)
    address = link_of(number)
    data = filled(visitor.get(address), ("Somebody else", ""))
    at(monkeypatch, datetime(2016, 6, 20, 22, 5, tzinfo=UTC))
    late = visitor.post(address, data)
    assert (late.status_code, alerts(late)) == (
        400,
        ["Answers could be given and changed until 20 June 2016. Please write to the secretariat."],
    )
    page = visitor.get(address)
    assert words(page, "//p[contains(@class,'note-info')]") == [
        "Answers could be given and changed until 20 June 2016. Please write to the secretariat if something has changed."
    ]
    assert words(page, "//ul[@class='answer-people']/li/bdi") == ["H.E. Ms. Ana Banda", "Bo Chanda"]
    assert tree(page).xpath("//form//input[@name='said']") == []
    assert invited(number, "ZMB").version == 1


def test_what_a_link_opens_no_more_is_said_in_words(
    visitor: Client, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = link_of(number)
    tampered = visitor.get(f"{address[:-1]}{'a' if address[-1] != 'a' else 'b'}")
    assert (tampered.status_code, words(tampered, "//dd")[0]) == (
        403,
        "Its address is not one that CorCom gave out: a part is missing, or was changed.",
    )
    guest = link_of(number, "guest:survivors-network")
    withdraw_invitation(number=invited(number, "guest:survivors-network").number, by=hand(), at=AT)
    assert (visitor.get(guest).status_code, words(visitor.get(guest), "//dd")[0]) == (
        410,
        "It was withdrawn on 2 May 2016, 09:30 UTC.",
    )
    at(monkeypatch, datetime(2016, 8, 1, 9, 0, tzinfo=UTC))
    assert (visitor.get(address).status_code, words(visitor.get(address), "//dd")[0]) == (
        410,
        "It could be used until 30 July 2016, 22:00 UTC.",
    )


def test_of_a_cancelled_meeting_the_page_says_so(visitor: Client, number: int) -> None:
    cancel_meeting(meeting=number, by=hand(), at=AT)
    page = visitor.get(link_of(number))
    assert words(page, "//p[contains(@class,'note-warning')]") == [
        "The meeting is cancelled; there is nothing to answer."
    ]


def test_the_secretariat_chooses_groups_delegations_and_a_guest(secretariat: Client) -> None:
    number = a_plan(hand())
    page = secretariat.get(f"/meetings/{number}/invitations/choose/")
    assert form_of(page) == {}
    groups = words(page, "//label/strong")
    # Nothing stands in the register of this site, so every State is one that is not party.
    assert groups == [
        "States not party",
        "United Nations, its programmes and agencies",
        "International and regional organisations",
        "Observers",
        "Secretariats",
    ]
    sent = {
        "group": ["observer"],
        "code": ["NOR", "XXX"],
        "answer_by": "2016-06-20",
        "language": "fr",
        "guest": "Survivors’ Network",
        "guest_email": "guest@example.org",
    }
    assert secretariat.post(f"/meetings/{number}/invitations/choose/", sent).status_code == 302
    found = {one.code: one for one in invitations(meeting=number)}
    assert {"NOR", "icrc", "cmc", "guest:survivors-network"} <= set(found)
    assert "XXX" not in found
    assert (found["guest:survivors-network"].email, found["NOR"].language) == ("guest@example.org", "fr")
    for wrong, said in (
        ({"answer_by": "2016-05-09"}, "9 May 2016 is over: nobody could answer by then. Choose a later day."),
        ({"answer_by": "2016-07-01"}, "1 July 2016 is not before the end of the meeting. Choose an earlier day."),
        ({"guest_email": "guest"}, "“guest” is no e-mail address. It looks like name@example.org."),
        ({"group": [], "code": [], "guest": ""}, "Nobody is chosen. Choose at least one delegation."),
    ):
        refused = secretariat.post(f"/meetings/{number}/invitations/choose/", {**sent, **wrong})
        assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, [said])


def test_letters_and_reminders_wait_in_the_outbox(secretariat: Client, number: int) -> None:
    page = secretariat.get(f"/meetings/{number}/invitations/")
    assert words(page, "//main//form//button") == ["Prepare the letters of invitation"]
    done = secretariat.post(f"/meetings/{number}/invitations/letters/", {"reminder": "0"})
    assert re.fullmatch(r"/outbox/\?batch=[0-9a-f]+", done.headers["Location"])
    rows = list(OutgoingMessage.objects.order_by("recipient"))
    assert [(row.recipient, row.turn) for row in rows] == [
        (f"{who}@example.org", "prepared") for who in ("guest", "icrc", "nor", "zmb")
    ]
    assert f"http://testserver{link_of(number)}" in rows[3].text
    answered(number, "ZMB", ZAMBIA_COMES)
    page = secretariat.get(f"/meetings/{number}/invitations/")
    assert words(page, "//main//form//button") == ["Prepare reminder 1"]
    for _twice in range(2):
        secretariat.post(f"/meetings/{number}/invitations/letters/", {"reminder": "1"})
    reminders = OutgoingMessage.objects.filter(kind="invitation_reminder")
    assert sorted(row.recipient for row in reminders) == ["guest@example.org", "icrc@example.org", "nor@example.org"]
    assert words(secretariat.get(f"/meetings/{number}/invitations/?answer=attends"), "//tbody/tr/th") == ["Zambia"]


def test_a_letter_is_in_the_language_of_its_delegation(secretariat: Client, number: int) -> None:
    address = f"/meetings/{number}/invitations/{invited(number, 'ZMB').number}/"
    changed = secretariat.post(address, {"email": "zmb@example.org", "language": "fr", "answer_by": str(ANSWER_BY)})
    assert changed.status_code == 302
    secretariat.post(f"/meetings/{number}/invitations/letters/", {"reminder": "0"})
    row = OutgoingMessage.objects.get(recipient="zmb@example.org")
    assert (row.language, row.recipient_name) == ("fr", "Zambie")
    assert "30 juin 2016" in row.text


def test_one_invitation_can_be_renewed_answered_for_and_withdrawn(
    secretariat: Client, visitor: Client, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = invited(number, "ZMB")
    address = f"/meetings/{number}/invitations/{found.number}/"
    before = link_of(number)
    page = secretariat.get(address)
    assert tree(page).xpath("//input[@readonly]/@value") == [f"http://testserver{before}"]
    secretariat.post(f"{address}step/", {"renew": "yes"})
    assert (visitor.get(before).status_code, visitor.get(link_of(number)).status_code) == (410, 200)
    at(monkeypatch, datetime(2016, 6, 29, 9, 0, tzinfo=UTC))
    form = secretariat.get(f"{address}answer/")
    assert secretariat.post(f"{address}answer/", filled(form, said="apologies")).headers["Location"] == address
    history = words(secretariat.get(address), "//ol[@class='history']/li")
    assert history == ["sends apologies 29 June 2016, 09:00 UTCby Anna Lindqvist"]
    secretariat.post(f"{address}step/", {"withdraw": "yes"})
    assert visitor.get(link_of(number)).status_code == 410
    assert secretariat.post(f"{address}step/", {"juggle": "yes"}).status_code == 404
    assert (
        secretariat.get(f"/meetings/{a_plan(hand(), on='2016-09-01')}/invitations/{found.number}/").status_code == 404
    )


def test_who_may_not_plan_sees_none_of_it(reader: Client, visitor: Client, number: int) -> None:
    one = invited(number, "ZMB").number
    for path in ("invitations/", "invitations/choose/", f"invitations/{one}/", f"invitations/{one}/answer/"):
        assert reader.get(f"/meetings/{number}/{path}").status_code == 403
        assert visitor.get(f"/meetings/{number}/{path}").status_code == 302
    assert reader.post(f"/meetings/{number}/invitations/letters/", {"reminder": "0"}).status_code == 403
    assert OutgoingMessage.objects.count() == 0


def test_the_list_of_invitations_takes_the_same_queries_for_few_and_many(
    secretariat: Client, django_assert_num_queries: Any
) -> None:
    few, many = an_invited_meeting(hand(), "ZMB"), an_invited_meeting(hand(), on="2016-06-29")
    for number in (few, many):
        answered(number, "ZMB", ZAMBIA_COMES)
        secretariat.post(f"/meetings/{number}/invitations/letters/", {"reminder": "0"})
        secretariat.get(f"/meetings/{number}/invitations/")
        with django_assert_num_queries(7):
            secretariat.get(f"/meetings/{number}/invitations/")


def test_the_planned_meeting_leads_there(secretariat: Client, reader: Client) -> None:
    number = a_plan(hand(), kind="msp", body="Meeting of States Parties", ends_on=date(2016, 7, 1))
    path = "//h2[text()='Taking part']/following-sibling::ul[1]//a/@href"
    pages = ("invitations", "attendance", "participants", "checklist")
    assert tree(secretariat.get(f"/meetings/{number}/plan/")).xpath(path) == [
        f"/meetings/{number}/{page}/" for page in pages
    ]
    assert tree(reader.get(f"/meetings/{number}/plan/")).xpath(path) == [
        f"/meetings/{number}/{page}/" for page in pages[2:]
    ]


def test_the_committee_is_invited_as_a_whole_at_the_addresses_of_the_directory(secretariat: Client) -> None:
    record_terms(found=packaged_terms(), at=AT)
    record_entry(entry=MISSION, by="anna", at=AT)
    number = a_plan(hand())
    address = f"/meetings/{number}/invitations/choose/"
    assert words(secretariat.get(address), "//label/strong")[0] == "Members of the committee"
    sent = {"group": ["committee"], "answer_by": "2016-06-20", "language": "en"}
    secretariat.post(address, sent)
    found = {one.code: one.email for one in invitations(meeting=number)}
    roster = roster_page(convention="CCM", day=date(2016, 6, 30)).roster
    assert set(found) == {seat.holder for seat in roster.seats}
    assert {code: email for code, email in found.items() if email} == {"NOR": "mission@example.org"}
