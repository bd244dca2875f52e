"""No text makes the reader slow: four times the text takes about four times the time."""

from __future__ import annotations

import time

import pytest

from corcom.documents.domain import DocumentText
from corcom.minutes.domain.reader import read_text

pytestmark = pytest.mark.alone
HEAD = "Minutes of the Bureau, 4 May 2016\n\nPresent:\nNorway\nMr. Ola Berg\n\n1. Opening\n\n"
HARD = {
    "one word": "word ",
    "one letter": "A ",
    "capitals": "Abc ",
    "one long sentence of names": "Norway Peru Chad ",
    "people in brackets": "Ola Berg (Norway), ",
    "bullets": "- share the paper with all by 5 May\n",
    "lettered lines": "a) Point one\n",
    "numbers alone": "1.\n",
    "nested brackets": "((((([[[[",
    "tabs": "\ta\t",
    "bars": "| a | b | c |\n",
    "asterisks": "**Bold**\n",
    "levels": "# T\n",
    "agendas": "Agenda:\n1. One\n2. Two\n",
    "names, line by line": "Norway\n",
    "rows": "Norway\tMr. Berg\tPeru\tMs. Luz\n",
    "marked lines": "Action: Norway to send the paper by 5 May.\n",
    "tables": "| Action | Owner | Due |\n| Send | Norway | May |\n",
    "time-lines": "Timeline\n\n5 May: Norway to send\n",
    "labels": "Norway: supported the idea.\n",
    "pronouns": "He would send it. ",
    "coordinators": "The Coordinators on Victim Assistance, Norway and Peru, will send it. ",
    "decisions": "It was agreed that Norway would send it by May. ",
    "initials": "(AB) Anna Berg, Norway\n",
    "people of nobody": "Ms. A Berg of the ",
    "people and commas": "the secretariat, Ms. A Berg and ",
    "days in cells": "| 28/2 | now 3/4 |\n",
    "underlined lines": "Title\n-----\n\n",
    "titles with a colon": "Opening remarks:\n\nText is here for all.\n\n",
}
SLOWER = 2.2
"""What a busy machine may add to "four times"."""


def seconds(piece: str, size: int) -> float:
    text = DocumentText(text=HEAD + piece * max(1, size // len(piece)), media_type="text/plain")
    started = time.process_time()
    read_text(text)
    return time.process_time() - started


def test_headings_without_end() -> None:
    """Their numbers grow, so that each is a heading."""

    def read(count: int) -> float:
        return seconds("".join(f"{number}. Item {number}\n\nText.\n\n" for number in range(count)), 0)

    ratios = []
    for _ in range(3):  # as below: the best of three tries counts
        ratios.append(read(800) / max(read(200), 0.02))
        if ratios[-1] < 4 * SLOWER:
            break
    assert min(ratios) < 4 * SLOWER


@pytest.mark.parametrize("name", HARD)
def test_the_time_grows_with_the_text_and_no_faster(name: str) -> None:
    ratios = []
    for _ in range(3):  # other work on the machine only ever adds, so the best of three tries counts
        short, long = (seconds(HARD[name], size) for size in (4_000, 16_000))
        ratios.append(long / max(short, 0.02))
        if ratios[-1] < 4 * SLOWER:
            break
    assert min(ratios) < 4 * SLOWER


def test_a_wide_gap_within_a_line() -> None:
    short, long = (seconds("Mr. A" + " " * size + "B\n", 0) for size in (5_000, 20_000))
    assert long < max(short, 0.02) * 4 * SLOWER
