"""Words that a pure part says and an interface translates: marked for the translators' tool, in English until then."""

from __future__ import annotations


def gettext_noop(text: str) -> str:
    """The text itself: marks it for the translators' tool."""
    return text


class Filled:
    """Words with values in them, as a part of a reason: an interface translates the words and sets the values in.

    >>> str(Filled(gettext_noop("%(number)s MB"), number=50))
    '50 MB'
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template % self.values

    def __repr__(self) -> str:
        return f"Filled({self.template!r}, **{self.values!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filled) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash(self.template)
