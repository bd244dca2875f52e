"""What counts as a decision of the meeting, what is only reported of others, and what is neither."""

from __future__ import annotations

import pytest

from corcom.minutes import read
from corcom.minutes.domain.reading import Reading

TEXT = "Minutes of the Coordination Committee\n12 May 2016\n\nPresent:\nNorway – President\nPeru\nChad\nISU\n\n1. Opening\n\nIt rained.\n\n2. Reports\n\n{said}\n\n3. Closing\n\nThat was all.\n"


def reading(said: str) -> Reading:
    return read(TEXT.format(said=said))


def decisions(said: str) -> list[str]:
    found = reading(said)
    assert found.reported_decisions == ()
    return [one.text for one in found.decisions]


@pytest.mark.parametrize(
    "said",
    [
        "Decision 3: The deadline is moved to 1 June.",
        "Decision SC-4/2: The paper stays as it is.",
        "Conclusion: The format will be kept.",
        "Agreed: the ISU to keep the list.",
        "It was felt that the format had worked well and therefore that it should be kept.",
        "There was consensus that the format be kept.",
        "A consensus emerged that the format should be kept.",
        "There was no objection to the proposal of Chad.",
        "There being no objections, the report was considered approved.",
        "Seeing no objection, the President declared the agenda adopted.",
        "No objections were raised and the agenda stood adopted.",
        "The Committee took note of the report.",
        "The Committee gave its approval to the paper.",
        "The Committee expressed concern, and decided that a note would be drafted.",
        "The Committee considered the draft and, after some changes, approved it.",
        "The Committee supported the approach of Chad.",
        "Members were in agreement that the paper should be published.",
        "All agreed that Chad should chair.",
        "The draft minutes were approved.",
        "The minutes were taken as read.",
        "Minutes of the last meeting: approved.",
        "The agenda, which had been circulated on 3 May, was adopted.",
        "After an exchange of views it was agreed to keep the date.",
        "The Committee requested that the draft be sent to all.",
        "The summary of the last meeting was confirmed.",
        "Draft report adopted with minor edits.",
        "The proposal of Chad to meet in May was accepted.",
        "The proposal met with general agreement.",
        "The paper was agreed with the change that page 2 be dropped.",
        "The decision was taken to meet in May.",
        "The July meeting would be cancelled.",
        "The next meeting was fixed for 14 June 2016.",
        "The next meeting will take place on Tuesday, 14 June 2016.",
        "The President concluded that the deadline stood.",
        "It was decided not to hold a meeting in July.",
    ],
)
def test_wordings_of_a_decision(said: str) -> None:
    assert decisions(said) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "The Committee had not yet decided on a date.",
        "The Committee was unable to agree.",
        "A decision would be taken in May.",
        "The report will be approved in June.",
        "Chad proposed a shorter report. This was not accepted.",
        "Chad proposed a shorter report. No agreement was reached.",
        "The President concluded that most delegations wanted short rules.",
        "Members agreed that the seminar had been useful.",
        "It was generally agreed that the seminar served its purpose.",
        "The Committee asked whether the note was ready.",
        "The meeting was invited to a reception.",
        "Chad explained that there was no objection to the Convention.",
        "The President took note of the proposal.",
        "Peru presented a note. It agreed to send it.",
        "In Kenya the bill was approved by the Senate.",
        "Once the minutes are approved, they will be posted.",
        "The text would be posted after it was approved.",
        "Requests are approved by the donors.",
        "Peru reported that its project was approved.",
        "Peru reported that in its meeting with Chad it was agreed to meet in June.",
        "The Committee confirmed its readiness to help.",
        "Chad and Peru agreed on a date for their workshop.",
        "Chad reminded the Committee that time was short and requested the ISU to help.",
        "The Committee would be guided by the following:\n\n- requests are to be early\n- the ISU helps",
    ],
)
def test_what_is_not_decided(said: str) -> None:
    assert decisions(said) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It was agreed that:\n\n- Chad would send the list;\n- a group be set up.", ["Chad would send the list;", "a group be set up."]),
        ("The Committee decided the following:\n\n(a) the report would be shorter;\n(b) the group stays.", ["the report would be shorter;", "the group stays."]),
        ("The Committee:\n\n(a) Welcomed the offer of Chad;\n(b) Requested the ISU to write.", ["Welcomed the offer of Chad;", "Requested the ISU to write."]),
        ("The following was agreed:\n\n- the list stays\n- Chad writes a note", ["the list stays", "Chad writes a note"]),
        ("The Bureau took note of the report and:\n\n(a) Requested the ISU to write;\n(b) Invited Chad to speak.", ["Requested the ISU to write;", "Invited Chad to speak."]),
        ("The Committee agreed on the following division of labour:\n\n- Chad: the list\n- Peru: the letter", ["The Committee agreed on the following division of labour:"]),
    ],
)  # fmt: skip
def test_points_below_an_agreement(said: str, found: list[str]) -> None:
    assert decisions(said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Chad suggested that the report be shorter. It was so decided.", ["Chad suggested that the report be shorter. It was so decided."]),
        ("Chad offered to host the retreat. The offer was gratefully accepted.", ["Chad offered to host the retreat. The offer was gratefully accepted."]),
        ("Chad suggested a shorter report. Peru had no view. The Committee agreed to the suggestion.", ["Chad suggested a shorter report. The Committee agreed to the suggestion."]),
        ("The Chair proposed to meet in Geneva. There was no objection.", ["The Chair proposed to meet in Geneva. There was no objection."]),
        ("The Committee discussed the date. It agreed to meet in May.", ["It agreed to meet in May."]),
    ],
)  # fmt: skip
def test_a_decision_that_points_back_says_what_it_means(said: str, found: list[str]) -> None:
    assert decisions(said) == found


def test_only_an_opening_is_cut_off_a_decision() -> None:
    said = "After further discussion the Committee decided to meet in May, with Chad in the chair."
    assert decisions(said) == [said]
    assert decisions("After lengthy discussion, the Committee decided to meet in May.") == [
        "the Committee decided to meet in May."
    ]


def test_a_decision_is_the_whole_sentence_where_a_line_ends_within_a_date() -> None:
    said = "It was agreed to hold the next meeting of the Committee on Thursday, 30\nJune 2016."
    assert decisions(said) == ["It was agreed to hold the next meeting of the Committee on Thursday, 30 June 2016."]


@pytest.mark.parametrize(
    ("said", "own", "reported"),
    [
        ("At the 2MSP it was agreed to set up a unit.", [], ["2MSP"]),
        ("The plan had been endorsed by the 6MSP.", [], ["6MSP"]),
        ("States Parties have agreed on a budget.", [], ["States Parties"]),
        ("The President recalled that the Committee had agreed to meet monthly.", [], ["the Committee"]),
        ("The Committee took note of the list adopted by the 9MSP.", ["The Committee took note of the list adopted by the 9MSP."], ["9MSP"]),
    ],
)  # fmt: skip
def test_what_others_decided_is_reported(said: str, own: list[str], reported: list[str]) -> None:
    found = reading(said)
    assert [one.text for one in found.decisions] == own
    assert [one.body for one in found.reported_decisions] == reported
