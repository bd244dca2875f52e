"""The register and the facts of obligations that come with CorCom, recorded; and made-up ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories.rows import AT

from corcom.obligations.actions import record_fact, record_facts
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.facts import Fact
from corcom.register.actions import record_treaty_action, record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.treaty_actions import TreatyAction

RECORDED_ON = date(2026, 11, 1)
"""A day after every act that comes with CorCom."""

DEPOSIT = TreatyAction(
    convention="CCM", iso3="ZAF", kind="accession", on="2015-05-28", source="notification", certainty="certain"
)
RECEIPT = Fact(
    convention="CCM",
    iso3="ZAF",
    obligation="initial-report",
    kind="fulfilled",
    on="2016-04-20",
    source="letter of the mission",
    certainty="certain",
)


def the_register() -> None:
    """Everything that comes with CorCom, as a command records it."""
    record_treaty_actions(actions=packaged_actions(), day=RECORDED_ON, at=AT)
    record_facts(found=packaged_facts(), day=RECORDED_ON, at=AT)


def a_deposit(**changes: object) -> int:
    """One deposit, of the day of South Africa's unless said otherwise; an accession, which needs no signature."""
    return record_treaty_action(action=replace(DEPOSIT, **changes), day=RECORDED_ON, at=AT)  # type: ignore[arg-type]  # terms of a test


def a_receipt(**changes: object) -> int:
    """One receipt, that of South Africa's initial report unless said otherwise."""
    return record_fact(fact=replace(RECEIPT, **changes), day=RECORDED_ON, at=AT)  # type: ignore[arg-type]  # likewise
