"""The hours in which a meeting sits, and the shares of time that themes are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from corcom.access.models import User
from corcom.mandates.domain.terms import themes_of
from corcom.programme.actions.errors import ProgrammeChanged
from corcom.programme.actions.writing import ITSELF, programme_row, record_step
from corcom.programme.domain.session import SessionRefused, check_slots
from corcom.programme.models import Programme
from corcom.rulebooks.programmes import SlotHours

WHOLE = 100
"""Per cent."""


@transaction.atomic
def change_hours(
    *, meeting: int, version: int, slots: Sequence[SlotHours], shares: Mapping[str, int], by: User, at: datetime
) -> None:
    """Give a programme other hours and shares (per cent by code of the theme), as somebody read it at `version`.

    `version` 0: nothing was drawn up when it was read. Errors: `NotPlanned`, `AlreadyHeld`, `SessionRefused`,
    `ProgrammeChanged`.
    """
    programme = programme_row(meeting, by=by, at=at)
    if programme.version != max(version, 1):
        raise ProgrammeChanged(by=programme.changed_by.get_full_name())
    check_slots(slots)
    _check_shares(shares, programme.plan.meeting.convention)
    ordered = [asdict(slot) for slot in sorted(slots, key=lambda slot: slot.start)]
    changes = write_hours(programme, slots=ordered, shares=dict(shares), by=by, at=at)
    if changes:
        record_step(programme, "timed", changes, by=by, at=at)


def write_hours(programme: Programme, *, by: User, at: datetime, **said: Any) -> list[dict[str, Any]]:
    """Write `slots`, `shares` or `starts_on`, each as plain values; answers the change, in a list, empty for none."""
    before = {"slots": programme.slots, "shares": programme.shares, "starts_on": programme.starts_on.isoformat()}
    after = {**before, **said}
    if after == before:
        return []
    programme.slots, programme.shares = after["slots"], after["shares"]
    programme.starts_on = date.fromisoformat(after["starts_on"])
    programme.version += 1
    programme.changed_at, programme.changed_by = at, by
    programme.save()
    return [{"session": ITSELF, "before": before, "after": after}]


def _check_shares(shares: Mapping[str, int], convention: str) -> None:
    for theme, share in shares.items():
        if theme not in themes_of(convention):
            raise SessionRefused("theme", theme)
        if not 0 < share <= WHOLE:
            raise SessionRefused("given", str(share))
    if sum(shares.values()) > WHOLE:
        raise SessionRefused("given", str(sum(shares.values())))
