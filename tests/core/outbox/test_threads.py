"""Threads of more than two messages."""

from __future__ import annotations

from tests.factories.messages import DRAFT

from corcom.outbox.domain.draft_checks import check_draft
from corcom.outbox.domain.threads import Thread, going_on, thread_after

IDS = [f"<{number}@corcom.example>" for number in range(40)]


def test_a_draft_goes_on_in_the_thread_of_an_earlier_message() -> None:
    draft = going_on(DRAFT, thread_after(IDS[1], IDS[:1]))
    check_draft(draft)
    assert (draft.in_reply_to, draft.references) == (IDS[1], (IDS[0], IDS[1]))


def test_of_a_long_thread_the_first_and_the_latest_stay() -> None:
    thread = thread_after(IDS[-1], IDS[:-1])
    assert (len(thread.references), thread.references[0], thread.references[-1]) == (20, IDS[0], IDS[-1])
    assert thread.references[1] == IDS[21]


def test_what_is_no_identifier_is_no_thread() -> None:
    assert thread_after("<é@x.example>") == Thread() == thread_after("")
