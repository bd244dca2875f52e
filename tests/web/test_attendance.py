from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import docx
import pytest
from django.conf import LazySettings
from django.test import Client
from tests.accounts import account
from tests.factories.invited import SORRY, ZAMBIA_COMES, an_invited_meeting, answered
from tests.factories.plans import a_plan
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.participation.actions import open_attendance
from corcom.participation.queries import attendance_of, checklist_of
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

PARTIES = (
    "States Parties are counted by deposit on 30 June 2016: the consent of each was deposited by then; for 1 of the 1 the "
    "convention was in force."
)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 6, 30)


@pytest.fixture
def number() -> int:
    number = an_invited_meeting(hand(), kind="workshop")
    answered(number, "ZMB", ZAMBIA_COMES)
    answered(number, "NOR", SORRY)
    open_attendance(meeting=number, by=hand(), at=AT)
    return number


def lines(number: int) -> dict[str, Any]:
    taken = attendance_of(meeting=number)
    assert taken is not None
    return {line.delegation.code: line for line in taken.lines}


def tap(client: Client, number: int, code: str, presence: str, **changes: Any) -> Any:
    line = lines(number)[code]
    data = {"version": line.version, "presence": presence, **changes}
    return client.post(f"/meetings/{number}/attendance/{line.number}/tap/", data)


def said(page: Any) -> list[str]:
    return words(page, "//*[contains(@class,'messages')]//li")


def test_it_begins_with_who_is_expected(secretariat: Client) -> None:
    number = an_invited_meeting(hand(), kind="workshop")
    answered(number, "ZMB", ZAMBIA_COMES)
    address = f"/meetings/{number}/attendance/"
    assert words(secretariat.get(address), "//main//form//button") == ["Begin with who is expected"]
    done = secretariat.post(f"{address}step/", {"fill": "yes"}, follow=True)
    assert said(done) == ["3 delegations and people were added."]
    assert words(done, "//li[@class='tap']//h2") == ["Zambia"]
    assert words(done, "//p[@id='tally']") == ["Not yet 1"]
    assert secretariat.post(f"{address}step/", {"juggle": "yes"}).status_code == 404


def test_a_tap_marks_and_leads_back_to_where_it_was_made(secretariat: Client, number: int) -> None:
    done = tap(secretariat, number, "ZMB", "present")
    line = lines(number)["ZMB"]
    assert done.headers["Location"] == f"/meetings/{number}/attendance/#line-{line.number}"
    page = secretariat.get(f"/meetings/{number}/attendance/")
    assert words(page, "//p[@id='tally']") == ["Present 1 · Apologies 1"]
    assert words(page, "//ul[@class='tap-people']//button") == ["There: H.E. Ms. Ana Banda", "There: Bo Chanda"]
    bo = line.people[1]
    data = {"someone": bo.number, "version": bo.version, "here": "no"}
    secretariat.post(f"/meetings/{number}/attendance/{line.number}/tap/", data)
    assert [one.name for one in lines(number)["ZMB"].present] == ["Ana Banda"]
    assert words(secretariat.get(f"/meetings/{number}/attendance/?show=apologies"), "//li[@class='tap']//h2") == [
        "Norway"
    ]
    assert words(secretariat.get(f"/meetings/{number}/attendance/?q=chanda"), "//li[@class='tap']//h2") == ["Zambia"]


def test_a_script_is_answered_by_the_changed_part_alone(secretariat: Client, number: int) -> None:
    line = lines(number)["ZMB"]
    address = f"/meetings/{number}/attendance/{line.number}/tap/"
    part = secretariat.post(address, {"version": line.version, "presence": "present"}, headers={"HX-Request": "true"})
    assert (part.status_code, words(part, "//li[@class='tap']//h2"), words(part, "//p[@id='tally']")) == (
        200,
        ["Zambia"],
        ["Present 1 · Apologies 1"],
    )
    assert tree(part).xpath("//button[@name='presence'][@aria-pressed='true']/@value") == ["present"]


def test_the_second_of_two_who_mark_otherwise_is_told(secretariat: Client, number: int) -> None:
    other = Client()
    other.force_login(account("secretariat", "ole"))
    before = lines(number)["ZMB"].version
    tap(other, number, "ZMB", "absent")
    tap(secretariat, number, "ZMB", "present", version=before)
    page = secretariat.get(f"/meetings/{number}/attendance/")
    assert said(page) == [
        "Anna Lindqvist marked Zambia meanwhile. Look at the mark as it is now, and change it if need be."
    ]
    assert lines(number)["ZMB"].presence == "absent"


def test_who_came_unexpected_and_who_spoke_for_whom(secretariat: Client, number: int) -> None:
    address = f"/meetings/{number}/attendance/"
    for sent, wrong in (
        ({"code": "", "name": ""}, "Write a name."),
        ({"code": "ZMB"}, "Zambia stands on the list already."),
    ):
        refused = secretariat.post(f"{address}add/", sent)
        assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, [wrong])
    added = secretariat.post(f"{address}add/", {"code": "CHL", "name": "", "role": ""})
    chile = lines(number)["CHL"]
    assert added.headers["Location"] == f"{address}{chile.number}/"
    secretariat.post(added.headers["Location"], {"title": "Ms.", "name": "Carla Soto", "function": "Attachée"})
    assert [one.called for one in lines(number)["CHL"].present] == ["Ms. Carla Soto"]
    norway = lines(number)["NOR"]
    page = secretariat.get(f"{address}{norway.number}/")
    assert words(page, "//select[@name='speaker']/option") == ["Chile"]
    tap(secretariat, number, "NOR", "proxy", speaker="CHL")
    assert lines(number)["NOR"].speaker.name == "Chile"
    assert words(secretariat.get(f"{address}?show=proxy"), "//*[@class='tap-head']") == ["NorwayRepresented by Chile"]
    tap(secretariat, number, "CHL", "absent")
    assert said(secretariat.get(address)) == ["Chile speaks for another delegation. Mark that one otherwise first."]
    assert secretariat.get(f"{address}99999/").status_code == 404
    someone = lines(number)["CHL"].people[0].number
    off = secretariat.post(f"{address}{chile.number}/off/", {"someone": someone}, follow=True)
    assert said(off)[-1] == "It is taken off the list; the history stays."
    assert lines(number)["CHL"].people == ()
    secretariat.post(f"{address}{chile.number}/off/", {"whole": "yes"})
    assert "CHL" in lines(number)
    tap(secretariat, number, "NOR", "apologies")
    secretariat.post(f"{address}{chile.number}/off/", {"whole": "yes"})
    assert "CHL" not in lines(number)


def test_the_list_is_released_provisional_and_final(secretariat: Client, reader: Client, number: int) -> None:
    record_treaty_actions(actions=packaged_actions(), day=date(2026, 1, 1), at=AT)
    address = f"/meetings/{number}/participants/"
    page = reader.get(address)
    assert words(page, "//p[@class='status-line']/strong") == ["Provisional"]
    assert words(page, "//dl[@class='facts']//dt") == ["Zambia"]
    assert words(page, "//dl[@class='facts']//dd/bdi") == ["H.E. Ms. Ana Banda", "Bo Chanda"]
    assert reader.post(f"{address}release/", {"final": "yes"}).status_code == 403
    early = secretariat.post(f"{address}release/", {"final": "yes"}, follow=True)
    assert said(early) == ["Not everybody is marked yet: Zambia. Mark them, or mark the rest as absent."]
    assert said(secretariat.post(f"{address}release/", {"provisional": "yes"}, follow=True)) == [
        "Version 1 is released as provisional, and does not change any more."
    ]
    tap(secretariat, number, "ZMB", "present")
    assert said(secretariat.post(f"{address}release/", {"final": "yes"}, follow=True)) == [
        "Version 2 is final. Attendance is closed, and the list does not change any more."
    ]
    final = reader.get(address)
    assert words(final, "//p[@class='status-line']/strong") == ["Final"]
    assert words(final, "//section[@aria-labelledby='report-title']/p") == [
        "1 State took part: 1 State Party.",
        PARTIES,
    ]
    tap(secretariat, number, "ZMB", "absent")
    assert said(secretariat.get(f"/meetings/{number}/attendance/")) == [
        "The list is final, and attendance is closed. Open it again to correct something."
    ]


def test_the_list_goes_home_as_word_pdf_and_tables(reader: Client, number: int) -> None:
    word = reader.get(f"/meetings/{number}/participants.docx")
    document = docx.Document(io.BytesIO(word.content))
    assert document.core_properties.title == "List of participants, Coordination Committee, 30 June 2016"
    assert word.headers["Content-Disposition"] == 'attachment; filename="participants-2016-06-30.docx"'
    assert reader.get(f"/meetings/{number}/participants.pdf").content[:5] == b"%PDF-"
    rows = list(
        csv.reader(io.StringIO(reader.get(f"/meetings/{number}/participants/?format=csv").content.decode("utf-8-sig")))
    )
    assert rows == [
        ["Status", "Delegation", "Code", "Form of address", "Name", "Function", "Head of delegation", "Role", "List"],
        [
            "States not party",
            "Zambia",
            "ZMB",
            "H.E. Ms.",
            "Ana Banda",
            "Permanent Representative",
            "yes",
            "",
            "Provisional",
        ],
        ["States not party", "Zambia", "ZMB", "", "Bo Chanda", "Counsellor", "", "", "Provisional"],
    ]
    assert reader.get(f"/meetings/{number}/participants/?version=9").status_code == 404


def test_who_may_not_plan_takes_no_attendance(reader: Client, visitor: Client, number: int) -> None:
    assert reader.get(f"/meetings/{number}/attendance/").status_code == 403
    assert tap(reader, number, "ZMB", "present").status_code == 403
    assert visitor.get(f"/meetings/{number}/participants/").status_code == 302
    assert lines(number)["ZMB"].presence == "expected"


def test_the_host_keeps_a_checklist(secretariat: Client, reader: Client) -> None:
    number = a_plan(hand(), "2016-09-05", kind="msp", body="Meeting of States Parties", ends_on=date(2016, 9, 7))
    address = f"/meetings/{number}/checklist/"
    assert reader.post(f"{address}start/").status_code == 403
    assert said(secretariat.post(f"{address}start/", follow=True)) == ["10 entries were added."]
    page = reader.get(address)
    assert words(page, "//p[@class='status-line']")[0].endswith("0 of 10 are settled.")
    entry = checklist_of(meeting=number)[0].number
    form = secretariat.get(f"{address}{entry}/")
    hidden = {one.get("name"): one.get("value") for one in tree(form).xpath("//main//input[@type='hidden']")}
    sent = {"title": "Name a focal point", "state": "done", "owner": "Croatia", "due_on": "", "note": ""}
    other = Client()
    other.force_login(account("secretariat", "ole"))
    other.post(f"{address}{entry}/", {**hidden, **sent, "note": "Mr. Babić", "state": "open", "owner": "Host State"})
    both = secretariat.post(f"{address}{entry}/", {**hidden, **sent})
    assert both.status_code == 409
    assert words(both, "//*[@role='alert']//li") == ["Until: –", "Note: Mr. Babić"]
    fields = {
        one.get("name"): (one.get("value") or one.text or "").strip()
        for one in tree(both).xpath("//main//input | //main//textarea")
    }
    again = {**fields, "state": "done", "note": fields["note"]}
    assert secretariat.post(f"{address}{entry}/", again).status_code == 302
    now = checklist_of(meeting=number)[0].entry
    assert (now.state, now.owner, now.note, now.due_on) == ("done", "Croatia", "Mr. Babić", None)
    refused = secretariat.post(address, {**sent, "title": " "})
    assert (refused.status_code, len(checklist_of(meeting=number))) == (400, 10)
    secretariat.post(address, {**sent, "title": "Reception"})
    assert checklist_of(meeting=number)[-1].entry.title == "Reception"
    none = secretariat.post(f"/meetings/{a_plan(hand())}/checklist/start/", follow=True)
    assert said(none)[-1:] == ["The rulebook has no checklist for such a meeting. Entries can be added by hand."]
