"""People, the delegations that they belong to over time, and the ways in which they and their delegations are reached.

A person represents a State or an organisation as of a date; whoever acts is the State. Values here are what a form or a file
gives; the tables keep them with who changed them and when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.errors import CorcomError
from corcom.kernel.mail_address import is_mail_address
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.gazetteer import parties
from corcom.register.domain.periods import Period
from corcom.rulebooks.reading import conventions

Purpose = Literal[
    "general", "invitations", "transparency_reports", "finance", "minutes", "letters", "press", "clearance", "victims"
]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""What a contact point is for; `general` where it is for everything that no other one is for."""

ContactKind = Literal["email", "phone", "post", "web"]
CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PHONE = re.compile(r"\+?[0-9][0-9 ().\-/]{4,}(?:\s*(?:ext|x)\.?\s*[0-9]+)?", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s]+")


class EntryRefused(CorcomError):
    """An entry of the directory that cannot be: `key` is the part that is wrong, `why` says it in words to be translated."""

    def __init__(self, key: str, why: Filled) -> None:
        super().__init__(f"{key}: {why}")
        self.key = key
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. `title` is how they are addressed ("H.E. Ms."), `languages` are codes of ISO 639, the preferred one first."""

    name: str
    title: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """That a person belongs to a delegation, by ISO3 or the code of an organisation, for a time and in a function.

    `until` is the first day that does not count any more; None for to this day.
    """

    delegation: str
    function: str = ""
    since: date | None = None
    until: date | None = None
    number: int = 0

    @property
    def period(self) -> Period:
        """The days for which it holds."""
        return Period(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A way to reach a person or a delegation, for one purpose, under one convention or ("") under any.

    `public`: it may be shown to those who are not of the secretariat. `person` and `delegation`: whose it is; one is enough.
    """

    purpose: Purpose = "general"
    kind: ContactKind = "email"
    value: str
    public: bool = False
    convention: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person with delegations and contact points, as a file has them; `person` is None for those of a delegation itself."""

    person: Person | None
    affiliations: tuple[Affiliation, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()


def check_person(person: Person) -> None:
    """Refuse a person without a name or with a language that is none. Errors: `EntryRefused`."""
    if not person.name.strip():
        raise EntryRefused("name", Filled(gettext_noop("a name")))
    for language in person.languages:
        if not _LANGUAGE.fullmatch(language):
            raise EntryRefused("languages", Filled(gettext_noop("codes of languages, such as fr, en")))


def check_affiliation(affiliation: Affiliation) -> None:
    """Refuse a delegation that nobody knows, and a time that ends before it starts. Errors: `EntryRefused`."""
    if affiliation.delegation not in parties():
        raise EntryRefused("delegation", Filled(gettext_noop("a State or an organisation of the register")))
    if affiliation.since and affiliation.until and affiliation.until <= affiliation.since:
        raise EntryRefused("until", Filled(gettext_noop("a day after %(since)s"), since=affiliation.since))


def check_contact(contact: ContactPoint) -> None:
    """Refuse an address that cannot be one. Errors: `EntryRefused`."""
    wanted: dict[str, tuple[Callable[[str], object], str]] = {
        "email": (is_mail_address, gettext_noop("an e-mail address, such as mission@example.org")),
        "phone": (_PHONE.fullmatch, gettext_noop("a telephone number, such as +41 22 123 45 67")),
        "web": (_WEB.fullmatch, gettext_noop("the address of a page, beginning with https://")),
    }
    fits, allowed = wanted.get(contact.kind, (bool, gettext_noop("an address")))
    value = contact.value.strip()
    if not value or not fits(value):
        raise EntryRefused("value", Filled(allowed))
    if contact.convention and contact.convention not in conventions():
        raise EntryRefused("convention", Filled(gettext_noop("a convention that has a rulebook")))


def check_entry(entry: Entry) -> None:
    """Refuse an entry of which a part cannot be. Errors: `EntryRefused`."""
    if entry.person is not None:
        check_person(entry.person)
    elif not entry.affiliations or not entry.contacts:
        raise EntryRefused("name", Filled(gettext_noop("a name, or a contact point of a delegation")))
    for affiliation in entry.affiliations:
        check_affiliation(affiliation)
    for contact in entry.contacts:
        check_contact(contact)


def represented_on(affiliations: Iterable[Affiliation], day: date) -> tuple[Affiliation, ...]:
    """Whom somebody represents on a day.

    >>> before = Affiliation(delegation="CHL", until=date(2016, 1, 1))
    >>> [each.delegation for each in represented_on([before, Affiliation(delegation="NOR")], date(2016, 1, 1))]
    ['NOR']
    """
    return tuple(each for each in affiliations if each.period.covers(day))
