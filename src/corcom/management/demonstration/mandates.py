"""The terms of office that come with CorCom, taken over into the demonstration as facts with their sources."""

from __future__ import annotations

from datetime import datetime

from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.queries import terms


def take_over_terms(*, at: datetime) -> int:
    """Record the packaged terms where none are recorded yet; gives how many."""
    return 0 if terms() else record_terms(found=packaged_terms(), at=at)
