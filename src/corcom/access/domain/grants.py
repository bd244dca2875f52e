"""The rights of somebody on a day, each with where it comes from: the role, the delegation, or an office of that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corcom.access.domain.capacities import NOBODY, Capacity, OfficeHeld
from corcom.access.domain.offices import EVERY_DELEGATION, OFFICES, OfficeRights
from corcom.access.domain.rights import RIGHTS, Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What somebody wants to do something about: its convention, its theme by code, the delegations that it concerns."""

    convention: str = ""
    theme: str = ""
    delegations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One right. An empty `convention`, `theme` or `delegation` does not narrow it.

    `office` is the one that it comes from; without one it comes from the role, or from belonging to `delegation`.
    """

    right: Right
    convention: str = ""
    theme: str = ""
    delegation: str = ""
    office: OfficeHeld | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it holds for some matters of a convention alone."""
        return bool(self.theme or self.delegation)

    def covers(self, matter: Matter) -> bool:
        """Whether it holds for a matter. What is of no convention is open to no right under one."""
        return (
            self.convention in {"", matter.convention}
            and self.theme in {"", matter.theme}
            and (not self.delegation or self.delegation in matter.delegations)
        )


@dataclass(frozen=True, slots=True)
class Rights:
    """All that somebody may do on a day."""

    grants: tuple[Grant, ...] = ()

    def hold(self, right: Right, matter: Matter | None = None) -> bool:
        """Whether a right is held for a matter; without one, whether it is held for all matters of some convention."""
        found = self._of(right)
        return any(not each.is_narrow if matter is None else each.covers(matter) for each in found)

    def hold_some(self, right: Right) -> bool:
        """Whether a right is held for anything at all."""
        return any(True for _ in self._of(right))

    def hold_everywhere(self, right: Right) -> bool:
        """Whether a right is held for whatever matter there is."""
        return any(not (each.is_narrow or each.convention) for each in self._of(right))

    def _of(self, right: Right) -> Iterator[Grant]:
        return (each for each in self.grants if each.right == right)


def rights_on(role: str, capacity: Capacity = NOBODY) -> Rights:
    """The rights of a role together with those of a capacity, which is one of a day. An unknown role gives none.

    >>> coordinator = OfficeHeld(convention="CCM", office="coordinator", theme="clearance", holder="NOR")
    >>> rights = rights_on("delegate", Capacity(delegations={"NOR": None}, offices=(coordinator,)))
    >>> rights.hold("follow_up"), rights.hold("follow_up", Matter(convention="CCM", theme="clearance"))
    (False, True)
    """
    by_role = (Grant(right=right) for right in sorted(RIGHTS.get(role, frozenset())))
    by_delegation = (
        Grant(right=right, delegation=code) for code in capacity.delegations for right in sorted(EVERY_DELEGATION)
    )
    by_office = (grant for held in capacity.offices for grant in _grants(held))
    return Rights((*by_role, *by_delegation, *by_office))


def _grants(held: OfficeHeld) -> Iterator[Grant]:
    found = OFFICES.get(held.office, OfficeRights())
    for right in sorted(found.under):
        yield Grant(right=right, convention=held.convention, office=held)
    for right in sorted(found.theme if held.theme else ()):
        yield Grant(right=right, convention=held.convention, theme=held.theme, office=held)
    for right in sorted(found.introduced):
        yield Grant(right=right, convention=held.convention, delegation=held.holder, office=held)
