"""Why a State owes what it owes: the steps to a deadline, and what would settle what is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.why import missing_words, why
from corcom.register.domain.participation import Membership
from corcom.register.domain.registered import Register
from corcom.rulebooks import shapes
from corcom.web import wording
from corcom.web.filled import filled
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Step


def steps_of(owed: Owed, register: Register) -> tuple[Step, ...]:
    """The way to the deadline and to the status, from the act by which the State consented."""
    membership = register.of(owed.iso3).membership_on(owed.day)
    joining = way_on(register, membership, owed.day) if membership is not None and owed.rule is not None else ()
    return worded(why(owed, joining), register)


def way_on(register: Register, membership: Membership, day: date) -> tuple[shapes.Step, ...]:
    """How a State came to be bound, as far as it had come by a day: a later withdrawal is left out."""
    if membership.withdrawal is not None and membership.withdrawal.day > day:
        membership = replace(membership, withdrawal=None, until=None)
    return register.way(membership)


def worded(steps: Iterable[shapes.Step], register: Register) -> tuple[Step, ...]:
    """Steps in the reader's language."""
    names = {each.code: obligation_name(each) for each in register.book.obligations}
    return tuple(Step(_begun(filled(step.words, names)), step.on, step.source) for step in steps)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def missing_in_words(owed: Owed) -> str:
    """What would settle a status that is unknown; nothing for one that is known."""
    return _begun(filled(missing_words(owed.missing))) if owed.missing else ""


def why_in_a_line(owed: Owed, register: Register) -> str:
    """The same steps as one text, for a file."""
    parts = [
        f"{step.words}{_(': ')}{wording.in_words(step.on)}" if step.on else step.words
        for step in steps_of(owed, register)
    ]
    return _("; ").join(parts)
