"""Who was there, told in sentences as people do it in notes and e-mails; who was not, and did not say so."""

from __future__ import annotations

import pytest

from corcom.minutes import read

SAID = "The President thanked the Unit for its work and gave the floor to members."

Roll = list[tuple[str | None, tuple[str, ...]]]


def minutes(listed: str) -> str:
    return f"Notes of the Bureau\n4 May 2016\n\n{listed}\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n"


def present(listed: str) -> Roll:
    return [(one.delegation, one.people) for one in read(minutes(listed)).attendance]


def away(listed: str) -> list[tuple[str, str]]:
    return [(one.delegation, one.kind) for one in read(minutes(listed)).absences]


MANNERS: dict[str, tuple[str, Roll]] = {
    "people before the nickname of their State": (
        "**Who was there**\n\nThe round was small: Jan Boer (the Dutch, past president), Ana Luz (Kiwis), Milan Novak (Czech Rep.) and Luc Petit (France) came to the Library.",
        [
            ("Netherlands", ("Jan Boer",)),
            ("New Zealand", ("Ana Luz",)),
            ("Czechia", ("Milan Novak",)),
            ("France", ("Luc Petit",)),
        ],
    ),
    "what States came with": (
        "PARTICIPATION\n\nPeru came with Ana Luz and Hugo Salas. Zambia was represented by an intern, Ms. Ruth Banda. Norway sent Siri Dahl, and Chad joined late (Idriss). The others were not there yet.",
        [
            ("Peru", ("Ana Luz", "Hugo Salas")),
            ("Zambia", ("Ms. Ruth Banda",)),
            ("Norway", ("Siri Dahl",)),
            ("Chad", ("Idriss",)),
        ],
    ),
    "several people from one body": (
        "Participants\n\nAt the table were Ms. Siri Dahl from Norway, Mr. Hugo Salas and Ms. Ana Luz of Peru, Steffi from the CMC, and Ben Ode and Mathilde from the ISU.",
        [
            ("Norway", ("Ms. Siri Dahl",)),
            ("Peru", ("Mr. Hugo Salas", "Ms. Ana Luz")),
            ("CMC", ("Steffi",)),
            ("ISU", ("Ben Ode", "Mathilde")),
        ],
    ),
    "observers for organisations": (
        "ATTENDANCE\n\nIn the room were Ms. Siri Dahl and Mr. Jan Moe (Norway, in the chair) and Mr. Hugo Salas (Peru). Observers were Ms. Ada Mensah for the ICRC and Mr. Ben Ode for UNODA.",
        [
            ("Norway", ("Ms. Siri Dahl", "Mr. Jan Moe")),
            ("Peru", ("Mr. Hugo Salas",)),
            ("ICRC", ("Ms. Ada Mensah",)),
            ("UNODA", ("Mr. Ben Ode",)),
        ],
    ),
    "a team with its organisation in brackets": (
        "Participation\n\nThe support team (UNDP) was there with Mr. Ben Ode and Ms. Ada Mensah. Besides there were Ms. Siri Dahl (Norway) and Ms. Ana Luz (also Norway) as well as Mr. Hugo Salas (Peru).",
        [
            ("UNDP", ("Mr. Ben Ode", "Ms. Ada Mensah")),
            ("Norway", ("Ms. Siri Dahl", "Ms. Ana Luz")),
            ("Peru", ("Mr. Hugo Salas",)),
        ],
    ),
    "a running sentence without a heading": (
        "The meeting was attended by Ms. Siri Dahl (Norway, Chair of the Working Group on Reporting), Mr. Hugo Salas of Peru, one of the Vice-Presidents, and Ms. Ruth Banda (Zambia). For the ATT Secretariat, Mr. Ben Ode and Ms. Ada Mensah attended.",
        [
            ("Norway", ("Ms. Siri Dahl",)),
            ("Peru", ("Mr. Hugo Salas",)),
            ("Zambia", ("Ms. Ruth Banda",)),
            ("ATT Secretariat", ("Mr. Ben Ode", "Ms. Ada Mensah")),
        ],
    ),
    "those on the line": (
        "Who came\n\nIn the room were Siri Dahl (Norway) and Hugo Salas (Peru); by telephone Ruth Banda (Zambia) and Li Wei from China took part, the latter for half an hour.",
        [("Norway", ("Siri Dahl",)), ("Peru", ("Hugo Salas",)), ("Zambia", ("Ruth Banda",)), ("China", ("Li Wei",))],
    ),
    "organisations without people": (
        "Participation\n\nIreland, Peru, the European Union, Control Arms and the Arms Trade Project took part. The co-chairs, Norway (Ms. Siri Dahl) and Zambia (Ms. Ruth Banda), were in the room.",
        [
            ("Ireland", ()),
            ("Peru", ()),
            ("European Union", ()),
            ("Control Arms", ()),
            ("Norway", ("Ms. Siri Dahl",)),
            ("Zambia", ("Ms. Ruth Banda",)),
        ],
    ),
    "family names with particles": (
        "Participants\n\nThose present were Jan van der Berg (the Dutch), Maria de la Cruz and José dos Santos (Portugal), and Amb. Ali al Hassan of Jordan, who left after an hour.",
        [
            ("Netherlands", ("Jan van der Berg",)),
            ("Portugal", ("Maria de la Cruz", "José dos Santos")),
            ("Jordan", ("Amb. Ali al Hassan",)),
        ],
    ),
    "what people do, in brackets": (
        "Participants\n\nNorway was represented by Ms. Siri Dahl (Adviser) and Mr. Jan Moe, Peru by Mr. Hugo Salas (Attaché), and Ms. Ruth Banda (Zambia) joined for the second item.",
        [
            ("Norway", ("Ms. Siri Dahl (Adviser)", "Mr. Jan Moe")),
            ("Peru", ("Mr. Hugo Salas (Attaché)",)),
            ("Zambia", ("Ms. Ruth Banda",)),
        ],
    ),
}


@pytest.mark.parametrize("manner", MANNERS)
def test_everyone_is_there_however_it_is_told(manner: str) -> None:
    listed, expected = MANNERS[manner]
    assert present(listed) == expected


def test_those_of_our_side_are_of_the_sender() -> None:
    told = "From our side Amb. Siri Dahl (9MSP President), Jan Moe and Eva Lie were there. Then Hugo Salas (Peru) and Ana Luz from Chad."
    found = read(
        f"From: Jan (Norwegian Mission)\nTo: Members\nSubject: Lunch, 4 May 2016\n\nWho was there\n\n{told}\n\n1. Opening\n\n{SAID}\n\n2. Closing\n\n{SAID}\n"
    )
    assert [(one.delegation, one.people, one.role) for one in found.attendance] == [
        ("Norway", ("Amb. Siri Dahl", "Jan Moe", "Eva Lie"), "9MSP President"),
        ("Peru", ("Hugo Salas",), None),
        ("Chad", ("Ana Luz",), None),
    ]
    assert found.chair is not None
    assert (found.chair.delegation, found.chair.person) == ("Norway", "Amb. Siri Dahl")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Regrets: Austria, UNODA. Chad and Mali: no reply.",
            [("Austria", "apologies"), ("UNODA", "apologies"), ("Chad", "absent"), ("Mali", "absent")],
        ),
        (
            "Austria and the Holy See had excused themselves. From Chad and Mali nothing was heard.",
            [("Austria", "apologies"), ("Holy See", "apologies"), ("Chad", "absent"), ("Mali", "absent")],
        ),
        (
            "Latvia had sent its regrets. Ghana was expected but could not be reached.",
            [("Latvia", "apologies"), ("Ghana", "absent")],
        ),
        (
            "The Swiss were unable to attend. The Czechs had not replied.",
            [("Switzerland", "apologies"), ("Czechia", "absent")],
        ),
    ],
)
def test_who_was_not_there(told: str, expected: list[tuple[str, str]]) -> None:
    listed = f"Participation\n\nIn the room were Ms. Siri Dahl (Norway), Mr. Hugo Salas (Peru) and Ms. Ruth Banda (Zambia), who was late.\n{told}"
    assert sorted(away(listed)) == sorted(expected)
    assert [name for name, _ in present(listed)] == ["Norway", "Peru", "Zambia"]


def test_who_was_in_the_chair_is_told() -> None:
    told = "The meeting was attended by Ms. Ana Luz (Chad, CSP6 Presidency) and Mr. Hugo Salas (Peru). Ambassador Siri Dahl of Norway, the CSP7 President, was in the chair."
    found = read(f"Notes of the Bureau\n4 May 2016\n\n1. Opening\n\n{told}\n\n2. Closing\n\n{SAID}\n")
    assert found.chair is not None
    assert (found.chair.delegation, found.chair.person, found.chair.role) == (
        "Norway",
        "Ambassador Siri Dahl",
        "CSP7 President",
    )
