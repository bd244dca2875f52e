from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.terms import ActionPointTerms
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.obligations.domain.facts import Fact
from corcom.oversight.domain.kept import kept, may_be_kept_elsewhere
from corcom.register.domain.registered import register_from
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.rulebooks.reading import FOLDER, read_rulebook

BOOK = read_rulebook(FOLDER / "ccm")
BULGARIA, ITALY = Actor("BGR", "Bulgaria"), Actor("ITA", "Italy")
ACT = "The register shows it: Bulgaria deposited its instrument of ratification"
TERMS = ActionPointTerms(
    convention="CCM",
    body="Informal consultations",
    text="deposit its instrument of ratification within a month",
    raised_on=date(2011, 2, 24),
    due="2011-03-24",
    owners=(BULGARIA,),
)


def an_act(iso3: str, on: str, kind: str = "ratification") -> TreatyAction:
    return TreatyAction(
        convention="CCM",
        iso3=iso3,
        kind=kind,  # type: ignore[arg-type]  # one of the kinds
        on=on,
        source="depositary notification",
        certainty="certain",
    )


def a_receipt(iso3: str, obligation: str, on: str) -> Fact:
    return Fact(
        convention="CCM",
        iso3=iso3,
        obligation=obligation,
        kind="fulfilled",
        on=on,
        source="letter",
        certainty="certain",
    )


def promised(terms: ActionPointTerms = TERMS) -> Followed:
    return Followed(
        ref=Ref("action_point", 1),
        terms=terms,
        state="open",
        turned_on=terms.raised_on,
        file_id=1,
        evidence=Evidence(start=0, end=1, quote="x"),
    )


def found(
    *acts: TreatyAction, terms: ActionPointTerms = TERMS, facts: tuple[Fact, ...] = (), day: date = date(2016, 4, 28)
) -> tuple[date, str] | None:
    shown = kept(promised(terms), {"CCM": register_from(BOOK, acts)}, {"CCM": facts}, day=day)
    return (shown.on, shown.note) if shown else None


def test_a_deposit_that_was_promised_and_came_late() -> None:
    assert found(an_act("BGR", "2011-04-06")) == (
        date(2011, 4, 6),
        f"{ACT} on 6 April 2011 (depositary notification). That is 13 days after the day that was promised.",
    )


def test_nothing_is_shown_before_the_day_of_the_act() -> None:
    assert found(an_act("BGR", "2011-04-06"), day=date(2011, 4, 5)) is None


def test_what_was_announced_had_been_done_the_day_before() -> None:
    assert found(an_act("BGR", "2011-02-23")) == (
        date(2011, 2, 23),
        f"{ACT} on 23 February 2011 (depositary notification). It was done before it was promised.",
    )


@pytest.mark.parametrize("on", ["2010-04-06", "2011"])
def test_an_act_of_long_before_or_of_an_unknown_day_shows_nothing(on: str) -> None:
    assert found(an_act("BGR", on)) is None


def test_each_of_two_that_promised_has_to_act() -> None:
    both = replace(TERMS, owners=(BULGARIA, ITALY), due="")
    assert found(an_act("BGR", "2011-04-06"), terms=both) is None
    shown = found(an_act("BGR", "2011-04-06"), an_act("ITA", "2011-09-21"), terms=both)
    assert shown is not None
    assert shown[0] == date(2011, 9, 21)


def test_a_promise_of_an_office_beside_a_state_is_not_the_states_alone() -> None:
    joint = replace(TERMS, owners=(BULGARIA, Actor("office:president", "President")))
    assert found(an_act("BGR", "2011-04-06"), terms=joint) is None


def test_a_report_that_was_promised() -> None:
    terms = replace(TERMS, text="submit its initial transparency report by May", due="2011-05")
    other = a_receipt("BGR", "annual-report", "2011-04-20")
    assert found(terms=terms, facts=(other,)) is None
    assert found(terms=terms, facts=(other, a_receipt("BGR", "initial-report", "2011-05-31"))) == (
        date(2011, 5, 31),
        "The register shows it: initial report of Bulgaria received on 31 May 2011 (letter).",
    )


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("deposit its instrument of ratification", True),
        ("ratify before the summer", True),
        ("complete the ratification and deposit", True),
        ("submit the annual Article 7 report", True),
        ("urge signatories to ratify", False),
        ("write to States that have not submitted their initial report", False),
        ("circulate the draft letter", False),
        ("send the progress report", False),
    ],
)
def test_only_ones_own_deposit_or_report_is_looked_for(text: str, *, may: bool) -> None:
    assert may_be_kept_elsewhere(text) is may
