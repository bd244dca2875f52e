"""One proposal as the review has it: what it is, how certain, its values, its words, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from corcom.minutes.domain.changes import Difference
from corcom.minutes.domain.findings import ONLY_NOTED
from corcom.minutes.queries import FindingShown
from corcom.web.review.finding_forms import FindingForm
from corcom.web.review.finding_words import CERTAINTIES, FIELDS, KINDS, parts_of, title_of, value_in_words

STATES = {
    "accepted": pgettext_lazy("finding", "accepted"),
    "edited": pgettext_lazy("finding", "corrected"),
    "rejected": pgettext_lazy("finding", "rejected"),
}
QUOTED = 240
"""Characters of the source words beside a proposal; all of them stand in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposal as the page has it. `state`: proposed, accepted, edited or rejected."""

    id: int
    kind: Promise | str
    title: str
    certainty: str
    certainty_words: Promise | str
    state: str
    state_words: Promise | str
    parts: list[tuple[str, str]]
    quote: str
    before: list[tuple[str, str]]
    only_noted: bool
    form: FindingForm | None = None
    problem: str = ""
    is_current: bool = False
    seen: int = 0

    @property
    def step(self) -> str:
        """What a step sends: which finding, and the last verdict that the page showed on it."""
        return f"{self.id}-{self.seen}"


def form_for(found: FindingShown) -> FindingForm:
    """The form in which a finding is corrected, with its values as they stand."""
    return FindingForm(found.kind, found.confirmed or found.payload, number=found.id)


def proposal(
    found: FindingShown,
    *,
    form: FindingForm | None = None,
    problem: str = "",
    is_current: bool = False,
    seen: int | None = None,
) -> Proposal:
    """A finding as a proposal; `problem` is why the last step on it was refused, `seen` the last verdict that was seen."""
    payload = found.confirmed or found.payload
    title = title_of(found)
    state = "edited" if found.edited else found.state
    replaced = found.replaces or (found.payload if found.edited else None)
    return Proposal(
        id=found.id,
        kind=KINDS[found.kind],
        title=title,
        certainty=found.certainty,
        certainty_words=CERTAINTIES[found.certainty],
        state=state,
        state_words=STATES.get(state, ""),
        parts=parts_of(found.kind, payload, without=title),
        quote=_cut(found.evidence.quote),
        before=_differences(found.kind, replaced, payload) if replaced else [],
        only_noted=found.kind in ONLY_NOTED,
        form=form,
        problem=problem,
        is_current=is_current,
        seen=found.last_verdict if seen is None else seen,
    )


def difference_in_words(one: Difference) -> list[tuple[str, str, str]]:
    """The values that differ between two readings: label, before, now."""
    fields = {field.key: field for field in FIELDS[one.kind]}
    return [
        (str(fields[key].label), value_in_words(fields[key], before), value_in_words(fields[key], after))
        for key, before, after in one.values
        if key in fields
    ]


def _differences(kind: str, before: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, str]]:
    """The values that were proposed or confirmed before and are others now."""
    kept = set(parts_of(kind, now))
    return [part for part in parts_of(kind, before) if part not in kept]


def _cut(quote: str) -> str:
    return quote if len(quote) <= QUOTED else f"{quote[:QUOTED].rsplit(' ', 1)[0]} …"
