"""From what a report answers to the figures that it gives.

A number of a form gives a figure where its field names one (`figure:` in the form). In a table the columns `type`, `group` and
`currency` say of which part it is; rows that say the same part are added, whatever place they speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corcom.documents.domain.circles import Circle
from corcom.figures.domain.amounts import is_exact
from corcom.figures.domain.figures import NO_CURRENCY, Figure
from corcom.figures.domain.measures import Measure, form_figure
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer, TableRow
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part

UNKNOWN = "unknown"
GROUPS: Mapping[str, tuple[str, str]] = {
    "men": ("male", "adult"),
    "women": ("female", "adult"),
    "boys": ("male", "child"),
    "girls": ("female", "child"),
    "unknown": (UNKNOWN, UNKNOWN),
}
"""The choices of a column `group`, as sex and age."""
_SIGNS: Mapping[str, str] = {"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "US$": "USD", "£": "GBP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSaid:
    """A version of a report that was handed in: whose, which, when received, for whom; `name` is that of the report."""

    convention: str
    iso3: str
    report: str
    name: str
    period: int | None
    version: int
    received_on: date
    circle: Circle
    provisional: bool = False

    @property
    def year(self) -> int:
        """The year of its figures: that which it covers; of a report that is made once, that in which it came."""
        return self.period or self.received_on.year


@dataclass(frozen=True, slots=True)
class _Named:
    """A number of a form, before those of one part are added."""

    measure: Measure
    type: str
    sex: str
    age: str
    area_kind: str
    currency: str


def report_figures(
    said: ReportSaid, form: Form, answers: Answers, *, earlier: Mapping[int, Answers] | None = None
) -> list[Figure]:
    """The figures of a version of a report. `earlier`: what reports for other years answered, by the year.

    A part that does not apply gives none: no number is made of a sentence. An unchanged part says of stocks that they are what
    they were, and nothing of what happened in the year. A sum of more digits than a table keeps is left out.
    """
    found: list[Figure] = []
    for part in form.parts:
        answer = answers.get(part.code, NOTHING)
        if answer.state == "changed":
            found += _figures(said, part, answer, stocks_only=False)
        elif answer.state == "unchanged":
            found += _figures(said, part, _what_it_was(part, answer, earlier or {}), stocks_only=True)
    return found


def _what_it_was(part: Part, answer: PartAnswer, earlier: Mapping[int, Answers]) -> PartAnswer:
    """An unchanged part with its values: those that stand in it, or those of the year since which it is unchanged.

    What only States Parties may read there stays theirs here.
    """
    if answer.values or answer.since is None:
        return answer
    before = earlier.get(answer.since, {}).get(part.code, NOTHING)
    restricted = answer.restricted or before.restricted
    return PartAnswer(state=answer.state, values=before.values, since=answer.since, restricted=restricted)


def _figures(said: ReportSaid, part: Part, answer: PartAnswer, *, stocks_only: bool) -> Iterator[Figure]:
    sums: dict[_Named, Decimal] = {}
    notes: dict[_Named, str] = {}
    # A number of all beside a table of its parts: rows that name no part say it again.
    of_all = {named for field in part.fields if field.kind != "table" for named, _, _ in _numbers(field, answer)}
    for field in part.fields:
        for named, value, note in _numbers(field, answer):
            if field.kind == "table" and named in of_all:
                continue
            if named.measure.is_stock or not stocks_only:
                sums[named] = sums.get(named, Decimal(0)) + value
                notes.setdefault(named, note)
    sure = not stocks_only and not said.provisional
    about = f"{said.name} for {said.period}" if said.period else said.name
    for named, value in sums.items():
        if is_exact(value):
            yield Figure(
                convention=said.convention,
                iso3=said.iso3,
                year=said.year,
                measure=named.measure.code,
                value=value,
                type=named.type,
                sex=named.sex,
                age=named.age,
                area_kind=named.area_kind,
                currency=named.currency,
                source=f"{about}, version {said.version}, part {part.code}",
                certainty="certain" if sure else "likely",
                circle="states_parties" if answer.restricted and said.circle == "public" else said.circle,
                told_on=said.received_on,
                report=said.report,
                period=said.period,
                version=said.version,
                note=f"unchanged since {answer.since}" if stocks_only else notes[named],
            )


def _numbers(field: Field, answer: PartAnswer) -> Iterator[tuple[_Named, Decimal, str]]:
    """The numbers of a field: what each counts, its value, and a note where a currency is none."""
    if field.kind != "table":
        if (value := answer.text(field.code)) and (found := form_figure(field.figure)):
            yield _named(found, "", ("", ""), ""), Decimal(value), ""
        return
    rows = answer.rows(field.code)
    is_divided = any(row.get("type") or row.get("group") for row in rows)
    for row in rows:
        kind = " ".join(row.get("type", "").split())
        people = GROUPS.get(row.get("group", ""), ("", ""))
        if is_divided and field.column("type"):
            kind = kind or UNKNOWN
        if is_divided and field.column("group"):
            people = people if people[0] else (UNKNOWN, UNKNOWN)
        for column in field.columns:
            if (number := row.get(column.code)) and (found := form_figure(column.figure)):
                currency, note = _currency(row) if found[0].has_currency else ("", "")
                yield _named(found, kind, people, currency), Decimal(number), note


def _named(found: tuple[Measure, str], kind: str, people: tuple[str, str], currency: str) -> _Named:
    measure, area_kind = found
    by = measure.divided_by
    sex, age = people if "sex" in by else ("", "")
    return _Named(measure, kind[:120] if "type" in by else "", sex, age, area_kind, currency)


def _currency(row: TableRow) -> tuple[str, str]:
    """The currency of an amount, and what was written where that is none."""
    text = row.get("currency", "").strip()
    plain = _SIGNS.get(text.upper(), text.upper())
    if len(plain) == len("CHF") and plain.isascii() and plain.isalpha():
        return plain, ""
    return NO_CURRENCY, f"currency as written: {text}" if text else ""
