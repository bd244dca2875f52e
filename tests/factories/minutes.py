"""A small record of our own, and what a careful reader takes from it."""

from __future__ import annotations

from typing import Any

from corcom.documents.domain.text import DocumentText
from corcom.kernel.source import Certainty, Evidence
from corcom.minutes.domain import reading as typed

TEXT = """Convention on Cluster Munitions (CCM)
Coordination Committee
Fourth meeting, 26 May 2016, 10:00, Palais des Nations

Present: Croatia (President): Ms. Ana Horvat. Norway: Mr. Ole Berg. ICRC.
Apologies: Chile.

1. Opening
2. Universalization (Ecuador and Zambia)
Zambia reported on its visit to Luanda.
Action point: Zambia to send a letter to Angola by 10 June 2016.
The ISU had posted the calendar, as promised.
3. Hosting of the next meeting
Norway preferred Geneva. Croatia was undecided.
It was agreed to meet on the last Thursday of each month.
The next meeting is on 30 June 2016 at 10:00 in Room XXII.
"""


def words(quote: str, text: str = TEXT) -> Evidence:
    """The words of the text, at their first place."""
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def document(text: str = TEXT) -> DocumentText:
    return DocumentText(text=text, media_type="text/plain")


LETTER = typed.ActionPoint(
    owner=("Zambia",),
    text="send a letter to Angola",
    due="2016-06-10",
    due_text="by 10 June 2016",
    kind="explicit",
    agenda="2",
    certainty="certain",
    evidence=words("Zambia to send a letter to Angola by 10 June 2016."),
)
CALENDAR = typed.ActionPoint(
    owner=("CCM ISU",),
    text="posted the calendar",
    status="done",
    agenda="2",
    evidence=words("The ISU had posted the calendar, as promised."),
)


def _agenda(number: str, title: str, certainty: Certainty = "certain") -> typed.AgendaItem:
    return typed.AgendaItem(number=number, title=title, certainty=certainty, evidence=words(f"{number}. {title}"))


def a_reading(**changes: Any) -> typed.Reading:
    """The reading of `TEXT`, with other values where they are given."""
    values: dict[str, Any] = {
        "convention": "Convention on Cluster Munitions (CCM)",
        "body": "Coordination Committee",
        "meeting_number": 4,
        "date": "2016-05-26",
        "start_time": "10:00",
        "venue": "Palais des Nations",
        "header": {
            "convention": words("Convention on Cluster Munitions (CCM)"),
            "body": words("Coordination Committee"),
            "date": words("26 May 2016"),
        },
        "chair": typed.Chair(
            delegation="Croatia",
            person="Ms. Ana Horvat",
            role="President",
            evidence=words("Croatia (President): Ms. Ana Horvat"),
        ),
        "attendance": (
            typed.Attendance(
                delegation="Croatia",
                people=("Ms. Ana Horvat",),
                role="President",
                certainty="certain",
                evidence=words("Croatia (President): Ms. Ana Horvat"),
            ),
            typed.Attendance(
                delegation="Norway",
                people=("Mr. Ole Berg",),
                certainty="certain",
                evidence=words("Norway: Mr. Ole Berg"),
            ),
            typed.Attendance(delegation="ICRC", certainty="certain", evidence=words("ICRC")),
        ),
        "absences": (typed.Absence(delegation="Chile", kind="apologies", evidence=words("Apologies: Chile.")),),
        "agenda": (
            _agenda("1", "Opening"),
            _agenda("2", "Universalization (Ecuador and Zambia)"),
            _agenda("3", "Hosting of the next meeting", "likely"),
        ),
        "action_points": (LETTER, CALENDAR),
        "decisions": (
            typed.Decision(
                text="meet on the last Thursday of each month",
                agenda="3",
                evidence=words("It was agreed to meet on the last Thursday of each month."),
            ),
        ),
        "next_meeting": typed.NextMeeting(
            date="2016-06-30",
            time="10:00",
            place="Room XXII",
            evidence=words("The next meeting is on 30 June 2016 at 10:00 in Room XXII."),
        ),
        "mandates": (
            typed.Mandate(
                theme="Universalization",
                holders=("Ecuador", "Zambia"),
                evidence=words("Universalization (Ecuador and Zambia)"),
            ),
        ),
        "interventions": (
            typed.Intervention(
                agenda="2",
                speaker="Zambia",
                delegation="Zambia",
                text="reported on its visit to Luanda",
                evidence=words("Zambia reported on its visit to Luanda."),
            ),
        ),
        "positions": (
            typed.Position(
                question="Hosting of the next meeting",
                delegation="Norway",
                stance="for",
                text="preferred Geneva",
                agenda="3",
                evidence=words("Norway preferred Geneva."),
            ),
            typed.Position(
                question="Hosting of the next meeting",
                delegation="Croatia",
                stance="undecided",
                text="undecided",
                agenda="3",
                evidence=words("Croatia was undecided."),
            ),
        ),
    }
    return typed.Reading(**{**values, **changes})
