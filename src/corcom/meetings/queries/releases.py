"""Agendas as they were released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.meetings.models import AgendaRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An agenda as it went out. `content` is what `agenda_json` made of it that day."""

    version: int
    content: dict[str, object]
    at: datetime
    by: str


def releases_of(*, meeting: int) -> list[Release]:
    """The agendas that were released for a meeting, the latest first. One SQL query."""
    rows = AgendaRelease.objects.filter(plan__meeting=meeting).select_related("released_by")
    return [_release(row) for row in rows]


def latest_release(*, meeting: int) -> Release | None:
    """The agenda that holds; None where none was released. One SQL query."""
    return next(iter(releases_of(meeting=meeting)), None)


def release_of(*, meeting: int, version: int) -> Release | None:
    """One release of an agenda. One SQL query."""
    return next((one for one in releases_of(meeting=meeting) if one.version == version), None)


def _release(row: AgendaRelease) -> Release:
    return Release(version=row.version, content=row.content, at=row.released_at, by=row.released_by.get_full_name())
