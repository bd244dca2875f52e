"""The words in which a document is written that leaves the house: labels, days, the side from which one reads.

Writers of documents are pure and know no translations. They ask the `Wording` that their caller gives them, by its
method `gettext`, so that the translators' tool finds every label where it is used. `ENGLISH` is what they fall back on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from corcom.kernel.actor import Actor
from corcom.kernel.english import english_day, english_number

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
RIGHT_TO_LEFT_MARK = "\u200f"


def _as_written(text: str) -> str:
    return text


def _as_named(actor: Actor) -> str:
    return actor.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`language` is a code such as "fr"; `gettext` translates a label; `day` writes an ISO 8601 date out, `number` an amount.

    `name` calls an actor as the reader's language does.
    """

    language: str = "en"
    gettext: Callable[[str], str] = _as_written
    day: Callable[[str], str] = english_day
    number: Callable[[Decimal], str] = english_number
    name: Callable[[Actor], str] = _as_named

    @property
    def right_to_left(self) -> bool:
        """Whether documents in this language are set from right to left."""
        return self.language.partition("-")[0] in RIGHT_TO_LEFT

    def listed(self, parts: Iterable[str], *, between: str = "") -> str:
        """Parts in a row with commas, or what is given, `between` them; empty ones are left out.

        >>> ENGLISH.listed(["CCM", "", "APMBC"])
        'CCM, APMBC'

        In a language that reads from the right, a mark that is not seen keeps a figure from joining the Latin word
        before it, and says from where the whole is read.
        """
        mark = between or self.gettext(", ")
        found = [part for part in parts if part]
        if not (self.right_to_left and found):
            return mark.join(found)
        return RIGHT_TO_LEFT_MARK + f"{RIGHT_TO_LEFT_MARK}{mark}".join(found)


ENGLISH = Wording()
