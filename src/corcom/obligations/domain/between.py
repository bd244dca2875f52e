"""What falls due between two days, before the day of the page and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from corcom.obligations.domain.by_obligation import owed_by
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import by_state, owing, with_due_days
from corcom.obligations.domain.owed import Owed, Owing
from corcom.obligations.domain.recurring import times_between
from corcom.register.domain.registered import Register


def due_between(
    register: Register, facts: Iterable[Fact], *, meetings: dict[str, date], day: date, first: date, last: date
) -> Iterator[Owed]:
    """What falls due from `first` to `last`, both among the days, as it stands on `day`; by State.

    Of what recurs each time in between, at most one a year. The deadline is the one that holds after extensions. What a State
    is not known to have, or surely has not, is left out; so is a State that is not bound on `day`.
    """
    own = by_state(facts)
    for bound, membership in register.bound_on(day):
        state = owing(register, membership, bound.iso3, own, meetings, day)
        owed = list(owed_by(state, register.book.obligations))
        for one in _each_time(state, owed, first, last):
            if _stands(one) and one.due_on is not None and first <= one.due_on <= last:
                yield one


def _each_time(state: Owing, owed: list[Owed], first: date, last: date) -> Iterator[Owed]:
    events = with_due_days(state, owed)
    for one in owed:
        if one.obligation.recurs:
            yield from times_between(state, one.obligation, events, first, last)
        else:
            yield one


def _stands(one: Owed) -> bool:
    return one.status not in {"not_applicable", "lasting"} and one.missing != "whether_it_applies"
