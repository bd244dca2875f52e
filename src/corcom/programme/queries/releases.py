"""Programmes of work as they were released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from corcom.kernel.marked import Filled
from corcom.programme.domain.differences import differences
from corcom.programme.domain.programme_json import ProgrammeJson, SessionJson
from corcom.programme.models import ProgrammeRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedProgramme:
    """A programme as it went out, and what it says otherwise than the release before it.

    `gone` are sessions of earlier releases that are not in this one, as they last stood.
    """

    version: int
    content: ProgrammeJson
    at: datetime
    by: str
    changes: tuple[Filled, ...]
    gone: tuple[SessionJson, ...]


def released_programmes(*, meeting: int) -> list[ReleasedProgramme]:
    """The released programmes of a meeting, the latest first. One SQL query."""
    found: list[ReleasedProgramme] = []
    known: dict[str, SessionJson] = {}
    rows = ProgrammeRelease.objects.filter(programme__plan__meeting=meeting).select_related("released_by")
    for row in rows.order_by("version"):
        content = cast("ProgrammeJson", row.content)
        here = {one["uid"] for one in content["sessions"]}
        found.append(
            ReleasedProgramme(
                version=row.version,
                content=content,
                at=row.released_at,
                by=row.released_by.get_full_name(),
                changes=differences(found[-1].content, content) if found else (),
                gone=tuple(one for uid, one in known.items() if uid not in here),
            )
        )
        known |= {one["uid"]: one for one in content["sessions"]}
    return found[::-1]


def released_programme(*, meeting: int, version: int) -> ReleasedProgramme | None:
    """One release; None where there is none. One SQL query."""
    return next((one for one in released_programmes(meeting=meeting) if one.version == version), None)
