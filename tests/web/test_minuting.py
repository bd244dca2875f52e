from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from lxml import etree
from pypdf import PdfReader
from tests.factories.plans import a_plan
from tests.factories.rows import AT
from tests.factories.written import begun, full, section, wrote
from tests.web.kept import an_action_point, hand
from tests.web.pages import tree, words

from corcom.meetings.actions import release_agenda
from corcom.minuting.actions import reopen_minutes, write_paragraph
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.queries import NoSuchParagraph, is_written, issues_of, minutes_draft
from corcom.oversight.actions import approve_minutes, circulate_minutes

SOON = AT + timedelta(days=88)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 7, 29)


def address(meeting: int, rest: str = "") -> str:
    return f"/meetings/{meeting}/minutes/{rest}"


def sent(client: Client, meeting: int) -> dict[str, Any]:
    """Everything that the form of the page would send as it stands."""
    form = tree(client.get(address(meeting))).xpath("//form[@id='minutes']")[0]
    # A browser leaves out the line end with which a field of several lines begins.
    values: dict[str, Any] = {
        name: value.removeprefix("\n") for name, value in form.fields.items() if value is not None
    }
    values["paragraph"] = [one.get("value") for one in form.xpath(".//input[@name='paragraph']")]
    return values


def said(page: Any) -> list[str]:
    return words(page, "//*[contains(@class,'messages')]//li")


def texts(meeting: int, number: str = "1") -> list[str]:
    return [one.said.text for one in section(meeting, number).paragraphs]


def test_the_minutes_are_begun_from_the_page_of_the_planned_meeting(secretariat: Client) -> None:
    meeting = a_plan(hand())
    refused = secretariat.post(address(meeting, "start/"), follow=True)
    assert said(refused) == [
        "Minutes follow the agenda as it went out. Release the agenda first, then write the minutes."
    ]
    release_agenda(meeting=meeting, by=hand(), at=AT)
    assert words(secretariat.get(f"/meetings/{meeting}/"), "//aside//form//button") == ["Write the minutes"]
    page = secretariat.post(address(meeting, "start/"), follow=True)
    assert page.redirect_chain == [(address(meeting), 302)]
    assert words(page, "//section[contains(@class,'mn-section')]/h2") == [
        "Attendance",
        "1 Opening of the meeting and adoption of the agenda",
        "2 Any other business",
        "3 Date of the next meeting",
    ]
    assert secretariat.post(address(meeting, "start/")).headers["Location"] == address(meeting)


def test_whatever_is_sent_saves_first_everything_that_was_typed(secretariat: Client) -> None:
    meeting = begun(hand())
    first = wrote(meeting, hand(), text="A")
    second = wrote(meeting, hand(), text="B")
    where = section(meeting).id
    values = sent(secretariat, meeting) | {f"text-{first}": "A and more", f"text-{second}": "B\r\nand more"}
    page = secretariat.post(address(meeting), values | {"step": f"new:{where}:decision"})
    added = section(meeting).paragraphs[-1]
    assert page.headers["Location"] == f"{address(meeting)}#p-{added.id}"
    assert (texts(meeting), added.said.kind) == (["A and more", "B\nand more", ""], "decision")


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ("up:{second}", ["B", "A"]),
        ("down:{first}", ["B", "A"]),
        ("remove:{first}", ["B"]),
        ("below:{first}", ["A", "", "B"]),
        ("undo", ["A", "B"]),
    ],
)
def test_each_button_does_one_thing(secretariat: Client, step: str, after: list[str]) -> None:
    meeting = begun(hand())
    first, second = wrote(meeting, hand(), text="A"), wrote(meeting, hand(), text="B")
    values = sent(secretariat, meeting)
    secretariat.post(address(meeting), values | {"step": step.format(first=first, second=second)})
    assert texts(meeting) == after


def test_an_open_point_is_chosen_from_the_list_and_reported_on(secretariat: Client) -> None:
    point = an_action_point()
    meeting = begun(hand())
    where = section(meeting, "2").id
    values = sent(secretariat, meeting) | {f"insert-{where}": f"action_point:{point}", "step": f"insert:{where}"}
    page = secretariat.post(address(meeting), values, follow=True)
    [report] = section(meeting, "2").paragraphs
    assert report.said == TakingDown(kind="report", commitment=f"action_point:{point}")
    assert words(page, f"//li[@id='p-{report.id}']/p[1]/bdi") == ["Circulate the draft letter (Croatia, 30 June 2016)"]


def test_no_point_of_another_convention_is_reported_on(secretariat: Client) -> None:
    """Issuing a report closes the point or takes it up: whoever writes for one convention would change another's."""
    point = an_action_point(convention="APMBC", text="visit Luanda")
    meeting = begun(hand())
    where = section(meeting, "2").id
    values = sent(secretariat, meeting) | {f"insert-{where}": f"action_point:{point}", "step": f"insert:{where}"}
    page = secretariat.post(address(meeting), values, follow=True)
    assert section(meeting, "2").paragraphs == ()
    assert "visit Luanda" not in page.content.decode()
    number = wrote(meeting, hand(), text="A")
    with pytest.raises(NoSuchParagraph):
        write_paragraph(
            meeting=meeting,
            number=number,
            before=TakingDown(text="A"),
            said=TakingDown(kind="report", text="A", commitment=f"action_point:{point}", done=True),
            by=hand(),
            at=AT,
        )


def test_two_people_at_once_and_nothing_is_lost_without_javascript(secretariat: Client) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), text="due by May.")
    values = sent(secretariat, meeting) | {f"text-{number}": "due by June."}
    write_paragraph(
        meeting=meeting,
        number=number,
        before=TakingDown(text="due by May."),
        said=TakingDown(text="This is due by July."),
        by=hand(),
        at=AT,
    )
    page = secretariat.post(address(meeting), values | {"step": "undo"})
    assert page.status_code == 409
    assert texts(meeting) == ["This is due by July."]
    assert words(page, f"//li[@id='p-{number}']//textarea") == ["This is due by June."]
    assert words(page, f"//li[@id='p-{number}']//del") == ["June", "This is", "July"]
    form = tree(page).xpath("//form[@id='minutes']")[0]
    fields = {name: value.removeprefix("\n") for name, value in form.fields.items() if value is not None}
    again = fields | {"paragraph": [str(number)]}
    done = secretariat.post(address(meeting), again, follow=True)
    assert (said(done), texts(meeting)) == (["Everything is saved."], ["This is due by June."])


def test_what_the_other_wrote_can_be_taken_without_javascript(secretariat: Client) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), text="A")
    before, theirs = TakingDown(text="A"), TakingDown(text="C")
    values = sent(secretariat, meeting) | {f"text-{number}": "B", "step": f"theirs:{number}"}
    write_paragraph(meeting=meeting, number=number, before=before, said=theirs, by=hand(), at=AT)
    secretariat.post(address(meeting), values)
    assert texts(meeting) == ["C"]


def test_what_cannot_be_saved_stays_in_its_field_with_the_reason(secretariat: Client) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), kind="action_point", text="write")
    values = sent(secretariat, meeting) | {f"due-{number}": "next week", f"text-{number}": "write a letter"}
    page = secretariat.post(address(meeting), values)
    assert page.status_code == 400
    assert words(page, f"//li[@id='p-{number}']//*[@role='alert']") == [
        "“next week” is no day. Write 2016-05-17, 2016-05, 2016, or a period as 2016-05-17/2016-05-20."
    ]
    [due] = tree(page).xpath(f"//input[@id='due-{number}']/@value")
    assert (due, texts(meeting)) == ("next week", ["write"])


def test_a_paragraph_is_saved_while_it_is_typed(secretariat: Client) -> None:
    meeting = begun(hand())
    number = wrote(meeting, hand(), text="A.")
    was = json.dumps({"kind": "text", "text": "A."})
    save = address(meeting, f"paragraphs/{number}/save/")
    body = {f"was-{number}": was, f"text-{number}": "A. B."}
    answer = secretariat.post(save, body).json()
    assert (answer["outcome"], json.loads(answer["was"])["text"]) == ("saved", "A. B.")
    late = secretariat.post(save, {f"was-{number}": was, f"text-{number}": "Then A."}).json()
    assert (late["outcome"], json.loads(late["was"])["text"]) == ("merged", "Then A. B.")
    collided = secretariat.post(save, {f"was-{number}": was, f"text-{number}": "Now A."}).json()
    assert (collided["outcome"], texts(meeting)) == ("collided", ["Then A. B."])
    assert json.loads(collided["together"])["text"] == "Now A. B."
    bad = secretariat.post(save, {f"was-{number}": was, f"due-{number}": "soon"})
    assert (bad.status_code, bad.json()["outcome"]) == (400, "refused")
    assert secretariat.post(save, {f"text-{number}": "X"}).status_code == 400


def test_the_page_hears_what_others_wrote(secretariat: Client) -> None:
    meeting = begun(hand())
    [since] = tree(secretariat.get(address(meeting))).xpath("//form/@data-since")
    number = wrote(meeting, hand(), text="A.")
    answer = secretariat.get(address(meeting, f"news/?since={since}")).json()
    assert answer["told"] == "Carl Clerk added, moved or took out paragraphs."
    assert {key: (json.loads(one["was"])["text"], one["by"]) for key, one in answer["paragraphs"].items()} == {
        str(number): ("A.", "Carl Clerk")
    }
    quiet = secretariat.get(address(meeting, f"news/?since={answer['last']}")).json()
    assert quiet == {"last": answer["last"], "paragraphs": {}, "told": ""}


def test_the_head_is_changed_and_two_changes_are_put_together(secretariat: Client) -> None:
    meeting = begun(hand())
    page = secretariat.get(address(meeting, "head/"))
    form = next(one for one in tree(page).forms if one.get("class") == "step")
    values = {name: value or "" for name, value in form.fields.items()}
    secretariat.post(address(meeting, "head/"), values | {"chair_delegation": "Netherlands"})
    late = secretariat.post(address(meeting, "head/"), values | {"end_time": "11:40"})
    assert late.status_code == 409
    both = next(one for one in tree(late).forms if one.get("class") == "step")
    again = {name: value or "" for name, value in both.fields.items()}
    assert secretariat.post(address(meeting, "head/"), again).headers["Location"] == address(meeting)
    head = minutes_draft(meeting=meeting).head
    assert (head.chair_delegation, head.end_time) == ("Netherlands", "11:40")
    wrong = secretariat.post(address(meeting, "head/"), again | {"version": "3", "end_time": "noon!"})
    assert wrong.status_code == 400


def test_circulated_approved_and_linked_both_ways(secretariat: Client) -> None:
    meeting, following = full(hand()), a_plan(hand(), "2016-07-28")
    asked = {
        "parties": ["HRV", "ZMB"],
        "others": "ICRC",
        "closes_on": "2030-07-10",
        "closes_time": "18:00",
        "procedure": "comments",
        "note": "",
    }
    wrong = secretariat.post(address(meeting, "step/circulate/"), asked | {"others": "Atlantis", "closes_on": ""})
    assert (wrong.status_code, issues_of(meeting=meeting)) == (400, [])
    done = secretariat.post(address(meeting, "step/circulate/"), asked, follow=True)
    assert said(done) == ["The minutes are circulated, and the meeting is on record."]
    editor = secretariat.get(address(meeting))
    assert "Put to 3 delegations, until 10 July 2030." in words(editor, "//aside//p")
    early = secretariat.post(address(meeting, "step/approve/"), {"approved_at": "", "note": ""})
    assert early.status_code == 400
    approved = secretariat.post(
        address(meeting, "step/approve/"), {"approved_at": following, "note": "Noted."}, follow=True
    )
    assert said(approved) == ["The minutes are approved as a correct record."]
    record = secretariat.get(f"/meetings/{meeting}/")
    assert words(record, "//aside/p[1]") == ["approved as a correct record · approved by the meeting of 28 July 2016"]
    other = secretariat.get(f"/meetings/{following}/")
    assert "This meeting approved the minutes of 30 June 2016" in words(other, "//aside/p")
    late = secretariat.post(address(meeting), {"paragraph": "1", "step": "undo"}, follow=True)
    assert said(late) == ["These minutes were approved and never change. Open them for a correction first."]


def test_the_approval_is_put_into_the_minutes_of_the_meeting_that_approved(secretariat: Client) -> None:
    meeting = full(hand())
    following = begun(hand(), "2016-07-28")
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    approve_minutes(meeting=meeting, approved_at=following, by=hand(), at=SOON)
    where = section(following).id
    values = {f"insert-{where}": f"approved:{meeting}:2", "step": f"insert:{where}"}
    secretariat.post(address(following), values)
    [decided] = section(following).paragraphs
    assert decided.said == TakingDown(
        kind="decision", text="The minutes of 30 June 2016 were approved as a correct record."
    )
    assert secretariat.post(address(meeting), values).status_code == 404


def test_minutes_leave_as_word_pdf_and_akoma_ntoso(secretariat: Client) -> None:
    meeting = full(hand())
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    word = Document(io.BytesIO(secretariat.get(address(meeting, "minutes.docx?version=1")).content))
    numbered = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Numbered Paragraph"]
    assert numbered == [
        "The following took part:",
        "Apologies were received from: Chile.",
        "The agenda was adopted.",
        "Croatia: The letters had gone out.",
        "Decision: The letters go out once a year.",
        "Action point: write to Angola (Zambia, ISU; by 15 July 2016).",
    ]
    pdf = PdfReader(io.BytesIO(secretariat.get(address(meeting, "minutes.pdf?version=1")).content))
    text = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    assert [words for words in numbered if words not in text] == []
    xml = etree.fromstring(secretariat.get(address(meeting, "minutes.xml?version=1")).content)
    assert etree.QName(xml).localname == "akomaNtoso"
    assert secretariat.get(address(meeting, "minutes.docx?version=9")).status_code == 404


PUBLIC = ("public/", "public/minutes.docx", "public/minutes.pdf", "public/minutes.xml")


def statuses(client: Client, meeting: int) -> list[int]:
    return [client.get(address(meeting, rest)).status_code for rest in PUBLIC]


def test_the_public_sees_nothing_before_the_approved_version_was_made_public(
    visitor: Client, secretariat: Client
) -> None:
    meeting, following = full(hand()), a_plan(hand(), "2016-07-28")
    assert statuses(visitor, meeting) == [404] * 4
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    secretariat.post(address(meeting, "preview/publish/"))
    assert statuses(visitor, meeting) == statuses(secretariat, meeting) == [404] * 4
    approve_minutes(meeting=meeting, approved_at=following, by=hand(), at=SOON)
    assert statuses(visitor, meeting) == [404] * 4
    page = secretariat.post(address(meeting, "preview/publish/"), follow=True)
    assert said(page)[-1:] == ["The public copy is public."]
    assert statuses(visitor, meeting) == [200] * 4
    secretariat.post(address(meeting, "step/hide/"), {"note": "A name."})
    assert statuses(visitor, meeting) == [404] * 4


def test_nothing_that_was_taken_out_is_in_what_the_public_gets(visitor: Client, secretariat: Client) -> None:
    meeting, following = begun(hand()), a_plan(hand(), "2016-07-28")
    for one in section(meeting, "").paragraphs[:1]:
        lists = replace(one.said, text="Zambia: Ana Horvat")
        write_paragraph(meeting=meeting, number=one.id, before=one.said, said=lists, by=hand(), at=AT)
    spoke = "Ana Horvat of Croatia (AHX) spoke for Croatia."
    wrote(meeting, hand(), kind="intervention", delegation="Croatia", initials="AHX", text=spoke)
    wrote(meeting, hand(), text="The Bardaï file.", confidential=True)
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    reworded = TakingDown(kind="intervention", delegation="Croatia", initials="AHX", text=spoke + " Again.")
    old = section(meeting).paragraphs[0]
    write_paragraph(meeting=meeting, number=old.id, before=old.said, said=reworded, by=hand(), at=AT)
    approve_minutes(meeting=meeting, approved_at=following, note="Croatia asked.", by=hand(), at=SOON)
    secretariat.post(address(meeting, "preview/publish/"))
    page, _word, pdf, xml = (visitor.get(address(meeting, rest)).content for rest in PUBLIC)
    told = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)
    props = str(PdfReader(io.BytesIO(pdf)).metadata)
    for found in (page.decode(), xml.decode(), told, props, pdf.decode("latin-1")):
        assert [word for word in ("Croatia", "Horvat", "AHX", "Barda") if word in found] == []
    assert "spoke for" in told.replace("\n", " ")


def test_versions_and_the_history_of_a_paragraph_can_be_read(secretariat: Client, reader: Client) -> None:
    meeting, following = full(hand()), a_plan(hand(), "2016-07-28")
    circulate_minutes(meeting=meeting, by=hand(), at=SOON)
    approve_minutes(meeting=meeting, approved_at=following, by=hand(), at=SOON)
    reopen_minutes(meeting=meeting, note="A slip.", by=hand(), at=AT)
    page = reader.get(address(meeting, "versions/"))
    assert words(page, "//ol[contains(@class,'mn-issues')]/li/h2") == [
        "Version 2 Minutes, approved as a correct record",
        "Version 1 Draft minutes, circulated for comment",
    ]
    one = reader.get(address(meeting, "versions/1/"))
    assert "4. Croatia: The letters had gone out." in words(one, "//div[contains(@class,'mn-read')]")
    number = section(meeting).paragraphs[0].id
    history = secretariat.get(address(meeting, f"paragraphs/{number}/"))
    assert words(history, "//ol[contains(@class,'mn-history')]/li//ins") == ["The agenda was adopted."]


def test_a_reader_reads_what_was_issued_and_writes_nothing(reader: Client) -> None:
    meeting = full(hand())
    for rest in ("", "head/", "preview/", "step/circulate/", "news/"):
        assert reader.get(address(meeting, rest)).status_code == 403
    assert reader.get(address(meeting, "minutes.docx")).status_code == 404
    assert reader.post(address(a_plan(hand(), "2016-09-01"), "start/")).status_code == 403


@pytest.mark.parametrize("rest", ["", "versions/", "preview/", "head/", "step/nothing/", "versions/7/", "minutes.docx"])
def test_what_is_not_there_is_not_found(secretariat: Client, rest: str) -> None:
    meeting = a_plan(hand())
    assert secretariat.get(address(meeting, rest)).status_code == 404
    assert not is_written(meeting=meeting)
