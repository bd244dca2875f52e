"""What the styles of a .docx say of a paragraph: heading level, bold, space around it, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from corcom.documents.domain import docx_names as w

CLOSE: Final = 40
"""Twentieths of a point: less space between two paragraphs than this is none."""
_AUTOMATIC: Final = 280
"""Twentieths of a point that "automatic" space amounts to."""
_HEADING: Final = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_OWN: Final = frozenset((w.OUTLINE, w.SPACING, w.CONTEXTUAL, w.NUMBERING))
_DEEPEST: Final = 40
"""Styles that may stand one on another; beyond this they go in circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`level` 0: no heading. `before`, `after` in twentieths of a point. `number`: (list, level) or None."""

    level: int = 0
    bold: bool = False
    before: int = 0
    after: int = 0
    contextual: bool = False
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False


class Styles:
    """The styles of one document, each resolved through those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._base = Style()
        self.default = ""
        if root is None:
            return
        for element in root.iterfind(w.STYLE):
            self._elements[element.get(w.STYLE_ID, "")] = element
            if element.get(w.TYPE) == "paragraph" and element.get(w.DEFAULT) in {"1", "true", "on"}:
                self.default = element.get(w.STYLE_ID, "")
        defaults = root.find(w.DEFAULTS)
        if defaults is not None:
            self._base = _own(self._base, next(defaults.iter(w.PARAGRAPH_PROPERTIES), None))
            self._base = _own_run(self._base, next(defaults.iter(w.RUN_PROPERTIES), None))

    def style(self, style_id: str | None) -> Style:
        """A style by its id; the document's defaults where there is none."""
        key = style_id or self.default
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, key: str) -> Style:
        chain: list[etree._Element] = []
        while (element := self._elements.get(key)) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            key = w.value(element, w.BASED_ON) or ""
        style = self._base
        for element in reversed(chain):
            style = _own(style, element.find(w.PARAGRAPH_PROPERTIES))
            style = _own_run(style, element.find(w.RUN_PROPERTIES))
            heading = _HEADING.match(w.value(element, w.NAME) or "")
            if heading:
                style = replace(style, level=int(heading[1]))
        return style

    def of_paragraph(self, paragraph: etree._Element) -> tuple[str, Style]:
        """The name of a paragraph's style, and what holds for it: the style, and its own properties over it."""
        properties = next(paragraph.iterchildren(w.PARAGRAPH_PROPERTIES), None)
        name, own = self.default, False
        for each in () if properties is None else properties:
            if each.tag == w.PARAGRAPH_STYLE:
                name = each.get(w.VALUE) or self.default
            elif each.tag in _OWN:
                own = True
        # Nearly all paragraphs say no more than the name of their style.
        style = self.style(name)
        return name, _own(style, properties) if own else style


def _own(style: Style, properties: etree._Element | None) -> Style:
    if properties is None:
        return style
    changes: dict[str, object] = {}
    outline = w.value(properties, w.OUTLINE)
    if outline is not None:
        level = w.number(outline, 9)
        changes["level"] = level + 1 if 0 <= level < 9 else 0
    spacing = properties.find(w.SPACING)
    if spacing is not None:
        changes |= _spacing(spacing)
    contextual = w.on(properties.find(w.CONTEXTUAL))
    if contextual is not None:
        changes["contextual"] = contextual
    numbering = properties.find(w.NUMBERING)
    if numbering is not None:
        level_text, list_id = w.value(numbering, w.LEVEL), w.value(numbering, w.NUMBER_ID)
        changes |= {} if list_id is None else {"list_id": None if list_id == "0" else list_id}
        changes |= {} if level_text is None else {"list_level": w.number(level_text)}
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]  # keys are its fields


def _spacing(spacing: etree._Element) -> dict[str, object]:
    changes: dict[str, object] = {}
    for key, name in (("before", w.BEFORE), ("after", w.AFTER)):
        if spacing.get(name + "Autospacing") in {"1", "true", "on"}:
            changes[key] = _AUTOMATIC
        elif spacing.get(name) is not None:
            changes[key] = w.number(spacing.get(name))
    return changes


def _own_run(style: Style, properties: etree._Element | None) -> Style:
    if properties is None:
        return style
    bold, hidden = w.on(properties.find(w.BOLD)), w.on(properties.find(w.VANISH))
    style = style if bold is None else replace(style, bold=bold)
    return style if hidden is None else replace(style, hidden=hidden)
