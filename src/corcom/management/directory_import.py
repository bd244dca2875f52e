"""`corcom import directory`: what files say goes into the directory, whole or not at all.

Who is there already in the same words is left alone, so that a file can be taken in twice. Whoever else may be there already is
pointed out afterwards and never merged silently.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.directory.actions import record_entries
from corcom.directory.domain.directory_rows import COLUMNS, read_every
from corcom.directory.domain.people import Entry
from corcom.directory.queries import every_entry, possible_duplicates
from corcom.documents.domain.bounded import run_one
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.tables import read_tables
from corcom.management.ending import REFUSED

_NEEDED = frozenset({"name", "delegation"})


@dataclass(slots=True)
class _Read:
    """What files say, and a line for each place that cannot be read."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def import_directory(
    paths: Sequence[Path], *, by: str, dry_run: bool, at: datetime, out: OutputWrapper, err: OutputWrapper
) -> None:
    """Take files over, or only say what would come. Exits with `REFUSED` where anything is refused."""
    found = _Read()
    for path in paths:
        _read(found, path)
    if found.refused:
        for line in found.refused:
            err.write(" ".join(line.split()))
        err.write(_("Nothing was written."))
        sys.exit(REFUSED)
    new, same = _compared(found.entries, every_entry(day=at.date()))
    if not dry_run and new:
        record_entries(entries=new, at=at, by=by or account_of_command(command="import", at=at).username)
    people = sum(entry.person is not None for entry in new)
    said = _("directory: %(people)d people new, %(delegations)d delegations with new contact points, %(same)d the same")
    out.write(said % {"people": people, "delegations": len(new) - people, "same": same})
    if dry_run:
        out.write(_("Nothing was written (--dry-run)."))
        return
    for _found, one, other in possible_duplicates() if people else ():
        out.write(_("perhaps the same person: %(one)s, %(other)s") % {"one": one.name, "other": other.name})


def _read(found: _Read, path: Path) -> None:
    try:
        data = path.read_bytes()
        if (
            path.suffix.lower() in {".vcf", ".vcard"}
            or data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:11].upper() == b"BEGIN:VCARD"
        ):
            _read_cards(found, path, data)
            return
        for table in run_one(read_tables, (path.name, data)):
            file = f"{path.name} ({table.sheet})" if table.sheet else path.name
            unknown = [column for column in table.head if column and column not in COLUMNS]
            if unknown or not _NEEDED & set(table.head):
                allowed = ", ".join(COLUMNS)
                said = _("%(file)s: line 1: %(found)s cannot be taken; allowed: the columns %(allowed)s")
                found.refused.append(
                    said % {"file": file, "found": ", ".join(unknown or table.head), "allowed": allowed}
                )
                continue
            entries, refused = read_every(table.rows)
            found.entries += [entry for _line, entry in entries]
            found.refused += [f"{file}: {each}" for each in refused]
    except OSError as error:
        found.refused.append(f"{path.name}: {error.strerror or error}")
    except DocumentRefused as refused_whole:
        found.refused.append(str(refused_whole))


def _read_cards(found: _Read, path: Path, data: bytes) -> None:
    from corcom.directory.domain.vcards import CardRefused, read_cards  # noqa: PLC0415  tables do without its library

    try:
        found.entries += [entry for _number, entry in read_cards(data)]
    except CardRefused as refused:
        found.refused.append(f"{path.name}: {refused}")


def _compared(wanted: Iterable[Entry], known: Iterable[Entry]) -> tuple[list[Entry], int]:
    """What is not there yet, each entry once, and how many are there already in the same words."""
    there = {_words(entry) for entry in known if entry.person is not None}
    points = {
        (entry.affiliations[0].delegation, replace(point, number=0))
        for entry in known
        if entry.person is None
        for point in entry.contacts
    }
    new: list[Entry] = []
    same = 0
    for entry in wanted:
        if entry.person is not None:
            is_new = _words(entry) not in there
            there.add(_words(entry))
            kept = entry
        else:
            code = entry.affiliations[0].delegation
            left = tuple(point for point in entry.contacts if (code, replace(point, number=0)) not in points)
            points |= {(code, replace(point, number=0)) for point in left}
            is_new, kept = bool(left), replace(entry, contacts=left)
        if is_new:
            new.append(kept)
        else:
            same += 1
    return new, same


def _words(entry: Entry) -> tuple[object, ...]:
    """All that an entry says, whatever its numbers in the store."""
    person = replace(entry.person, number=0) if entry.person else None
    return (
        person,
        frozenset(replace(each, number=0) for each in entry.affiliations),
        frozenset(replace(each, number=0) for each in entry.contacts),
    )
