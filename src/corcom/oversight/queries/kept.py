"""Which open promises the register shows as kept."""

from __future__ import annotations

from datetime import date

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points, reopened
from corcom.obligations.queries import facts
from corcom.oversight.domain.kept import Kept, kept, may_be_kept_elsewhere
from corcom.register.queries import register_of


def kept_promises(*, day: date) -> list[Kept]:
    """The open action points of a day that the register shows as kept by then; those that were opened again are left out.

    Three SQL queries, and two for each convention of which something was promised.
    """
    promised = _open(day)
    conventions = sorted({each.terms.convention for each in promised})
    registers = {code: found for code in conventions if (found := register_of(code)) is not None}
    known = {code: facts(convention=code) for code in registers}
    shown = (kept(each, registers, known, day=day) for each in promised)
    return [each for each in shown if each is not None]


def _open(day: date) -> list[Followed]:
    pending = action_points(day=day, wanted=Wanted(state="pending"))
    candidates = [each for each in pending if may_be_kept_elsewhere(each.terms.text)]
    again = reopened([each.ref.number for each in candidates])
    return [each for each in candidates if each.ref.number not in again]
