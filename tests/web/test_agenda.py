from __future__ import annotations

import io
import json
from typing import Any

import pytest
import vobject
from django.conf import LazySettings
from django.test import Client
from docx import Document
from pypdf import PdfReader
from tests.accounts import account
from tests.factories.plans import PLAN, a_plan
from tests.factories.rows import AT, new_file
from tests.web.kept import TODAY, a_meeting, hand
from tests.web.pages import tree, words
from tests.web.taken_in import a_document

from corcom.meetings.actions import cancel_meeting
from corcom.meetings.queries import draft_agenda

ITEM = {"title": "Sponsorship", "introduced_by": "Norway", "minutes": "20", "text": ""}


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def number() -> int:
    a_meeting()
    return a_plan(hand())


def titles(page: Any) -> list[str]:
    return words(page, "//ol[contains(@class,'agenda-list')]/li/strong")


def said(page: Any) -> list[str]:
    return words(page, "//*[contains(@class,'messages')]//li")


def test_each_item_says_where_it_comes_from(secretariat: Client, number: int) -> None:
    page = secretariat.get(f"/meetings/{number}/agenda/")
    assert list(zip(titles(page), words(page, "//ol[contains(@class,'agenda-list')]/li/p[1]"), strict=True)) == [
        ("Opening of the meeting and adoption of the agenda", "stands on every agenda"),
        (
            "Approval of the minutes of 26 May 2016",
            "the minutes of the last meeting, of 26 May 2016, are to be approved",
        ),
        ("Matters arising", "action points and decisions since the meeting of 26 May 2016: 2 open, 1 of them due"),
        ("Universalization (Ecuador and Zambia)", "stood on the agenda of 26 May 2016"),
        ("Hosting of the next meeting", "stood on the agenda of 26 May 2016"),
        ("Any other business", "stands on every agenda"),
        ("Date of the next meeting", "stands on every agenda"),
    ]


def test_items_are_added_moved_and_taken_off_by_plain_forms(secretariat: Client, number: int) -> None:
    address = f"/meetings/{number}/agenda/"
    refused = secretariat.post(address, {**ITEM, "title": " "})
    assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (400, ["Title: This field is required."])
    made = secretariat.post(address, ITEM)
    item = draft_agenda(meeting=number)[-1].id
    assert made.headers["Location"] == f"{address}#item-{item}"
    step = f"{address}{item}/step/"
    for sent, place in (({"up": "yes"}, 7), ({"down": "yes"}, 8), ({"put": "yes", "place": "2"}, 2)):
        assert secretariat.post(step, sent).headers["Location"] == f"{address}#item-{item}"
        assert [line.place for line in draft_agenda(meeting=number) if line.id == item] == [place]
    secretariat.post(step, {"unfinished": "yes"})
    assert "Left unfinished; the next agenda takes it up." in secretariat.get(address).content.decode()
    off = secretariat.post(step, {"withdraw": "yes"}, follow=True)
    assert said(off) == ["The item is taken off; its words stay in the history of the meeting."]
    gone = secretariat.post(step, {"withdraw": "yes"}, follow=True)
    assert said(gone) == ["This item is not on the agenda any more; somebody took it off."]
    assert said(secretariat.get(f"{address}{item}/", follow=True)) == said(gone)
    assert secretariat.post(step, {"juggle": "yes"}).status_code == 404
    assert secretariat.get(step).status_code == 405


def hidden(page: Any) -> dict[str, str]:
    return {
        one.get("name"): one.get("value") for one in tree(page).xpath("//form[@class='step']//input[@type='hidden']")
    }


def test_two_people_who_edit_one_item_lose_nothing(secretariat: Client, number: int) -> None:
    other = Client()
    other.force_login(account("secretariat", "ole"))
    item = draft_agenda(meeting=number)[3].id
    address = f"/meetings/{number}/agenda/{item}/"
    mine, theirs = hidden(secretariat.get(address)), hidden(other.get(address))
    line = {"title": "Universalization", "introduced_by": "", "minutes": "", "text": ""}
    assert (
        other.post(address, {**theirs, **line, "minutes": "15", "title": "Universalization in Africa"}).status_code
        == 302
    )
    page = secretariat.post(address, {**mine, **line, "introduced_by": "Zambia", "title": "Universalization worldwide"})
    assert page.status_code == 409
    assert words(page, "//*[@role='alert']//li") == [
        "Title: Universalization in Africa – you wrote something else; yours stands in the form. Choose, and save again.",
        "Minutes: 15",
    ]
    fields = {one.get("name"): one.get("value") for one in tree(page).xpath("//form[@class='step']//input[@class]")}
    assert {key: fields[key] for key in line if key != "text"} == {
        "title": "Universalization worldwide",
        "introduced_by": "Zambia",
        "minutes": "15",
    }
    assert secretariat.post(address, {**hidden(page), **line, **fields, "text": ""}).status_code == 302
    now = draft_agenda(meeting=number)[3].item
    assert (now.title, now.introduced_by, now.minutes) == ("Universalization worldwide", "Zambia", 15)
    history = words(secretariat.get(f"/meetings/{number}/"), "//ol[@class='history']/li/p/strong")
    assert history == ["Agenda item changed", "Agenda item changed", "Scheduled"]


def test_a_file_that_nobody_read_as_a_document_is_no_paper(secretariat: Client, number: int) -> None:
    """Files of mail, of reports and of official documents have numbers too, and an agenda shows the names of its papers."""
    file = new_file(name="secret.docx")
    item = draft_agenda(meeting=number)[3].id
    address = f"/meetings/{number}/agenda/{item}/"
    page = secretariat.post(address, {**hidden(secretariat.get(address)), "title": "Changed", "papers": [str(file.pk)]})
    assert page.status_code == 400
    assert "secret.docx" not in page.content.decode()
    line = draft_agenda(meeting=number)[3]
    assert (line.papers, line.item.title == "Changed") == ((), False)


def test_papers_are_chosen_among_the_stored_documents(secretariat: Client, number: int) -> None:
    file = a_document("letter.docx").file
    item = draft_agenda(meeting=number)[3].id
    address = f"/meetings/{number}/agenda/{item}/"
    sent = {**hidden(secretariat.get(address)), "title": "Universalization", "papers": [str(file.pk)]}
    assert secretariat.post(address, sent).status_code == 302
    assert [paper.name for paper in draft_agenda(meeting=number)[3].papers] == ["letter.docx"]
    page = secretariat.get(address)
    assert tree(page).xpath("//input[@name='papers' and @checked]/@value") == [str(file.pk)]


def test_an_agenda_is_released_and_taken_home(secretariat: Client, reader: Client, number: int) -> None:
    address = f"/meetings/{number}/agenda"
    released = secretariat.post(f"{address}/release/", follow=True)
    assert said(released) == ["Version 1 is released and does not change any more."]
    again = secretariat.post(f"{address}/release/", follow=True)
    assert said(again) == ["Nothing changed since version 1 was released."]
    secretariat.post(f"{address}/", ITEM)
    page = reader.get(f"{address}/versions/1/")
    assert words(page, "//p[@class='status-line']")[0].startswith("Version 1, released on ")
    assert len(titles(page)) == 7
    old = Document(io.BytesIO(reader.get(f"{address}.docx?version=1").content))
    draft = reader.get(f"{address}.docx")
    assert draft.headers["Content-Disposition"] == 'attachment; filename="agenda-2016-06-30.docx"'
    rows = [len(one.tables[-1].rows) for one in (old, Document(io.BytesIO(draft.content)))]
    assert rows == [8, 9]
    laid_out = reader.get(f"{address}.pdf?version=1")
    assert laid_out.headers["Content-Disposition"] == 'attachment; filename="agenda-2016-06-30.pdf"'
    told = PdfReader(io.BytesIO(laid_out.content)).metadata
    assert told is not None
    assert told.title == "Agenda, Coordination Committee, 30 June 2016"
    content = json.loads(reader.get(f"{address}.json").content)
    assert (content["version"], content["starts_at"], content["items"][-1]) == (
        0,
        "2016-06-30T10:00:00+02:00",
        {"number": 8, "title": "Sponsorship", "introduced_by": "Norway", "minutes": 20, "text": "", "papers": []},
    )
    assert [reader.get(f"{address}{end}").status_code for end in (".docx?version=9", "/versions/9/", ".exe")] == [
        404
    ] * 3


def test_an_invitation_goes_into_calendars_and_its_cancellation_takes_it_out(reader: Client, number: int) -> None:
    first = vobject.readOne(reader.get(f"/meetings/{number}/invitation.ics").content.decode())
    cancel_meeting(meeting=number, by=hand(), at=AT)
    answer = reader.get(f"/meetings/{number}/invitation.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    last = vobject.readOne(answer.content.decode())
    assert (first.method.value, first.vevent.status.value, first.vevent.sequence.value) == ("PUBLISH", "TENTATIVE", "0")
    assert (last.vevent.uid.value, last.vevent.status.value, last.vevent.sequence.value) == (
        first.vevent.uid.value,
        "CANCELLED",
        "1",
    )
    assert first.vevent.url.value == f"http://testserver/meetings/{number}/"
    assert f"To join: {PLAN.joining_link}" in first.vevent.description.value.splitlines()
    assert Client().get(f"/meetings/{number}/invitation.ics").status_code == 302
    assert reader.get("/meetings/999/invitation.ics").status_code == 404


def test_a_letter_of_which_no_pdf_can_be_made_is_named(secretariat: Client, number: int) -> None:
    secretariat.post(f"/meetings/{number}/agenda/", ITEM | {"title": "አማርኛ"})
    page = secretariat.get(f"/meetings/{number}/agenda.pdf")
    assert (page.status_code, words(page, "//h1")) == (422, ["There is no .pdf of this document"])
    assert words(page, "//dl[@class='error-words']//dd") == [
        "No font that CorCom brings has “አ”.",
        "Take the Word document instead.",
    ]
    assert secretariat.get(f"/meetings/{number}/agenda.docx").status_code == 200
