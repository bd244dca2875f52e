"""How a finding stands: by what was done about it, and by what the State answered. Computed each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from corcom.reporting.domain.checks.finding import Finding

FindingStepKind = Literal["remark", "letter", "settled", "set_aside", "reopened"]
"""`remark`, `letter`: it was put to the State. `settled`: it is explained. `set_aside`: nothing is to be asked. `reopened`: it is
open again."""

FindingState = Literal["open", "prepared", "put", "answered", "settled", "set_aside"]
FINDING_STATES: tuple[FindingState, ...] = get_args(FindingState)
"""`prepared`: a letter about it waits in the outbox. `put`: the State has been asked. `answered`: the State said something since."""

UNDONE: frozenset[FindingState] = frozenset(("open", "prepared", "put", "answered"))
"""With these something is still to be done."""

LetterState = Literal["prepared", "sent", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingStepTold:
    """One step: with which finding (`key`), as it was then (`mark`, `words`); for a letter its `batch` in the outbox."""

    key: str
    mark: str
    words: str
    kind: FindingStepKind
    note: str
    batch: str
    version: int
    at: datetime
    by: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTold:
    """A finding and how it stands. `finding` is None for one that is found no longer; `words` then says what it was.

    `steps` are those about the finding as it is, `earlier` those about the same finding with other values.
    """

    key: str
    words: str
    part: str
    finding: Finding | None
    state: FindingState
    steps: tuple[FindingStepTold, ...]
    earlier: tuple[FindingStepTold, ...]

    @property
    def is_undone(self) -> bool:
        """Whether something is still to be done about it."""
        return self.finding is not None and self.state in UNDONE


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAnswers:
    """When the State said something: in remarks by part, in replies to letters; and how letters stand, by batch."""

    remarks: Mapping[str, Sequence[datetime]]
    replies: Sequence[datetime] = ()
    letters: Mapping[str, LetterState]


def told(
    findings: Iterable[Finding], steps: Sequence[FindingStepTold], answers: StateAnswers
) -> tuple[FindingTold, ...]:
    """Every finding with how it stands, then those that are found no longer; `steps` are in their order."""
    found = [_told(one, [step for step in steps if step.key == one.key], answers) for one in findings]
    there = {one.key for one in found}
    return (*found, *(_lost(key, steps, answers) for key in dict.fromkeys(s.key for s in steps) if key not in there))


def _told(finding: Finding, steps: Sequence[FindingStepTold], answers: StateAnswers) -> FindingTold:
    own = tuple(step for step in steps if step.mark == finding.mark)
    return FindingTold(
        key=finding.key,
        words=str(finding.words),
        part=finding.part,
        finding=finding,
        state=_state(own, finding.part, answers),
        steps=own,
        earlier=tuple(step for step in steps if step.mark != finding.mark),
    )


def _lost(key: str, steps: Sequence[FindingStepTold], answers: StateAnswers) -> FindingTold:
    own = tuple(step for step in steps if step.key == key)
    part = key.split(":")[1]
    state = _state(own, part, answers)
    return FindingTold(key=key, words=own[-1].words, part=part, finding=None, state=state, steps=own, earlier=())


def _state(steps: Sequence[FindingStepTold], part: str, answers: StateAnswers) -> FindingState:
    """By the last step that counts; a letter that was cancelled does not."""
    counted = [step for step in steps if answers.letters.get(step.batch) != "cancelled"]
    if not counted or counted[-1].kind == "reopened":
        return "open"
    last = counted[-1]
    if last.kind in {"settled", "set_aside"}:
        return "settled" if last.kind == "settled" else "set_aside"
    said = [*answers.remarks.get(part, ()), *(answers.replies if last.kind == "letter" else ())]
    if any(at > last.at for at in said):
        return "answered"
    return "prepared" if answers.letters.get(last.batch) == "prepared" else "put"
