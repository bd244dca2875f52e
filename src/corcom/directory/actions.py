"""Writes of the directory: people, affiliations and contact points, merging and taking a merge back, taking files over.

Each leaves a step with who did it, when, and what stood there before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from corcom.directory.domain.people import (
    Affiliation,
    ContactPoint,
    Entry,
    Person,
    check_affiliation,
    check_contact,
    check_entry,
    check_person,
)
from corcom.directory.models import DirectoryContact, DirectoryPerson, DirectoryStep, PersonAffiliation
from corcom.directory.queries import NoSuchPerson, affiliation_of, contact_of, person_of
from corcom.kernel.errors import CorcomError


class NoSuchEntry(CorcomError):
    """There is no such affiliation, contact point or step any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class MergedWithItself(CorcomError):
    """A person cannot be merged into themselves."""


class CannotUndo(CorcomError):
    """The merge was taken back already, or the person who was kept has been merged into another since."""


@transaction.atomic
def record_entry(*, entry: Entry, at: datetime, by: str = "") -> int:
    """Put a person with affiliations and contact points into the directory, or contact points of a delegation.

    Gives the number of the person, 0 for a delegation. Errors: `EntryRefused`.
    """
    check_entry(entry)
    if entry.person is None:
        code = entry.affiliations[0].delegation
        for contact in entry.contacts:
            _add_contact(contact, None, code)
        _step("recorded", at, by, delegation=code)
        return 0
    row = DirectoryPerson.objects.create(**_person_values(entry.person))
    for affiliation in entry.affiliations:
        _add_affiliation(affiliation, row)
    for contact in entry.contacts:
        _add_contact(contact, row, "")
    _step("recorded", at, by, person=row)
    return row.pk


@transaction.atomic
def record_entries(*, entries: Sequence[Entry], at: datetime, by: str = "") -> int:
    """Put many entries into the directory, all of them or none; gives how many people. Errors: `EntryRefused`."""
    return sum(record_entry(entry=entry, at=at, by=by) > 0 for entry in entries)


@transaction.atomic
def change_person(*, number: int, person: Person, at: datetime, by: str = "") -> None:
    """Change the name, title, languages or note of a person. Errors: `NoSuchPerson`, `EntryRefused`."""
    check_person(person)
    row = _person(number)
    before = _plain(person_of(row))
    for key, value in _person_values(person).items():
        setattr(row, key, value)
    row.save()
    _step("changed", at, by, person=row, before=before)


@transaction.atomic
def record_affiliation(*, person: int, affiliation: Affiliation, at: datetime, by: str = "") -> int:
    """Say that a person belongs to a delegation for a time; gives its number. Errors: `NoSuchPerson`, `EntryRefused`."""
    check_affiliation(affiliation)
    row = _person(person)
    added = _add_affiliation(affiliation, row)
    _step("affiliated", at, by, person=row, before={"added": added.pk})
    return added.pk


@transaction.atomic
def end_affiliation(*, number: int, until: date, at: datetime, by: str = "") -> None:
    """Say when a person left a delegation: the first day on which they did not belong to it.

    Errors: `NoSuchEntry`, `EntryRefused`.
    """
    row = PersonAffiliation.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchEntry(number)
    old = affiliation_of(row)
    check_affiliation(replace(old, until=until))
    row.until = until
    row.save(update_fields=["until"])
    _step("left", at, by, person=row.person, before=_plain(old))


@transaction.atomic
def record_contact(
    *, contact: ContactPoint, at: datetime, by: str = "", person: int | None = None, delegation: str = ""
) -> int:
    """Put a contact point of a person, or of a delegation, into the directory; gives its number.

    Errors: `NoSuchPerson`, `EntryRefused`.
    """
    check_contact(contact)
    if person is None:
        check_affiliation(Affiliation(delegation=delegation))
    row = None if person is None else _person(person)
    added = _add_contact(contact, row, "" if row else delegation)
    _step("reached", at, by, person=row, delegation="" if row else delegation, before={"added": added.pk})
    return added.pk


@transaction.atomic
def withdraw_contact(*, number: int, at: datetime, by: str = "") -> None:
    """Take a contact point out of the directory; what it was stays in the history. Errors: `NoSuchEntry`."""
    row = DirectoryContact.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchEntry(number)
    _step("withdrawn", at, by, person=row.person, delegation=row.delegation, before=_plain(contact_of(row)))
    row.delete()


@transaction.atomic
def change_address(*, old: str, new: str, at: datetime, by: str = "") -> int:
    """Put an e-mail address in the place of another wherever it stands; gives at how many contact points.

    What stood there before stays in the history of whose they are. Errors: `EntryRefused`.
    """
    check_contact(ContactPoint(value=new))
    rows = DirectoryContact.objects.select_for_update(of=("self",)).select_related("person")
    found = list(rows.filter(kind="email", value__iexact=old.strip()))
    for row in found:
        _step("readdressed", at, by, person=row.person, delegation=row.delegation, before=_plain(contact_of(row)))
        row.value = new.strip()
        row.save(update_fields=["value"])
    return len(found)


@transaction.atomic
def merge_people(*, keep: int, other: int, at: datetime, by: str = "") -> int:
    """Make one person of two: everything of `other` goes to `keep`; gives the number of the step, by which it is undone.

    Errors: `MergedWithItself`, `NoSuchPerson`.
    """
    if keep == other:
        raise MergedWithItself
    kept, gone = _person(keep), _person(other)
    moved = {
        "other": other,
        "affiliations": list(gone.affiliations.values_list("pk", flat=True)),
        "contacts": list(gone.contacts.values_list("pk", flat=True)),
        "languages": list(kept.languages),
    }
    gone.affiliations.update(person=kept)
    gone.contacts.update(person=kept)
    kept.languages = list(dict.fromkeys((*kept.languages, *gone.languages)))
    kept.save(update_fields=["languages"])
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    return _step("merged", at, by, person=kept, before=moved).pk


@transaction.atomic
def undo_merge(*, step: int, at: datetime, by: str = "") -> int:
    """Take a merge back: what was moved goes back to the person whom it came from; gives their number.

    What was added to the person who was kept after the merge stays with them. Errors: `NoSuchEntry`, `CannotUndo`.
    """
    row = DirectoryStep.objects.select_for_update().filter(pk=step, verb="merged").first()
    if row is None or row.person is None:
        raise NoSuchEntry(step)
    if row.undone_at is not None or row.person.merged_into_id is not None:
        raise CannotUndo
    gone, moved = DirectoryPerson.objects.get(pk=row.before["other"]), row.before
    PersonAffiliation.objects.filter(pk__in=moved["affiliations"], person=row.person).update(person=gone)
    DirectoryContact.objects.filter(pk__in=moved["contacts"], person=row.person).update(person=gone)
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    row.person.languages = moved["languages"]
    row.person.save(update_fields=["languages"])
    row.undone_at = at
    row.save(update_fields=["undone_at"])
    _step("parted", at, by, person=row.person, before={"other": gone.pk})
    return gone.pk


def _person(number: int) -> DirectoryPerson:
    row = DirectoryPerson.objects.select_for_update().filter(pk=number).first()
    if row is None or row.merged_into_id is not None:
        raise NoSuchPerson(number, row.merged_into_id if row else None)
    return row


def _person_values(person: Person) -> dict[str, Any]:
    languages = [language.strip().lower() for language in person.languages]
    return {"name": person.name.strip(), "title": person.title, "languages": languages, "note": person.note}


def _add_affiliation(affiliation: Affiliation, person: DirectoryPerson) -> PersonAffiliation:
    return PersonAffiliation.objects.create(
        person=person,
        delegation=affiliation.delegation,
        function=affiliation.function,
        since=affiliation.since,
        until=affiliation.until,
    )


def _add_contact(contact: ContactPoint, person: DirectoryPerson | None, delegation: str) -> DirectoryContact:
    return DirectoryContact.objects.create(
        person=person,
        delegation=delegation,
        purpose=contact.purpose,
        kind=contact.kind,
        value=contact.value.strip(),
        public=contact.public,
        convention=contact.convention,
    )


def _step(
    verb: str,
    at: datetime,
    by: str,
    *,
    person: DirectoryPerson | None = None,
    delegation: str = "",
    before: dict[str, Any] | None = None,
) -> DirectoryStep:
    return DirectoryStep.objects.create(
        person=person, delegation=delegation, verb=verb, at=at, by=by, before=before or {}
    )


def _plain(value: Person | Affiliation | ContactPoint) -> dict[str, Any]:
    return {key: each.isoformat() if isinstance(each, date) else each for key, each in asdict(value).items()}
