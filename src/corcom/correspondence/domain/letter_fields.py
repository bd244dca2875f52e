"""The fields that a template can have, and what each of them says in a letter to one State.

The list is closed: a field is a name in braces, such as {state}, and nothing is computed in a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from corcom.correspondence.domain.addressee import Addressee
from corcom.kernel.actor import Actor
from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import Wording
from corcom.register.domain.conventions import convention_title


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What all copies of a letter say alike. `dated` and `answer_due_on` are legal dates; an empty text is not known.

    `sender` is who writes, as the head of the paper says. `obligations` are the names of the convention's obligations by code.
    """

    number: str
    convention: str
    dated: date
    answer_due_on: date | None = None
    signatory: str = ""
    office: str = ""
    sender: str = ""
    obligations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFacts:
    """What a copy says of its State. `name` is the State's English name, `link` the address of a page that is open to it."""

    letter: LetterFacts
    addressee: Addressee
    name: str
    bound_since: date | None = None
    signed_on: date | None = None
    link: str = ""

    @property
    def number(self) -> str:
        """The number of the copy in the register of letters."""
        return f"{self.letter.number}-{self.addressee.iso3}"


@dataclass(frozen=True, slots=True)
class LetterField:
    """A field: what it stands for, in words to be translated, and what it says of a copy; "" where that is not known."""

    means: str
    says: Callable[[CopyFacts, Wording], str]


def _title(copy: CopyFacts, wording: Wording) -> str:
    return convention_title(copy.letter.convention, wording.language)


def _day(day: date | None, wording: Wording) -> str:
    return wording.day(day.isoformat()) if day else ""


def _obligation(copy: CopyFacts, wording: Wording) -> str:
    concern = copy.addressee.concern
    name = copy.letter.obligations.get(concern.obligation, "") if concern else ""
    return wording.gettext(name) if name else ""


def _period(copy: CopyFacts, _wording: Wording) -> str:
    concern = copy.addressee.concern
    return str(concern.period) if concern and concern.period else ""


def _due_on(copy: CopyFacts) -> date | None:
    return copy.addressee.concern.due_on if copy.addressee.concern else None


def _days(copy: CopyFacts, sign: int) -> str:
    due_on = _due_on(copy)
    days = sign * (copy.letter.dated - due_on).days if due_on else 0
    return str(days) if due_on and days >= 0 else ""


FIELDS: Mapping[str, LetterField] = {
    "state": LetterField(
        gettext_noop("the State"), lambda copy, wording: wording.name(Actor(copy.addressee.iso3, copy.name))
    ),
    "convention": LetterField(gettext_noop("the convention by its title"), _title),
    "treaty": LetterField(gettext_noop("the convention by its short name"), lambda copy, _: copy.letter.convention),
    "number": LetterField(gettext_noop("the number of the copy"), lambda copy, _: copy.number),
    "date": LetterField(gettext_noop("the date of the letter"), lambda copy, wording: _day(copy.letter.dated, wording)),
    "answer_by": LetterField(
        gettext_noop("the day by which an answer is asked for"),
        lambda copy, wording: _day(copy.letter.answer_due_on, wording),
    ),
    "signatory": LetterField(gettext_noop("who signs"), lambda copy, _: copy.letter.signatory),
    "office": LetterField(gettext_noop("the office of whoever signs"), lambda copy, _: copy.letter.office),
    "obligation": LetterField(gettext_noop("the obligation that the audience asks about"), _obligation),
    "period": LetterField(gettext_noop("the calendar year that it covers"), _period),
    "due_on": LetterField(
        gettext_noop("the day on which it is due"), lambda copy, wording: _day(_due_on(copy), wording)
    ),
    "days_overdue": LetterField(
        gettext_noop("days from that day to the date of the letter"), lambda copy, _: _days(copy, 1)
    ),
    "days_left": LetterField(
        gettext_noop("days from the date of the letter to that day"), lambda copy, _: _days(copy, -1)
    ),
    "bound_since": LetterField(
        gettext_noop("the day on which the convention entered into force for the State"),
        lambda copy, wording: _day(copy.bound_since, wording),
    ),
    "signed_on": LetterField(
        gettext_noop("the day on which the State signed"), lambda copy, wording: _day(copy.signed_on, wording)
    ),
    "link": LetterField(gettext_noop("the link by which the State answers"), lambda copy, _: copy.link),
}
