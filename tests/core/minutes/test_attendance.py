"""Who was there, in every way that minutes write it; who sent apologies; who was absent without a word."""

from __future__ import annotations

import pytest

from corcom.minutes import read

SAID = "The President thanked the Unit for its work and gave the floor to members."

Roll = list[tuple[str | None, tuple[str, ...]]]


def minutes(listed: str) -> str:
    """Minutes with an attendance list between head and headings."""
    return f"Minutes of the Bureau\n4 May 2016\n\n{listed}\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n"


def present(listed: str) -> Roll:
    return [(one.delegation, one.people) for one in read(minutes(listed)).attendance]


def away(listed: str) -> list[tuple[str, str]]:
    return [(one.delegation, one.kind) for one in read(minutes(listed)).absences]


FOUR: Roll = [
    ("Norway", ("Ms. Siri Dahl",)),
    ("Peru", ("Mr. Hugo Salas", "Ms. Ana Luz")),
    ("ICRC", ("Dr. Paul Meier",)),
    ("Zambia", ("Ms. Ruth Banda",)),
]

ONE_WAY_EACH = {
    "people below their delegation": (
        "Present:\nNorway\nMs. Siri Dahl\nPeru\nMr. Hugo Salas\nMs. Ana Luz\nICRC\nDr. Paul Meier\nZambia\nMs. Ruth Banda"
    ),
    "blank lines between": (
        "PRESENT\n\nNorway\nMs. Siri Dahl\n\nPeru\nMr. Hugo Salas\nMs. Ana Luz\n\nICRC\nDr. Paul Meier\n\nZambia\nMs. Ruth Banda"
    ),
    "behind a colon": (
        "Present:\nNorway: Ms. Siri Dahl\nPeru: Mr. Hugo Salas, Ms. Ana Luz\nICRC: Dr. Paul Meier\nZambia: Ms. Ruth Banda"
    ),
    "behind a dash": (
        "Present\nNorway - Ms. Siri Dahl\nPeru - Mr. Hugo Salas, Ms. Ana Luz\nICRC - Dr. Paul Meier\nZambia - Ms. Ruth Banda"
    ),
    "with bullets": (
        "List of attendees:\n- Norway: Ms. Siri Dahl\n- Peru: Mr. Hugo Salas, Ms. Ana Luz\n- ICRC: Dr. Paul Meier\n- Zambia: Ms. Ruth Banda"
    ),
    "in brackets, on one line": (
        "Present: Norway (Ms. Siri Dahl), Peru (Mr. Hugo Salas; Ms. Ana Luz), ICRC (Dr. Paul Meier), Zambia (Ms. Ruth Banda)"
    ),
    "in brackets, with semicolons": (
        "Present: Norway (Ms. Siri Dahl); Peru (Mr. Hugo Salas, Ms. Ana Luz); ICRC (Dr. Paul Meier); Zambia (Ms. Ruth Banda)."
    ),
    "rows of a table by tabs": (
        "Participants\nNorway\tMs. Siri Dahl\nPeru\tMr. Hugo Salas, Ms. Ana Luz\nICRC\tDr. Paul Meier\nZambia\tMs. Ruth Banda"
    ),
    "two columns by tabs": (
        "LIST OF PARTICIPANTS\n\nNorway\t\tICRC\t\nMs. Siri Dahl\t\tDr. Paul Meier\t\nPeru\t\tZambia\t\nMr. Hugo Salas\t\tMs. Ruth Banda\t\nMs. Ana Luz\t\t\t"
    ),
    "two columns by spaces": (
        "Present\n\nNorway                        ICRC\n  Ms. Siri Dahl                 Dr. Paul Meier\nPeru                          Zambia\n"
        "  Mr. Hugo Salas                Ms. Ruth Banda\n  Ms. Ana Luz"
    ),
    "run together on one line": (
        "Present: Norway Ms. Siri Dahl Peru Mr. Hugo Salas Ms. Ana Luz ICRC Dr. Paul Meier Zambia Ms. Ruth Banda"
    ),
    "bold delegations": (
        "**Present**\n\n**Norway**\nMs. Siri Dahl\n**Peru**\nMr. Hugo Salas\nMs. Ana Luz\n**ICRC**\nDr. Paul Meier\n**Zambia**\nMs. Ruth Banda"
    ),
    "a page mark inside": (
        "Present:\nNorway\nMs. Siri Dahl\nPeru\nMr. Hugo Salas\n1|P a g e\nMs. Ana Luz\nICRC\nDr. Paul Meier\nZambia\nMs. Ruth Banda"
    ),
    "people before their delegation": (
        "Participants:\nMs. Siri Dahl, Permanent Mission of Norway\nMr. Hugo Salas, Permanent Mission of Peru\nMs. Ana Luz, Permanent Mission of Peru\nDr. Paul Meier, ICRC\n"
        "Ms. Ruth Banda, Permanent Mission of Zambia to the United Nations"
    ),
    "people before their delegation, behind a dash": (
        "Participants:\nMs. Siri Dahl – Norway\nMr. Hugo Salas – Peru\nMs. Ana Luz – Peru\nDr. Paul Meier – ICRC\nMs. Ruth Banda – Zambia"
    ),
    "missions above their people": (
        "Attendees\n\nPermanent Mission of Norway\nMs. Siri Dahl\nPermanent Mission of Peru\nMr. Hugo Salas\nMs. Ana Luz\nICRC\nDr. Paul Meier\nMission of Zambia\nMs. Ruth Banda"
    ),
    "in the room and on a line": (
        "1. Participants\n\nIn the room:\nNorway: Ms. Siri Dahl\nPeru: Mr. Hugo Salas, Ms. Ana Luz\n\nOnline:\nICRC: Dr. Paul Meier\nZambia: Ms. Ruth Banda"
    ),
    "by a call, on one line each": (
        "Present: Norway (Ms. Siri Dahl), Peru (Mr. Hugo Salas and Ms. Ana Luz)\nVia conference call: ICRC (Dr. Paul Meier), Zambia (Ms. Ruth Banda)"
    ),
    "a table with a head": (
        "Participants\n\nCountry\tName\tTitle\tEmail\nNorway\tMs. Siri Dahl\tCounsellor\ts@example.org\nPeru\tMr. Hugo Salas\tFirst Secretary\th@example.org\n"
        "\tMs. Ana Luz\tAdviser\ta@example.org\nICRC\tDr. Paul Meier\tAdviser\tp@example.org\nZambia\tMs. Ruth Banda\tMinister\tr@example.org"
    ),
    "a Markdown table": (
        "**Present**\n\n| State / Organization | Representatives |\n|---|---|\n| Norway | Ms. Siri Dahl |\n| Peru | Mr. Hugo Salas |\n| | Ms. Ana Luz |\n"
        "| ICRC | Dr. Paul Meier |\n| Zambia | Ms. Ruth Banda |"
    ),
    "a Markdown table without a head": (
        "**Present**\n\n| | |\n|---|---|\n| Norway | Ms. Siri Dahl |\n| Peru | Mr. Hugo Salas, Ms. Ana Luz |\n| ICRC | Dr. Paul Meier |\n| Zambia | Ms. Ruth Banda |"
    ),
    "announced by a sentence": (
        "The Committee met in the morning. Members of the Committee in attendance were:\n\n\tNorway\t\tMs. Siri Dahl\n\tPeru\t\tMr. Hugo Salas; Ms. Ana Luz\n"
        "\tICRC\t\tDr. Paul Meier\n\tZambia\t\tMs. Ruth Banda"
    ),
    "people and offices in a wrapped paragraph": (
        "PRESENT:  Ms. Siri Dahl (Norway); Mr. Hugo Salas\n          and Ms. Ana Luz (Peru);\n          Dr. Paul Meier (ICRC) and\n          Ms. Ruth Banda (Zambia)."
    ),
    "people of States, on one line": (
        "Present: Ms. Siri Dahl of Norway, Mr. Hugo Salas and Ms. Ana Luz of Peru, Dr. Paul Meier of the ICRC and Ms. Ruth Banda of Zambia"
    ),
    "people of States, in a sentence": (
        "The meeting was attended by Ms. Siri Dahl of Norway, Mr. Hugo Salas and Ms. Ana Luz of Peru, Dr. Paul Meier of the ICRC and Ms. Ruth Banda of Zambia."
    ),
    "themes in brackets": (
        "Norway (President): Ms. Siri Dahl\nPeru (Victim Assistance): Mr. Hugo Salas and Ms. Ana Luz\nICRC: Dr. Paul Meier\nZambia (Clearance): Ms. Ruth Banda"
    ),
    "roles in the middle of a row": (
        "Participants\n\nNorway\tPresident\tMs. Siri Dahl\nPeru\tCoordinator, Victim Assistance\tMr. Hugo Salas\nPeru\t\tMs. Ana Luz\nICRC\t\tDr. Paul Meier\nZambia\tCoordinator\tMs. Ruth Banda"
    ),
    "bullets below bullets": (
        "Participants\n\n- Norway\n  - Ms. Siri Dahl\n- Peru\n  - Mr. Hugo Salas\n  - Ms. Ana Luz\n- ICRC\n  - Dr. Paul Meier\n- Zambia\n  - Ms. Ruth Banda"
    ),
    "without anything between": (
        "Present\nNorway Ms. Siri Dahl\nPeru Mr. Hugo Salas, Ms. Ana Luz\nPage 1 of 4\nICRC Dr. Paul Meier\nZambia Ms. Ruth Banda"
    ),
    "members and observers in sentences": (
        "The meeting was attended by Ms. Siri Dahl (Norway), Mr. Hugo Salas and Ms. Ana Luz (Peru), as well as by Dr. Paul Meier of the ICRC. Ms. Ruth Banda (Zambia) joined by telephone."
    ),
    "a numbered heading": (
        "1. Present:\nNorway\nMs. Siri Dahl\nPeru\nMr. Hugo Salas\nMs. Ana Luz\nICRC\nDr. Paul Meier\nZambia\nMs. Ruth Banda"
    ),
}


@pytest.mark.parametrize("way", ONE_WAY_EACH)
def test_delegations_and_their_people(way: str) -> None:
    assert present(ONE_WAY_EACH[way]) == FOUR


@pytest.mark.parametrize(
    "listed",
    [
        "Present: Siri Dahl (Norway), Hugo Salas (Peru), Ana Luz (Peru), Paul Meier (ICRC), Ruth Banda (Zambia)",
        "Bureau members: Siri Dahl (Norway), Hugo Salas (Peru), Ana Luz (Peru), Paul Meier (ICRC), Ruth Banda (Zambia).",
        "Present:\nSiri Dahl (Norway)\nHugo Salas (Peru)\nAna Luz (Peru)\nPaul Meier (ICRC)\nRuth Banda (Zambia)",
    ],
)
def test_people_with_their_delegation_in_brackets(listed: str) -> None:
    people = {name: set(who) for name, who in present(listed)}
    assert people == {
        "Norway": {"Siri Dahl"},
        "Peru": {"Hugo Salas", "Ana Luz"},
        "ICRC": {"Paul Meier"},
        "Zambia": {"Ruth Banda"},
    }


@pytest.mark.parametrize(
    "listed",
    [
        "Present: Norway, Peru, ICRC, Zambia",
        "Present: Norway; Peru; ICRC and Zambia.",
        "Members present:\nNorway\nPeru\nICRC\nZambia",
        "The following States and organisations were present: Norway, Peru, ICRC and Zambia.",
        "The meeting was attended by Norway, Peru, the ICRC and Zambia.",
        "Delegations present:\n- Norway\n- Peru\n- ICRC\n- Zambia",
        "In attendance: NORWAY, PERU, ICRC, ZAMBIA",
        "Present: Norvège, Pérou, CICR, Zambie",
        "Parties represented: Norway, Peru, ICRC, Zambia",
        "Representatives of the following States and organisations attended: Norway, Peru, ICRC, Zambia.",
        "Participants\nCommittee on Victim Assistance: Norway (Chair), Peru\nCommittee on Cooperative Compliance: Zambia\nObservers: ICRC",
        "PRESENT:  Norway (President), Peru (President-designate of the Review\n          Conference), ICRC, Zambia",
        "Present:\nNorwy\nPerú\nICRC\nZamiba",
        "Present: Norwya, Peru, ICRC and Zambia",
    ],
)
def test_delegations_without_people(listed: str) -> None:
    assert {name for name, _ in present(listed)} - {"CICR"} | {"ICRC"} == {"Norway", "Peru", "ICRC", "Zambia"}


@pytest.mark.parametrize(
    "listed",
    [
        "Present:\nMs. Siri Dahl\nMr. Hugo Salas",
        "Present: Ms. Siri Dahl, Mr. Hugo Salas",
        "Present: Ms. Siri Dahl; Mr. Hugo Salas",
    ],
)
def test_people_without_a_delegation(listed: str) -> None:
    assert [(name, who) for name, who in present(listed)] in (
        [(None, ("Ms. Siri Dahl", "Mr. Hugo Salas"))],
        [(None, ("Ms. Siri Dahl",)), (None, ("Mr. Hugo Salas",))],
    )


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Norway – President", "Norway", "President"),
        ("Norway (President)", "Norway", "President"),
        ("Norway, President", "Norway", "President"),
        ("Norway - 7MSP President", "Norway", "7MSP President"),
        ("Norway (President-designate)", "Norway", "President-designate"),
        ("Norway, in its capacity as President", "Norway", "President"),
        ("Norway (Chair, outgoing)", "Norway", "Chair, outgoing"),
        ("Cluster Munition Coalition (CMC)", "Cluster Munition Coalition", None),
        ("Lao PDR", "Lao People's Democratic Republic", None),
        ("The Netherlands", "Netherlands", None),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina", None),
    ],
)
def test_names_and_roles(line: str, name: str, role: str | None) -> None:
    found = read(minutes(f"Present:\n{line}\nMs. Siri Dahl\nZambia\nMs. Ruth Banda")).attendance
    assert [(one.delegation, one.role, one.people) for one in found] == [
        (name, role, ("Ms. Siri Dahl",)),
        ("Zambia", None, ("Ms. Ruth Banda",)),
    ]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("H.E. Ms. Siri Dahl", "H.E. Ms. Siri Dahl"),
        ("Amb. Siri Dahl", "Amb. Siri Dahl"),
        ("Ambassador Siri Dahl", "Ambassador Siri Dahl"),
        ("Ms Siri Dahl", "Ms Siri Dahl"),
        ("Mme Siri Dahl", "Mme Siri Dahl"),
        ("Lt. Col. Siri Dahl", "Lt. Col. Siri Dahl"),
        ("Dr. Siri van der Dahl", "Dr. Siri van der Dahl"),
        ("Ms. Siri O’Dahl-Berg", "Ms. Siri O’Dahl-Berg"),
        ("Ms. Siri Dahl, Counsellor", "Ms. Siri Dahl (Counsellor)"),
        ("Ms. Siri Dahl - Adviser", "Ms. Siri Dahl (Adviser)"),
        ("Mr. Chad Dahl", "Mr. Chad Dahl"),
        ("Ms. Georgia Dahl", "Ms. Georgia Dahl"),
    ],
)
def test_people_as_they_are_written(line: str, person: str) -> None:
    assert present(f"Present:\nNorway\n{line}\nZambia\nMs. Ruth Banda") == [
        ("Norway", (person,)),
        ("Zambia", ("Ms. Ruth Banda",)),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "Present:\nNorway: Siri Dahl\nPeru: Hugo Salas and Ana Luz\nZambia: Ruth Banda",
        "Present:\nSiri Dahl, Counsellor, Norway\nHugo Salas, First Secretary, Peru\nAna Luz, Adviser, Peru\nRuth Banda, Minister Counsellor, Zambia",
        "Present: Siri Dahl (Norway), Hugo Salas and Ana Luz (Peru), Ruth Banda (Zambia)",
        "Name\tCountry/Organization\nSiri Dahl\tNorway\nHugo Salas\tPeru\nAna Luz\tPeru\nRuth Banda\tZambia",
    ],
)
def test_people_without_titles(listed: str) -> None:
    people = {name: {one.split(" (")[0].split(",")[0] for one in who} for name, who in present(listed)}
    assert people == {"Norway": {"Siri Dahl"}, "Peru": {"Hugo Salas", "Ana Luz"}, "Zambia": {"Ruth Banda"}}


@pytest.mark.parametrize(
    "listed",
    [
        "Present:\nNorway\nMs. Siri Dahl\nMr. Jan Berg\nGreen Fields\nMs. Eva Holt\nPeru\nMr. Hugo Salas",
        "Present:\nNorway: Ms. Siri Dahl, Mr. Jan Berg\nGreen Fields Network for Rivers: Ms. Eva Holt\nPeru: Mr. Hugo Salas",
    ],
)
def test_an_organisation_that_nobody_knows(listed: str) -> None:
    [norway, green, peru] = present(listed)
    assert (norway, green[1], peru) == (
        ("Norway", ("Ms. Siri Dahl", "Mr. Jan Berg")),
        ("Ms. Eva Holt",),
        ("Peru", ("Mr. Hugo Salas",)),
    )


def test_a_unit_within_an_organisation_stands_for_itself() -> None:
    assert present("Present:\nNorway\nMs. Siri Dahl\nGICHD - ISU\nMs. Ada Mensah") == [
        ("Norway", ("Ms. Siri Dahl",)),
        ("ISU", ("Ms. Ada Mensah",)),
    ]


def test_attendance_written_out_below_a_heading() -> None:
    said = (
        "1. Participation\n\nAbout 20 participants, among them the European Union, the ICRC and Control Arms, took part in the call. The co-chairs, Norway (Ms. Siri Dahl)\n"
        "and Peru (Mr. Hugo Salas), moderated. Chad and Zambia had told them that they could not attend."
    )
    assert {name for name, _ in present(said)} == {"European Union", "ICRC", "Control Arms", "Norway", "Peru"}
    assert away(said) == [("Chad", "apologies"), ("Zambia", "apologies")]


@pytest.mark.parametrize(
    "table",
    [
        "Member\tPresent\tApologies\nNorway\tYes\t\nZambia\tYes\t\nPeru\t\tYes\nChad\tNo\tNo",
        "Delegation\tAttendance\nNorway\tPresent\nZambia\tPresent\nPeru\tApologies\nChad\tAbsent",
    ],
)
def test_a_table_that_says_of_each_whether_it_came(table: str) -> None:
    assert [name for name, _ in present(table)] == ["Norway", "Zambia"]
    assert away(table) == [("Peru", "apologies"), ("Chad", "absent")]


def test_people_of_the_secretariat_and_of_others_in_one_sentence() -> None:
    text = (
        "The meeting was attended by Ms. Siri Dahl (Norway), Mr. Hugo Salas (Peru) and Ms. Ruth Banda (Zambia). Ms. Ada Mensah and Mr. Ben Ode, of the secretariat, "
        "and Dr. Paul Meier, of the World Bank, were also present."
    )
    assert present(text)[3:] == [
        ("secretariat", ("Ms. Ada Mensah", "Mr. Ben Ode")),
        ("World Bank", ("Dr. Paul Meier",)),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The secretariat was represented by Ms. Ada Mensah, Executive Secretary, and by Mr. Ben Ode.",
        "From the secretariat: Ms. Ada Mensah, Executive Secretary, and Mr. Ben Ode were also present.",
        "The secretariat (Ms. Ada Mensah, Executive Secretary, and Mr. Ben Ode) was in attendance.",
    ],
)
def test_people_of_the_secretariat_in_a_sentence(said: str) -> None:
    text = (
        f"The meeting was attended by Ms. Siri Dahl (Norway), Mr. Hugo Salas (Peru) and Ms. Ruth Banda (Zambia). {said}"
    )
    assert present(text)[3:] == [("secretariat", ("Ms. Ada Mensah (Executive Secretary)", "Mr. Ben Ode"))]


def test_the_secretariat_is_a_role_of_nobody_behind_it() -> None:
    found = read(
        minutes("Present:\nNorway\nMs. Siri Dahl\nSecretariat\nMs. Ada Mensah\nPeru\nMr. Hugo Salas")
    ).attendance
    assert [(one.delegation, one.role) for one in found] == [
        ("Norway", None),
        ("Secretariat", "Secretariat"),
        ("Peru", None),
    ]


PEOPLE = "Present:\nNorway\nMs. Siri Dahl\nZambia\nMs. Ruth Banda\n"


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("Apologies: Peru, Chad", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("APOLOGIES RECEIVED\nPeru\nChad", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("Apologies received: Peru and Chad", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("Apologies were received from Peru and Chad.", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("Peru and Chad sent apologies.", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("Regrets: Peru, Chad", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("REGRETS RECEIVED\nPeru\nNO REGRETS RECEIVED\nChad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Excused: Peru", [("Peru", "apologies")]),
        ("APOLOGIES NOT RECEIVED\nPeru\nChad", [("Peru", "absent"), ("Chad", "absent")]),
        ("Apologies not received: Peru", [("Peru", "absent")]),
        ("Apologies: Peru\nApologies not received: Chad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Absent: Peru", [("Peru", "absent")]),
        ("Absent without apologies: Peru", [("Peru", "absent")]),
        ("Not represented: Peru", [("Peru", "absent")]),
        ("Peru was not represented.", [("Peru", "absent")]),
        ("Absent with apologies: Peru", [("Peru", "apologies")]),
        ("Excused: Peru\nUnexcused: Chad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Absent (apologies received): Peru\nAbsent (no apologies): Chad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Peru (apologies received)\nChad (apologies not received)", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Peru – apologies\nChad – absent", [("Peru", "apologies"), ("Chad", "absent")]),
        ("APOLOGIES RECEIVED\nPeru\t\tMali\nAPOLOGIES NOT RECEIVED\nChad", [("Peru", "apologies"), ("Mali", "apologies"), ("Chad", "absent")]),
        ("With apologies\t\tWithout apologies\nPeru\t\tChad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Sent apologies\t\tDid not send apologies\nPeru\t\tChad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("1. Apologies\n\nPeru, Mali\n\n2. Absent\n\nChad", [("Peru", "apologies"), ("Mali", "apologies"), ("Chad", "absent")]),
        ("Peru and Chad were not present and had not sent apologies.", [("Peru", "absent"), ("Chad", "absent")]),
        ("Sent apologies: Peru\nNo word from: Chad", [("Peru", "apologies"), ("Chad", "absent")]),
        ("Apologies received Peru Chad", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("Peru and Chad had let the Chair know that they could not attend.", [("Peru", "apologies"), ("Chad", "apologies")]),
        ("In the absence of Peru, Chad and Ghana, the point was left.", [("Peru", "absent"), ("Chad", "absent"), ("Ghana", "absent")]),
        ("In the absence of Peru, Norway explained the paper.", [("Peru", "absent")]),
        ("In the absence of the Coordinator, Mr. Berg of Norway explained the paper.", []),
        ("Apologies: none", []),
        ("Apologies: -", []),
        ("Apologies: nil", []),
    ],
)  # fmt: skip
def test_who_was_not_there(listed: str, found: list[tuple[str, str]]) -> None:
    text = PEOPLE + "\n" + listed
    assert away(text) == found
    assert [name for name, _ in present(text)] == ["Norway", "Zambia"]


def test_a_delegation_in_the_apologies_with_people_below_it_is_there() -> None:
    """One column of the list ends in apologies, and the other column follows it."""
    text = PEOPLE + "APOLOGIES RECEIVED\nPeru\nChad\nCroatia\nMs. Alma Babić\nFrance\nMr. Luc Petit"
    assert [name for name, _ in present(text)] == ["Norway", "Zambia", "Croatia", "France"]
    assert away(text) == [("Peru", "apologies"), ("Chad", "apologies")]


def test_apologies_in_between_hold_to_the_end_of_their_column() -> None:
    text = "Present:\nNorway\tZambia\nMs. Siri Dahl\tMs. Ruth Banda\nAPOLOGIES RECEIVED\tFrance\nPeru\tMr. Luc Petit\nChad\tCroatia\nCMC\tMs. Alma Babić"
    assert present(text) == [
        ("Norway", ("Ms. Siri Dahl",)),
        ("Zambia", ("Ms. Ruth Banda",)),
        ("France", ("Mr. Luc Petit",)),
        ("Croatia", ("Ms. Alma Babić",)),
    ]
    assert away(text) == [("Peru", "apologies"), ("Chad", "apologies"), ("CMC", "apologies")]


def test_observers_keep_their_role() -> None:
    found = read(minutes("Present:\nNorway\nPeru\nObservers:\nICRC\nCMC")).attendance
    assert [(one.delegation, one.role) for one in found] == [
        ("Norway", None),
        ("Peru", None),
        ("ICRC", "observer"),
        ("CMC", "observer"),
    ]


def test_people_of_the_secretariat_below_its_label() -> None:
    found = read(minutes(PEOPLE + "Secretariat\nMs. Ada Mensah\nMr. Ben Ode")).attendance
    assert [(one.delegation, one.people) for one in found][-1] == ("Secretariat", ("Ms. Ada Mensah", "Mr. Ben Ode"))


def test_a_key_of_initials_is_an_attendance_list() -> None:
    text = (
        "Notes of the Bureau, 4 May 2016\n\n(SD) Siri Dahl, Norway\n(HS) Hugo Salas, Peru\n(RB) Ruth Banda, Zambia\n\n"
        "1. Opening\n\nSD: It is late.\n\nHS: It is not.\n\n2. Closing\n\nRB: It is time.\n"
    )
    found = read(text)
    assert [(one.initials, one.delegation) for one in found.speakers] == [
        ("SD", "Norway"),
        ("HS", "Peru"),
        ("RB", "Zambia"),
    ]
    assert [(one.delegation, one.people) for one in found.attendance] == [
        ("Norway", ("Siri Dahl",)),
        ("Peru", ("Hugo Salas",)),
        ("Zambia", ("Ruth Banda",)),
    ]


def test_a_delegation_that_is_named_twice_stands_there_once() -> None:
    assert sorted(str(name) for name, _ in present("Present: Norway, Peru, Norway, Zambia")) == [
        "Norway",
        "Peru",
        "Zambia",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"1. Opening\n\n{SAID} Norway, Peru, Chad and Zambia had asked for it.\n\n2. Closing\n\n{SAID}\n",
        "1. Opening\n\nThe present paper was written by Norway.\n\n2. Closing\n\nPresent figures show little.\n",
        "1. Opening\n\nNorway will attend the workshop in Peru.\n\n2. Closing\n\nZambia did not attend the workshop in Chad.\n",
    ],
)
def test_states_in_running_text_are_no_attendance(text: str) -> None:
    assert read(text).attendance == ()


def test_a_table_with_as_many_tabs_as_each_row_needed() -> None:
    table = (
        "Delegation\t\tDelegate(s)\t\t\tCapacity\n\nPeru\t\tMr. Hugo Salas, Ms. Ana Luz\t\tPresident of the 9MSP\nZambia\tMs. Ruth Banda\tVictim Assistance Co-Chair\n"
        "Norway\t\t\tMs. Siri Dahl\tRisk Education Contact Group\n\t\tMr. Jan Moe\t\t\nUN (UNMAS)\t\tMr. Ola Bay\tobserver\n\nApologies: Chad (Stockpile Destruction Co-Rapporteur), France"
    )
    found = read(minutes(table))
    assert [(one.delegation, one.people, one.role) for one in found.attendance] == [
        ("Peru", ("Mr. Hugo Salas", "Ms. Ana Luz"), "President of the 9MSP"),
        ("Zambia", ("Ms. Ruth Banda",), "Victim Assistance Co-Chair"),
        ("Norway", ("Ms. Siri Dahl", "Mr. Jan Moe"), "Risk Education Contact Group"),
        ("UNMAS", ("Mr. Ola Bay",), "observer"),
    ]
    assert away(table) == [("Chad", "apologies"), ("France", "apologies")]
    assert [(one.theme, one.holders) for one in found.mandates] == [
        ("Victim Assistance (Co-Chair)", ("Zambia",)),
        ("Risk Education Contact Group", ("Norway",)),
        ("Stockpile Destruction (Co-Rapporteur)", ("Chad",)),
    ]


@pytest.mark.parametrize(
    ("listed", "quotes"),
    [
        ("Present: Peru (Ms Ana Luz), Chad (Mr Ali Saleh, Counsellor)", ["Peru (Ms Ana Luz)", "Chad (Mr Ali Saleh, Counsellor)"]),
        ("Present: Ms Ana Luz (Peru), Mr Ali Saleh (Chad)", ["Ms Ana Luz (Peru)", "Mr Ali Saleh (Chad)"]),
        ("Present: Peru (Ms Ana Luz", ["Peru (Ms Ana Luz"]),
    ],
)  # fmt: skip
def test_the_words_of_an_entry_close_their_bracket(listed: str, quotes: list[str]) -> None:
    found = read(f"Minutes of the Bureau\n4 May 2016\n{listed}\n\n1. Opening\n\nPeru thanked the ISU for its work.\n")
    assert [one.evidence.quote for one in found.attendance] == quotes
