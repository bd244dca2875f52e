"""The letters of a questionnaire: the invitation with the link of the State, and reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from corcom.kernel.wording import ENGLISH, Wording

QuestionLetterKind = Literal["invitation", "reminder"]

REST = timedelta(days=3)
"""For how long after a letter a State is not reminded."""


def is_due(
    kind: QuestionLetterKind, *, invited_at: datetime | None, reminded_at: datetime | None, at: datetime
) -> bool:
    """Whether a State that has not answered gets this letter now: one invitation, then reminders with a rest before each."""
    if kind == "invitation":
        return invited_at is None
    return invited_at is not None and at - (reminded_at or invited_at) >= REST


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLetter:
    """What the letter to one State is made of: its own `link`; `until` is the last day for answers, in ISO 8601."""

    title: str
    intro: str
    link: str
    until: str
    sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWritten:
    """Subject and text."""

    subject: str
    text: str


def written_letter(letter: QuestionLetter, wording: Wording = ENGLISH, *, kind: QuestionLetterKind) -> LetterWritten:
    """The words in the language of the State."""
    gettext, named = wording.gettext, {"title": letter.title}
    until = {"day": wording.day(letter.until)}
    if kind == "invitation":
        subject = gettext("Questionnaire: %(title)s") % named
        first = gettext("Your State is kindly asked to answer this questionnaire: %(title)s") % named
    else:
        subject = gettext("Reminder: %(title)s") % named
        first = gettext("No answer of your State to this questionnaire has come yet: %(title)s") % named
    parts = [
        first,
        letter.intro if kind == "invitation" else "",
        gettext("It is answered here, without an account: %(link)s") % {"link": letter.link},
        gettext(
            "Several people of your ministry may write by the same address; what is written is saved as it is typed. The"
            " address is yours alone. Answers can be handed in, and changed, until %(day)s."
        )
        % until,
        letter.sender,
    ]
    return LetterWritten(subject=subject, text="\n\n".join(part for part in parts if part) + "\n")
