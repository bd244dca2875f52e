"""The hours in which a meeting sits, and the shares of time that themes are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
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


def write_hours(
    programme: Programme,
    *,
    by: User,
    at: datetime,
    slots: list[dict[str, str]] | None = None,
    shares: dict[str, int] | None = None,
) -> list[dict[str, Any]]:
    """Write hours or shares or both; answers the change, in a list that is empty where there was none."""
    before = {"slots": programme.slots, "shares": programme.shares}
    after = {
        "slots": programme.slots if slots is None else slots,
        "shares": programme.shares if shares is None else shares,
    }
    if after == before:
        return []
    programme.slots, programme.shares = after["slots"], after["shares"]
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
