"""What a State owes as pieces: the deadline with its steps, how it stands, what would settle it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.kernel.marked import gettext_noop
from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.obligations.domain.why import missing_words, why
from corcom.register.domain.participation import Membership
from corcom.register.domain.registered import Register
from corcom.rulebooks import shapes
from corcom.rulebooks.rules import Obligation
from corcom.web import wording
from corcom.web.filled import filled
from corcom.web.pieces import Deadline, Status, StatusMark, Step

SOON = timedelta(days=30)
"""A deadline of the convention that comes within a month is due soon."""

OWED_WORDS: dict[OwedStatus, Promise] = {
    "due": pgettext_lazy("owed", "due"),
    "extended": pgettext_lazy("owed", "extended"),
    "met": pgettext_lazy("owed", "met"),
    "late": pgettext_lazy("owed", "met late"),
    "completed": pgettext_lazy("owed", "declared complete"),
    "overdue": pgettext_lazy("owed", "overdue"),
    "unknown": pgettext_lazy("owed", "unknown"),
    "not_applicable": pgettext_lazy("owed", "does not apply"),
    "lasting": pgettext_lazy("owed", "lasting duty"),
}
MARKS: dict[OwedStatus, Status] = {
    "due": "due",
    "extended": "extended",
    "met": "met",
    "late": "met",
    "completed": "met",
    "overdue": "overdue",
    "unknown": "unknown",
    "not_applicable": "none",
    "lasting": "none",
}
TRANSLATED = (
    gettext_noop("Initial transparency report"),
    gettext_noop("Annual transparency report"),
    gettext_noop("Destruction of stockpiles"),
    gettext_noop("Clearance of contaminated land"),
    gettext_noop("Assistance to victims"),
    gettext_noop("National implementation measures"),
    gettext_noop("Cooperation and assistance"),
)
"""Names of obligations that the catalogues hold; those of other rulebooks stand as their files have them."""


def obligation_name(obligation: Obligation) -> str:
    """What an obligation is called."""
    return _(obligation.name)


def by_article(obligations: Iterable[Obligation]) -> list[Obligation]:
    """In the order of the articles."""
    return sorted(obligations, key=lambda each: [int(number) for number in re.findall(r"\d+", each.article)])


def owed_name(owed: Owed) -> str:
    """The obligation, with the year that it covers where it recurs."""
    name = obligation_name(owed.obligation)
    return _("%(report)s for %(year)s") % {"report": name, "year": owed.period.year} if owed.period else name


def article_of(obligation: Obligation) -> str:
    """The article that asks for it."""
    return _("Article %(number)s") % {"number": obligation.article}


def mark_of(owed: Owed) -> Status:
    """The status as a piece draws it."""
    if owed.status == "due" and owed.due_on is not None and owed.due_on - owed.day <= SOON:
        return "soon"
    return MARKS[owed.status]


def status_mark(owed: Owed, address: str = "") -> StatusMark:
    """How it stands, in a word."""
    mark = mark_of(owed)
    return StatusMark(mark, "" if mark == "soon" else str(OWED_WORDS[owed.status]), address)


def deadline_of(owed: Owed, steps: tuple[Step, ...] = (), *, from_rule: bool = False) -> Deadline | StatusMark:
    """The chip, with the day that holds after extensions; a mark where there is no day that it could show.

    `from_rule` shows the day by rule and to which day it was extended.
    """
    if owed.due_on is None or owed.status in {"not_applicable", "lasting"}:
        return status_mark(owed)
    extended = from_rule and owed.status == "extended"
    met = owed.met
    return Deadline(
        due_on=owed.original if extended else owed.due_on,
        day=owed.day,
        status=mark_of(owed),
        # A month or a year does not say how many days early or late it was.
        met_on=met.last_day if met and met.on and met.first_day == met.last_day else None,
        extended_to=owed.due_on if extended else None,
        steps=steps,
    )


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
