"""The automatic numbers of a .docx, as Word shows them (numbering.xml, ECMA-376 part 1, section 17.9).

A paragraph belongs to a list (`numId`), which stands on an abstract list with up to nine levels. Lists on the same
abstract list count on together; `startOverride` starts a list anew when it is first used. A level starts anew after a
paragraph of a higher level, unless `lvlRestart` says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from corcom.documents.domain import docx_names as w
from corcom.documents.domain.numerals import numeral

BULLET: Final = "-"
_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, _Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[str, _List] = {}
        self._links: dict[str, str] = {}
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        for element in root.iterfind(w.ABSTRACT):
            key = element.get(w.ABSTRACT_ID, "")
            self._abstracts[key] = _Abstract(_levels(element), w.value(element, w.NUMBER_STYLE))
            style = w.value(element, w.STYLE_LINK)
            if style:
                self._links[style] = key
        for element in root.iterfind(w.NUMBER):
            self._lists[element.get(w.NUMBER_ID, "")] = _list(element)

    def level_of_style(self, list_id: str, style_id: str) -> int:
        """The level that a style stands for in a list that is linked to styles; 0 where it is not."""
        for number, level in self._definition(list_id).items():
            if level.style == style_id:
                return number
        return 0

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph of the list at `level` (0 is highest); its label, empty where none is shown."""
        levels = self._definition(list_id)
        level = min(max(level, 0), _LEVELS - 1)
        definition = levels.get(level)
        if definition is None:
            return ""
        counts = self._count(list_id, level, levels)
        if definition.format == "bullet":
            return BULLET
        if definition.format == "none":
            return definition.text.replace("%", "") if not _PLACE.search(definition.text) else ""
        return _PLACE.sub(lambda place: _shown(int(place[1]) - 1, counts, levels, definition), definition.text).strip()

    def _definition(self, list_id: str) -> dict[int, _Level]:
        if list_id not in self._definitions:
            instance = self._lists.get(list_id)
            levels = {} if instance is None else self._base(instance.abstract).levels | instance.levels
            self._definitions[list_id] = levels
        return self._definitions[list_id]

    def _base(self, key: str) -> _Abstract:
        """The abstract list; one that only points to a list style gives that style's."""
        abstract = self._abstracts.get(key, _Abstract())
        if abstract.link and not abstract.levels:
            return self._abstracts.get(self._links.get(abstract.link, ""), abstract)
        return abstract

    def _count(self, list_id: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        instance = self._lists[list_id]
        counts = self._counts.setdefault(instance.abstract, {})
        for number, start in instance.starts.items():
            if number <= level and (list_id, number) not in self._started:
                self._started.add((list_id, number))
                counts.pop(number, None)
                if number < level:
                    counts[number] = start
        for number in range(level):
            counts.setdefault(number, levels[number].start if number in levels else 1)
        first = instance.starts.get(level, levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else first
        for number in [each for each in counts if each > level]:
            restart = levels[number].restart if number in levels else None
            if restart is None or (restart and level < restart):
                del counts[number]
        return counts


def _shown(number: int, counts: dict[int, int], levels: dict[int, _Level], shown_in: _Level) -> str:
    level = levels.get(number, _Level())
    kind = "decimal" if shown_in.legal and level.format != "decimalZero" else level.format
    return "" if kind in {"bullet", "none"} else numeral(counts.get(number, level.start), kind)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {w.number(each.get(w.LEVEL)): _level(each) for each in parent.iterfind(w.LEVEL_DEFINITION)}


def _level(element: etree._Element) -> _Level:
    restart = w.value(element, w.LEVEL_RESTART)
    return _Level(
        start=w.number(w.value(element, w.START), 1),
        format=w.value(element, w.FORMAT) or "decimal",
        text=w.value(element, w.LEVEL_TEXT) or "",
        legal=bool(w.on(element.find(w.LEGAL))),
        restart=None if restart is None else w.number(restart),
        style=w.value(element, w.LEVEL_STYLE),
    )


def _list(element: etree._Element) -> _List:
    instance = _List(w.value(element, w.ABSTRACT_ID) or "")
    for override in element.iterfind(w.OVERRIDE):
        number = w.number(override.get(w.LEVEL))
        for level in _levels(override).values():
            instance.levels[number] = level
        start = w.value(override, w.START_OVERRIDE)
        if start is not None:
            instance.starts[number] = w.number(start, 1)
    return instance
