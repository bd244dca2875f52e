"""What a person says of findings, and search that follows it: both, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from corcom.access.models import User
from corcom.minutes.actions import verdicts
from corcom.minutes.domain.findings import Payload
from corcom.minutes.models import Finding, Reading
from corcom.oversight.actions.indexing import about_reading, index_reading
from corcom.oversight.actions.keeping import close_kept_promises
from corcom.oversight.domain.kept import may_be_kept_elsewhere


def accept_finding(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Confirm a finding as proposed. Errors: as `minutes.actions.accept_finding`."""
    with transaction.atomic():
        with _search_follows(findings=[finding]):
            verdicts.accept_finding(finding=finding, by=by, at=at, seen=seen)
        _close_what_was_kept([finding], by=by, at=at)


def accept_findings(*, findings: Sequence[int], by: User, at: datetime) -> int:
    """Confirm these findings as proposed; gives how many there were. Errors: as `minutes.actions.accept_findings`."""
    with transaction.atomic():
        with _search_follows(findings=findings):
            done = verdicts.accept_findings(findings=findings, by=by, at=at)
        _close_what_was_kept(findings, by=by, at=at)
        return done


def accept_certain(*, reading: int, by: User, at: datetime) -> int:
    """Confirm what is certain and waits; gives how many there were. Errors: as `minutes.actions.accept_certain`."""
    with transaction.atomic():
        with _search_follows(reading=reading):
            done = verdicts.accept_certain(reading=reading, by=by, at=at)
        found = Finding.objects.filter(reading=reading, state="accepted", kind="action_point")
        _close_what_was_kept(list(found.values_list("pk", flat=True)), by=by, at=at)
        return done


def edit_finding(*, finding: int, payload: Payload, by: User, at: datetime, seen: int | None = None) -> None:
    """Confirm a finding with other values. Errors: as `minutes.actions.edit_finding`."""
    with transaction.atomic():
        with _search_follows(findings=[finding]):
            verdicts.edit_finding(finding=finding, payload=payload, by=by, at=at, seen=seen)
        _close_what_was_kept([finding], by=by, at=at)


def reject_finding(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Say that a finding is wrong. Errors: as `minutes.actions.reject_finding`."""
    with _search_follows(findings=[finding]):
        verdicts.reject_finding(finding=finding, by=by, at=at, seen=seen)


def undo_verdict(*, finding: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Take back the last verdict on a finding. Errors: as `minutes.actions.undo_verdict`."""
    with _search_follows(findings=[finding]):
        verdicts.undo_verdict(finding=finding, by=by, at=at, seen=seen)


def undo_findings(*, findings: Sequence[int], by: User, at: datetime) -> int:
    """Take back the last verdict on each; gives how many there were. Errors: as `minutes.actions.undo_findings`."""
    with _search_follows(findings=findings):
        return verdicts.undo_findings(findings=findings, by=by, at=at)


def _close_what_was_kept(findings: Sequence[int], *, by: User, at: datetime) -> None:
    """What is confirmed may have been done by then, as the register shows. One SQL query where nothing of the kind is."""
    rows = Finding.objects.filter(pk__in=findings, kind="action_point", state="accepted")
    said = [
        payload if confirmed is None else confirmed for confirmed, payload in rows.values_list("confirmed", "payload")
    ]
    if any(may_be_kept_elsewhere(each.get("text") or "") for each in said):
        close_kept_promises(day=at.date(), by=by, at=at)


@contextmanager
def _search_follows(*, findings: Sequence[int] = (), reading: int | None = None) -> Iterator[None]:
    """One transaction for a verdict and the index, which is made anew only where the verdict changed what it says.

    To accept what was proposed, and to undo that, changes nothing there.
    """
    with transaction.atomic():
        readings = set(Finding.objects.filter(pk__in=findings).values_list("reading", flat=True))
        readings |= {reading} if reading is not None else set()
        said, about = _said(findings), _about(readings)
        yield
        said_now, about_now = _said(findings), _about(readings)
        moved = {number for number in readings if about[number] != about_now[number]}
        changed = {found[0] for key, found in said_now.items() if found != said[key]}
        # A corrected meeting is that of all its documents.
        meetings = Reading.objects.filter(pk__in=moved, meeting__isnull=False).values("meeting")
        others = Reading.objects.filter(meeting__in=meetings).values_list("pk", flat=True)
        for number in sorted({*changed, *moved, *others}):
            index_reading(reading=number)


def _said(findings: Sequence[int]) -> dict[int, tuple[int, bool, Any]]:
    """By finding: its reading, whether it was rejected, and its values. One SQL query."""
    rows = Finding.objects.filter(pk__in=findings).values_list("pk", "reading", "state", "confirmed", "payload")
    return {
        number: (reading, state == "rejected", payload if confirmed is None else confirmed)
        for number, reading, state, confirmed, payload in rows
    }


def _about(readings: set[int]) -> dict[int, Any]:
    """By reading: of which meeting its passages are. Two SQL queries for each."""
    return {number: about_reading(reading=number) for number in readings}
