"""Whether the articles that rules rest on are articles of the convention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.rules import Treaty

_NUMBER = re.compile(r"\d+")
_WRITTEN = re.compile(r"\d+(?:\(\w+\))*(?:(?:, | to | and )\d+(?:\(\w+\))*)*")


def check_articles(treaty: Treaty, entries: Iterable[Entry]) -> None:
    """Every article that stands in the entries is in the list of the convention; raises `RulebookRefused`."""
    numbers = {each.number for each in treaty.articles}
    for entry in entries:
        for each in _with_article(entry):
            article = str(each.values["article"])
            bare = re.sub(r"\([^)]*\)", "", article)
            if not _WRITTEN.fullmatch(article) or not set(_NUMBER.findall(bare)) <= numbers:
                raise each.refused(
                    "article", f"articles of the convention, such as {treaty.articles[0].number} or 7(1)"
                )


def _with_article(entry: Entry) -> Iterator[Entry]:
    """An entry and all that stand below it, as far as they name an article."""
    if "article" in entry.values:
        yield entry
    for key, value in entry.values.items():
        if isinstance(value, dict) and key != "events":
            yield from _with_article(entry.child(key))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for each in entry.children(key):
                yield from _with_article(each)
