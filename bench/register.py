"""A register far larger than any: 600 conventions x 200 States x 20 obligations over 30 years, made up, in memory.

`made()` makes it from the shapes of the packaged rulebooks; the functions below measure one thing each, in seconds of the
processor, the best of some rounds; `python -m bench.register` prints them with the memory that each took.
"""

from __future__ import annotations

import gc
import resource
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corcom.kernel.calendar import add_months
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.why import why
from corcom.register.domain.count_changes import changes
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_actions import Kind, TreatyAction
from corcom.rulebooks.reading import Rulebook, rulebook

CONVENTIONS, STATES, OBLIGATIONS, YEARS = 600, 200, 20, 30
FIRST = date(1996, 1, 1)
DAY = date(2025, 6, 30)
"""The day that is asked for; by then every State is bound, and some have left and come back."""


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up convention with its facts."""

    register: Register
    facts: tuple[Fact, ...]


def made(conventions: int = CONVENTIONS, states: int = STATES, obligations: int = OBLIGATIONS) -> list[Made]:
    """Conventions of the same shapes as the CCM, with as many obligations, every State having acted under each."""
    book = rulebook("CCM")
    assert book is not None
    found = []
    for number in range(conventions):
        own = _book(book, f"C{number:03}", obligations)
        actions = [action for at in range(states) for action in _actions(own.convention, number, at)]
        facts = tuple(fact for at in range(states) for fact in _facts(own, number, at))
        found.append(Made(register_from(own, actions), facts))
    return found


def _book(book: Rulebook, code: str, obligations: int) -> Rulebook:
    pattern = [each for each in book.obligations if each.code != "annual-report"]
    first, yearly = book.obligation("initial-report"), book.obligation("annual-report")
    assert first is not None
    assert yearly is not None
    others = [replace(pattern[at % len(pattern)], code=f"obligation-{at}") for at in range(obligations - 2)]
    return replace(book, convention=code, obligations=(first, *others, yearly))


def _actions(code: str, number: int, at: int) -> Iterator[TreatyAction]:
    signed = FIRST + timedelta(days=(number * 7 + at * 13) % 900)
    deposited = signed + timedelta(days=200 + (number * 31 + at * 53) % 3000)

    def act(kind: Kind, on: date) -> TreatyAction:
        day = on.isoformat()
        return TreatyAction(
            convention=code, iso3=_state(at), kind=kind, on=day, source="made up", certainty="certain"
        )  # fmt: skip

    yield act("signature", signed)
    yield act("ratification", deposited)
    if at % 40 == 39:
        yield act("withdrawal", deposited + timedelta(days=4000))
        yield act("accession", deposited + timedelta(days=4900))


def _facts(book: Rulebook, number: int, at: int) -> Iterator[Fact]:
    """A few facts of each State: a report received or missed, an obligation with a request that was granted."""

    def fact(kind: FactKind, on: str, obligation: str, *, until: date | None = None, period: int | None = None) -> Fact:
        return Fact(
            convention=book.convention,
            iso3=_state(at),
            obligation=obligation,
            kind=kind,
            on=on,
            until=until,
            period=period,
            source="made up",
            certainty="certain",
        )

    kinds: tuple[FactKind, ...] = ("fulfilled", "outstanding")
    yield fact(kinds[(number + at) % 2], "2012-05-01", "initial-report")
    yield fact("fulfilled", "2025-04-20", "annual-report", period=2024)
    if at % 3 == 0:
        yield fact("applies", "2001-05-01", "obligation-1")
        yield fact("asked", "2009-05-01", "obligation-1", until=date(2030, 1, 1))
        yield fact("granted", "2010-05-01", "obligation-1", until=date(2030, 1, 1))


def _state(at: int) -> str:
    return f"{chr(65 + at // 26)}{chr(65 + at % 26)}Z"


def statuses(conventions: list[Made], day: date = DAY) -> Counter[str]:
    """How every State stands to every convention on a day."""
    return Counter(each.status_on(day) for one in conventions for each in one.register.states.values())


def owed_of(one: Made, day: date = DAY) -> Iterator[Owed]:
    """What is owed under one convention on a day."""
    return owed_on(one.register, one.facts, meetings={}, day=day)


def again(one: Made) -> Register:
    """The register of one convention, computed anew from its treaty actions."""
    return register_from(one.register.book, [act for each in one.register.states.values() for act in each.actions])


def explained(one: Made, day: date = DAY) -> int:
    """How many steps lead to all deadlines of one convention."""
    return sum(1 for each in owed_of(one, day) for _ in why(each))


def daily(one: Made, years: int = YEARS) -> list[tuple[date, int, int]]:
    """The two counts of States Parties on every day of some years."""
    turned = {each.on: each for each in changes(one.register.states.values())}
    by_deposit = bound = 0
    found = []
    day, end = FIRST, add_months(FIRST, 12 * years)
    while day < end:
        change = turned.get(day)
        if change is not None:
            by_deposit, bound = by_deposit + change.by_deposit, bound + change.bound
        found.append((day, by_deposit, bound))
        day += timedelta(days=1)
    return found


def matrix(conventions: list[Made], day: date = DAY) -> Iterator[Owed]:
    """Every obligation of every State under every convention, one after the other; nothing is kept."""
    for one in conventions:
        yield from owed_of(one, day)


def counted(conventions: list[Made], day: date = DAY) -> Counter[str]:
    """The whole matrix by status."""
    return Counter(each.status for each in matrix(conventions, day))


def seconds(function: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the processor, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        function()
        best = min(best, time.process_time() - start)
    return best


def most_memory(function: Callable[[], object]) -> int:
    """The most bytes that objects made meanwhile took at once."""
    gc.collect()
    tracemalloc.start()
    function()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def held() -> int:
    """The most bytes that the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    start = time.process_time()
    conventions = made()
    made_in, one = time.process_time() - start, conventions[0]
    members = sum(len(each.register.states) for each in conventions)
    print(
        f"{CONVENTIONS} conventions x {STATES} States x {OBLIGATIONS} obligations over {YEARS} years,"
        f" made in {made_in:.1f} s; the process holds {held() / 1e6:.0f} MB\n"
    )
    print(f"{'':58}{'aim':>10}{'seconds':>10}{'MB':>8}")

    def measured(name: str, aim: str, function: Callable[[], object], rounds: int) -> None:
        taken, most = seconds(function, rounds), most_memory(function)
        print(f"{name:58}{aim:>10}{taken:>10.3f}{most / 1e6:>8.1f}", flush=True)

    owing = len(list(owed_of(one)))
    measured(f"status of all {members:,} memberships on one day", "1", lambda: statuses(conventions), 3)
    measured("one register from its treaty actions", "", lambda: again(one), 3)
    measured(f"obligations of one convention on one day ({owing:,})", "0.1", lambda: list(owed_of(one)), 5)
    measured("the steps to every deadline of one convention", "", lambda: explained(one), 3)
    measured(f"both counts of one convention on {len(daily(one)):,} days", "", lambda: daily(one), 5)
    print("\nThe whole matrix, streamed: time grows with the rows, memory does not\n")
    print(f"{'conventions':>12}{'rows':>12}{'seconds':>10}{'us a row':>10}{'MB more':>10}")
    for number in (6, 60, CONVENTIONS):
        before, start = held(), time.process_time()
        rows = sum(counted(conventions[:number]).values())
        taken = time.process_time() - start
        grown = (held() - before) / 1e6
        print(f"{number:>12}{rows:>12,}{taken:>10.2f}{taken / rows * 1e6:>10.2f}{grown:>10.1f}", flush=True)


if __name__ == "__main__":
    main()
