"""Mandates that minutes name and that no recorded term bears out."""

from __future__ import annotations

from datetime import date

from corcom.mandates.queries import terms
from corcom.minutes.queries import mandates_on_record
from corcom.oversight.domain.said_mandates import MandateSaid, unrecorded


def mandates_unrecorded(*, convention: str, day: date) -> list[MandateSaid]:
    """What the confirmed records of a convention say by a day and the terms do not. Three SQL queries."""
    said = mandates_on_record(convention=convention, until=day)
    return unrecorded(
        ((each.meeting_id, each.heading, each.source) for each in said), terms(convention=convention), convention
    )


def mandate_said(
    *, convention: str, finding: int, holder: str, since: str, until: str, day: date
) -> MandateSaid | None:
    """One of them, by the finding, the holder and the bounds it names; None where there is no such, or no more. Three SQL queries."""
    found = mandates_unrecorded(convention=convention, day=day)
    wanted = (finding, holder, since, until)
    return next(
        (each for each in found if (each.term.finding, each.term.holder, each.term.since, each.term.until) == wanted),
        None,
    )
