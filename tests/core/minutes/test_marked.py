"""Action points that a text marks: lines, lists, tables, time-lines; each once, joined with what was promised above."""

from __future__ import annotations

import pytest

from corcom.minutes import read
from corcom.minutes.domain.reading import ActionPoint


def points(said: str, *, title: str = "Reports") -> tuple[ActionPoint, ...]:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\nThe agenda was before the members.\n\n2. {title}\n\n{said}\n\n3. Closing\n\nThat was all.\n"
    return read(text).action_points


Short = list[tuple[tuple[str, ...], str, str | None]]


def short(said: str, *, title: str = "Reports") -> Short:
    found = points(said, title=title)
    assert {one.kind for one in found} <= {"explicit"}
    return [(one.owner, one.text, one.due) for one in found]


SEND: Short = [(("Peru",), "send the list by 20 May", "2016-05-20")]


@pytest.mark.parametrize(
    "line",
    [
        "Action: Peru to send the list by 20 May.",
        "ACTION: Peru to send the list by 20 May",
        "Action point: Peru to send the list by 20 May.",
        "Action point(s): Peru will send the list by 20 May.",
        "Action item: Peru should send the list by 20 May.",
        "**Action:** Peru to send the list by 20 May.",
        "-> Peru to send the list by 20 May.",
        "=> Peru to send the list by 20 May.",
        "→ Peru to send the list by 20 May.",
        "Follow-up: Peru to send the list by 20 May.",
        "AP1: Peru to send the list by 20 May.",
        "AP 12: Peru - send the list by 20 May",
        "Peru -> send the list by 20 May",
        "To do: Peru to send the list by 20 May.",
        "Action: Peru: send the list by 20 May.",
        "Action: Peru - send the list by 20 May.",
        "Action: the Peruvian delegation to send the list by 20 May.",
        "Action points:\n- Peru to send the list by 20 May",
        "Action points\n\n1. Peru to send the list by 20 May.",
        "Next steps:\n• Peru to send the list by 20 May",
        "Agreed actions:\n- Peru: send the list by 20 May",
        "ACTION (Peru): send the list by 20 May",
        "To do (Peru): send the list by 20 May",
        "Action [Peru] - send the list by 20 May",
        "[Action: Peru] send the list by 20 May.",
        "(Action - Peru) send the list by 20 May.",
        "Action for Peru: send the list by 20 May.",
        "Action by Peru: to send the list by 20 May.",
        "AP 2.1 - Peru: send the list by 20 May",
        "AP1 (Peru): send the list by 20 May",
        "Action no. 4: Peru to send the list by 20 May.",
    ],
)
def test_a_line_that_says_it_is_an_action_point(line: str) -> None:
    assert short(line) == SEND


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Action: Peru and Chad to send the list.", ("Peru", "Chad")),
        ("Action: Peru, Chad and the ISU to send the list.", ("Peru", "Chad", "ISU")),
        ("Action: Peru/Chad to send the list.", ("Peru", "Chad")),
        ("Action: ISU to send the list.", ("ISU",)),
        ("Action: President to send the list.", ("President",)),
        ("Action: All Coordinators to send the list.", ("Coordinators",)),
        ("Action: Coordinators to send the list.", ("Coordinators",)),
        ("Action: all - send the list", ("Members",)),
        ("AP2: ISU/Chad: send the list", ("ISU", "Chad")),
        ("Action: send the list (Peru)", ("Peru",)),
        ("Action: send the list (Peru, by 20 May)", ("Peru",)),
        ("Action: send the list [Chad]", ("Chad",)),
        ("Action: Lakes Centre: send the list", ("Lakes Centre",)),
        ("Action: send the list.", ()),
        ("Action: send the list: Peru", ("Peru",)),
        ("Next steps:\n- Send the list by 20 May (Peru)\n- Thank the host: Chad", ("Peru",)),
        ("Action (Peru, by 20 May): send the list", ("Peru",)),
        ("Action (all): send the list", ("Members",)),
        ("Action (urgent): send the list", ()),
        ("AP3 - Committee on Victim Assistance: send the list", ("Committee on Victim Assistance",)),
        ("Action: send the list.\nResponsible: Peru, with the ISU. Deadline: 20 May 2016.", ("Peru", "ISU")),
        ("Action: send the list. Responsible: Peru", ("Peru",)),
        ("Action: send the list\nOwner: Peru\nDue: 20 May", ("Peru",)),
    ],
)
def test_the_owner_of_a_marked_line(line: str, owner: tuple[str, ...]) -> None:
    first = points(line)[0]
    assert (first.owner, first.text.lower().removesuffix(" by 20 may")) == (owner, "send the list")


def test_a_section_of_action_points() -> None:
    listed = "- Peru to send the list by 20 May\n- Chad: translate the letter into French\n- ISU to book the room before June\n"
    assert short(listed, title="Action points") == [
        (("Peru",), "send the list by 20 May", "2016-05-20"),
        (("Chad",), "translate the letter into French", None),
        (("ISU",), "book the room before June", "2016-06"),
    ]


ROWS: Short = [
    (("Peru",), "Send the list to all members", "2016-05-20"),
    (("Chad", "ISU"), "Translate the letter", "2016-06"),
]


@pytest.mark.parametrize(
    "table",
    [
        "Action\tOwner\tDue\nSend the list to all members\tPeru\t20 May 2016\nTranslate the letter\tChad, ISU\tJune 2016",
        "| Action | Responsible | Deadline |\n| --- | --- | --- |\n| Send the list to all members | Peru | 20 May 2016 |\n| Translate the letter | Chad, ISU | June 2016 |",
        "Action    Who    When\nSend the list to all members    Peru    20 May 2016\nTranslate the letter    Chad, ISU    June 2016",
        "No.\tAction\tBy whom\tBy when\n1\tSend the list to all members\tPeru\t20 May 2016\n2\tTranslate the letter\tChad, ISU\tJune 2016",
        "#\tWhat\tOwner\tBy\n1\tSend the list to all members\tPeru\t20 May 2016\n2\tTranslate the letter\tChad, ISU\tJune 2016",
        "Owner\tTask\tDate\nPeru\tSend the list to all members\t20 May 2016\nChad, ISU\tTranslate the letter\tJune 2016",
    ],
    ids=["tabs", "bars", "spaces", "numbers first", "number sign", "owner first"],
)
def test_tables(table: str) -> None:
    assert short(table) == ROWS


@pytest.mark.parametrize(
    ("status", "found"),
    [("Done", "done"), ("Completed", "done"), ("Closed", "done"), ("Ongoing", "open"), ("Open", "open"), ("", "open")],
)
def test_what_a_table_calls_done(status: str, found: str) -> None:
    table = f"Action\tOwner\tDue\tStatus\nSend the list to all\tPeru\t2 May 2016\t{status}\nWrite a note\tChad\t9 May 2016\tOpen"
    assert [(one.status, one.due) for one in points(table)] == [(found, "2016-05-02"), ("open", "2016-05-09")]


def test_other_tables_are_no_action_points() -> None:
    assert points("State\tReports\tYear\nPeru\t3\t2015\nChad\t2\t2014") == ()


@pytest.mark.parametrize(
    "lines",
    [
        "20 May: Peru sends the list\n15 June: ISU circulates the draft",
        "20 May 2016\n\nPeru sends the list\n\n15 June 2016\n\nISU circulates the draft",
    ],
)
def test_a_time_line(lines: str) -> None:
    assert [(one.owner, one.due) for one in points(lines, title="Time-line")] == [
        (("Peru",), "2016-05-20"),
        (("ISU",), "2016-06-15"),
    ]


@pytest.mark.parametrize("heading", ["Time-line", "Steps leading to the 6MSP", "Key dates"])
@pytest.mark.parametrize("gap", [": ", "\t"])
def test_steps_of_a_time_line_are_things_with_their_owner_and_no_meetings(heading: str, gap: str) -> None:
    lines = f"20 May{gap}Nominations to the ISU (Peru and Chad)\n23-27 May{gap}Standing Committees\n15 June{gap}Draft report (ISU)"
    assert [(one.owner, one.text, one.due) for one in points(lines, title=heading)] == [
        (("Peru", "Chad"), "Nominations to the ISU", "2016-05-20"),
        (("ISU",), "Draft report", "2016-06-15"),
    ]


def test_a_follow_up_list_goes_on_counting_where_the_headings_stopped() -> None:
    lines = "1. Peru - send the list - by 20 May\n2. Chad/Norway - draft a note - next meeting\n3. Chad, Norway, ISU - joint letter"
    said = f"{lines}\n\nThe next meeting will be held on 16 June 2016."
    assert [(one.owner, one.text, one.due) for one in points(said, title="Follow-up list")] == [
        (("Peru",), "send the list", "2016-05-20"),
        (("Chad", "Norway"), "draft a note", "2016-06-16"),
        (("Chad", "Norway", "ISU"), "joint letter", None),
    ]


def test_a_list_at_the_end_says_in_short_what_everybody_was_asked() -> None:
    said = (
        "The President asked members to consult their capitals on the format.\n\nAction points\n\n"
        "No.\tAction\tLead\tBy\n1\tConsult capitals on format\tAll\t20 May\n2\tBook a room\tISU\t20 May\n3\tSend a list\tPeru\t20 May"
    )
    assert [(one.owner, one.kind) for one in points(said)] == [
        (("All",), "explicit"),
        (("ISU",), "explicit"),
        (("Peru",), "explicit"),
    ]


def test_what_was_promised_and_is_listed_again_stands_there_once() -> None:
    said = "Peru will send the list of experts to all members by 20 May.\n\nAction: Peru to send the list of experts by 20 May."
    assert [(one.kind, one.owner, one.due) for one in points(said)] == [("explicit", ("Peru",), "2016-05-20")]


def test_the_same_promise_twice_stands_there_once() -> None:
    said = "Peru will send the list of experts by 20 May.\n\nNorway thanked Peru.\n\nPeru will send the list of experts by 20 May."
    assert len(points(said)) == 1


def test_different_promises_stay_apart() -> None:
    said = "Peru will send the list of experts by 20 May.\n\nChad will send the list of experts by 20 May.\n\nPeru will translate the letter."
    assert [one.owner for one in points(said)] == [("Peru",), ("Chad",), ("Peru",)]


def test_a_promise_that_goes_on_about_the_same_paper_is_one() -> None:
    [found] = points("Peru would prepare a draft paper. It would circulate the draft by 20 May.")
    assert (found.owner, found.due) == (("Peru",), "2016-05-20")


def test_every_point_knows_its_item() -> None:
    assert [one.agenda for one in points("Peru will send the list.\n\nAction: Chad to write a note.")] == ["2", "2"]


Lines = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    "said",
    [
        "It was agreed that the group would meet twice a year.",
        "The Committee agreed to meet twice a year.",
        "The Committee decided to set up a group.",
        "It was decided to set up a group.",
        "The agenda was adopted.",
        "The minutes of the meeting of 14 April were approved without changes.",
        "The Committee adopted the work plan.",
        "The Committee approved the budget of CHF 40,000.",
        "The Committee endorsed the proposal of Peru.",
        "The Committee accepted the offer of Chad.",
    ],
)
def test_decisions(said: str) -> None:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\nIt rained.\n\n2. Reports\n\n{said}\n\n3. Closing\n\nThat was all.\n"
    found = read(text).decisions
    assert [(one.text, one.body, one.agenda, one.evidence.quote) for one in found] == [(said, None, "2", said)]


@pytest.mark.parametrize(
    "said",
    [
        "Peru agreed with Chad.",
        "Peru proposed that the Committee adopt the plan.",
        "Peru suggested setting up a group.",
        "The Committee did not agree on a date.",
        "It was not decided who would pay.",
        "No decision was taken.",
        "Peru asked whether the budget had been approved.",
        "Parliament had adopted the law.",
        "The Committee discussed the plan at length.",
    ],
)
def test_what_is_no_decision(said: str) -> None:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\nIt rained.\n\n2. Reports\n\n{said}\n\n3. Closing\n\nThat was all.\n"
    assert read(text).decisions == ()


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("The directive adopted at the First Review Conference binds the Unit.", "First Review Conference"),
        ("The Fifth Meeting of States Parties decided to set up the Unit.", "Fifth Meeting of States Parties"),
        ("The 7MSP had adopted the budget.", "7MSP"),
    ],
)
def test_decisions_of_other_bodies_are_reported(said: str, body: str) -> None:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\nIt rained.\n\n2. Reports\n\n{said}\n\n3. Closing\n\nThat was all.\n"
    found = read(text)
    assert (
        found.decisions,
        [(one.text, (one.body or "").removeprefix("The ").removeprefix("the ")) for one in found.reported_decisions],
    ) == ((), [(said, body)])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Follow-up: Peru translates the list before 20 May.", (("Peru",), "translates the list before 20 May", "2016-05-20")),
        ("Follow-up: Peru and Chad send the list.", (("Peru", "Chad"), "send the list", None)),
        ("The list is late. Peru will send it by 20 May. [Action: Peru]", (("Peru",), "send it by 20 May", "2016-05-20")),
        ("The list is late. It is to be sent by 20 May. Action: Peru.", (("Peru",), "It is to be sent by 20 May", "2016-05-20")),
        ("The list is late. It is to be sent by 20 May.\nAction: Peru, ISU", (("Peru", "ISU"), "It is to be sent by 20 May", "2016-05-20")),
        ("Action: sign the agreement.\nResponsible: Peru. Deadline: 20 May 2016.", (("Peru",), "sign the agreement", "2016-05-20")),
    ],
)  # fmt: skip
def test_an_owner_in_a_sentence_or_a_tag(said: str, found: tuple[tuple[str, ...], str, str | None]) -> None:
    assert short(said) == [found]


@pytest.mark.parametrize(
    "head", ["Who\tWhat\tWhen", "State\tTask\tDate", "By\tAction\tDeadline", "Delegation\tCommitment\tTiming"]
)
def test_a_table_that_names_the_owner_first(head: str) -> None:
    found = points(f"{head}\nPeru\tSend the list\t20 May\nISU\tThank the host\tEnd of 2016")
    assert [(one.owner, one.text, one.due) for one in found] == [
        (("Peru",), "Send the list", "2016-05-20"),
        (("ISU",), "Thank the host", "2016"),
    ]


def test_rows_of_action_points_are_not_among_what_was_not_understood() -> None:
    listed = "Who\tWhat\tWhen\nPeru\tSend the list\t20 May"
    text = f"Minutes of the Bureau\n12 May 2016\n\n1. Opening\n\nAll were there.\n\n2. Actions\n\n{listed}\n"
    assert read(text).unread == ()


def test_items_of_a_list_of_steps_are_no_mandates() -> None:
    listed = "- Book a room for the workshop on stockpile destruction: Peru\n- Thank the host: Chad"
    text = f"Minutes of the Bureau\n12 May 2016\n\n1. Opening\n\nAll were there.\n\n2. Next steps\n\n{listed}\n"
    assert read(text).mandates == ()


def test_the_same_promise_told_and_listed_is_one_with_the_day_that_one_of_them_has() -> None:
    told = "Peru will send the list of experts to members by 20 May 2016."
    found = points(f"{told}\n\nAction: Peru to send the list of experts.\nAction: Chad to thank the host.")
    assert [(one.owner, one.due, one.kind) for one in found] == [
        (("Peru",), "2016-05-20", "explicit"),
        (("Chad",), None, "explicit"),
    ]


def test_a_coarser_day_is_the_same_promise_and_another_owner_another() -> None:
    told = "Peru would write to six signatories by the end of May. Chad would write to six signatories too."
    found = points(f"{told}\n\nAction: Peru - letters to six signatories - 31 May 2016")
    assert {(one.owner, one.kind) for one in found} == {(("Peru",), "explicit"), (("Chad",), "implied")}


def test_the_president_in_words_is_the_delegation_in_the_chair_in_the_list() -> None:
    told = "The President would consult regional groups on the venue of the meeting by 20 May."
    text = f"Minutes of the Bureau\n12 May 2016\nChair: Ms Ana Luz (Peru)\n\n1. Venue\n\n{told}\n\nAction: Peru to consult regional groups on the venue by 20 May.\n\n2. Closing\n\nThat was all.\n"
    assert [one.kind for one in read(text).action_points] == ["explicit"]


@pytest.mark.parametrize(
    "said",
    [
        "The Chair recalled that CSP9, 21 to 25 August 2023, would be held in Geneva.",
        "The third session of the Conference of the Parties, to be held on 9 March 2017, was offered by Peru.",
        "Peru was working on its own.",
    ],
)
def test_that_a_conference_is_held_is_no_promise(said: str) -> None:
    assert points(said) == ()
