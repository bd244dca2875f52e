"""What somebody looks for: words, "phrases", and -what must not be there. Anything that is typed means something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corcom.oversight.domain.words import Word, words_of

_PART = re.compile(r'(-?)(?:["“”«»„]([^"“”«»„]*)(?:["“”«»„]|$)|(\S+))')
MOST = 20
"""Terms of one search; more narrow nothing that is not narrow already."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other, in their common form. `begins`: the last of them may go on ("universal*")."""

    forms: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A passage must have all of `terms` and none of `without`."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.terms or self.without)


def wanted(typed: str) -> Wanted:
    """What somebody typed. Stray quotes and signs are passed over; a word of several parts is a phrase.

    >>> wanted('universal* "Review Conference" -Côte ""').terms
    (Term(forms=('universal',), begins=True), Term(forms=('review', 'conference'), begins=False))
    """
    terms: list[Term] = []
    without: list[Term] = []
    for sign, phrase, word in _PART.findall(typed):
        part = phrase or word
        forms = tuple(found.form for found in words_of(part))
        if forms:
            (without if sign else terms).append(Term(forms, begins=part.endswith("*")))
    return Wanted(terms=tuple(dict.fromkeys(terms))[:MOST], without=tuple(dict.fromkeys(without))[:MOST])


def found_in(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where the terms stand in a text, in order, without overlaps: what is to be shown as found."""
    words = list(words_of(text))
    spans = sorted(
        (words[at].start, words[at + len(term.forms) - 1].end)
        for term in terms
        for at in range(len(words) - len(term.forms) + 1)
        if _stands(words, at, term)
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _stands(words: Sequence[Word], at: int, term: Term) -> bool:
    last = len(term.forms) - 1
    return all(
        words[at + n].form.startswith(form) if term.begins and n == last else words[at + n].form == form
        for n, form in enumerate(term.forms)
    )
