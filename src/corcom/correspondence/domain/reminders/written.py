"""A reminder as it is written: whoever only looks at it sees what a run would send, since both are made here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corcom.correspondence.domain.letter_email import letter_email
from corcom.correspondence.domain.letter_fields import CopyFacts
from corcom.correspondence.domain.letter_words import LetterWords, field_values, words_of_copy
from corcom.kernel.actor import Actor
from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import Wording

HIDDEN: Final = "…"
"""Stands for the key of a link where nobody may open it: in what is only looked at, and in copies to others."""
COPIED: Final = gettext_noop("Copy of a reminder to %(state)s, number %(number)s.")

TokenAddress = Callable[[str], str]
"""The whole address of the page of a report that a token opens; "" where the address of the site is not known."""


def no_address(_token: str) -> str:
    """Where reminders bring no links."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMessage:
    """What goes to one address. `is_copy`: it says what it is a copy of, and holds no key of a link."""

    recipient: str
    subject: str
    text: str
    is_copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReminder:
    """A reminder with the values of its fields: its words, and what goes by e-mail to each address."""

    facts: CopyFacts
    words: LetterWords
    messages: tuple[ReminderMessage, ...]


def written_reminder(
    facts: CopyFacts,
    words: LetterWords,
    wording: Wording,
    *,
    addresses: Sequence[str] = (),
    copies: Sequence[str] = (),
    hidden_link: str = "",
) -> WrittenReminder:
    """Words with fields as they go to a State; copies have `hidden_link` instead of the link that opens its report."""
    filled = words_of_copy(words, field_values(facts, wording))
    shown = words_of_copy(words, field_values(replace(facts, link=hidden_link), wording))
    state = wording.name(Actor(facts.addressee.iso3, facts.name))
    note = wording.gettext(COPIED) % {"state": state, "number": facts.number} + "\n\n"
    own, copied = _text(facts, filled), note + _text(facts, shown)
    return WrittenReminder(
        facts=facts,
        words=filled,
        messages=(
            *(ReminderMessage(recipient=each, subject=filled.subject, text=own) for each in addresses),
            *(ReminderMessage(recipient=each, subject=shown.subject, text=copied, is_copy=True) for each in copies),
        ),
    )


def _text(facts: CopyFacts, words: LetterWords) -> str:
    return letter_email(words, signatory=facts.letter.signatory, office=facts.letter.office)
