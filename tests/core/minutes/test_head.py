"""The head of minutes: convention, body, number, day, hours, place; who presided; the next meeting."""

from __future__ import annotations

import pytest

from corcom.minutes import read
from corcom.minutes.domain.reading import Reading

SAID = "Members thanked the Unit for its work and looked at the papers."
BODY = f"\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n"


def head(text: str) -> Reading:
    return read(text + BODY)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Thursday, 12 May 2016", "2016-05-12"),
        ("12 May 2016", "2016-05-12"),
        ("12th May 2016", "2016-05-12"),
        ("the 12th of May, 2016", "2016-05-12"),
        ("May 12, 2016", "2016-05-12"),
        ("Thursday May 12th 2016", "2016-05-12"),
        ("12.05.2016", "2016-05-12"),
        ("12/5/2016", "2016-05-12"),
        ("2016-05-12", "2016-05-12"),
        ("12-MAY-2016", "2016-05-12"),
        ("Held on Thursday 12 May 2016", "2016-05-12"),
        ("Date: 12 May 2016", "2016-05-12"),
        ("Geneva, 12 May 2016", "2016-05-12"),
        ("12–13 May 2016", "2016-05-12/2016-05-13"),
        ("12 and 13 May 2016", "2016-05-12/2016-05-13"),
        ("30 May to 2 June 2016", "2016-05-30/2016-06-02"),
        ("29 October-1 November 1996", "1996-10-29/1996-11-01"),
        ("12  May  2016", "2016-05-12"),
        ("MAY 12, 2016", "2016-05-12"),
        ("HELD ON 12 AND 13 MAY 2016", "2016-05-12/2016-05-13"),
    ],
)
def test_the_day(line: str, date: str) -> None:
    found = head(f"Minutes of the Coordination Committee\n{line}")
    assert (found.date, found.header["date"].quote in line) == (date, True)


def test_a_day_without_its_year_gets_that_of_the_other_dates() -> None:
    said = "The minutes of 14 February 2018 were approved. The report of 2016 is late."
    found = read(f"Minutes of the Bureau\nTuesday 27 March, 10:00\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n")
    assert (found.date, found.header["date"].quote) == ("2018-03-27", "Tuesday 27 March")


def test_the_lines_of_an_e_mail_say_when_it_was_sent() -> None:
    text = "From: Ada\nTo: Members\nSent: Mon, 16 May 2016 08:41\nSubject: Thursday\n\nNotes of the Bureau (12 May 2016, GICHD, 1 p.m. - 2.45 p.m., Ms. Dahl presiding)"
    found = head(text)
    assert (found.date, found.start_time, found.end_time, found.venue) == ("2016-05-12", "13:00", "14:45", "GICHD")


def test_the_day_may_stand_in_the_first_sentence() -> None:
    text = f"Report of the Bureau\n\n1. Opening\n\nThe meeting was held in Bonn on 18 February 2014 and was opened at 9:55.\n\n2. Closing\n\n{SAID}\n"
    found = read(text)
    assert (found.date, found.start_time) == ("2014-02-18", "09:55")


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("10:00 - 11:30", "10:00", "11:30"),
        ("from 10:30 – 11:30 hours", "10:30", "11:30"),
        ("10h00 – 11h15", "10:00", "11:15"),
        ("9.30 am – 11 am", "09:30", "11:00"),
        ("10:00 a.m. - 12:15 p.m.", "10:00", "12:15"),
        ("from 15.00 to 16.40", "15:00", "16:40"),
        ("15:00 to 16:40", "15:00", "16:40"),
        ("10 a.m. to 12 noon", "10:00", "12:00"),
        ("2:30-4 p.m.", "14:30", "16:00"),
        ("10h30-12h", "10:30", "12:00"),
        ("1500hrs – 1630hrs", "15:00", "16:30"),
        ("1500 - 1630 hours", "15:00", "16:30"),
        ("at 1500hrs", "15:00", None),
    ],
)
def test_the_hours(line: str, start: str, end: str | None) -> None:
    found = head(f"Minutes of the Coordination Committee\n12 May 2016, {line}")
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minutes of the Coordination Committee Meeting", "Coordination Committee"),
        ("MINUTES OF THE COORDINATION COMMITTEE", "Coordination Committee"),
        ("CCM Coordinating Committee", "Coordinating Committee"),
        ("Summary record of the Standing Committee", "Standing Committee"),
        ("Report on the second Bureau meeting", "Bureau"),
        ("Open-ended informal consultations", "Open-ended informal consultations"),
        ("Report of the Working Group on Victim Assistance", "Working Group on Victim Assistance"),
        ("Minutes of the Management Committee", "Management Committee"),
        ("Notes of the Steering Group", "Steering Group"),
        ("Minutes of the Liaison Group meeting", "Liaison Group"),
        ("Minutes of the Contact Group on Universalisation", "Contact Group on Universalisation"),
        ("WORKING GROUP ON VICTIM ASSISTANCE HELD ON THURSDAY", "Working Group on Victim Assistance"),
        ("Minutes of the Friends of the President", "Friends of the President"),
        ("Summary of the Meeting of the Co-Chairs and Co-Rapporteurs", "Co-Chairs and Co-Rapporteurs"),
        ("Minutes of the Task Force on Reporting", "Task Force on Reporting"),
        ("Minutes of the meeting of the Coordinators", "Coordinators"),
        ("BUREAU OF THE MEETING OF THE PARTIES", "Bureau of the Meeting of the Parties"),
        (
            "Bureau of the Preparatory Committee for the Ninth Review Conference",
            "Bureau of the Preparatory Committee for the Ninth Review Conference",
        ),
        (
            "Meeting of the office-holders with the regional coordinators",
            "Meeting of the office-holders with the regional coordinators",
        ),
        ("Committee on Cooperative Compliance", "Committee on Cooperative Compliance"),
    ],
)
def test_the_body(title: str, body: str) -> None:
    assert head(f"{title}\n12 May 2016").body == body


@pytest.mark.parametrize(
    ("title", "number", "scope"),
    [
        ("3rd Meeting of the Coordination Committee", 3, None),
        ("Third meeting of the Coordination Committee", 3, None),
        ("The third Coordination Committee meeting of 2016", 3, "of 2016"),
        ("Coordination Committee: second meeting of 2013", 2, "of 2013"),
        ("Inaugural meeting of the Coordination Committee", 1, None),
        ("11th Coordination Committee meeting", 11, None),
        ("Coordination Committee\nMeeting No. 4", 4, None),
        ("Coordination Committee, meeting #4", 4, None),
        ("Minutes of the twenty-first meeting of the Bureau", 21, None),
        ("Third Coordination Committee Meeting in 2016", 3, "in 2016"),
        ("Minutes of the Coordination Committee, the first meeting since the summer", None, None),
        ("Minutes of the Coordination Committee", None, None),
        ("Coordination Committee in preparation of the Third Review Conference", None, None),
    ],
)
def test_the_number_of_the_meeting(title: str, number: int | None, scope: str | None) -> None:
    found = head(f"{title}\n12 May 2016")
    assert (found.meeting_number, found.meeting_number_scope) == (number, scope)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Convention on Cluster Munitions\nCoordination Committee", "Convention on Cluster Munitions (CCM)"),
        ("CCM Coordination Committee", "Convention on Cluster Munitions (CCM)"),
        ("Mine Ban Treaty: Coordinating Committee", "Anti-Personnel Mine Ban Convention (APMBC)"),
        ("Arms Trade Treaty\nManagement Committee", "Arms Trade Treaty (ATT)"),
        ("Minutes of the Bureau", None),
        ("Minutes of the Bureau, Basel", None),
    ],
)
def test_the_convention(title: str, name: str | None) -> None:
    assert head(f"{title}\n12 May 2016").convention == name


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Permanent Mission of Norway, Geneva", "Permanent Mission of Norway, Geneva"),
        ("Venue: Room VII, Palais des Nations", "Room VII, Palais des Nations"),
        ("at the Permanent Mission of Norway, from 10:30 – 11:30 hours", "Permanent Mission of Norway"),
        ("Place: Room VII and by videoconference", "Room VII and by videoconference"),
        ("Maison de la Paix, Room S5", "Maison de la Paix, Room S5"),
        ("Via Zoom, 14:00–15:30 CEST", "Zoom"),
        ("By video conference", "video conference"),
        ("HELD AT THE PERMANENT MISSION OF NORWAY", "PERMANENT MISSION OF NORWAY"),
        ("Geneva\nPalais des Nations, Room VII", "Palais des Nations, Room VII"),
        ("Room VII, Palais des Nations, and via Zoom", "Room VII, Palais des Nations, and via Zoom"),
        ("Venue: hybrid (Room VII and online)", "Room VII and online"),
        (
            "\nThe meeting took place in Room IX of the Palais des Nations and all members attended it in good spirits.",
            "Room IX of the Palais des Nations",
        ),
    ],
)
def test_the_place(line: str, venue: str) -> None:
    assert head(f"Minutes of the Coordination Committee\n12 May 2016\n{line}").venue == venue


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("The meeting was called to order at 10:05. It was adjourned at 11:40.", "10:05", "11:40"),
        ("Norway took the chair at 9.30.", "09:30", None),
        ("There being no other business, the meeting ended at 11.40 hrs.", None, "11:40"),
        ("The shop opens at 9:30.", None, None),
    ],
)
def test_the_hours_in_sentences(said: str, start: str | None, end: str | None) -> None:
    found = read(f"Minutes of the Bureau\n12 May 2016\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n")
    assert (found.start_time, found.end_time) == (start, end)


def test_a_convention_that_is_only_spoken_of_is_not_that_of_the_body() -> None:
    said = "The Unit had met that of the Arms Trade Treaty."
    assert (
        read(f"Minutes of the Bureau\n12 May 2016\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n").convention is None
    )


def test_a_convention_that_the_text_names_once_and_then_calls_its_own() -> None:
    said = "A resolution on the Mine Ban Treaty would be put forward. The aims of the Treaty were dear to all."
    found = read(f"Coordinating Committee\n12 May 2016\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n")
    assert found.convention == "Anti-Personnel Mine Ban Convention (APMBC)"


def test_words_behind_each_value_of_the_head() -> None:
    text = "Convention on Cluster Munitions\nThird meeting of the Coordination Committee in Geneva\n12 May 2016, 10:00 to 11:30\nVenue: Room VII"
    quotes = {key: evidence.quote for key, evidence in head(text).header.items()}
    assert quotes == {
        "convention": "Convention on Cluster Munitions",
        "body": "Coordination Committee",
        "meeting_number": quotes["meeting_number"],
        "date": "12 May 2016",
        "start_time": quotes["start_time"],
        "end_time": quotes["end_time"],
        "venue": "Room VII",
    }
    assert quotes["meeting_number"].startswith("Third")
    assert ("10:00" in quotes["start_time"], "11:30" in quotes["end_time"]) == (True, True)


def test_a_text_without_a_head_has_none() -> None:
    found = read("It rained all day and nobody came.\n\nSo they went home.\n")
    assert (found.convention, found.body, found.meeting_number, found.date, found.venue, found.header) == (
        None,
    ) * 5 + ({},)


@pytest.mark.parametrize(
    ("said", "chair"),
    [
        ("Present:\nNorway – President\nMs. Siri Dahl\nPeru\nMr. Hugo Salas", ("Norway", "Ms. Siri Dahl", "President")),
        ("Present:\nPeru\nMr. Hugo Salas\nNorway (Chair)\nMs. Siri Dahl", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("Present:\nPeru – President-designate\nMr. Hugo Salas\nNorway – President\nMs. Siri Dahl", ("Norway", "Ms. Siri Dahl", "President")),
        ("The meeting was opened by the President, Ambassador Siri Dahl of Norway.", ("Norway", "Ambassador Siri Dahl", "President")),
        ("The meeting was chaired by Ms. Siri Dahl of Norway in the chair.", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("Chair: Ms. Siri Dahl (Norway)\nPresent: Peru, Zambia, Chad", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("Chaired by: Norway – Ms. Siri Dahl", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("President: H.E. Ambassador Siri Dahl, Permanent Representative of Norway", ("Norway", "H.E. Ambassador Siri Dahl", "President")),
        ("*In the chair:* Ambassador Siri Dahl (Norway). *Present:* Peru, Chad, Zambia", ("Norway", "Ambassador Siri Dahl", "In the chair")),
        ("Present:\nPeru\nMr. Hugo Salas\nNorway\nMs. Siri Dahl (President)", ("Norway", "Ms. Siri Dahl", "President")),
        ("Present: Norway (President-designate, in the chair), Peru, Chad.\n\nThe President-designate, Ms. Siri Dahl, welcomed all.", ("Norway", None, "President-designate, in the chair")),
        ("Present: Norway (President), Peru, Chad.\n\nThe President, Ambassador Siri Dahl, welcomed all.", ("Norway", "Ambassador Siri Dahl", "President")),
        ("Present: Norway (Chair), Peru, Chad.\n\nMs. Siri Dahl (Norway) took the chair at 9.30.", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("Ambassador Š. Dahl (Norway) presided.", ("Norway", "Ambassador Š. Dahl", "Chair")),
        ("The President of the Committee, H.E. Siri Dahl (Norway), welcomed all.", ("Norway", "H.E. Siri Dahl", "President")),
        ("The Co-Chairs, Norway (Ms. Siri Dahl) and Peru (Mr. Hugo Salas), opened the meeting.", ("Norway", "Ms. Siri Dahl", "Chair")),
        ("The meeting was chaired by Norway.", ("Norway", None, "Chair")),
        ("Third meeting under the Norwegian Presidency", ("Norway", None, "President")),
    ],
)  # fmt: skip
def test_who_presided(said: str, chair: tuple[str, str | None, str]) -> None:
    found = head(f"Minutes of the Coordination Committee\n12 May 2016\n\n{said}").chair
    assert found is not None
    assert (found.delegation, found.person, found.role) == chair


@pytest.mark.parametrize(
    "said",
    [
        "Chair:\n\n- recognized that regional work is important",
        "Chair: it was late.",
        "The workshop in Lima was chaired by Norway.",
        "The Vice-President, Ms. Siri Dahl, asked for the floor.",
    ],
)
def test_who_did_not_preside(said: str) -> None:
    found = head(f"Minutes of the Bureau\n12 May 2016\n\n{said}").chair
    assert found is None or found.delegation is None


def test_where_nothing_says_who_presided_nobody_did() -> None:
    assert read("Bureau, 12 May 2016\n\n1. Opening\n\nNorway spoke.\n\n2. Closing\n\nPeru spoke.\n").chair is None


@pytest.mark.parametrize(
    ("said", "date", "time", "place", "tentative"),
    [
        ("The next meeting will be held on Thursday, 16 June 2016, at 10:00.", "2016-06-16", "10:00", None, False),
        ("The next meeting of the Committee will take place on 16 June at 15.00 at the Permanent Mission of Peru.", "2016-06-16", "15:00", "Permanent Mission of Peru", False),
        ("The Committee will meet again on 16 June 2016.", "2016-06-16", None, None, False),
        ("Date of next meeting: 16 June 2016", "2016-06-16", None, None, False),
        ("It was agreed that the next meeting would be in the week of 13 June 2016.", "2016-06-13/2016-06-19", None, None, False),
        ("The next meeting is tentatively scheduled for 16 June 2016.", "2016-06-16", None, None, True),
        ("The next meeting would be on 16 June 2016, to be confirmed.", "2016-06-16", None, None, True),
        ("The next meeting was set for the afternoon of 16 June.", "2016-06-16", None, None, False),
        ("The next Coordination Committee meeting will be held in June 2016.", "2016-06", None, None, False),
    ],
)  # fmt: skip
def test_the_next_meeting(said: str, date: str, time: str | None, place: str | None, tentative: bool) -> None:  # noqa: FBT001  a column of the table
    found = read(
        f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{said}\n"
    ).next_meeting
    assert found is not None
    assert (found.date, found.time, found.place, found.tentative) == (date, time, place, tentative)


@pytest.mark.parametrize(
    "said",
    [
        "The next Meeting of States Parties will be held from 5 to 7 September 2016.",
        "The next Review Conference takes place on 16 June 2020.",
        "The last meeting was held on 14 April 2016.",
        "Norway will meet the Unit on 16 June 2016.",
        "The next meeting will be announced.",
    ],
)
def test_other_meetings_are_not_the_next(said: str) -> None:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{said}\n"
    assert read(text).next_meeting is None


def test_a_heading_can_say_that_it_is_the_next_meeting() -> None:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\n{SAID}\n\n2. Next meeting\n\nThursday 16 June, 10:00, Permanent Mission of Peru.\n"
    found = read(text).next_meeting
    assert found is not None
    assert (found.date, found.time) == ("2016-06-16", "10:00")


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting: Thursday 9 June 2016 at 15:00, Room VII",
        "Date and place of next meeting\n9 June 2016, 15.00, Room VII",
        "We shall meet again on Thursday 9 June 2016 at 3 p.m. in Room VII.",
        "Next: 9 June 2016, 15:00",
    ],
)
def test_the_next_meeting_in_the_head_is_not_this_one(line: str) -> None:
    found = head(f"Minutes of the Coordination Committee\n{line}\nHeld on 12 May 2016, 10:00 to 11:15, Room IX")
    assert (found.date, found.start_time, found.end_time, found.venue) == ("2016-05-12", "10:00", "11:15", "Room IX")
    assert found.next_meeting is not None
    assert (found.next_meeting.date, found.next_meeting.time) == ("2016-06-09", "15:00")


def test_hours_behind_started_and_ended() -> None:
    found = head("Minutes of the Bureau of 12 May 2016 (hybrid; Room IX, Palais; started 15.00, ended 16.20)")
    assert (found.start_time, found.end_time, found.venue) == ("15:00", "16:20", "Room IX, Palais")


def test_several_labels_on_one_line() -> None:
    found = head("Bureau\nPlace: office of the Chair. Time: from 9.30 to 10.50. Day: Tuesday, 3 May 2016.")
    assert (found.venue, found.start_time, found.end_time) == ("office of the Chair", "09:30", "10:50")


def test_a_convention_that_no_list_has_is_named_in_the_title_of_its_body() -> None:
    found = head("Bureau of the Convention on the Protection of Upland Rivers\nTwelfth meeting, 12 May 2016")
    assert (found.convention, found.body) == ("Convention on the Protection of Upland Rivers", "Bureau")
