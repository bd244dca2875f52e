"""Who writes into a record, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.access.models import User


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes, and when."""

    by: User
    at: datetime
