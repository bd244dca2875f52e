"""Days without their year, hours in sentences, places and bodies in the heads that people write by hand."""

from __future__ import annotations

import pytest

from corcom.minutes import read

SAID = "Members thanked the Unit for its work and looked at the papers."
MAIL = "From: Ada\nTo: Members\nSubject: {}\n\nDear all, here is what I noted.\n\n"


def noted(said: str, subject: str = "Our breakfast, 8 March") -> str:
    return f"{MAIL.format(subject)}**1. Budget**\n\n{said}\n\n**2. Closing**\n\n{SAID}\n"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        (
            "We meet again on Thursday 12 April. The budget of 2019 is ready, and the review is on 3 May 2019.",
            "2018-03-08",
        ),
        ("The report of 2016 is late, and so is that of 14 January 2016.", "2016-03-08"),
        ("The last review was on 4 November 2015; Mon. 4 April is the next.", "2016-03-08"),
    ],
)
def test_a_day_without_a_year_wins_over_days_deep_in_the_text(said: str, date: str) -> None:
    found = read(noted(said))
    assert (found.date, found.header["date"].quote) == (date, "8 March")


def test_a_subject_may_have_the_year() -> None:
    assert read(noted("The deadline is 1 June 2018.", "Notes of 8 March 2017")).date == "2017-03-08"


def test_a_title_without_a_year() -> None:
    text = f"Notes of the Bureau, 9 October\n\n1. Budget\n\nThe deadline is Friday 20 October 2017.\n\n2. Closing\n\n{SAID}\n"
    assert read(text).date == "2017-10-09"


def test_no_year_at_all_leaves_the_day_open() -> None:
    assert read(noted("Nothing was said.")).date is None


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("so here is what I took down (12.45 to 14.30, at the Residence in Cologny).", ("12:45", "14:30")),
        ("Bureau, 12 May 2016, 9.15-10.40", ("09:15", "10:40")),
        ("The share rose from 12.45 to 14.30 per cent, 10.20 to 11.30 million were paid.", (None, None)),
    ],
)
def test_hours_with_dots(line: str, hours: tuple[str | None, str | None]) -> None:
    found = read(f"{line}\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n")
    assert (found.start_time, found.end_time) == hours


def test_the_place_behind_the_hours() -> None:
    found = read(noted(SAID).replace("I noted.", "I noted over tea (8.30 to 9.45, in the Library of the Palais)."))
    assert (found.start_time, found.venue) == ("08:30", "Library of the Palais")


def test_a_virtual_meeting_is_no_place() -> None:
    found = read(f"SUMMARY OF THE VIRTUAL MEETING OF 24 MARCH 2021\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n")
    assert (found.date, found.venue) == ("2021-03-24", None)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            "TROIKA OF PRESIDENTS WITH THE CHAIRS OF THE SUBSIDIARY BODIES",
            "Troika of Presidents with the Chairs of the Subsidiary Bodies",
        ),
        ("Meeting of the Troika with the Coordinators, 4 May 2016", "Troika with the Coordinators"),
        ("Notes of the Troika", "Troika"),
    ],
)
def test_a_troika_with_others(line: str, body: str) -> None:
    assert read(f"{line}\n4 May 2016\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n").body == body


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("The President opened the third meeting of the Bureau since the 9MSP.", (3, None)),
        ("The Chair welcomed members to the second meeting since the Review Conference.", (2, None)),
        ("The Chair welcomed members to their fourth meeting since 4 May.", (None, None)),
    ],
)
def test_meetings_are_counted_since_a_meeting_of_states(said: str, number: tuple[int | None, str | None]) -> None:
    found = read(f"Minutes of the Bureau\n4 May 2016\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{SAID}\n")
    assert (found.meeting_number, found.meeting_number_scope) == number
