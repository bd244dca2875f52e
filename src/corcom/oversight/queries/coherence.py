"""Whether what is stored for quick lists still agrees with what it follows from."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from corcom.minutes.domain.verdicts import standing
from corcom.minutes.models import Finding, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A finding whose stored `state` is not what its verdicts say, or that lacks what its state calls for."""

    finding_id: int
    stored: str
    computed: str


LINKED = {"action_point": "action_point_id", "decision": "decision_id", "reported_decision": "decision_id"}
"""Kinds of finding that must be linked to something once they are accepted."""


def verdict_disagreements() -> list[Disagreement]:
    """The findings that do not stand as their verdicts say; none on a sound site. Two SQL queries."""
    verdicts = Prefetch("verdicts", Verdict.objects.order_by("id"))
    rows = Finding.objects.select_related("reading").defer("reading__text", "reading__marks", "reading__record")
    found = []
    for row in rows.prefetch_related(verdicts).order_by("pk"):
        expected = standing((verdict.verdict, verdict.payload) for verdict in row.verdicts.all())
        computed: str = expected.state
        if (row.state, row.confirmed) == (expected.state, expected.confirmed):
            missing = _missing(row)
            if not missing:
                continue
            computed = f"{expected.state} without {missing}"
        found.append(Disagreement(finding_id=row.pk, stored=row.state, computed=computed))
    return found


def _missing(row: Finding) -> str:
    """What an accepted finding lacks: its meeting, or the commitment it was to become."""
    if row.state != "accepted":
        return ""
    if row.reading.meeting_id is None:
        return "its meeting"
    link = LINKED.get(row.kind)
    return "its commitment" if link and getattr(row, link) is None else ""
