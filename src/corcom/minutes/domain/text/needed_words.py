r"""The words without which a pattern cannot match: read from the pattern itself, so that the two never disagree.

"\b(?:was|were)\s+absent\b|\bin\s+the\s+absence\s+of" needs "absent" or "absence": where neither stands, the pattern
need not be tried. The words are pieces of text in lower case; a match holds at least one of them whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import product
from typing import Any

_MOST = 120
"""Words of one choice: more are not worth looking for."""
_EVERYWHERE = frozenset(
    """
    have that this with will would should could which been were their meeting state states the and was not for are has had
    """.split()
)
_NOWHERE = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""What a pattern looks at and does not take."""


def needed_words(pattern: str, flags: int = 0) -> frozenset[str]:
    r"""Words of which every match of `pattern` has one, in lower case; none where nothing can be said.

    >>> sorted(needed_words(r"\b(?:was|were)\s+absent\b|\bin\s+the\s+absence\s+of"))
    ['absence', 'absent']
    >>> sorted(needed_words(r"\w+\s*\w"))
    []
    """
    words = {word.lower() for word in _of(_tree(pattern, flags)) or ()}
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def first_words(pattern: str, flags: int = 0) -> frozenset[str]:
    r"""Words of which every match of `pattern` begins with one, in lower case; none where nothing can be said.

    >>> sorted(first_words(r"\b(?:(?:has|had)\s+)?(?:agreed|plans?)\s+to\b"))
    ['agreed', 'had', 'has', 'plan']
    """
    words = {word.lower() for word in _first(list(_tree(pattern, flags)))}
    if "" in words:
        return frozenset()
    return frozenset(word for word in words if not any(other != word and word.startswith(other) for other in words))


def _tree(pattern: str, flags: int) -> Iterable[Any]:
    # The standard library's own parser, which `re.compile` uses: it is the one that knows what a pattern means.
    tree: Iterable[Any] = import_module("re._parser").parse(pattern, flags)
    return tree


def _first(nodes: list[Any]) -> set[str]:
    """What a row of nodes begins with, as far as it can be told; with "" where that can be anything."""
    run = {""}
    for at, node in enumerate(nodes):
        exact = _exact(node)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = {one + two for one, two in product(run, exact)}
        elif "" in run:
            return (run - {""}) | _first_within(node, nodes[at + 1 :])
        else:
            return run
    return run


def _first_within(node: Any, behind: list[Any]) -> set[str]:
    """What a node begins with that can take more than a handful, or what is `behind` it where it can be left out."""
    kind, value = str(node[0]), node[1]
    if kind == "SUBPATTERN":
        return _first([*value[3], *behind])
    if kind == "BRANCH":
        return {word for branch in value[1] for word in _first([*branch, *behind])}
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        once = [*value[2], *behind] if value[1] == 1 else list(value[2])
        return _first(once) | (set() if value[0] else _first(behind))
    return {""}


def _of(nodes: Iterable[Any]) -> set[str] | None:
    """The best choice of words in a row of nodes: those between two that can be anything, or those within one."""
    best: set[str] | None = None
    for choice in _choices(nodes):
        if all(choice) and _worth(choice) > _worth(best or {""}):
            best = choice
    return best


def _worth(choice: set[str]) -> tuple[int, int]:
    return min(2 if word.lower() in _EVERYWHERE else min(len(word), 6) for word in choice), -len(choice)


def _choices(nodes: Iterable[Any]) -> Iterator[set[str]]:
    run = {""}
    for node in nodes:
        exact = _exact(node)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = {one + two for one, two in product(run, exact)}
            continue
        yield run
        run = {""}
        if exact is not None:
            run = exact
        elif inner := _within(node):
            yield inner
    yield run


def _exact(node: Any) -> set[str] | None:
    """All that a node can take, where that is a handful of letters and words."""
    kind, value = str(node[0]), node[1]
    if kind in _NOWHERE:
        return {""}
    if kind == "LITERAL":
        return {chr(value)} if value < 128 else None
    if kind == "IN":
        letters = {chr(item[1]) for item in value if str(item[0]) == "LITERAL" and item[1] < 128}
        return letters if len(letters) == len(value) else None
    if kind == "SUBPATTERN":
        return _all(value[3])
    if kind == "BRANCH":
        each = [_all(branch) for branch in value[1]]
        return None if None in each else {word for words in each for word in words or ()}
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        inner = _all(value[2]) if value[:2] == (0, 1) else None
        return None if inner is None else inner | {""}
    return None


def _all(nodes: Iterable[Any]) -> set[str] | None:
    words = {""}
    for node in nodes:
        exact = _exact(node)
        if exact is None or len(words) * len(exact) > _MOST:
            return None
        words = {one + two for one, two in product(words, exact)}
    return words


def _within(node: Any) -> set[str] | None:
    """The words that a node needs which can take more than a handful."""
    kind, value = str(node[0]), node[1]
    if kind == "SUBPATTERN":
        return _of(value[3])
    if kind in {"MAX_REPEAT", "MIN_REPEAT"} and value[0]:
        return _of(value[2])
    if kind == "BRANCH":
        each = [_of(branch) for branch in value[1]]
        return None if None in each else {word for words in each for word in words or ()}
    return None
