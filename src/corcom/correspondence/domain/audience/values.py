"""The values of a criterion as they come in, read strictly: an unknown word is refused by its name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar, cast

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.reading import Rulebook

V = TypeVar("V", bound=str)


class QuestionRefused(CorcomError):
    """A question that cannot be taken: `number` is that of the criterion (from 1, 0 for the question), `key` its value."""

    def __init__(self, reason: Filled, *, number: int = 0, key: str = "") -> None:
        super().__init__(f"criterion {number}, {key}: {reason}" if number else str(reason))
        self.reason = reason
        self.number = number
        self.key = key


class CriterionValues:
    """The values of one criterion by key; each is asked for once, and what nobody asked for is refused."""

    def __init__(self, values: Mapping[str, Any], *, book: Rulebook, number: int = 1) -> None:
        self.book, self.number = book, number
        self._left = dict(values)

    @property
    def convention(self) -> str:
        """The code of the convention."""
        return self.book.convention

    def refused(self, key: str, reason: Filled) -> QuestionRefused:
        """A refusal of one value."""
        return QuestionRefused(reason, number=self.number, key=key)

    def take(self, key: str) -> Any:
        """A value of any kind."""
        if key not in self._left:
            raise self.refused(key, Filled(gettext_noop("“%(key)s” is missing."), key=key))
        return self._left.pop(key)

    def choice(self, key: str, known: Collection[V]) -> V:
        """A word of a list."""
        return self._known(key, self.take(key), known)

    def choices(self, key: str, known: Collection[V]) -> tuple[V, ...]:
        """Words of a list: at least one, each once, in the order of the list."""
        found = self.take(key)
        if not isinstance(found, list):
            raise self.refused(key, Filled(gettext_noop("“%(key)s” is no list."), key=key))
        if not found:
            raise self.refused(key, nothing_chosen())
        read = {self._known(key, one, known) for one in found}
        return tuple(one for one in known if one in read)

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number between two others, both allowed."""
        found = self.take(key)
        if not isinstance(found, int) or isinstance(found, bool) or not low <= found <= high:
            words = gettext_noop("“%(value)s” is no whole number from %(low)d to %(high)d.")
            raise self.refused(key, Filled(words, value=found, low=low, high=high))
        return found

    def flag(self, key: str) -> bool:
        """True or false."""
        found = self.take(key)
        if not isinstance(found, bool):
            raise self.refused(key, Filled(gettext_noop("“%(value)s” is neither true nor false."), value=found))
        return found

    def end(self) -> None:
        """Refuse what is left over."""
        for key in self._left:
            raise self.refused(key, Filled(gettext_noop("There is no “%(key)s” in this criterion."), key=key))

    def _known(self, key: str, found: object, known: Collection[V]) -> V:
        if not isinstance(found, str) or found not in known:
            several = ", ".join(list(known)[:12]) + (", …" if len(known) > 12 else "")
            words = gettext_noop("“%(value)s” is not known; known are %(known)s.")
            raise self.refused(key, Filled(words, value=found, known=several))
        return cast("V", found)


def nothing_chosen() -> Filled:
    """What is said where nothing is chosen."""
    return Filled(gettext_noop("Choose at least one."))
