"""The counts of a meeting in sentences for a report, each count with what it counts."""

from __future__ import annotations

from corcom.kernel.marked import Filled, gettext_noop
from corcom.participation.domain.party_kinds import PartyKind
from corcom.participation.domain.statistics import Count, Statistics

ONE_AND_MORE = {
    "state": (gettext_noop("%(n)s State"), gettext_noop("%(n)s States")),
    "state_party": (gettext_noop("%(n)s State Party"), gettext_noop("%(n)s States Parties")),
    "signatory": (gettext_noop("%(n)s signatory"), gettext_noop("%(n)s signatories")),
    "state_not_party": (gettext_noop("%(n)s other State not party"), gettext_noop("%(n)s other States not party")),
}
_STATUSES: tuple[PartyKind, ...] = ("state_party", "signatory", "state_not_party")
_PLACES = ("first", "second", "third")


def report_sentences(found: Statistics) -> tuple[Filled, ...]:
    """What a report says of who took part; nothing where nobody did.

    >>> from datetime import date
    >>> from corcom.participation.domain.statistics import statistics
    >>> [str(one) for one in report_sentences(statistics(["NOR", "icrc"], None, day=date(2011, 9, 13), convention=""))][0]
    '1 State took part.'
    """
    if not found.states.number:
        return ()
    said = [_whole(found)]
    if found.of("state_party").number:
        said.append(
            Filled(
                gettext_noop(
                    "States Parties are counted by deposit on %(day)s: the consent of each was deposited by then; "
                    "for %(bound)s of the %(n)s the convention was in force."
                ),
                day=found.day,
                bound=found.bound.number,
                n=found.of("state_party").number,
            )
        )
    if found.of("signatory").number:
        said.append(
            Filled(
                gettext_noop(
                    "Signatories are States that had signed and not deposited; counted with the other States not party "
                    "they make %(n)s States that were not States Parties."
                ),
                n=found.outside.number,
            )
        )
    if found.organisations.number:
        said.append(
            Filled(
                gettext_noop("Delegations of organisations and others, which are not States: %(n)s."),
                n=found.organisations.number,
            )
        )
    return tuple(said)


def counted(kind: str, number: int) -> Filled:
    """A number of States of one kind, in the singular for one."""
    one, more = ONE_AND_MORE[kind]
    return Filled(one if number == 1 else more, n=number)


def lines_of(counts: tuple[Count, ...]) -> tuple[tuple[Filled, int, str, Filled], ...]:
    """Counts as lines of a table: name, number, of how many there are ("" where unknown), what is counted."""
    return tuple((one.name, one.number, "" if one.whole is None else str(one.whole), one.defined) for one in counts)


def _whole(found: Statistics) -> Filled:
    states = counted("state", found.states.number)
    parts = [counted(one, found.of(one).number) for one in _STATUSES if found.of(one).number]
    if not parts:
        return Filled(gettext_noop("%(states)s took part."), states=states)
    return Filled(gettext_noop("%(states)s took part: %(parts)s."), states=states, parts=_together(parts))


def _together(parts: list[Filled]) -> Filled:
    """One to three parts in a row."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) == len(_STATUSES):
        return Filled(gettext_noop("%(first)s, %(second)s and %(third)s"), **dict(zip(_PLACES, parts, strict=True)))
    return Filled(gettext_noop("%(first)s and %(second)s"), first=parts[0], second=parts[1])
