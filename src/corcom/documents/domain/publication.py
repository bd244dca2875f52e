"""Who sees which version of a document, and when. Nothing else decides it.

Three things are asked of every version: is the reader in the circle for which its document is, had it been released by then,
and does it still stand. The secretariat sees everything, drafts too. Everybody else sees of each language the version that was
released last; the ones before it are superseded and not shown, for a document may have been for fewer when they went out. Where
the last one was withdrawn, it is named with the reason and cannot be opened, and none before it comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Literal, Protocol, TypeVar

from corcom.documents.domain.circles import Circle

Standing = Literal["draft", "released", "superseded", "withdrawn"]
"""How one version stands at a moment."""


class DatedVersion(Protocol):
    """A version and its moments, all in UTC; `number` counts the versions of one language from 1."""

    @property
    def language(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def uploaded_at(self) -> datetime: ...
    @property
    def released_at(self) -> datetime | None: ...
    @property
    def withdrawn_at(self) -> datetime | None: ...


V = TypeVar("V", bound=DatedVersion)


def may_know(circle: Circle, circles: Collection[Circle]) -> bool:
    """Whether readers of these circles may know of a document for `circle` at all, once it is released.

    >>> may_know("committee", {"public", "states_parties"})
    False
    """
    return circle in circles


def sees_drafts(circles: Collection[Circle]) -> bool:
    """Whether readers of these circles see what is not released."""
    return "secretariat" in circles


def standing(version: V, versions: Iterable[V], *, at: datetime) -> Standing:
    """How a version stands at a moment among all `versions` of its document."""
    if version.withdrawn_at is not None and version.withdrawn_at <= at:
        return "withdrawn"
    if not _is_out(version, at):
        return "draft"
    later = (
        each
        for each in versions
        if each.language == version.language and each.number > version.number and _is_out(each, at)
    )
    return "superseded" if next(later, None) is not None else "released"


def visible(circle: Circle, versions: Collection[V], *, circles: Collection[Circle], at: datetime) -> tuple[V, ...]:
    """The versions of a document for `circle` that readers of `circles` may know of at a moment, in the order given."""
    if not may_know(circle, circles):
        return ()
    there = [each for each in versions if each.uploaded_at <= at]
    if sees_drafts(circles):
        return tuple(there)
    out = [each for each in there if _is_out(each, at)]
    last = {language: max(each.number for each in out if each.language == language) for language in _languages(out)}
    return tuple(each for each in out if each.number == last[each.language])


def seen(
    circle: Circle, versions: Collection[V], *, circles: Collection[Circle], at: datetime
) -> list[tuple[V, Standing, bool]]:
    """The versions that are visible, each with how it stands and whether its file may be opened."""
    may_have_all = sees_drafts(circles)
    stand = ((one, standing(one, versions, at=at)) for one in visible(circle, versions, circles=circles, at=at))
    return [(one, how, may_have_all or how == "released") for one, how in stand]


def may_open(version: V, circle: Circle, versions: Collection[V], *, circles: Collection[Circle], at: datetime) -> bool:
    """Whether readers of `circles` may have the file of a version at a moment."""
    return any(one == version and opens for one, _, opens in seen(circle, versions, circles=circles, at=at))


def _is_out(version: DatedVersion, at: datetime) -> bool:
    return version.released_at is not None and version.released_at <= at


def _languages(versions: Iterable[DatedVersion]) -> set[str]:
    return {each.language for each in versions}
