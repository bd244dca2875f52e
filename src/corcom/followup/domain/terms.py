"""The terms of action points and decisions: what was promised, by whom, until when; and what a correction changes of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date

from corcom.kernel.actor import Actor
from corcom.kernel.calendar import NotADate, latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was promised: by whom, until when, at which meeting. `due` is ISO 8601, as fine as the text allows."""

    convention: str
    body: str
    text: str
    raised_on: date
    theme: str = ""
    agenda: str = ""
    due: str = ""
    due_text: str = ""
    owners: tuple[Actor, ...] = ()

    @property
    def due_on(self) -> date | None:
        """The last day that `due` can mean; None where there is no day to miss."""
        if not self.due:
            return None
        try:
            return latest(self.due)
        except NotADate:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPointTerms(Terms):
    """`tentative`: the text itself leaves it open whether it will be done."""

    tentative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTerms(Terms):
    """`reported`: another body decided it, and `body` names that one; `taken_on` is None where its day is not said."""

    paragraph: str = ""
    taken_on: date | None = None
    reported: bool = False


def as_json(terms: Terms) -> dict[str, object]:
    """The terms as plain values: days as ISO text, owners as lists of code and name."""
    values: dict[str, object] = {}
    for key, value in asdict(terms).items():
        if isinstance(value, date):
            values[key] = value.isoformat()
        elif key == "owners":
            values[key] = [[owner.code, owner.name] for owner in terms.owners]
        else:
            values[key] = value
    return values


def difference(before: Terms, after: Terms) -> tuple[dict[str, object], dict[str, object]]:
    """What a correction changes: the values before and after, of the changed keys only."""
    old, new = as_json(before), as_json(after)
    changed = [field.name for field in fields(after) if old.get(field.name) != new.get(field.name)]
    return {key: old.get(key) for key in changed}, {key: new.get(key) for key in changed}
