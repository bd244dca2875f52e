"""Reads of the directory: people, delegations, contact points, and who may be the same person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Lower

from corcom.directory.domain.duplicates import Duplicate, PersonFound, duplicates
from corcom.directory.domain.letter_addresses import LetterAddress, written_to
from corcom.directory.domain.people import (
    Affiliation,
    ContactKind,
    ContactPoint,
    Entry,
    Person,
    Purpose,
    represented_on,
)
from corcom.directory.models import DirectoryContact, DirectoryPerson, DirectoryStep, PersonAffiliation
from corcom.kernel.errors import CorcomError
from corcom.kernel.folding import folded


class NoSuchPerson(CorcomError):
    """There is no such person; `kept` is the number of the one that it was merged into, if it was."""

    def __init__(self, number: int, kept: int | None = None) -> None:
        super().__init__(str(number))
        self.number = number
        self.kept = kept


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person with all affiliations, and whom they represent on the day that was asked for."""

    person: Person
    affiliations: tuple[Affiliation, ...]
    contacts: tuple[ContactPoint, ...]
    represents: tuple[Affiliation, ...]

    @property
    def entry(self) -> Entry:
        """The same as it goes into a file."""
        return Entry(person=self.person, affiliations=self.affiliations, contacts=self.contacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressOwner:
    """Whose an address is: a person by number and name, with all delegations that they ever belonged to, or a delegation."""

    person: int | None
    name: str
    delegations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """One line of the history of a person or a delegation. `can_undo`: a merge that nobody has undone yet."""

    number: int
    verb: str
    at: datetime
    by: str
    before: dict[str, Any]
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationEntry:
    """A delegation on a day: who belongs to it, who did before, and its own contact points."""

    code: str
    people: tuple[PersonEntry, ...]
    former: tuple[PersonEntry, ...]
    contacts: tuple[ContactPoint, ...]


def people(*, day: date, words: str = "", delegation: str = "") -> list[PersonEntry]:
    """The people of the directory by name, whatever they represent on a day; those merged into others are left out.

    `words` are looked for in names, functions and addresses, whatever their accents; `delegation` narrows to those who
    belong to it on the day. Three SQL queries.
    """
    found = [_entry(row, day) for row in _rows(DirectoryPerson.objects.filter(merged_into=None))]
    wanted = folded(words).split()
    return [
        each
        for each in found
        if (not delegation or delegation in {one.delegation for one in each.represents})
        and all(word in _searched(each) for word in wanted)
    ]


def every_entry(*, day: date) -> list[Entry]:
    """The whole directory as a file has it: people by name, then the contact points of delegations. Four SQL queries."""
    found = [each.entry for each in people(day=day)]
    return found + [
        Entry(person=None, affiliations=(Affiliation(delegation=code),), contacts=tuple(contacts))
        for code, contacts in delegation_contacts().items()
    ]


def person_entry(*, number: int, day: date) -> PersonEntry:
    """One person. Three SQL queries. Errors: `NoSuchPerson`."""
    row = next(iter(_rows(DirectoryPerson.objects.filter(pk=number))), None)
    if row is None or row.merged_into_id:
        raise NoSuchPerson(number, row.merged_into_id if row else None)
    return _entry(row, day)


def steps(*, person: int | None = None, delegation: str = "") -> list[StepTaken]:
    """What was done to a person or to the contact points of a delegation, the latest first. One SQL query."""
    rows = (
        DirectoryStep.objects.filter(person=person) if person else DirectoryStep.objects.filter(delegation=delegation)
    )
    return [
        StepTaken(
            number=row.pk,
            verb=row.verb,
            at=row.at,
            by=row.by,
            before=row.before,
            can_undo=row.verb == "merged" and row.undone_at is None,
        )
        for row in rows.order_by("-id")
    ]


def delegation_entry(*, code: str, day: date, public: bool = False) -> DelegationEntry:
    """A delegation on a day. `public`: only what may be shown to those who are not of the secretariat, and no people.

    Four SQL queries, one for what is public.
    """
    rows = DirectoryContact.objects.filter(delegation=code)
    if public:
        shown = tuple(contact_of(row) for row in rows.filter(public=True))
        return DelegationEntry(code=code, people=(), former=(), contacts=shown)
    belonging = DirectoryPerson.objects.filter(
        Q(pk__in=PersonAffiliation.objects.filter(delegation=code).values("person")), merged_into=None
    )
    found = [_entry(row, day) for row in _rows(belonging)]
    today = [each for each in found if code in {one.delegation for one in each.represents}]
    return DelegationEntry(
        code=code,
        people=tuple(today),
        former=tuple(each for each in found if each not in today),
        contacts=tuple(contact_of(row) for row in rows),
    )


def contact_points(
    *, delegations: Iterable[str], purpose: Purpose, convention: str, day: date
) -> dict[str, list[ContactPoint]]:
    """How each delegation is reached for a purpose under a convention on a day.

    The points of that purpose come before the general ones, those of the convention before those of any, and the
    delegation's own before those of its people. Two SQL queries.
    """
    found = _reached(delegations, purpose, convention, day)
    return {code: [point for point, _ in points] for code, points in found.items()}


def letter_addresses_of(
    *, delegations: Iterable[str], purpose: Purpose, convention: str, day: date, dead: Collection[str]
) -> dict[str, list[LetterAddress]]:
    """To which addresses a letter to each delegation goes on a day, and in which language; none where there is no address.

    They are those nearest to the purpose, each once. `dead` are the addresses at which letters do not arrive any more, in
    small letters; they are left out. `outbox.queries.reachable_addresses` knows them, and is what letters ask. Two SQL queries.
    """
    found = _reached(delegations, purpose, convention, day)
    return {code: written_to(points, dead=dead) for code, points in found.items()}


def _reached(
    delegations: Iterable[str], purpose: Purpose, convention: str, day: date
) -> dict[str, list[tuple[ContactPoint, str]]]:
    """The contact points of each delegation, the nearest first, each with the language that its person prefers."""
    wanted = list(delegations)
    found: dict[str, list[tuple[ContactPoint, str]]] = {code: [] for code in wanted}
    matching = Q(purpose__in=(purpose, "general"), convention__in=(convention, ""))
    for row in DirectoryContact.objects.filter(matching, delegation__in=wanted):
        found[row.delegation].append((contact_of(row), ""))
    belonging = Q(since__isnull=True) | Q(since__lte=day)
    belonging &= Q(until__isnull=True) | Q(until__gt=day)
    affiliations = PersonAffiliation.objects.filter(belonging, delegation__in=wanted, person__merged_into=None)
    contacts = Prefetch("person__contacts", DirectoryContact.objects.filter(matching))
    for affiliation in affiliations.select_related("person").prefetch_related(contacts):
        language = next(iter(affiliation.person.languages), "")
        found[affiliation.delegation] += [(contact_of(row), language) for row in affiliation.person.contacts.all()]
    for points in found.values():
        points.sort(key=lambda each: (each[0].purpose != purpose, each[0].convention != convention))
    return found


def dead_among(
    *, delegations: Iterable[str], purpose: Purpose, convention: str, day: date, dead: Collection[str]
) -> dict[str, list[str]]:
    """Which addresses `letter_addresses_of` leaves out because they are dead; only the delegations that have some.

    Two SQL queries.
    """
    found = {
        code: [point.value for point, _ in points if point.kind == "email" and point.value.lower() in dead]
        for code, points in _reached(delegations, purpose, convention, day).items()
    }
    return {code: addresses for code, addresses in found.items() if addresses}


def owners_of(*, addresses: Iterable[str]) -> dict[str, list[AddressOwner]]:
    """Whose each e-mail address is in the directory, by the address in small letters; none for a strange one.

    Three SQL queries.
    """
    found: dict[str, list[AddressOwner]] = {each.lower(): [] for each in addresses}
    rows = DirectoryContact.objects.annotate(small=Lower("value")).filter(kind="email", small__in=list(found))
    for row in rows.select_related("person").prefetch_related("person__affiliations"):
        owner = AddressOwner(
            person=row.person_id,
            name=row.person.name if row.person else "",
            delegations=tuple(each.delegation for each in row.person.affiliations.all())
            if row.person
            else (row.delegation,),
        )
        if owner not in found[row.value.lower()]:
            found[row.value.lower()].append(owner)
    return found


def people_known(*, delegations: Iterable[str], day: date) -> dict[str, int]:
    """How many people of each of these delegations the directory knows on a day; 0 for none. One SQL query."""
    found = dict.fromkeys(delegations, 0)
    belonging = Q(since__isnull=True) | Q(since__lte=day)
    belonging &= Q(until__isnull=True) | Q(until__gt=day)
    rows = PersonAffiliation.objects.filter(belonging, delegation__in=list(found), person__merged_into=None)
    for code, _person in set(rows.values_list("delegation", "person")):
        found[code] += 1
    return found


def possible_duplicates() -> list[tuple[Duplicate, Person, Person]]:
    """The people who may be the same, the surest first. Three SQL queries."""
    rows = {row.pk: row for row in _rows(DirectoryPerson.objects.filter(merged_into=None))}
    known = [
        PersonFound(
            number=row.pk,
            name=row.name,
            emails=frozenset(contact.value for contact in row.contacts.all() if contact.kind == "email"),
            delegations=frozenset(each.delegation for each in row.affiliations.all()),
        )
        for row in rows.values()
    ]
    return [(found, person_of(rows[found.one]), person_of(rows[found.other])) for found in duplicates(known)]


def delegation_contacts() -> dict[str, list[ContactPoint]]:
    """The contact points of delegations themselves, by the code of each. One SQL query."""
    found: dict[str, list[ContactPoint]] = {}
    for row in DirectoryContact.objects.filter(person=None).order_by("delegation", "id"):
        found.setdefault(row.delegation, []).append(contact_of(row))
    return found


def affiliations_of(*, people: Iterable[int], day: date) -> dict[int, tuple[Affiliation, ...]]:
    """To which delegations people belong on a day, by their numbers; one who was merged belongs where the kept one does.

    One SQL query.
    """
    wanted = set(people)
    merged = Q(person__merged__in=wanted) | Q(person__merged__merged__in=wanted)
    rows = PersonAffiliation.objects.filter(Q(person__in=wanted) | merged).values_list(
        *("person", "person__merged", "person__merged__merged"), *("delegation", "function", "since", "until", "pk")
    )
    found: dict[int, dict[int, Affiliation]] = {}
    for *numbers, delegation, function, since, until, pk in rows:
        one = Affiliation(delegation=delegation, function=function, since=since, until=until, number=pk)
        for number in wanted.intersection(numbers) if one.period.covers(day) else ():
            found.setdefault(number, {})[pk] = one
    return {number: tuple(each[pk] for pk in sorted(each)) for number, each in found.items()}


def person_of(row: DirectoryPerson) -> Person:
    """A row as a value."""
    return Person(name=row.name, title=row.title, languages=tuple(row.languages), note=row.note, number=row.pk)


def affiliation_of(row: PersonAffiliation) -> Affiliation:
    """A row as a value."""
    return Affiliation(
        delegation=row.delegation, function=row.function, since=row.since, until=row.until, number=row.pk
    )


def contact_of(row: DirectoryContact) -> ContactPoint:
    """A row as a value."""
    return ContactPoint(
        purpose=cast("Purpose", row.purpose),
        kind=cast("ContactKind", row.kind),
        value=row.value,
        public=row.public,
        convention=row.convention,
        number=row.pk,
    )


def _rows(rows: QuerySet[DirectoryPerson]) -> QuerySet[DirectoryPerson]:
    return rows.prefetch_related("affiliations", "contacts").order_by("name", "pk")


def _entry(row: DirectoryPerson, day: date) -> PersonEntry:
    affiliations = tuple(affiliation_of(each) for each in row.affiliations.all())
    return PersonEntry(
        person=person_of(row),
        affiliations=affiliations,
        contacts=tuple(contact_of(each) for each in row.contacts.all()),
        represents=represented_on(affiliations, day),
    )


def _searched(each: PersonEntry) -> str:
    parts = (each.person.name, *(one.function for one in each.affiliations), *(one.value for one in each.contacts))
    return folded(" ".join(parts))
