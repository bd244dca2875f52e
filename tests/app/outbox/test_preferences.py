"""Leaving messages of one kind, and what cannot be left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories.mail import mail_settings
from tests.factories.messages import DRAFT, clerk
from tests.factories.rows import AT

from corcom.access.queries import link_of
from corcom.kernel.wording import ENGLISH
from corcom.outbox.actions import CannotLeave, NotWanted, give_ways_out, prepare_messages, set_preference
from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.models import MailPreference, OutgoingMessage
from corcom.outbox.queries import parted_by_preference, preference_of, preferences_told

pytestmark = pytest.mark.django_db
KIND, WHO = "poll_reminder", "mission@zambia.example"
WRITING = Writing(
    mail=mail_settings(),
    wording=lambda _code: ENGLISH,
    leaving=lambda link: f"https://corcom.example/leave/?key={link.token}",
)


def a_draft(**changes: str) -> Draft:
    return replace(Draft(kind=KIND, recipient=WHO, subject="Reminder", text="Which date?"), **changes)  # type: ignore[arg-type]  # all of them texts


def out(*drafts: Draft) -> list[Draft]:
    return give_ways_out(drafts=drafts, writing=WRITING, by=clerk(), at=AT)


def test_a_reminder_carries_a_link_of_its_recipient_and_a_letter_none() -> None:
    again, letter, other = out(a_draft(), DRAFT, a_draft(recipient="Mission@norway.example"))
    assert letter == DRAFT
    assert again.text.splitlines()[-1] == f"To get no further messages of this kind: {again.unsubscribe}"
    links = [
        link_of(token=each.unsubscribe.partition("key=")[2], purpose="unsubscribe", at=AT) for each in (again, other)
    ]
    assert [(link.subject, link.party) for link in links] == [(KIND, WHO), (KIND, "mission@norway.example")]
    # The same link again, as long as it stays open long enough.
    assert out(a_draft())[0].unsubscribe == again.unsubscribe


def test_whoever_left_gets_no_more_of_that_kind_and_everything_else() -> None:
    assert set_preference(address="Mission@Zambia.example", kind=KIND, is_wanted=False, at=AT)
    assert not set_preference(address=WHO, kind=KIND, is_wanted=False, at=AT + timedelta(days=1))
    drafts = [a_draft(), a_draft(kind="invitation_reminder"), a_draft(recipient="b@norway.example"), DRAFT]
    kept, left = parted_by_preference(drafts)
    assert (kept, left) == (drafts[1:], drafts[:1])
    with pytest.raises(NotWanted) as refused:
        prepare_messages(drafts=drafts, mail=mail_settings(), by=clerk(), at=AT)
    assert (refused.value.pairs, OutgoingMessage.objects.count()) == (((WHO, KIND),), 0)
    assert [(one.address, one.kind, one.at, one.by) for one in preferences_told()] == [(WHO, KIND, AT, "")]


def test_one_comes_back_and_both_are_facts() -> None:
    set_preference(address=WHO, kind=KIND, is_wanted=False, at=AT)
    assert set_preference(address=WHO, kind=KIND, is_wanted=True, at=AT, by=clerk())
    found = preference_of(address=WHO, kind=KIND)
    assert found is not None
    assert (found.is_wanted, found.by, MailPreference.objects.count(), preferences_told()) == (
        True,
        "Carl Clerk",
        2,
        [],
    )
    assert parted_by_preference([a_draft()])[1] == []


def test_a_letter_to_a_state_cannot_be_left() -> None:
    with pytest.raises(CannotLeave):
        set_preference(address=WHO, kind="letter", is_wanted=False, at=AT)
    assert MailPreference.objects.count() == 0
