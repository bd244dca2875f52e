"""Invited delegations and their answers, for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories.plans import a_plan
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.participation.actions import answer_invitation, invite
from corcom.participation.domain.answers import DelegationAnswer, Nominee
from corcom.participation.domain.invitees import invitee, special_invitee
from corcom.participation.queries import InvitedDelegation, invitations

ANSWER_BY = date(2016, 6, 20)
ANA = Nominee(key="a", name="Ana Banda", title="H.E. Ms.", function="Permanent Representative", is_head=True)
BO = Nominee(key="b", name="Bo Chanda", function="Counsellor", email="bo@example.org", languages=("en", "fr"))
ZAMBIA_COMES = DelegationAnswer(said="attends", people=(ANA, BO))
SORRY = DelegationAnswer(said="apologies", note="Another meeting.")


def an_invited_meeting(by: User, *codes: str, **changes: Any) -> int:
    """The number of a meeting to which Norway, Zambia and the ICRC are invited, or those that are named, and a guest."""
    number = a_plan(by, **changes)
    asked = [invitee(code, email=f"{code.lower()}@example.org") for code in codes or ("NOR", "ZMB", "icrc")]
    guest = special_invitee("Survivors’ Network", email="guest@example.org")
    invite(meeting=number, delegations=[*asked, guest], answer_by=ANSWER_BY, by=by, at=AT)
    return number


def invited(meeting: int, code: str) -> InvitedDelegation:
    """One delegation that was invited."""
    return next(one for one in invitations(meeting=meeting) if one.code == code)


def answered(meeting: int, code: str, answer: DelegationAnswer, by: User | None = None) -> int:
    """An answer on top of the latest; the new version."""
    found = invited(meeting, code)
    return answer_invitation(number=found.number, answer=answer, version=found.version, by=by, at=AT)
