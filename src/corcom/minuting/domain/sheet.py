"""A text in the making, and the place of everything that was written on it."""

from __future__ import annotations

from corcom.kernel.source import Evidence, evidence


class Sheet:
    r"""Lines one after the other. Places are character offsets into `text`.

    >>> sheet = Sheet()
    >>> sheet.line("Minutes"), sheet.line("Croatia", lead="1. ")
    ((0, 7), (11, 18))
    >>> sheet.text
    'Minutes\n1. Croatia\n'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def line(self, words: str, *, lead: str = "") -> tuple[int, int]:
        """Write a line, after `lead`; gives the place of `words`."""
        start = self._length + len(lead)
        for part in (lead, words, "\n"):
            self._parts.append(part)
            self._length += len(part)
        return start, start + len(words)

    def gap(self) -> None:
        """An empty line."""
        self.line("")

    def shown(self, place: tuple[int, int]) -> Evidence:
        """The words at a place as evidence."""
        return evidence(self.text, *place)
