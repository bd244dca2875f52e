"""How a finding stands, and the letter that puts findings to a State."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.checked import FORM, checked, only, part, stock

from corcom.kernel.wording import ENGLISH
from corcom.reporting.domain.checks.letter import FindingsLetter, finding_in_words, letter
from corcom.reporting.domain.checks.standing import (
    FindingStepKind,
    FindingStepTold,
    LetterState,
    StateAnswers,
    told,
)

AT = datetime(2020, 5, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
FINDING = only(
    checked({"B": part(stockpiles=[stock("1000")])}, {"B": part(stockpiles=[stock("1200")])}), "stock_balance"
)


def step(kind: FindingStepKind, hours: int = 0, batch: str = "", mark: str = FINDING.mark) -> FindingStepTold:
    return FindingStepTold(
        key=FINDING.key,
        mark=mark,
        words=str(FINDING.words),
        kind=kind,
        note="",
        batch=batch,
        version=1,
        at=AT + hours * HOUR,
        by="anna",
    )


def answers(
    *,
    remark: int | None = None,
    reply: int | None = None,
    letters: Mapping[str, LetterState] | None = None,
    of: str = "B",
) -> StateAnswers:
    return StateAnswers(
        remarks={} if remark is None else {of: [AT + remark * HOUR]},
        replies=[] if reply is None else [AT + reply * HOUR],
        letters=letters or {},
    )


@pytest.mark.parametrize(
    ("steps", "said", "state"),
    [
        ([], answers(remark=1), "open"),
        ([step("remark")], answers(), "put"),
        ([step("remark")], answers(remark=1), "answered"),
        # What was said before it was asked, to another part, or as a reply to a letter, is no answer.
        ([step("remark", 2)], answers(remark=1), "put"),
        ([step("remark")], answers(remark=1, of="F"), "put"),
        ([step("remark")], answers(reply=1), "put"),
        ([step("letter", batch="x")], answers(letters={"x": "prepared"}), "prepared"),
        ([step("letter", batch="x")], answers(letters={"x": "sent"}), "put"),
        ([step("letter", batch="x")], answers(letters={"x": "sent"}, reply=1), "answered"),
        ([step("letter", batch="x")], answers(letters={"x": "sent"}, remark=1), "answered"),
        ([step("letter", batch="x")], answers(letters={"x": "cancelled"}), "open"),
        ([step("remark"), step("letter", 1, batch="x")], answers(letters={"x": "cancelled"}), "put"),
        ([step("remark"), step("settled", 1)], answers(), "settled"),
        ([step("set_aside")], answers(remark=1), "set_aside"),
        ([step("settled"), step("reopened", 1)], answers(), "open"),
    ],
)
def test_how_a_finding_stands(steps: list[FindingStepTold], said: StateAnswers, state: str) -> None:
    (one,) = told([FINDING], steps, said)
    assert (one.state, one.steps, one.earlier) == (state, tuple(steps), ())


def test_what_was_decided_about_other_values_does_not_count_and_is_shown() -> None:
    before = step("settled", mark="0" * 16)
    (one,) = told([FINDING], [before], answers())
    assert (one.state, one.is_undone, one.steps, one.earlier) == ("open", True, (), (before,))


def test_what_is_found_no_longer_keeps_its_words_and_is_nothing_to_do() -> None:
    last = step("remark")
    (one,) = told([], [last], answers())
    assert (one.finding, one.words, one.part, one.state, one.is_undone) == (None, str(FINDING.words), "B", "put", False)


def test_a_finding_in_words_names_both_values_and_where_they_stand() -> None:
    assert finding_in_words(FINDING, ENGLISH) == (
        "Cluster munitions: 1000 are stated; from the report before, 1200 follow. 1200 − 0 destroyed = 1200"
        " [Cluster munitions: what follows from the report before: 1200 (report for 2018, version 1);"
        " Cluster munitions: what is stated now: 1000 (report for 2019, version 1)]"
    )


MATTER = FindingsLetter(
    report="Annual transparency report",
    period=2019,
    version=1,
    received_on=date(2020, 4, 29),
    form=FORM,
    findings=[FINDING],
)


def test_the_letter() -> None:
    matter = replace(MATTER, note="Kindly answer by 30 June.", link="https://corcom.example/report/?key=x")
    assert letter(matter, to="Norway", wording=ENGLISH) == (
        "Annual transparency report for 2019: points on which we ask for clarification",
        f"""\
To the delegation of Norway

We have read the Annual transparency report for 2019 (version 1), received on 29 April 2020, for which we thank you.

1. Part B (Stockpiles and destruction)
{finding_in_words(FINDING, ENGLISH)}

Kindly answer by 30 June.

We would be grateful for an explanation of these points, or for a corrected version of the report.

The report can be read and corrected here, without an account: https://corcom.example/report/?key=x
""",
    )


def test_a_letter_without_a_link_and_on_a_report_that_is_made_once() -> None:
    matter = replace(MATTER, report="Initial transparency report", period=None, received_on=None, findings=[])
    assert letter(matter, to="Norway", wording=ENGLISH)[1] == (
        "To the delegation of Norway\n\n"
        "We have read the Initial transparency report (version 1), for which we thank you.\n\n"
        "We would be grateful for an explanation of these points, or for a corrected version of the report.\n"
    )
