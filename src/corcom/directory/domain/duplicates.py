"""Which people of the directory may be the same person: by their addresses, and by names that are nearly alike.

Only people who share a word of their name or an e-mail address are compared, so that time grows with the number of people and
not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from corcom.kernel.folding import folded

ALIKE = 88
"""Of 100: names below it are not the same."""
LARGEST_GROUP = 60
"""A word that more people share is a usual name and says nothing by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFound:
    """What of a person is compared. `number` says who it is."""

    number: int
    name: str
    emails: frozenset[str] = frozenset()
    delegations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Duplicate:
    """Two people who may be one. `score` is of 100; `same_email` and `same_delegation` say what else speaks for it."""

    score: float
    one: int
    other: int
    same_email: bool
    same_delegation: bool


def duplicates(people: Sequence[PersonFound]) -> list[Duplicate]:
    """The pairs that may be the same person, the surest first."""
    known = {person.number: person for person in people}
    found = (_compared(known[one], known[other]) for one, other in sorted(_near(people)))
    return sorted((each for each in found if each is not None), key=lambda each: (-each.score, each.one, each.other))


def _near(people: Iterable[PersonFound]) -> set[tuple[int, int]]:
    """The pairs that share a word of their names or an address."""
    sharing: dict[str, list[int]] = {}
    for person in people:
        for key in {*_words(person.name), *(f"@{email.casefold()}" for email in person.emails)}:
            sharing.setdefault(key, []).append(person.number)
    groups = (group for key, group in sharing.items() if len(group) <= LARGEST_GROUP or key.startswith("@"))
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def _words(name: str) -> Iterator[str]:
    return (word for word in folded(name).split() if len(word) > 2)


def _compared(one: PersonFound, other: PersonFound) -> Duplicate | None:
    same_email = bool({each.casefold() for each in one.emails} & {each.casefold() for each in other.emails})
    same_delegation = bool(one.delegations & other.delegations)
    alike = fuzz.token_sort_ratio(folded(one.name), folded(other.name))
    within = fuzz.token_set_ratio(folded(one.name), folded(other.name))
    # A shorter form of a name ("Ana Silva", "Ana Maria Silva") counts only where something else speaks for it.
    score = max(alike, within - 4 if same_email or same_delegation else 0, 96 if same_email and within >= 60 else 0)
    if score < ALIKE:
        return None
    return Duplicate(round(score, 1), one.number, other.number, same_email, same_delegation)
