"""The directory as rows of a table, the same way in and out: CSV and XLSX files have these columns.

A person with several delegations or contact points has several rows, held together by `person`, any text that is the same in
them. A row without a name holds a contact point of the delegation itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import cast

from corcom.directory.domain.people import (
    CONTACT_KINDS,
    PURPOSES,
    Affiliation,
    ContactKind,
    ContactPoint,
    Entry,
    EntryRefused,
    Person,
    Purpose,
    check_entry,
)
from corcom.kernel.rows import CellRefused, TableRow
from corcom.register.domain.gazetteer import parties, party

COLUMNS = (
    "person",
    "title",
    "name",
    "languages",
    "delegation",
    "function",
    "since",
    "until",
    "purpose",
    "kind",
    "value",
    "public",
    "convention",
    "note",
)
YES, NO = "yes", "no"


def read_rows(rows: Iterable[TableRow]) -> list[tuple[int, Entry]]:
    """The entries of a table, each with the line of its first row. Errors: `CellRefused`, the first of them."""
    entries, refused = read_every(rows)
    if refused:
        raise refused[0]
    return entries


def read_every(rows: Iterable[TableRow]) -> tuple[list[tuple[int, Entry]], list[CellRefused]]:
    """The same with all that is refused, one for each entry that cannot be."""
    groups: dict[object, list[TableRow]] = {}
    for row in rows:
        # What holds rows together: the key that is given, else the name, else the row stands alone.
        key = row.maybe("person") or row.maybe("name") or row.line
        groups.setdefault(key, []).append(row)
    entries: list[tuple[int, Entry]] = []
    refused: list[CellRefused] = []
    for group in groups.values():
        try:
            entries.append((group[0].line, _entry(group)))
        except CellRefused as error:
            refused.append(error)
    return entries, refused


def write_rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """The rows of entries, in the order of `COLUMNS`."""
    for number, entry in enumerate(entries, 1):
        yield from _rows(entry, str(number))


def _rows(entry: Entry, key: str) -> Iterator[tuple[str, ...]]:
    person = entry.person
    if person is None:
        # Each contact point of a delegation needs its delegation beside it.
        pairs: Iterable[tuple[Affiliation | None, ContactPoint | None]] = [
            (entry.affiliations[0], contact) for contact in entry.contacts
        ]
        named: tuple[str, ...] = ("", "", "", "")
        note = ""
    else:
        pairs = list(zip_longest(entry.affiliations, entry.contacts)) or [(None, None)]
        named = (key, person.title, person.name, ", ".join(person.languages))
        note = person.note
    for affiliation, contact in pairs:
        yield (*named, *_affiliation_cells(affiliation), *_contact_cells(contact), note)


def _affiliation_cells(found: Affiliation | None) -> tuple[str, ...]:
    if found is None:
        return ("", "", "", "")
    since, until = (day.isoformat() if day else "" for day in (found.since, found.until))
    return (found.delegation, found.function, since, until)


def _contact_cells(found: ContactPoint | None) -> tuple[str, ...]:
    if found is None:
        return ("", "", "", "", "")
    return (found.purpose, found.kind, found.value, YES if found.public else NO, found.convention)


def _entry(rows: Sequence[TableRow]) -> Entry:
    first = rows[0]
    name = first.maybe("name")
    languages = tuple(part.strip() for part in first.maybe("languages").split(",") if part.strip())
    person = Person(name=name, title=first.maybe("title"), languages=languages, note=first.maybe("note"))
    entry = Entry(
        person=person if name else None,
        affiliations=tuple(dict.fromkeys(found for row in rows if (found := _affiliation(row)))),
        contacts=tuple(dict.fromkeys(point for row in rows if (point := _contact(row)))),
    )
    try:
        check_entry(entry)
    except EntryRefused as refused:
        row = next((each for each in rows if each.maybe(refused.key)), first)
        raise row.refused(refused.key, str(refused.why)) from refused
    return entry


def _affiliation(row: TableRow) -> Affiliation | None:
    said = row.maybe("delegation")
    if not said:
        return None
    found = parties().get(said) or party(said)
    if found is None:
        raise row.refused("delegation", "a State or an organisation of the register, by its code or any of its names")
    return Affiliation(
        delegation=found.code, function=row.maybe("function"), since=row.day("since"), until=row.day("until")
    )


def _contact(row: TableRow) -> ContactPoint | None:
    value = row.maybe("value")
    if not value:
        return None
    return ContactPoint(
        purpose=cast("Purpose", row.choice("purpose", ("", *PURPOSES)) or "general"),
        kind=cast("ContactKind", row.choice("kind", ("", *CONTACT_KINDS)) or "email"),
        value=value,
        public=row.choice("public", ("", NO, YES)) == YES,
        convention=row.maybe("convention"),
    )


__all__ = ["COLUMNS", "CellRefused", "read_every", "read_rows", "write_rows"]
