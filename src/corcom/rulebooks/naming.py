"""Which body or theme of a convention a few words of a document mean.

A whole name wins; else the name that stands first in the words, and of two that start together the longer one, so that
"Preparatory Meeting for the Review Conference" is the preparatory meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from corcom.kernel.folding import folded
from corcom.rulebooks.named import Body, Named, Office, Theme
from corcom.rulebooks.reading import rulebook

N = TypeVar("N", bound=Named)

_GROUP = re.compile(r"\b(?:working|contact)[ -]groups?\b")
_NUMBERED = re.compile(r"\b(\d+)(?:st|nd|rd|th)?(?=[a-z])")


def body_named(convention: str, words: str) -> Body | None:
    """The body that words such as "6MSP" or "Coordination Committee of the CCM" mean.

    >>> body_named("CCM", "6MSP").name
    'Meeting of States Parties'
    """
    book = rulebook(convention)
    return _named(book.bodies, words) if book else None


def theme_named(convention: str, words: str) -> Theme | None:
    """The theme that words such as "5.3 Victim Assistance (Australia and Chile)" mean.

    >>> theme_named("CCM", "5.7 Reporting").name
    'Transparency Reporting'
    """
    book = rulebook(convention)
    return _named(book.themes, words) if book else None


def office_named(convention: str, words: str) -> Office | None:
    """The office that words such as "the 6MSP President" mean.

    >>> office_named("CCM", "the President-designate").code
    'president-designate'
    """
    book = rulebook(convention)
    return _named(book.offices, words) if book else None


def group_named(convention: str, words: str) -> Theme | None:
    """The theme whose working group words such as "the Working Group on Victim Assistance" mean.

    >>> group_named("CCM", "universalization working group").code, group_named("CCM", "Universalization")
    ('universalization', None)
    """
    return theme_named(convention, words) if _GROUP.search(folded(words)) else None


def _named(entries: tuple[N, ...], words: str) -> N | None:
    plain = f" {_plain(words)} "
    best: tuple[int, int, N] | None = None
    for entry, name in _names(entries):
        at = plain.find(f" {name} ")
        if at < 0:
            continue
        if best is None or (at, -len(name)) < best[:2]:
            best = (at, -len(name), entry)
    return best[2] if best else None


@cache
def _names(entries: tuple[N, ...]) -> tuple[tuple[N, str], ...]:
    return tuple((entry, _plain(name)) for entry in entries for name in _all_names(entry))


def _all_names(entry: Named) -> Iterable[str]:
    return (entry.name, *entry.aliases)


def _plain(words: str) -> str:
    """Folded, and with numbers cut off the words they are glued to ("6msp")."""
    return " ".join(_NUMBERED.sub(r"\1 ", folded(words)).split())
