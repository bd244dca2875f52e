"""What was done to a programme, and what would be undone next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corcom.programme.models import ProgrammeStep

NOT_UNDONE = ("undone", "released")
"""Kinds of steps that stay: what was undone, and what went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """One session, or the hours and shares of the programme (`number` 0), before and after a step. Empty: not there."""

    number: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChange:
    """One step: what kind, who and when. `undone`: somebody took it back; `undoes` is the kind of step it takes back."""

    number: int
    kind: str
    at: datetime
    by: str
    changes: tuple[SessionChange, ...]
    undone: bool
    undoes: str


def programme_history(*, meeting: int) -> list[ProgrammeChange]:
    """What was done to the programme of a meeting, the latest first. One SQL query."""
    rows = ProgrammeStep.objects.filter(programme__plan__meeting=meeting).select_related("by", "undoes", "undone_by")
    return [_change(row) for row in rows.order_by("-id")]


def last_to_undo(history: list[ProgrammeChange]) -> ProgrammeChange | None:
    """The last step that can be taken back and was not; None where there is none."""
    return next((one for one in history if one.kind not in NOT_UNDONE and not one.undone), None)


def _change(row: ProgrammeStep) -> ProgrammeChange:
    return ProgrammeChange(
        number=row.pk,
        kind=row.kind,
        at=row.at,
        by=row.by.get_full_name(),
        changes=tuple(
            SessionChange(number=one["session"], before=one["before"], after=one["after"]) for one in row.changes
        ),
        undone=hasattr(row, "undone_by"),
        undoes=row.undoes.kind if row.undoes else "",
    )
