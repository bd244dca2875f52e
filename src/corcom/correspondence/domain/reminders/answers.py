"""Answers to reminders. An answer is no receipt: it ends nothing, but a plan can wait until somebody has read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from corcom.correspondence.domain.outstanding import Outstanding
from corcom.correspondence.domain.reminders.due import SentReminder, is_same


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderAnswer:
    """An answer by e-mail: `message` is its number among what came in, `reminder` that of what it answers, `sent` that reminder.

    `on` is the day on which it came; `read_by` who said that it was read, "" where nobody has.
    """

    message: int
    reminder: int
    sent: SentReminder
    on: date
    sender: str
    says: str
    read_by: str = ""
    read_at: datetime | None = None

    @property
    def is_read(self) -> bool:
        """Whether somebody said that it was read."""
        return self.read_at is not None


def unread_about(answers: Iterable[ReminderAnswer], owed: Outstanding) -> tuple[ReminderAnswer, ...]:
    """The answers about a deadline that nobody has read, in the order in which they are given."""
    return tuple(one for one in answers if not one.is_read and is_same(one.sent, owed))
