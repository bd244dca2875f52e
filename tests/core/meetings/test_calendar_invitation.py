"""What is written with icalendar is read back with vobject, which shares no code with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from tests.factories.plans import PLAN

from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.domain.calendar_invitation import CalendarAddress, calendar_invitation
from corcom.meetings.domain.invitation_words import invitation_words

AT = datetime(2016, 5, 9, 8, 0, tzinfo=UTC)
ENTRY = CalendarEntry(
    kind="meeting",
    number=7,
    uid="meeting-abc",
    title="Coordination Committee (CCM)",
    starts_on=PLAN.starts_on,
    ends_on=PLAN.ends_on,
    status="confirmed",
    convention="CCM",
    body="Coordination Committee",
    place=PLAN.place,
    sequence=2,
    changed_at=AT - timedelta(days=3),
    plan=PLAN,
)
ISU = CalendarAddress(address="isu@corcom.example", name="CCM Implementation Support Unit")
ZAMBIA = CalendarAddress(address="mission@zambia.example", name='Permanent Mission of "Zambia"')


def read(entry: CalendarEntry = ENTRY) -> Any:
    written = calendar_invitation(entry, organizer=ISU, attendee=ZAMBIA, site="corcom.example", at=AT)
    return vobject.readOne(written)


def test_an_invitation_asks_one_and_names_who_asks() -> None:
    calendar = read()
    event = calendar.vevent
    assert (calendar.method.value, event.uid.value, event.sequence.value, event.status.value) == (
        "REQUEST",
        "meeting-abc@corcom.example",
        "2",
        "CONFIRMED",
    )
    assert (event.organizer.value, event.organizer.params) == (
        "mailto:isu@corcom.example",
        {"CN": ["CCM Implementation Support Unit"]},
    )
    (attendee,) = event.attendee_list
    assert (attendee.value, attendee.params) == (
        "mailto:mission@zambia.example",
        {
            "CN": ["Permanent Mission of 'Zambia'"],
            "ROLE": ["REQ-PARTICIPANT"],
            "PARTSTAT": ["NEEDS-ACTION"],
            "RSVP": ["TRUE"],
        },
    )
    assert event.dtstamp.value == AT
    assert event.dtstart.value.astimezone(UTC) == datetime(2016, 5, 26, 8, 0, tzinfo=UTC)
    assert [zone.tzid.value for zone in calendar.vtimezone_list] == ["Europe/Zurich"]
    assert event.description.value == f"To join: {PLAN.joining_link}"


def test_a_cancellation_keeps_the_name_and_goes_beyond_the_sequence() -> None:
    calendar = read(replace(ENTRY, status="cancelled", sequence=3))
    event = calendar.vevent
    assert (calendar.method.value, event.uid.value, event.sequence.value, event.status.value) == (
        "CANCEL",
        "meeting-abc@corcom.example",
        "3",
        "CANCELLED",
    )
    assert event.attendee.params == {"CN": ["Permanent Mission of 'Zambia'"], "ROLE": ["REQ-PARTICIPANT"]}


@pytest.mark.parametrize(
    ("occasion", "subject", "opening"),
    [
        ("first", "Invitation: Coordination Committee (CCM), 26 May 2016", "You are invited to this meeting."),
        (
            "update",
            "Changed: Coordination Committee (CCM), 26 May 2016",
            "This meeting was changed. What stands here takes the place of the earlier invitation.",
        ),
        ("cancelled", "Cancelled: Coordination Committee (CCM), 26 May 2016", "This meeting will not be held."),
    ],
)
def test_people_read_the_same_in_words(occasion: Any, subject: str, opening: str) -> None:
    words = invitation_words(ENTRY, occasion=occasion, sender="CCM ISU")
    link = [] if occasion == "cancelled" else [f"To join: {PLAN.joining_link}"]
    assert words.subject == subject
    assert words.text.splitlines() == [
        opening,
        "",
        "Coordination Committee (CCM)",
        "26 May 2016, 10:00–11:30 (Europe/Zurich)",
        "Place: Palais des Nations",
        *link,
        "",
        "The file that goes with this message puts it into your calendar, or takes it out.",
        "",
        "CCM ISU",
    ]


def test_a_tentative_date_is_said_to_be_one() -> None:
    tentative = replace(ENTRY, status="tentative", plan=replace(PLAN, starts_on=date(2016, 5, 25)))
    assert read(tentative).vevent.status.value == "TENTATIVE"
    assert "This date is tentative." in invitation_words(tentative, occasion="first", sender="").text.splitlines()
