"""The words of a text as search compares them: one form for all spellings that a person would take for the same.

Case, accents and Arabic vowel signs do not count, nor the English plural, nor -ise for -ize, nor the Arabic article.
A Chinese or Japanese character is a word of its own, so that words in these scripts are found as phrases.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_CHARACTER = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHARACTER}]|[^\W_{_CHARACTER}](?:[^\W_{_CHARACTER}]|[{_MARKS}])*")
_ARTICLE = re.compile(r"^(?:و|ب|ف|ك)?ال(?=.{3})|^لل(?=.{3})")
_VOWELS = re.compile("[\u0640\u064b-\u065f\u0670]")
_BRITISH = re.compile(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)")
LONGEST = 60
"""Letters of a word; what is longer is no word of any language."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its common form, and where it stands."""

    form: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, in order.

    >>> [word.form for word in words_of("Côte d’Ivoire's universalisation, 10,000")]
    ['cote', 'd', 'ivoire', 's', 'universalization', '10', '000']
    """
    for hit in _WORD.finditer(text):
        form = common_form(hit[0])
        if form:
            yield Word(form, hit.start(), hit.end())


def search_words(text: str) -> str:
    """The common forms of a text's words, with a blank between each two: what an index is made of."""
    return " ".join(word.form for word in words_of(text))


@lru_cache(maxsize=20_000)
def common_form(word: str) -> str:
    """The form that all spellings of a word share.

    >>> [common_form(word) for word in ("Parties", "organised", "BUSES", "status", "الألغام", "委")]
    ['party', 'organized', 'buse', 'status', 'الغام', '委']
    """
    if word.isascii():
        return _english(word.lower())[:LONGEST]
    # The article goes first: an alef with hamza begins a word, a bare one with lam is the article.
    bare = _ARTICLE.sub("", _VOWELS.sub("", word))
    # What a letter is taken apart into may be a blank and a mark.
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if c.isalnum()).casefold()
    if plain.isascii():
        return _english(plain)[:LONGEST]
    return plain.replace("ى", "ي")[:LONGEST]


def _english(word: str) -> str:
    """Without the plural; -ise as -ize. Short words and numbers stay as they are."""
    if len(word) > 5:
        word = _BRITISH.sub("iz", word)
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1]
