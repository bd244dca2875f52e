"""How the dates of a poll stand, and which of them is best, with the reasons in words.

The rule, in this order: the fewest delegations that say no; then the most that say yes; then the fewest clashes; then the
earliest. It proposes; a person confirms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corcom.kernel.marked import Filled, gettext_noop
from corcom.polls.domain.poll import Choice, OfferedDate

Answers = Mapping[str, Mapping[int, Choice]]
"""What each delegation that answered says of each date, by its code and by the number of the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one date stands: the codes of those who say yes, if need be, no, and of those who said nothing of it."""

    offered: OfferedDate
    yes: tuple[str, ...]
    if_need_be: tuple[str, ...]
    no: tuple[str, ...]
    silent: tuple[str, ...]
    clashes: int = 0

    @property
    def merit(self) -> tuple[int, int, int, str, str]:
        """What dates are put in order by; the smaller, the better."""
        return (len(self.no), -len(self.yes), self.clashes, self.offered.date, self.offered.start_time)


@dataclass(frozen=True, slots=True)
class BestDate:
    """The date that is proposed, and why, one reason after the other."""

    tally: Tally
    reasons: tuple[Filled, ...]


def tallies(
    dates: Sequence[OfferedDate], parties: Sequence[str], answers: Answers, clashes: Mapping[int, int]
) -> list[Tally]:
    """How each date stands, in their order. `clashes` counts what speaks against each, by its number."""

    def of(date: OfferedDate, choice: Choice | None) -> tuple[str, ...]:
        return tuple(code for code in parties if answers.get(code, {}).get(date.number) == choice)

    return [
        Tally(
            offered=date,
            yes=of(date, "yes"),
            if_need_be=of(date, "if_need_be"),
            no=of(date, "no"),
            silent=of(date, None),
            clashes=clashes.get(date.number, 0),
        )
        for date in dates
    ]


def best_date(found: Sequence[Tally]) -> BestDate | None:
    """The date that is proposed; None while nobody answered."""
    if not any(one.yes or one.if_need_be or one.no for one in found):
        return None
    first, *others = sorted(found, key=lambda one: one.merit)
    return BestDate(first, tuple(_reasons(first, others)))


def _reasons(first: Tally, others: Sequence[Tally]) -> Iterator[Filled]:
    yes, maybe, no = len(first.yes), len(first.if_need_be), len(first.no)
    yield Filled(gettext_noop("yes: %(yes)d, if need be: %(maybe)d, no: %(no)d"), yes=yes, maybe=maybe, no=no)
    if not no:
        yield Filled(gettext_noop("nobody says no"))
    elif all(len(one.no) > no for one in others):
        yield Filled(gettext_noop("on every other date more say no"))
    equal = [one for one in others if len(one.no) == no]
    if equal and all(len(one.yes) < yes for one in equal):
        yield Filled(gettext_noop("of the dates with as few of them, most say yes to it"))
    equal = [one for one in equal if len(one.yes) == yes]
    if equal and all(one.clashes > first.clashes for one in equal):
        yield Filled(gettext_noop("of those that stand alike, less clashes with it"))
    elif any(one.clashes == first.clashes for one in equal):
        yield Filled(gettext_noop("of those that stand alike, it is the earliest"))
    if first.clashes:
        yield Filled(gettext_noop("something else stands on these days; see the warnings"))
    if silent := len(first.silent):
        yield Filled(gettext_noop("not said yet: %(count)d, which can change this"), count=silent)
