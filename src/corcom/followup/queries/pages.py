"""Long lists of commitments, a page at a time, and how much each owner still has to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery

from corcom.followup.domain.commitment import Followed, Kind
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.models import ActionPoint, ActionPointOwner, Decision, DecisionOwner
from corcom.followup.queries.commitments import followed, narrowed, standing, with_owners

SORTS = ("due", "owner", "text", "theme", "raised", "turned")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """Some of the commitments that are wanted, and how many there are in all."""

    rows: tuple[Followed, ...]
    total: int


def commitments_page(
    *, kind: Kind, day: date, wanted: Wanted, sort: str = "due", size: int | None = 50, number: int = 1
) -> CommitmentPage:
    """Page `number` of what is wanted, `size` on each (None: all on one). Three SQL queries.

    `sort` is one of `SORTS`, with a "-" before it to turn it round; what has no due date stands last either way.
    """
    rows: QuerySet[Any] = ActionPoint.objects.all() if kind == "action_point" else Decision.objects.all()
    found = narrowed(standing(rows, day), wanted)
    total = found.count()
    ordered = with_owners(_ordered(found, kind, sort))
    if size is not None:
        ordered = ordered[(number - 1) * size : number * size]
    return CommitmentPage(rows=tuple(followed(row) for row in ordered), total=total)


def pending_by_owner(*, kind: Kind, day: date, convention: str = "") -> dict[str, tuple[int, int]]:
    """By the code of an owner: how many are open or overdue, and how many of them overdue. One SQL query."""
    rows: QuerySet[Any] = ActionPoint.objects.all() if kind == "action_point" else Decision.objects.all()
    found = narrowed(standing(rows, day), Wanted(convention=convention, state="pending"))
    counted = found.order_by().values_list("owners__code", "state").annotate(count=Count("pk", distinct=True))
    pending: dict[str, tuple[int, int]] = {}
    for code, state, count in counted:
        if code:
            every, overdue = pending.get(code, (0, 0))
            pending[code] = (every + count, overdue + (count if state == "overdue" else 0))
    return pending


def _ordered(rows: QuerySet[Any], kind: Kind, sort: str) -> QuerySet[Any]:
    key = sort.removeprefix("-")
    down = sort.startswith("-")
    if key == "owner":
        owners: QuerySet[Any] = (ActionPointOwner if kind == "action_point" else DecisionOwner).objects.all()
        first = owners.filter(**{kind: OuterRef("pk")}).order_by("position").values("name")[:1]
        rows = rows.annotate(first_owner=Subquery(first))
    column = F({"owner": "first_owner", "raised": "raised_on", "turned": "turned_on", "due": "due_on"}.get(key, key))
    first_by = column.desc(nulls_last=True) if down else column.asc(nulls_last=True)
    return rows.order_by(first_by, F("due_on").asc(nulls_last=True), "raised_on", "id")
