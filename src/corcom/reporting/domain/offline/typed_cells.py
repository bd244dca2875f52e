"""A cell of an offline form as the value of its field."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answer_values import read_value
from corcom.reporting.domain.offline import words
from corcom.reporting.domain.offline.found import FoundCell
from corcom.reporting.domain.offline.laid_out import yes_and_no
from corcom.reporting.domain.offline.shown import unmistakable
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Choice, Field

SINCE = Field(code="since", name=words.SINCE, kind="year")
BECAUSE = Field(code="because", name=words.BECAUSE, kind="text")
RESTRICTED = Field(code="restricted", name=words.RESTRICTED, kind="yes_no")
STATE = Field(
    code="state",
    name=words.STATE,
    kind="choice",
    choices=tuple(Choice(code=code, name=name) for code, name in words.STATES.items()),
)
OF_WHOLE: Mapping[str, Field] = {"state": STATE, "since": SINCE, "because": BECAUSE, "restricted": RESTRICTED}
"""What is said of a part as a whole."""


def value_of(field: Field, cell: FoundCell, wording: Wording) -> str:
    """The value, "" for a cell in which nothing was chosen or written. Errors: `ValueRefused`."""
    text = cell.text.strip()
    if field.kind in {"choice", "yes_no"}:
        if text in {words.CHOOSE, wording.gettext(words.CHOOSE)}:
            return ""
        chosen = {name.casefold(): code for code, name in _choices(field, wording)}
        text = chosen.get(" ".join(text.split()).casefold(), text)
    if cell.is_number and field.kind == "number":
        text = unmistakable(text)
    return read_value(field, text)


def _choices(field: Field, wording: Wording) -> tuple[tuple[str, str], ...]:
    if field.kind == "yes_no":
        return yes_and_no(wording)
    return tuple((each.code, wording.gettext(each.name) if field is STATE else each.name) for each in field.choices)


__all__ = ["OF_WHOLE", "ValueRefused", "value_of"]
