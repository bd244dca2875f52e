"""Who holds the theme of a section, by the mandates of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from corcom.minutes.domain.people.mandates import names_a_theme, theme_key
from corcom.minutes.domain.people.themes import theme_name
from corcom.minutes.domain.reading import Mandate
from corcom.minutes.domain.text.outline import Section


class Holders:
    """Who holds the theme of a section: made once for a text, with its mandates by place and by theme."""

    def __init__(self, mandates: Sequence[Mandate]) -> None:
        self._mandates = mandates
        self._starts = [mandate.evidence.start for mandate in mandates]
        self._by_theme: dict[frozenset[str], list[int]] = {}
        for at, mandate in enumerate(mandates):
            self._by_theme.setdefault(theme_key(mandate.theme), []).append(at)

    def of(self, section: Section | None) -> tuple[str, ...]:
        """The States in the brackets of a section's heading, or the known holders of its theme."""
        while section is not None:
            first = bisect_left(self._starts, section.start)
            if first < len(self._starts) and self._starts[first] < section.end:
                return self._mandates[first].holders
            if names_a_theme(section.title):
                same = self._with_theme(theme_key(theme_name(section.title)))
                if same and "former" not in same[0].theme.lower():
                    return tuple(dict.fromkeys(name for mandate in same for name in mandate.holders))
            section = section.parent
        return ()

    def _with_theme(self, theme: frozenset[str]) -> list[Mandate]:
        """The mandates for a theme, for part of it, or for one of which it is a part."""
        same = (
            places
            for key, places in self._by_theme.items()
            if key == theme or (theme and (key <= theme or theme <= key))
        )
        return [self._mandates[at] for at in sorted(at for places in same for at in places)]
