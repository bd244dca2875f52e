"""A report with everything that its checks compare it with, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.followup.domain.commitment import Followed
from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.owed import Owed
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer
from corcom.reporting.domain.report_values import OwedReport
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswers:
    """What one version of a report answers. `period` is None for a report that is made once."""

    period: int | None
    version: int
    form: Form
    answers: Answers
    received_on: date | None = None

    @property
    def source(self) -> Filled:
        """Which report it is, in words."""
        if self.period is None:
            return Filled(gettext_noop("initial report, version %(version)d"), version=self.version)
        words = gettext_noop("report for %(year)s, version %(version)d")
        return Filled(words, year=str(self.period), version=self.version)

    @property
    def place(self) -> str:
        """Where it stands, for a page."""
        return f"report:{self.period or 'once'}"

    def answer(self, part: str) -> PartAnswer:
        """What is answered to a part."""
        return self.answers.get(part, NOTHING)

    def fields(self) -> Iterator[tuple[Part, Field]]:
        """Every field with its part."""
        for part in self.form.parts:
            for field in part.fields:
                yield part, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report and what is known beside it.

    `earlier` are the reports before it on the same form that the State stands by, the latest first. `owed` is what the State
    owes on the day, by the code of the obligation; `report` is this report among what is owed. `since` is the entry into
    force for the State. `contacts` are its e-mail addresses for reports in the directory; `commitments` what it promised and
    is still open.
    """

    convention: str
    iso3: str
    now: ReportAnswers
    earlier: tuple[ReportAnswers, ...] = ()
    owed: Mapping[str, Owed]
    report: OwedReport | None = None
    since: date | None = None
    contacts: tuple[str, ...] = ()
    commitments: tuple[Followed, ...] = ()

    @property
    def before(self) -> ReportAnswers | None:
        """The report before it."""
        return self.earlier[0] if self.earlier else None

    @property
    def last_year(self) -> ReportAnswers | None:
        """The report before it, where no year lies between the two; the initial report counts as such."""
        before, period = self.before, self.now.period
        if before is None or period is None:
            return None
        return before if before.period in {None, period - 1} else None

    def fact(self, obligation: str, *kinds: FactKind) -> Fact | None:
        """The latest fact of one of these kinds that is recorded of an obligation."""
        owed = self.owed.get(obligation)
        return next((fact for fact in reversed(owed.facts if owed else ()) if fact.kind in kinds), None)
