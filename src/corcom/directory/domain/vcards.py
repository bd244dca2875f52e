"""People as vCards, out (version 3.0, which every address book reads) and in (2.1, 3.0 and what is common of 4.0).

Written and read by vobject, a library that is made for them. What CorCom knows and vCard has no word for goes into notes
of its own, so that what was taken out can be taken in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import vobject

from corcom.directory.domain.people import (
    Affiliation,
    ContactKind,
    ContactPoint,
    Entry,
    EntryRefused,
    Person,
    check_entry,
)
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.gazetteer import parties, party

DELEGATION = "x-corcom-delegation"
"""A property of ours: the code of the delegation, which the words of ORG name for everybody else."""
_PROPERTIES: tuple[tuple[str, ContactKind], ...] = (("email", "email"), ("tel", "phone"), ("url", "web"))


class CardRefused(CorcomError):
    """A file that is no vCards, or a card that cannot be taken: its `number` in the file and `why`."""

    def __init__(self, number: int, why: Filled) -> None:
        super().__init__(f"card {number}: {why}")
        self.number = number
        self.why = why


def write_cards(entries: Iterable[Entry]) -> bytes:
    """One card for each person; contact points of delegations themselves are no people and are left out."""
    return "".join(_card(entry, entry.person) for entry in entries if entry.person is not None).encode()


def read_cards(data: bytes) -> list[tuple[int, Entry]]:
    """The people of a file, each with the number of its card. Errors: `CardRefused`."""
    text = data.decode("utf-8-sig", errors="replace")
    found: list[tuple[int, Entry]] = []
    try:
        for number, card in enumerate(vobject.readComponents(text), 1):
            found.append((number, _checked(number, _entry(number, card))))
    except vobject.base.ParseError as error:
        said = Filled(gettext_noop("it cannot be read as a vCard (%(error)s)"), error=str(error)[:120])
        raise CardRefused(len(found) + 1, said) from error
    if not found:
        raise CardRefused(1, Filled(gettext_noop("the file holds no vCard")))
    return found


def _card(entry: Entry, person: Person) -> str:
    card = vobject.vCard()
    card.add("fn").value = person.name
    given, _, family = person.name.rpartition(" ")
    card.add("n").value = vobject.vcard.Name(family=family, given=given, prefix=person.title)
    for language in person.languages:
        card.add("lang").value = language
    for affiliation in entry.affiliations:
        if affiliation.until is None:
            known = parties().get(affiliation.delegation)
            card.add("org").value = [known.name if known else affiliation.delegation]
            card.add("title").value = affiliation.function
            card.add(DELEGATION).value = affiliation.delegation
            break
    for contact in entry.contacts:
        _add_contact(card, contact)
    if person.note:
        card.add("note").value = person.note
    written: str = card.serialize()
    return written


def _add_contact(card: Any, contact: ContactPoint) -> None:
    if contact.kind == "post":
        line = card.add("adr")
        line.value = vobject.vcard.Address(street=contact.value)
    else:
        line = card.add(next(name for name, kind in _PROPERTIES if kind == contact.kind))
        line.value = contact.value
    line.type_param = "WORK"


def _entry(number: int, card: Any) -> Entry:
    if getattr(card, "name", "") != "VCARD":
        raise CardRefused(number, Filled(gettext_noop("it is no vCard")))
    name, title = _named(card)
    languages = (str(line.value).strip().lower() for line in card.contents.get("lang", ()))
    person = Person(name=name, title=title, languages=tuple(dict.fromkeys(languages)), note=_text(card, "note"))
    return Entry(person=person, affiliations=tuple(_affiliations(card)), contacts=tuple(dict.fromkeys(_contacts(card))))


def _named(card: Any) -> tuple[str, str]:
    parts = card.contents["n"][0].value if card.contents.get("n") else None
    title = _one(getattr(parts, "prefix", ""))
    spoken = " ".join(_one(getattr(parts, key, "")) for key in ("given", "additional", "family")) if parts else ""
    return _text(card, "fn") or " ".join(spoken.split()), title


def _affiliations(card: Any) -> Iterator[Affiliation]:
    """The delegation that the card names, if the register knows it by any of its names."""
    organisation = card.contents["org"][0].value if card.contents.get("org") else []
    words = [_text(card, DELEGATION), *(organisation if isinstance(organisation, list) else [organisation])]
    found = next((known for each in words if each and (known := parties().get(str(each)) or party(str(each)))), None)
    if found is not None:
        yield Affiliation(delegation=found.code, function=_text(card, "title"))


def _contacts(card: Any) -> Iterator[ContactPoint]:
    for name, kind in _PROPERTIES:
        for line in card.contents.get(name, ()):
            if value := str(line.value).removeprefix("tel:").removeprefix("mailto:").strip():
                yield ContactPoint(kind=kind, value=value)
    for line in card.contents.get("adr", ()):
        parts = (
            getattr(line.value, key, "") for key in ("box", "extended", "street", "code", "city", "region", "country")
        )
        if value := ", ".join(part for part in map(_one, parts) if part):
            yield ContactPoint(kind="post", value=value)


def _text(card: Any, name: str) -> str:
    lines = card.contents.get(name)
    return _one(lines[0].value) if lines else ""


def _one(value: Any) -> str:
    """A value that may be a list as one text."""
    return " ".join(str(part) for part in value).strip() if isinstance(value, list) else str(value or "").strip()


def _checked(number: int, entry: Entry) -> Entry:
    try:
        check_entry(entry)
    except EntryRefused as refused:
        said = Filled(gettext_noop("%(key)s: allowed is %(why)s"), key=refused.key, why=refused.why)
        raise CardRefused(number, said) from refused
    return entry
