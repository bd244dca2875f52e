"""Texts that were circulated for comment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.factories.rows import AT

from corcom.access.models import User
from corcom.consultation.actions import circulate
from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.queries import Consultation

CLOSES = datetime(2016, 5, 20, 18, 0, tzinfo=ZoneInfo("Europe/Zurich"))
BEFORE = datetime(2016, 5, 10, 8, 0, tzinfo=UTC)
AFTER = datetime(2016, 5, 20, 16, 0, tzinfo=UTC)
"""The very moment of the deadline: too late to comment."""

TEXT = (
    Paragraph("1", "The Coordination Committee met on 28 April 2016 in Geneva."),
    Paragraph("2", "The President thanked the Coordinators for their work on universalization."),
    Paragraph("3", "Austria will circulate a draft letter by 17 June 2016."),
)


def circulated(by: User, **changed: Any) -> Consultation:
    """A text of three paragraphs, circulated to Austria, Zambia and Norway."""
    said: dict[str, Any] = {
        "title": "Minutes of 28 April 2016",
        "about": "minutes:7",
        "paragraphs": TEXT,
        "parties": ("AUT", "ZMB", "NOR"),
        "closes_at": CLOSES,
        "procedure": "comments",
        "circle": "committee",
        "at": AT,
    }
    return circulate(**{**said, **changed}, by=by)
