"""Report forms as a rulebook has them: parts that answer paragraphs of an article, each with its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corcom.rulebooks.form_fields import Field

_BETWEEN = re.compile(r", | and ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a report form: its letter, its title, the paragraph of the article that it answers, and its fields.

    A part that is `always` answered holds the State's own particulars, or is voluntary, and cannot be called unchanged or not applicable.
    """

    code: str
    title: str
    article: str
    help: str = ""
    always: bool = False
    fields: tuple[Field, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The paragraphs that it answers, one by one.

        >>> Part(code="E", title="", article="7(1)(h), 7(1)(j) and 7(1)(i)").articles
        ('7(1)(h)', '7(1)(j)', '7(1)(i)')
        """
        return tuple(_BETWEEN.split(self.article)) if self.article else ()

    def field(self, code: str) -> Field | None:
        """A field by its code."""
        return next((each for each in self.fields if each.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A report form, dated: forms change.

    `restricted`: whether a State may keep a single part of a report for the States Parties, as it may a whole report. `transmitted`:
    the paragraph by which the reports go to the Secretary-General of the United Nations, and from there to the States Parties; "" where
    none says so. `translated`: the same form in other languages, with the same codes.
    """

    code: str
    name: str
    parts: tuple[Part, ...]
    restricted: bool
    source: str
    since: date
    until: date | None = None
    transmitted: str = ""
    language: str = "en"
    translated: tuple[Form, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there are words of the form, its own first."""
        return (self.language, *(each.language for each in self.translated))

    def spoken_in(self, language: str) -> Form:
        """The form in a language; as it is written where it has no words in that one."""
        return next((each for each in self.translated if each.language == language.partition("-")[0]), self)

    def part(self, code: str) -> Part | None:
        """A part by its code."""
        return next((each for each in self.parts if each.code == code), None)

    def holds_on(self, day: date) -> bool:
        """Whether a report made on a day is made on this form."""
        return self.since <= day and (self.until is None or day < self.until)
