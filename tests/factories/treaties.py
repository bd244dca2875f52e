"""Made-up treaty actions, facts and registers, as values; and a rulebook's folder to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import Owed
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_actions import Kind, TreatyAction
from corcom.rulebooks.reading import FOLDER, Rulebook, rulebook

SOURCE = "made up"
FIRST_DAY = "2008-12-03"
"""The day on which everybody deposits who only helps a made-up register into force."""


def book_of(convention: str = "CCM") -> Rulebook:
    book = rulebook(convention)
    assert book is not None
    return book


# Read before any test is timed.
CCM = book_of()


def an_action(
    kind: Kind, on: str, iso3: str = "NOR", *, convention: str = "CCM", effective_on: date | None = None
) -> TreatyAction:
    return TreatyAction(
        convention=convention,
        iso3=iso3,
        kind=kind,
        on=on,
        effective_on=effective_on,
        source=SOURCE,
        certainty="certain",
    )


def a_fact(
    kind: FactKind,
    on: str = "",
    obligation: str = "initial-report",
    *,
    iso3: str = "NOR",
    period: int | None = None,
    until: date | None = None,
    meeting: str = "",
) -> Fact:
    return Fact(
        convention="CCM",
        iso3=iso3,
        obligation=obligation,
        kind=kind,
        on=on,
        period=period,
        until=until,
        meeting=meeting,
        source=SOURCE,
        certainty="certain",
    )


def others(count: int = 30, convention: str = "CCM") -> list[TreatyAction]:
    """Deposits by States that do not exist, so that the convention is in force from 1 June 2009."""
    return [an_action("accession", FIRST_DAY, f"X{number:02}", convention=convention) for number in range(count)]


def a_register(*actions: TreatyAction) -> Register:
    """The register of the CCM with these acts, in force in general from 1 June 2009."""
    return register_from(CCM, [*others(), *actions])


def owed(
    facts: Iterable[Fact],
    *,
    day: date,
    deposit: str = "2010-12-20",
    obligation: str = "initial-report",
    meetings: dict[str, date] | None = None,
) -> Owed:
    """What Norway owes after a deposit; bound from 1 June 2011, where the deposit is not named."""
    register = a_register(an_action("accession", deposit))
    found = owed_on(register, facts, meetings=meetings or {}, day=day)
    return next(each for each in found if each.iso3 == "NOR" and each.obligation.code == obligation)


def spoiled(folder: Path, file: str, old: str, new: str) -> Path:
    """The rulebook of the CCM in another folder, with some words of one file changed."""
    target = folder / "ccm"
    shutil.copytree(FOLDER / "ccm", target)
    path = target / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return target
