"""The published JSON form of a reading, both ways, and its JSON Schema.

It is the typed record with three changes of key for readers of JSON: an action point's `kind` is called `class`;
`apologies` and `absent` are plain lists of names, with the words behind them in `absences`; `null` stands for None.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from corcom.kernel.errors import CorcomError
from corcom.minutes.domain.expected import expected
from corcom.minutes.domain.reading import Reading

FORMAT = "corcom-reading-1"
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)


class NotAReading(CorcomError):
    """A JSON document that is no reading: `problems` names each place and what is wrong there."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def to_json(reading: Reading) -> dict[str, Any]:
    """A reading as JSON values, in the order of the published format."""
    values: dict[str, Any] = _READING.dump_python(reading, mode="json")
    values["apologies"] = [a.delegation for a in reading.absences if a.kind == "apologies"]
    values["absent"] = [a.delegation for a in reading.absences if a.kind == "absent"]
    for point in values["action_points"]:
        point["class"] = point.pop("kind")
    return {"format": FORMAT} | values


def from_json(values: dict[str, Any]) -> Reading:
    """A reading from its JSON values; raises NotAReading with every place that is wrong."""
    data = {key: value for key, value in values.items() if key not in {"format", "apologies", "absent"}}
    points = data.get("action_points")
    if isinstance(points, list):
        data["action_points"] = [
            {("kind" if key == "class" else key): value for key, value in point.items()}
            if isinstance(point, dict)
            else point
            for point in points
        ]
    try:
        return _READING.validate_python(data, extra="forbid")
    except ValidationError as error:
        problems = [f"{'.'.join(map(str, e['loc'])) or 'document'}: {expected(e)}" for e in error.errors()]
        raise NotAReading(problems) from error
