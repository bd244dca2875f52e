"""A message that came in, as a value, and a page of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from corcom.outbox.domain.draft import About

Filing = Literal["", "filed", "aside", "all"]
"""Not filed (and waiting for a person), filed, set aside, or all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A message that came in. `kind`: reply, bounce, delay or automatic. `file` is the number of its original.

    `answers` is the number of the message that it belongs to, with that one's subject and recipient; `about` what that
    one is about. `not_read` says what was not read, as templates with their values. `filed_through`: in_reply_to, references, token, number, report or person.
    """

    number: int
    kind: str
    file: int
    sender: str
    sender_name: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    sent_at: datetime | None
    received_at: datetime
    failed_recipient: str
    failed_code: str
    failed_words: str
    answers: int | None
    answers_subject: str
    answers_recipient: str
    about: About | None
    filed_through: str
    filed_by: str
    is_aside: bool
    not_read: tuple[tuple[str, dict[str, object]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage:
    """Some of what came in, how many there are, and how many are filed, waiting or set aside."""

    lines: tuple[Reply, ...]
    total: int
    by_filing: dict[Filing, int]
