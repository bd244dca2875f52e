"""Threads: by which headers mail programs lay messages of one exchange together (RFC 5322, 3.6.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.draft_checks import is_message_id

FURTHER: Final = "answer"
"""The kind of a message that a person wrote further in a thread. It is about the same, and carries no copy of it."""
_MOST: Final = 20
"""Identifiers in References. Of a longer thread the first stays, and the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What a message that goes on with an earlier one says in In-Reply-To and References; Message-IDs with their brackets."""

    in_reply_to: str = ""
    references: tuple[str, ...] = ()


def thread_after(message_id: str, references: Sequence[str] = ()) -> Thread:
    """The thread of a message that answers, or goes on with, the one that has these headers.

    Identifiers that are none, as some programs write them, are left out.

    >>> thread_after("<b@x.example>", ["<a@x.example>"])
    Thread(in_reply_to='<b@x.example>', references=('<a@x.example>', '<b@x.example>'))
    >>> thread_after("<no identifier>", ["<a@x.example>"])
    Thread(in_reply_to='', references=('<a@x.example>',))
    """
    known = list(dict.fromkeys(each for each in (*references, message_id) if is_message_id(each)))
    if len(known) > _MOST:
        known = [known[0], *known[1 - _MOST :]]
    return Thread(in_reply_to=message_id if is_message_id(message_id) else "", references=tuple(known))


def going_on(draft: Draft, thread: Thread) -> Draft:
    """The draft as a further message of a thread."""
    return replace(draft, in_reply_to=thread.in_reply_to, references=thread.references)


def subject_again(subject: str) -> str:
    """The subject of an answer, with one "Re:" before it.

    >>> subject_again("Initial report"), subject_again("RE: Re: Initial report")
    ('Re: Initial report', 'Re: Initial report')
    """
    words = subject.strip()
    while words[:3].casefold() == "re:":
        words = words[3:].strip()
    return f"Re: {words}".strip()
