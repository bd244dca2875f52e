"""Reports as their checks see them: made-up answers of Norway, beside what it owes after a deposit of 20 December 2010."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.factories.treaties import a_register, an_action, book_of

from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import owed_on
from corcom.reporting.domain.answers import Answers, PartAnswer, TableRow
from corcom.reporting.domain.checks.checked import Checked, ReportAnswers
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.listed import findings

DAY = date(2020, 5, 4)
FORM = book_of("CCM").forms[0]
REGISTER = a_register(an_action("accession", "2010-12-20"))
"""Norway is bound from 1 June 2011: its stocks are to be gone by 1 June 2019, its land clear by 1 June 2021."""


def stock(munitions: str = "", *, type_: str = "Mk 1", **more: str) -> TableRow:
    """A row of a table of stocks."""
    return {"type": type_, **({"munitions": munitions} if munitions else {}), **more}


def part(**values: Any) -> PartAnswer:
    """A part that is answered anew; tables are given as lists of rows."""
    kept = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return PartAnswer(state="changed", values=kept)


def answered(answers: Answers, period: int | None = 2019, **changes: Any) -> ReportAnswers:
    """Version 1 of a report with these answers."""
    given: dict[str, Any] = {"period": period, "version": 1, "form": FORM, "answers": answers, **changes}
    return ReportAnswers(**given)


def checked(
    now: Answers | ReportAnswers,
    *earlier: Answers | ReportAnswers,
    facts: Iterable[Fact] = (),
    day: date = DAY,
    **known: Any,
) -> Checked:
    """The report for 2019, and those for 2018 and the years before it."""
    before = [one if isinstance(one, ReportAnswers) else answered(one, 2018 - back) for back, one in enumerate(earlier)]
    owed = owed_on(REGISTER, facts, meetings={}, day=day)
    return Checked(
        convention="CCM",
        iso3="NOR",
        now=now if isinstance(now, ReportAnswers) else answered(now),
        earlier=tuple(before),
        owed={one.obligation.code: one for one in owed if one.iso3 == "NOR"},
        **known,
    )


def found(of: Checked) -> list[tuple[str, str, str, str]]:
    """What the checks find: code, part and field, the words, and the arithmetic."""
    return [(one.check, f"{one.part}.{one.field}", str(one.words), str(one.arithmetic)) for one in findings(of)]


def only(of: Checked, check: str) -> Finding:
    """The one finding of a check."""
    (one,) = (each for each in findings(of) if each.check == check)
    return one
