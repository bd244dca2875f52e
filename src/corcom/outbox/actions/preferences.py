"""Leaving messages of one kind, getting them again, and the link by which that is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.actions import give_link
from corcom.access.domain.links import GivenLink
from corcom.access.models import User
from corcom.access.queries import links_for
from corcom.outbox.actions.errors import CannotLeave
from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.leaving import LEAVABLE, LONGEST, OPENS_FOR, PURPOSE, with_way_out
from corcom.outbox.domain.writing import Writing
from corcom.outbox.models import MailPreference
from corcom.outbox.queries.preferences import preference_of


@transaction.atomic
def set_preference(*, address: str, kind: str, is_wanted: bool, at: datetime, by: User | None = None) -> bool:
    """Write down that an address gets no messages of a kind any more, or gets them again; False where it stood so before.

    `by` is None where the address says so itself, by its link. Errors: `CannotLeave`.
    """
    if kind not in LEAVABLE:
        raise CannotLeave(kind)
    before = preference_of(address=address, kind=kind)
    if is_wanted == (before is None or before.is_wanted):
        return False
    MailPreference.objects.create(address=address.lower(), kind=kind, is_wanted=is_wanted, at=at, by=by)
    return True


def give_ways_out(*, drafts: Sequence[Draft], writing: Writing, by: User, at: datetime) -> list[Draft]:
    """The drafts, each of a kind that can be left with a link of its recipient by which that is done.

    A link that was given earlier and stays open for a year is taken again.
    """
    kinds = {draft.kind for draft in drafts} & LEAVABLE
    known = {kind: _links(kind, at) for kind in kinds}
    return [
        _leaving(draft, known[draft.kind], writing, by, at)
        if draft.kind in LEAVABLE and len(draft.recipient) <= LONGEST
        else draft
        for draft in drafts
    ]


def _links(kind: str, at: datetime) -> dict[str, GivenLink]:
    enough = at + OPENS_FOR / 2
    given = links_for(purpose=PURPOSE, subject=kind)
    return {each.party: each for each in given if each.withdrawn_at is None and each.ends_at > enough}


def _leaving(draft: Draft, known: dict[str, GivenLink], writing: Writing, by: User, at: datetime) -> Draft:
    party = draft.recipient.lower()
    if party not in known:
        known[party] = give_link(purpose=PURPOSE, subject=draft.kind, party=party, ends_at=at + OPENS_FOR, by=by, at=at)
    return with_way_out(draft, writing.leaving(known[party]), writing.wording(draft.language))
