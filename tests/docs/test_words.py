"""Classes are named in the words of docs/words.md."""

from __future__ import annotations

import re

from tests.house import PACKAGE, ROOT, classes, short, sources

PLAIN = frozenset(
    """
    a no not of too up past after before next
    aside away changes column comparison damaged declares empty ending entities failed followed found header item kept
    kind laden laid large legacy letters level lies macro marked mentioned named numbering package page paragraph part
    partial password people promised protected ref scanned seen setting source sourced stored style styles swept table
    time unreadable wanted whole word words zip bomb cell calendar attended
    said placed filled such json ends start local language
    """.split()
)
"""Plain English beside the field's words: what happens to files, and how a page of text is made up."""


def defined() -> set[str]:
    """The words of every term in bold, in the singular and the plural."""
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    terms = re.findall(r"\*\*([^*]+)\*\*", text)
    words = {word for term in terms for word in re.findall(r"[a-z]+", term.casefold())}
    return words | {f"{word}s" for word in words}


def parts(name: str) -> list[str]:
    return [part.casefold() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+", name)]


def test_every_class_of_a_domain_is_named_in_the_words_of_the_field() -> None:
    known = defined() | PLAIN
    unknown = {
        f"{short(path)}:{each.name}": [part for part in parts(each.name) if part not in known]
        for path in sources(".py")
        if "domain" in path.relative_to(PACKAGE).parts or path.name == "models.py"
        for each in classes(path)
        if not each.name.startswith("_") and each.name != "Meta"
    }
    assert {name: words for name, words in unknown.items() if words} == {}


def test_plain_words_are_used() -> None:
    used = {part for path in sources(".py") for each in classes(path) for part in parts(each.name)}
    assert PLAIN - used == set()


def test_a_term_is_defined_once() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    terms = re.findall(r"\*\*([^*]+)\*\*", text)
    assert sorted(terms) == sorted(set(terms))
