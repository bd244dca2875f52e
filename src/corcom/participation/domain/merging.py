"""Two people of one delegation answer at once: what both say together, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import cast

from corcom.participation.domain.answers import DelegationAnswer, Nominee, Said, same_person

_FIELDS = tuple(field.name for field in fields(Nominee) if field.name not in {"key", "is_head"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Both changed one thing: `field` of the person `name`, or of the answer where that is empty. Mine stands in the answer.

    `field` is that of a `Nominee`, or `said`, `note`, `head`, `removed`.
    """

    field: str
    name: str = ""
    theirs: object = ""


@dataclass(slots=True)
class _Together:
    """Somebody who is in the answer, and how each of both has them."""

    person: Nominee
    mine: Nominee | None
    theirs: Nominee | None


def merged(
    before: DelegationAnswer, mine: DelegationAnswer, theirs: DelegationAnswer
) -> tuple[DelegationAnswer, tuple[Difference, ...]]:
    """What two answers that both began from `before` say together, and on what they differ, for somebody to choose.

    Whoever one of them added is there, and whoever one of them took off is not, unless the other changed something
    about them. One person whom both added, by name, stands there once.
    """
    differ: list[Difference] = []
    said = cast("Said", _of_both(before, mine, theirs, "said", differ))
    note = _of_both(before, mine, theirs, "note", differ)
    found = _people(before, mine, theirs, differ)
    head = _head(before, found, differ)
    people = tuple(replace(each.person, is_head=each is head) for each in found)
    return DelegationAnswer(said=said, people=people, note=note), tuple(differ)


def _of_both(
    before: DelegationAnswer, mine: DelegationAnswer, theirs: DelegationAnswer, field: str, differ: list[Difference]
) -> str:
    old, here, there = (str(getattr(one, field)) for one in (before, mine, theirs))
    if old not in (here, there) and here != there:
        differ.append(Difference(field=field, theirs=there))
    return here if here != old else there


def _people(
    before: DelegationAnswer, mine: DelegationAnswer, theirs: DelegationAnswer, differ: list[Difference]
) -> list[_Together]:
    """Everybody who is in the answer: mine in their order, then theirs; each with a key of their own."""
    old = {one.key: one for one in before.people}
    there = {one.key: one for one in theirs.people if one.key in old}
    added = {same_person(one.name): one for one in theirs.people if one.key not in old}
    found: list[_Together] = []
    for one in mine.people:
        other = there.pop(one.key, None) if one.key in old else added.pop(same_person(one.name), None)
        if other is not None:
            person = _person(old.get(one.key) or Nominee(key="", name=""), one, other, differ)
            found.append(_Together(person, one, other))
        elif one.key not in old or _was_changed(old[one.key], one, differ):
            found.append(_Together(one, one, None))
    found.extend(
        _Together(other, None, other)
        for other in (*there.values(), *added.values())
        if other.key not in old or _was_changed(old[other.key], other, differ)
    )
    _give_keys(found)
    return found


def _give_keys(found: list[_Together]) -> None:
    used: set[str] = set()
    for each in found:
        while each.person.key in used:
            each.person = replace(each.person, key=f"{each.person.key}x")
        used.add(each.person.key)


def _was_changed(old: Nominee, now: Nominee, differ: list[Difference]) -> bool:
    """Whether one of both changed somebody whom the other took off: then both are to choose."""
    if now == old:
        return False
    differ.append(Difference(field="removed", name=now.name, theirs=now.name))
    return True


def _person(old: Nominee, mine: Nominee, theirs: Nominee, differ: list[Difference]) -> Nominee:
    """One person as both describe them, under the key that theirs has."""
    said: dict[str, object] = {}
    for field in _FIELDS:
        was, here, there = getattr(old, field), getattr(mine, field), getattr(theirs, field)
        if was not in (here, there) and here != there and same_person(str(here)) != same_person(str(there)):
            differ.append(Difference(field=field, name=mine.name, theirs=there))
        said[field] = here if here != was else there
    return replace(theirs, **said)  # type: ignore[arg-type]  # the fields of a nominee, as they are


def _head(before: DelegationAnswer, found: list[_Together], differ: list[Difference]) -> _Together | None:
    """Who heads the delegation: as changed by the one who changed it; mine, where both did."""
    heads = {one.key for one in before.people if one.is_head}
    was = next((each for each in found if each.person.key in heads), None)
    here = next((each for each in found if each.mine and each.mine.is_head), None)
    there = next((each for each in found if each.theirs and each.theirs.is_head), None)
    if here is was or here is None:
        return there or here
    if there not in (None, was, here):
        differ.append(Difference(field="head", theirs=there.person.name if there else ""))
    return here
