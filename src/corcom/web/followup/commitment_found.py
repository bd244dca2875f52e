"""One action point or decision by its number, as an address has it."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from corcom.followup.domain.commitment import Followed, Kind
from corcom.followup.queries import NoSuchCommitment, action_point, decision


def found_or_404(kind: Kind, number: int, day: date) -> Followed:
    """The commitment as it stands on a day."""
    try:
        return action_point(number=number, day=day) if kind == "action_point" else decision(number=number, day=day)
    except NoSuchCommitment as missing:
        raise Http404 from missing
