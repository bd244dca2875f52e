"""Themes and their holders in labels, run-in headings and the roles of those who are there."""

from __future__ import annotations

import pytest

from corcom.minutes import read

SAID = "The President thanked the Unit for its work and gave the floor to members."


def mandates(said: str, title: str = "Tour de table") -> list[tuple[str, tuple[str, ...]]]:
    text = f"Notes of the Bureau\n4 May 2016\n\n1. Opening\n\n{SAID}\n\n2. {title}\n\n{said}\n\n3. Closing\n\n{SAID}\n"
    return [(one.theme, one.holders) for one in read(text).mandates]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "*Universalization (Ecuador/Zambia).* Chad was said to be close.",
            [("Universalization", ("Ecuador", "Zambia"))],
        ),
        ("*Stockpiles (France + Mexico).* All are on track.", [("Stockpiles", ("France", "Mexico"))]),
        ("National measures (New Zealand): a letter was sent.", [("National measures", ("New Zealand",))]),
        (
            "Peru (clearance, with Lao PDR):\n\n- Finds it too rosy.",
            [("Clearance", ("Peru", "Lao People's Democratic Republic"))],
        ),
        (
            "Zambia (also for the Holy See, General Status):\n\n- A draft went round.",
            [("General Status", ("Zambia", "Holy See"))],
        ),
        ("Belgium (reporting):\n\n- Figures are old.", [("Reporting", ("Belgium",))]),
        ("Risk education: Croatia had nothing new.", [("Risk education", ("Croatia",))]),
        ("Cooperation and assistance: Mexico said that it waits.", [("Cooperation and assistance", ("Mexico",))]),
        ("Norway (with thanks):\n\n- It is late.", []),
        ("Peru (see above):\n\n- Clearance is slow.", []),
        ("Question: Croatia had asked for it. Assistance came late (Peru).", []),
    ],
)
def test_holders_in_labels(said: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert mandates(said) == found


def test_holders_of_the_theme_above() -> None:
    said = "Chile (for Austria too):\n\n- The workshop had to be postponed."
    assert mandates(said, "Victim assistance") == [("Victim assistance", ("Chile", "Austria"))]


def test_chairs_of_groups_among_those_present() -> None:
    told = (
        "The meeting was attended by Ms. Siri Dahl (Norway, Co-Chair of the Working Group on Transparency), "
        "Mr. Hugo Salas (Peru, the other Co-Chair) and Ms. Ruth Banda (Zambia)."
    )
    assert mandates(told) == [
        ("Working Group on Transparency (Co-Chair)", ("Norway",)),
        ("Working Group on Transparency (Co-Chair)", ("Peru",)),
    ]
