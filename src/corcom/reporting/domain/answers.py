"""What a State answers on a report form: part by part, as values that do not know whether they came by web or by file.

A value is a text; a number as it is written in digits ("1200", "0.75"); a day or a year in ISO 8601; "yes" or "no"; the
code of a choice; or for a table its rows, each with a value for each of its columns. What was left open is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

PartState = Literal["open", "changed", "unchanged", "not_applicable"]
STATES: tuple[PartState, ...] = get_args(PartState)
"""`open`: the State has not said yet. `changed`: the values are those of this period. `unchanged`: as in the report for the year
`since`. `not_applicable`: for the reason given."""

MOST_ROWS = 500
"""Rows of one table."""

TableRow = Mapping[str, str]
Value = str | tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAnswer:
    """What is answered to one part. `carried_from`: the values still are those of the report for that year."""

    state: PartState = "open"
    values: Mapping[str, Value] = field(default_factory=dict)
    since: int | None = None
    because: str = ""
    carried_from: int | None = None
    restricted: bool = False

    def rows(self, code: str) -> tuple[TableRow, ...]:
        """The rows of a table; none where nothing was entered."""
        value = self.values.get(code, ())
        return () if isinstance(value, str) else value

    def text(self, code: str) -> str:
        """Any other value; "" where nothing was entered."""
        value = self.values.get(code, "")
        return value if isinstance(value, str) else ""


Answers = Mapping[str, PartAnswer]
"""By the code of the part."""

NOTHING = PartAnswer()


def answers_json(answers: Answers) -> dict[str, Any]:
    """The answers as plain values, to be kept; what is not said is left out."""
    found = {}
    for code, one in answers.items():
        values = {
            key: value if isinstance(value, str) else [dict(row) for row in value] for key, value in one.values.items()
        }
        told = {
            "state": one.state,
            "values": values,
            "since": one.since,
            "because": one.because,
            "carried_from": one.carried_from,
            "restricted": one.restricted,
        }
        found[code] = {key: value for key, value in told.items() if value not in ({}, None, "", False)}
    return found


def answers_from(data: Mapping[str, Any]) -> Answers:
    """The answers that `answers_json` wrote."""
    return {
        code: PartAnswer(
            state=one.get("state", "open"),
            values={
                key: value if isinstance(value, str) else tuple(dict(row) for row in value)
                for key, value in one.get("values", {}).items()
            },
            since=one.get("since"),
            because=one.get("because", ""),
            carried_from=one.get("carried_from"),
            restricted=one.get("restricted", False),
        )
        for code, one in data.items()
    }
