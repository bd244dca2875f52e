"""Who coordinates which theme, who speaks, and whom "he", "they" and "the Coordinators" stand for."""

from __future__ import annotations

import pytest

from corcom.minutes import read

OPENING = "Minutes of the Coordination Committee\n12 May 2016\n\nPresent:\nNorway – President\nMs. Siri Dahl\nPeru\nMr. Hugo Salas\nICRC\nDr. Paul Meier\nZambia\nMs. Ruth Banda\nISU\nMs. Ada Mensah\n\n"
CLOSING = "\n\n9. Any other business\n\nThere was none.\n"


def minutes(body: str, *, title: str = "Reports") -> str:
    return f"{OPENING}1. Opening\n\nThe agenda was before the members.\n\n2. {title}\n\n{body}{CLOSING}"


Terms = list[tuple[str, tuple[str, ...], str | None]]


def mandates(text: str) -> Terms:
    return [(one.theme, one.holders, one.years) for one in read(text).mandates]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Victim Assistance (Chile and Italy)", [("Victim Assistance", ("Chile", "Italy"), None)]),
        ("Victim assistance: Chile and Italy", [("Victim assistance", ("Chile", "Italy"), None)]),
        ("Working Group on Victim Assistance (Chile)", [("Victim Assistance", ("Chile",), None)]),
        ("Universalization (Peru and Zambia, 2016-2017)", [("Universalization", ("Peru", "Zambia"), "2016-2017")]),
        ("Universalization (Peru 2016, Zambia 2017)", [("Universalization", ("Peru",), "2016"), ("Universalization", ("Zambia",), "2017")]),
        ("Clearance and Risk Reduction (Bosnia & Herzegovina and Norway)", [("Clearance and Risk Reduction", ("Bosnia and Herzegovina", "Norway"), None)]),
        ("General Status and Operation of the Convention (Peru)", [("General Status and Operation", ("Peru",), None)]),
        ("Stockpile destruction", []),
        ("Finance (see annex)", []),
        ("The seminar (Peru)", []),
    ],
)  # fmt: skip
def test_mandates_in_headings(title: str, found: Terms) -> None:
    assert mandates(minutes("Little had changed.", title=title)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The Coordinator on National Implementation Measures, Peru, thanked all.", [("National Implementation Measures", ("Peru",), None)]),
        ("Peru, as the Coordinator for Victim Assistance, thanked all.", [("Victim Assistance", ("Peru",), None)]),
        ("Peru and Zambia (Coordinators for Victim Assistance) thanked all.", [("Victim Assistance", ("Peru", "Zambia"), None)]),
        ("Peru, Co-Chair of the Standing Committee on Stockpile Destruction, thanked all.", [("Stockpile Destruction", ("Peru",), None)]),
        ("- Working Group on Universalization - in 2012 (Peru), and for 2012 and 2013 (Zambia);", [("Universalization", ("Peru",), "2012"), ("Universalization", ("Zambia",), "2012-2013")]),
        ("- Transparency Reporting: Peru (2016)", [("Transparency Reporting", ("Peru",), "2016")]),
        ("(Victim Assistance - Peru):\n\nMore would be done.", [("Victim Assistance", ("Peru",), None)]),
        ("The Coordinator on National Reporting, Ms. Ana Luz (Peru), thanked all.", [("National Reporting", ("Peru",), None)]),
        ("The Coordinator of the Sponsorship Programme, Mr. Hugo Salas of Peru, thanked all.", [("Sponsorship Programme", ("Peru",), None)]),
        ("The President-Designate of the 7MSP, Peru, thanked all.", [("President-Designate of the 7MSP", ("Peru",), None)]),
        ("Peru, coordinating the Universalization Contact Group, thanked all.", [("Universalization Contact Group", ("Peru",), None)]),
        ("5\tCirculate the gender checklist\tPeru, Zambia", []),
        ("The coordinators of the Western Group, Ms. Ana Luz (Peru), thanked all.", []),
        ("The Chair of the Committee, Peru, thanked all.", []),
        ("Peru thanked the Coordinators on Victim Assistance.", []),
        ("Peru would like to be the host of the meeting.", []),
    ],
)  # fmt: skip
def test_mandates_in_the_text(said: str, found: Terms) -> None:
    assert mandates(minutes(said)) == found


def test_a_friend_of_the_president_in_the_attendance_list() -> None:
    text = "Bureau, 12 May 2016\n\nName\tDelegation\tCapacity\nMs. Ana Luz\tPeru\tVice-President; friend of the President, cooperation\nMs. Siri Dahl\tNorway\tPresident\n\n1. Opening\n\nNone.\n"
    assert mandates(text) == [("Cooperation (Friend of the President)", ("Peru",), None)]


def test_a_mandate_in_the_attendance_list() -> None:
    text = "Bureau, 12 May 2016\n\nPresent:\nPeru (Transparency Reporting in 2012 and 2013)\nZambia (Universalization)\nNorway (President)\n\n1. Opening\n\nNone.\n"
    assert mandates(text) == [
        ("Transparency Reporting", ("Peru",), "2012-2013"),
        ("Universalization", ("Zambia",), None),
    ]


def owner(said: str, *, title: str = "Reports") -> tuple[str, ...]:
    """Who is to send the list, by the words before it."""
    points = [one for one in read(minutes(said, title=title)).action_points if "send the list" in one.text]
    assert len(points) == 1
    return points[0].owner


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Peru reported on the seminar. It would send the list by 20 May.", ("Peru",)),
        ("Peru reported on the seminar. He would send the list by 20 May.", ("Peru",)),
        ("Ms. Banda reported on the seminar. She would send the list by 20 May.", ("Zambia",)),
        ("Ms. Banda would send the list by 20 May.", ("Zambia",)),
        ("Dr. Meier (ICRC) said that he would send the list by 20 May.", ("ICRC",)),
        ("Peru and Zambia reported on the seminar. They would send the list by 20 May.", ("Peru", "Zambia")),
        ("Peru thanked Zambia. It would send the list by 20 May.", ("Peru",)),
        ("The President thanked Zambia. He would send the list by 20 May.", ("President",)),
        ("The Chair would send the list by 20 May.", ("President",)),
        ("The Presidency will send the list by 20 May.", ("President",)),
        ("Peru reported on behalf of Zambia and would send the list by 20 May.", ("Peru",)),
        ("Peru: We will send the list by 20 May.", ("Peru",)),
        ("Peru: The work goes on. We will send the list by 20 May.", ("Peru",)),
        ("The ISU Director would send the list by 20 May.", ("ISU",)),
        ("The Peruvian delegation would send the list by 20 May.", ("Peru",)),
        ("Peru, together with the ISU, would send the list by 20 May.", ("Peru", "ISU")),
        ("Peru, the ICRC and Zambia would send the list by 20 May.", ("Peru", "ICRC", "Zambia")),
        ("The Coordinators would send the list by 20 May.", ("Coordinators",)),
        ("All members will send the list by 20 May.", ("Members",)),
        ("States Parties would send the list by 20 May.", ("States Parties",)),
        ("Peru asked Zambia to send the list by 20 May.", ("Zambia",)),
        ("Zambia was asked to send the list by 20 May.", ("Zambia",)),
    ],
)
def test_whom_a_word_stands_for(said: str, names: tuple[str, ...]) -> None:
    assert owner(said) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("The Coordinators would send the list by 20 May.", ("Peru", "Zambia")),
        ("Both Coordinators would send the list by 20 May.", ("Peru", "Zambia")),
        ("All the Coordinators would send the list by 20 May.", ("Coordinators",)),
        ("Norway would send the list by 20 May.", ("Norway",)),
    ],
)
def test_below_a_theme_the_coordinators_are_its_states(said: str, names: tuple[str, ...]) -> None:
    assert owner(said, title="Victim Assistance (Peru and Zambia)") == names


def test_a_theme_in_a_bullet_speaks_for_its_own_bullet_and_not_for_the_next() -> None:
    text = minutes(
        "- Victim assistance (Chad, Peru): The Co-Chairs will send a list.\n"
        "- Clearance (Norway, Chile): The Co-Chairs will write to members. Denmark added that it would host a lunch.\n"
        "- Other themes: Ghana said that it would book a room."
    )
    assert [one.owner for one in read(text).action_points] == [
        ("Chad", "Peru"),
        ("Norway", "Chile"),
        ("Denmark",),
        ("Ghana",),
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Peru asked who paid. The Director answered that the Unit did. She would send the list by 20 May.", ("ISU",)),
        ("The Director of the ISU replied that he would send the list by 20 May.", ("ISU",)),
        ("The Director of the GICHD replied that he would send the list by 20 May.", ("GICHD",)),
        ("The representative of Peru stated that he would send the list by 20 May.", ("Peru",)),
        ("Peru's representative stated that she would send the list by 20 May.", ("Peru",)),
        ("Ms. Banda of Zambia disagreed. She would send the list by 20 May.", ("Zambia",)),
        ("Responding to Peru, Zambia said that it would send the list by 20 May.", ("Zambia",)),
        ("Following Peru, Zambia noted that it would send the list by 20 May.", ("Zambia",)),
        (
            "On behalf of Peru and Chad, Zambia said that they would send the list by 20 May.",
            ("Peru", "Chad", "Zambia"),
        ),
        ("The floor was given to Peru, which said that it would send the list by 20 May.", ("Peru",)),
        ("The President gave the floor to Peru. It would send the list by 20 May.", ("Peru",)),
        ("The seminar was in December. Ms. Banda said that she would send the list by 20 May.", ("Zambia",)),
        ("Dr. Meier reported. Peru thanked him. He would send the list by 20 May.", ("ICRC",)),
        ("Peru asked Zambia about the list. It replied that it would send the list by 20 May.", ("Zambia",)),
        ("Zambia reported. Peru asked for the list. She answered that she would send the list by 20 May.", ("Zambia",)),
    ],
)
def test_whom_a_word_stands_for_after_others_spoke(said: str, names: tuple[str, ...]) -> None:
    assert owner(said) == names


@pytest.mark.parametrize(
    "said",
    [
        "Peru reported on behalf of the Coordinators. They would send the list by 20 May.",
        "Peru, on behalf of both Coordinators, reported. They would send the list by 20 May.",
        "Speaking on behalf of the Coordinators, Peru said that they would send the list by 20 May.",
    ],
)
def test_they_are_both_coordinators_where_one_speaks_for_them(said: str) -> None:
    assert owner(said, title="Victim Assistance (Peru and Zambia)") == ("Peru", "Zambia")


def test_initials_stand_for_those_in_the_key() -> None:
    text = "Notes of the Bureau, 12 May 2016\n\n(HS) Hugo Salas, Peru\n(RB) Ruth Banda, Zambia\n\n1. Opening\n\nRB: I will send the list by 20 May.\n\n2. Closing\n\nHS: Thanks.\n"
    assert [(p.owner, p.due) for p in read(text).action_points] == [(("Zambia",), "2016-05-20")]


def test_an_office_is_named_as_the_text_names_its_holder() -> None:
    text = "Minutes of the Coordination Committee\n12 May 2016\n\nPresent:\nNorway – President\nPeru – President-designate\nSecretariat - CCM ISU\n\n1. Opening\n\nThe President-designate will send the list by 20 May.\n\n2. Closing\n\nThe Committee will prepare a paper by 27 May.\n"
    assert [p.owner for p in read(text).action_points] == [("Peru",), ("Coordination Committee",)]


Said = list[tuple[str | None, str, str]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Peru reported that all was well. It thanked the Unit.",
            [("2", "Peru", "Peru reported that all was well. It thanked the Unit.")],
        ),
        ("Peru said yes. Zambia said no.", [("2", "Peru", "Peru said yes."), ("2", "Zambia", "Zambia said no.")]),
        ("Norway: The work goes on.", [("2", "Norway", "Norway: The work goes on.")]),
        ("It rained.", []),
    ],
)
def test_who_spoke_on_what(said: str, found: Said) -> None:
    spoken = [(one.agenda, one.delegation, one.text) for one in read(minutes(said)).interventions]
    assert [one for one in spoken if one[0] == "2"] == found


Stands = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Peru supported the proposal. Zambia was against it.", [("Peru", "for"), ("Zambia", "against")]),
        ("Peru was in favour of the draft. Zambia had no official position on the draft.", [("Peru", "for"), ("Zambia", "undecided")]),
        ("Peru favoured the idea. Zambia did not support the idea.", [("Peru", "for"), ("Zambia", "against")]),
        ("Peru and Zambia supported the proposal. Norway opposed it.", [("Peru", "for"), ("Zambia", "for"), ("Norway", "against")]),
        ("Peru welcomed the paper. Zambia asked how the costs would be met.", [("Peru", "for"), ("Zambia", "asks")]),
        ("Peru preferred Geneva. Zambia was awaiting instructions.", [("Peru", "for"), ("Zambia", "undecided")]),
        ("Peru supported the proposal.", []),
        ("Peru voted in favour of the resolution at the General Assembly. Zambia voted in favour of the UN resolution.", []),
    ],
)  # fmt: skip
def test_who_is_for_and_who_against(said: str, found: Stands) -> None:
    assert [(one.delegation, one.stance) for one in read(minutes(said)).positions] == found


@pytest.mark.parametrize(
    ("said", "state", "stage"),
    [
        ("Peru had deposited its instrument of ratification in April.", "Peru", "deposited"),
        ("Samoa has ratified the Convention.", "Samoa", "deposited"),
        ("The President of Chad had signed the instrument of ratification.", "Chad", "instrument_signed"),
        ("In Chad, parliament had approved the ratification bill.", "Chad", "procedure_completed"),
        ("In Chad, the bill on ratification had gone to parliament.", "Chad", "before_parliament"),
        ("Chad would deposit its instrument in June.", "Chad", "announced"),
        ("Chad was considering accession to the Convention.", "Chad", "considering"),
        ("Ratification in Chad was blocked.", "Chad", "blocked"),
        ("Accession was not a priority for Chad.", "Chad", "blocked"),
    ],
)
def test_how_far_a_state_is(said: str, state: str, stage: str) -> None:
    assert [(one.state, one.stage) for one in read(minutes(said)).progress] == [(state, stage)]


@pytest.mark.parametrize(
    "said", ["Chad reported on clearance.", "Chad ratified the minutes with a nod.", "Two States had joined."]
)
def test_what_says_nothing_of_joining(said: str) -> None:
    assert read(minutes(said)).progress == ()
