"""An issue of minutes: what it is, when, and by which meeting it was approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corcom.kernel.marked import gettext_noop
from corcom.minuting.domain.content import MinutesContent
from corcom.minuting.domain.corrections import NotedCorrection

IssueKind = Literal["draft", "circulated", "approved", "corrected"]
ISSUES: Mapping[IssueKind, str] = {
    "draft": gettext_noop("Draft minutes"),
    "circulated": gettext_noop("Draft minutes, circulated for comment"),
    "approved": gettext_noop("Minutes, approved as a correct record"),
    "corrected": gettext_noop("Minutes, corrected after their approval"),
}
"""What each kind of issue is called at its head; a draft was not issued yet."""
FINAL: frozenset[str] = frozenset({"approved", "corrected"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The later meeting that approved the minutes: its body and its first day in ISO 8601, and what it noted."""

    meeting: int
    body: str
    date: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue of minutes, or the draft as it stands (version 0). `corrections`: against the issue before."""

    kind: IssueKind
    content: MinutesContent
    version: int = 0
    approval: Approval | None = None
    corrections: tuple[NotedCorrection, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether a meeting took them as a correct record."""
        return self.kind in FINAL
