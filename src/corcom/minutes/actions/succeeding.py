"""A later document takes the place of an earlier one of the same meeting: a new version of minutes that were written here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from corcom.access.models import User
from corcom.followup.actions import AlreadyFollowedUp, FollowUpRefused, move_source
from corcom.minutes.actions.commitments import ref_of
from corcom.minutes.actions.readings import pass_on
from corcom.minutes.actions.verdicts import reject_finding
from corcom.minutes.domain.changes import ReadingChanges, label
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries.items import evidence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWithdrawn:
    """Something that could not follow the later document, in words, and why."""

    words: str
    why: FollowUpRefused


@transaction.atomic
def succeed_reading(*, before: int, after: int) -> ReadingChanges:
    """Pass the verdicts on one document on to the document that takes its place; gives what differs.

    Other words at the same place correct what was there once they are accepted.
    """
    rows = {row.pk: row for row in Reading.objects.select_for_update().filter(pk__in=(before, after))}
    old, new = rows[before], rows[after]
    changes = pass_on(old, new, list(new.findings.all()))
    old.superseded = True
    old.save(update_fields=["superseded"])
    return changes


@transaction.atomic
def move_sources(*, reading: int) -> None:
    """Let every commitment of a reading point to its words there."""
    rows = Finding.objects.filter(reading=reading, state="accepted").select_related("reading")
    for row in rows.filter(Q(action_point__isnull=False) | Q(decision__isnull=False)):
        ref = ref_of(row)
        if ref is not None:
            move_source(commitment=ref, evidence=evidence_of(row), file=row.reading.file_id)


def withdraw_gone(*, reading: int, by: User, at: datetime) -> Iterator[NotWithdrawn]:
    """Take out of the record what the document that took the place of this one does not say any more.

    What somebody followed up since stays in the record and is given back.
    """
    rows = Finding.objects.filter(reading=reading, state="accepted", carried_to=None)
    for row in rows.exclude(kind="meeting").order_by("position"):
        try:
            reject_finding(finding=row.pk, by=by, at=at)
        except AlreadyFollowedUp as refused:
            payload = row.confirmed if row.confirmed is not None else row.payload
            yield NotWithdrawn(words=label(row.kind, payload, row.quote), why=refused)
