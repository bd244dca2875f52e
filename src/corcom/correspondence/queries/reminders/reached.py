"""To which addresses reminders go, and those of the copies further on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.official_languages import likely_language
from corcom.correspondence.domain.reminders.due import ReminderDue
from corcom.correspondence.domain.reminders.stages import CopyTo
from corcom.directory.domain.letter_addresses import LetterAddress
from corcom.directory.domain.people import Purpose
from corcom.kernel.languages import written_as
from corcom.mandates.queries import roster_page
from corcom.outbox.queries import reachable_by_purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Where a State is reached for a stage: addresses, the languages that are read there, the official one last, the addresses of copies."""

    addresses: tuple[str, ...]
    languages: tuple[str, ...]
    copies: tuple[str, ...]


def reached(due: Sequence[ReminderDue], *, convention: str, theme: str, day: date) -> dict[tuple[str, str], Reached]:
    """For each State and stage where it goes. Two SQL queries for each purpose, three more, and one where offices get copies."""
    holders = _holders(due, convention=convention, theme=theme, day=day)
    purposes: set[Purpose] = {one.stage.purpose for one in due} | {"letters"}
    states = {one.owed.iso3 for one in due} | {iso3 for several in holders.values() for iso3 in several}
    known = reachable_by_purpose(delegations=states, purposes=purposes, convention=convention, day=day)
    found = {}
    for one in due:
        # Where nobody is named for the purpose, a State is written to like with any letter.
        own = known[one.stage.purpose][one.owed.iso3] or known["letters"][one.owed.iso3]
        addresses = _once(own)
        copies: list[str] = []
        for each in one.stage.copies:
            codes = [one.owed.iso3] if each == "letters" else holders[each]
            for code in codes:
                copies += _once(known["letters"][code])
        further = tuple(address for address in dict.fromkeys(copies) if address not in addresses)
        spoken = [*(each.language for each in own), likely_language(one.owed.iso3)]
        languages = tuple(dict.fromkeys(written_as(language) for language in spoken if language))
        found[one.owed.iso3, one.stage.code] = Reached(addresses=addresses, languages=languages, copies=further)
    return found


def _once(found: Iterable[LetterAddress]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.address for each in found))


def _holders(due: Sequence[ReminderDue], *, convention: str, theme: str, day: date) -> dict[CopyTo, list[str]]:
    """The States that hold the offices which get a copy of some reminder."""
    wanted = {each for one in due for each in one.stage.copies} - {"letters"}
    if not wanted:
        return {}
    roster = roster_page(convention=convention, day=day).roster
    return {
        "president": [seat.holder for seat in roster.seats if seat.office == "president"],
        "coordinator": [seat.holder for seat in roster.holders_of("coordinator", theme)],
    }
