"""What the styles of an .odt say of paragraphs and lists (OpenDocument 1.3, part 3, sections 16 and 19)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from corcom.documents.domain.numerals import numeral

TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

BULLET: Final = "-"
_KINDS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE: Final = re.compile(r"%(\d{1,2})%")
_LENGTH: Final = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)?$")
_POINTS: Final = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_DEEPEST: Final = 40
"""Styles that may stand one on another; beyond this they go in circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`before`, `after` in points."""

    bold: bool = False
    before: float = 0
    after: float = 0
    list_name: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list. `format`: a kind of numeral, `bullet`, or empty where no number is shown."""

    format: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1
    pattern: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of one document, each resolved through its parents."""

    _elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    _resolved: dict[tuple[str, str], Style] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def add(self, root: etree._Element) -> None:
        """Take in the styles of one part (styles.xml, then content.xml)."""
        for element in root.iter(STYLE + "style"):
            self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element
        for element in root.iter(STYLE + "default-style"):
            self._elements[element.get(STYLE + "family", ""), ""] = element
        for element in root.iter(TEXT + "list-style"):
            self.lists[element.get(STYLE + "name", "")] = _levels(element)
        for element in root.iter(TEXT + "outline-style"):
            self.outline = _levels(element)

    def style(self, family: str, name: str) -> Style:
        key = family, name
        if key not in self._resolved:
            self._resolved[key] = self._resolve(family, name)
        return self._resolved[key]

    def _resolve(self, family: str, name: str) -> Style:
        chain: list[etree._Element] = []
        while name and (element := self._elements.get((family, name))) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            name = element.get(STYLE + "parent-style-name", "")
        default = self._elements.get((family, ""))
        style = Style() if default is None else _own(Style(), default)
        for element in reversed(chain):
            style = _own(style, element)
        return style


def _own(style: Style, element: etree._Element) -> Style:
    changes: dict[str, object] = {}
    shape = element.find(STYLE + "paragraph-properties")
    if shape is not None:
        for key, attribute in (("before", "margin-top"), ("after", "margin-bottom")):
            if shape.get(FO + attribute) is not None:
                changes[key] = points(shape.get(FO + attribute, ""))
    letters = element.find(STYLE + "text-properties")
    if letters is not None:
        weight = letters.get(FO + "font-weight")
        if weight is not None:
            changes["bold"] = weight in {"bold", "600", "700", "800", "900"}
        if letters.get(TEXT + "display") is not None:
            changes["hidden"] = letters.get(TEXT + "display") == "none"
    list_name = element.get(STYLE + "list-style-name")
    if list_name is not None:
        changes["list_name"] = list_name
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]  # keys are its fields


def points(length: str) -> float:
    """A length in points; 0 where it is none that is known.

    >>> points("1in")
    72.0
    """
    found = _LENGTH.match(length.strip()[:20])
    return float(found[1]) * _POINTS[found[2] or "pt"] if found else 0.0


def whole(text: str | None, otherwise: int = 1) -> int:
    """A whole number as a document writes it."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _levels(element: etree._Element) -> dict[int, Level]:
    return {whole(each.get(TEXT + "level")): _level(each) for each in element if each.get(TEXT + "level")}


def _level(element: etree._Element) -> Level:
    name = etree.QName(element).localname
    if name in {"list-level-style-bullet", "list-level-style-image"}:
        return Level(format="bullet")
    return Level(
        format=_KINDS.get(element.get(STYLE + "num-format", ""), ""),
        before=element.get(STYLE + "num-prefix", ""),
        after=element.get(STYLE + "num-suffix", ""),
        shown=whole(element.get(TEXT + "display-levels")),
        start=whole(element.get(TEXT + "start-value")),
        pattern=element.get(_LOEXT + "num-list-format", ""),
    )


def label(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    """What stands before an item at `level` (1 is highest) after `counts`."""
    shape = levels.get(level, Level())
    if shape.format == "bullet":
        return BULLET
    if not shape.format:
        return shape.pattern.strip() if "%" not in shape.pattern else ""
    if shape.pattern:
        return _PLACE.sub(lambda place: _number(levels, int(place[1]), counts), shape.pattern).strip()
    first = max(1, level - shape.shown + 1)
    numbers = [_number(levels, each, counts) for each in range(first, level + 1)]
    return f"{shape.before}{'.'.join(each for each in numbers if each)}{shape.after}".strip()


def _number(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    shape = levels.get(level, Level())
    return numeral(counts.get(level, shape.start), shape.format) if shape.format not in {"", "bullet"} else ""
