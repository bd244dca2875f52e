"""When two names to sign in with are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def same_name(wanted: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `wanted` means: written alike, else alike but for capitals; None where there is none.

    >>> same_name("BOB", ["ada", "bob"]), same_name("BOB", ["bob", "BOB"]), same_name("eve", ["bob"])
    ('bob', 'BOB', None)
    """
    alike = [name for name in names if _key(name) == _key(wanted)]
    return wanted if wanted in alike else next(iter(alike), None)


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
