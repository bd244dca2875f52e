"""Lists of official documents: narrowed, searched and sorted among what the reader may see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corcom.documents.domain.circles import CIRCLES
from corcom.documents.domain.papers import KINDS
from corcom.documents.queries.published import documents_for
from corcom.documents.queries.shown import ForWhom, ShownDocument
from corcom.kernel.folding import folded
from corcom.kernel.languages import LANGUAGES

MOST_HITS = 20
"""Documents that a search shows."""
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsWanted:
    """What a list is narrowed by; an empty value does not narrow.

    `meeting` is the body and the first day. With `language` and `state` it is that language that is so far; with one of them,
    the documents that can be had in the language, or of which some language is so far. `until`: released (for the
    secretariat registered) by this day.
    """

    convention: str = ""
    meeting: tuple[str, date | None] | None = None
    kind: str = ""
    language: str = ""
    circle: str = ""
    state: str = ""
    words: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsFound:
    """The documents, and how many each further choice would leave; a choice counts as if none of its kind were made."""

    documents: tuple[ShownDocument, ...]
    by_meeting: Mapping[tuple[str, date | None], int]
    by_kind: Mapping[str, int]
    by_language: Mapping[str, int]
    by_circle: Mapping[str, int]
    by_state: Mapping[str, int]


SORTS: Mapping[str, Callable[[ShownDocument], object]] = {
    "symbol": lambda one: _natural(one.symbol or "~"),
    "title": lambda one: folded(one.title),
    "meeting": lambda one: (one.meeting_on or date.min, one.body),
    "kind": lambda one: list(KINDS).index(one.kind),
    "class": lambda one: list(CIRCLES).index(one.circle),
}
"""What a list can be sorted by."""


def documents_found(for_whom: ForWhom, *, wanted: DocumentsWanted, sort: str = "-meeting") -> DocumentsFound:
    """The documents that somebody may see and wants. Three SQL queries, whatever is there."""
    # Words and the day are no choices that are counted: what they leave out is left out once.
    everything = documents_for(for_whom, convention=wanted.convention)
    seen = [one for one in everything if _by_day(one, wanted.until) and _has_words(one, wanted.words)]
    key, down = sort.removeprefix("-"), sort.startswith("-")
    order: Callable[[ShownDocument], object] = SORTS.get(key, SORTS["meeting"])
    named = sorted(seen, key=lambda one: _natural(one.symbol or "~"))

    def left(without: str) -> list[ShownDocument]:
        off: dict[str, Any] = {without: None if without == "meeting" else ""} if without else {}
        asked = replace(wanted, **off)
        return [one for one in named if _fits(one, asked)]

    return DocumentsFound(
        documents=tuple(sorted(left(""), key=order, reverse=down)),  # type: ignore[arg-type]  # each key compares with itself
        by_meeting=Counter((one.body, one.meeting_on) for one in left("meeting") if one.body),
        by_kind=Counter(one.kind for one in left("kind")),
        by_language=_counted(left("language"), lambda one: [v.language for v in one.versions if v.may_open]),
        by_circle=Counter(one.circle for one in left("circle")),
        by_state=_counted(left("state"), lambda one: _states(one, wanted.language)),
    )


def documents_matching(for_whom: ForWhom, *, words: str, convention: str = "") -> list[ShownDocument]:
    """The documents that somebody may see and whose symbol or title has all the words. Three SQL queries."""
    if not folded(words):
        return []
    wanted = DocumentsWanted(convention=convention, words=words)
    return list(documents_found(for_whom, wanted=wanted).documents[:MOST_HITS])


def _fits(one: ShownDocument, wanted: DocumentsWanted) -> bool:
    """Whether a document is one that the choices leave."""
    return (
        (wanted.meeting is None or (one.body, one.meeting_on) == wanted.meeting)
        and wanted.kind in {"", one.kind}
        and wanted.circle in {"", one.circle}
        and _in_language(one, wanted)
    )


def _in_language(one: ShownDocument, wanted: DocumentsWanted) -> bool:
    if wanted.state:
        return wanted.state in _states(one, wanted.language)
    return not wanted.language or any(each.language == wanted.language and each.may_open for each in one.versions)


def _states(one: ShownDocument, language: str) -> list[str]:
    """How far the language is, or each of them."""
    return [one.state_of(each) for each in LANGUAGES if language in {"", each}]


def _by_day(one: ShownDocument, until: date | None) -> bool:
    since = one.registered_at if one.sees_drafts else one.released_at
    return until is None or (since is not None and since.date() <= until)


def _has_words(one: ShownDocument, words: str) -> bool:
    """Whether every word begins one of the title or the symbol; one with a stroke in it is a part of a symbol."""
    if not words:
        return True
    there = folded(f"{one.symbol} {one.title}").split()
    for word in words.split():
        if "/" in word:
            if word.casefold() not in one.symbol.casefold():
                return False
        elif not all(any(each.startswith(part) for each in there) for part in folded(word).split()):
            return False
    return True


def _counted(found: Iterable[ShownDocument], values: Callable[[ShownDocument], list[str]]) -> Mapping[str, int]:
    return Counter(value for one in found for value in set(values(one)))


def _natural(symbol: str) -> tuple[tuple[int, str], ...]:
    """A symbol for sorting: /2 before /10."""
    parts = _DIGITS.split(symbol)
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
