"""The registers of conventions, computed from the treaty actions."""

from __future__ import annotations

from datetime import datetime

from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.queries.acts import treaty_actions
from corcom.rulebooks.reading import conventions, rulebook


def register_of(convention: str, *, known_at: datetime | None = None) -> Register | None:
    """The register of a convention as it is known, or was at a moment; None for one without a rulebook."""
    book = rulebook(convention)
    if book is None:
        return None
    return register_from(book, treaty_actions(convention=convention, known_at=known_at))


def registers(*, known_at: datetime | None = None) -> dict[str, Register]:
    """The registers of all conventions that have a rulebook, by code. One SQL query."""
    of_convention: dict[str, list[TreatyAction]] = {}
    for action in treaty_actions(known_at=known_at):
        of_convention.setdefault(action.convention, []).append(action)
    books = (book for code in conventions() if (book := rulebook(code)))
    return {book.convention: register_from(book, of_convention.get(book.convention, ())) for book in books}
