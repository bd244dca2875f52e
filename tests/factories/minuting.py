"""Written minutes as values, for tests."""

from __future__ import annotations

from typing import Any

from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection, MinutesContent

HEADING = Heading(
    convention="CCM",
    body="Coordination Committee",
    date="2016-06-30",
    number=5,
    number_scope="of 2016",
    start_time="10:00",
    end_time="11:30",
    venue="Palais des Nations",
    chair=Actor("NLD", "Netherlands"),
    chair_person="Henk Cor van der Kwast",
    chair_role="6MSP President",
)

SECTIONS = (
    IssuedSection(
        id=1,
        number="",
        title="Attendance",
        paragraphs=(
            IssuedParagraph(id=1, kind="present", text="Croatia: Ana Horvat, Ivan Babić\nZambia\nICRC: Rosa Keller"),
            IssuedParagraph(id=2, kind="apologies", text="Chile"),
        ),
    ),
    IssuedSection(
        id=2,
        number="1",
        title="Universalization",
        papers=("letters-2016.docx",),
        paragraphs=(
            IssuedParagraph(id=3, kind="text", text="The Chair recalled the letters that had gone out."),
            IssuedParagraph(
                id=4,
                kind="intervention",
                delegation="Croatia",
                initials="AH",
                text="Croatia (AH) had met three States not party; Ana Horvat would write again.",
            ),
            IssuedParagraph(
                id=5,
                kind="action_point",
                text="write to Angola",
                owners=("Zambia", "ISU"),
                due="2016-07-15",
            ),
            IssuedParagraph(id=6, kind="decision", text="The letters go out once a year."),
        ),
    ),
    IssuedSection(
        id=3,
        number="2",
        title="Clearance",
        paragraphs=(
            IssuedParagraph(
                id=7,
                kind="report",
                delegation="Zambia",
                initials="PM",
                text="The visit to Luanda had taken place.",
                about="visit Luanda (Zambia, 10 June 2016)",
                commitment="action_point:12",
                done=True,
            ),
            IssuedParagraph(
                id=8,
                kind="intervention",
                delegation="Chad",
                initials="MT",
                text="The size of the area at Bardaï is not to be made known.",
                confidential=True,
            ),
        ),
    ),
)


def content(**changes: Any) -> MinutesContent:
    """The minutes, with other values where they are given."""
    values: dict[str, Any] = {
        "heading": HEADING,
        "sections": SECTIONS,
        "next_meeting": NextMeeting(date="2016-07-28", time="10:00", place="Geneva"),
    }
    return MinutesContent(**{**values, **changes})
