"""The criterion of a letter: who got one, and who answered it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.letters_sent import LetterSent, last_letter
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop

LetterSaid = Literal["answered", "got"]
LETTER_SAID: tuple[LetterSaid, ...] = get_args(LetterSaid)
LAST = "last"
MOST = 2**53


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCriterion(Criterion):
    """States that answered a letter by the day, or that got it: by its number, or the last one to this audience.

    Before the first letter to an audience nobody got one and nobody answered: turned round, it then holds of every State.
    """

    kind: ClassVar[str] = "letter"

    letter: int | Literal["last"]
    how: LetterSaid

    @classmethod
    def read(cls, values: CriterionValues) -> LetterCriterion:
        """As `Criterion.read`; whether there is such a letter is asked on the day (`cautions`)."""
        how = values.choice("how", LETTER_SAID)
        letter = values.take("letter")
        if letter == LAST:
            return cls(letter="last", how=how)
        number = CriterionValues({"letter": letter}, book=values.book, number=values.number).whole("letter", 1, MOST)
        return cls(letter=number, how=how)

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"letter": self.letter, "how": self.how}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        if self.letter == LAST:
            last: Mapping[LetterSaid, str] = {
                "answered": gettext_noop("that answered the last letter to this audience"),
                "got": gettext_noop("that got the last letter to this audience"),
            }
            return Filled(last[self.how])
        words: Mapping[LetterSaid, str] = {
            "answered": gettext_noop("that answered letter %(number)s"),
            "got": gettext_noop("that got letter %(number)s"),
        }
        return Filled(words[self.how], number=self.letter)

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        if self.letter == LAST:
            last: Mapping[LetterSaid, str] = {
                "answered": gettext_noop("that did not answer the last letter to this audience"),
                "got": gettext_noop("that did not get the last letter to this audience"),
            }
            return Filled(last[self.how])
        words: Mapping[LetterSaid, str] = {
            "answered": gettext_noop("that did not answer letter %(number)s"),
            "got": gettext_noop("that did not get letter %(number)s"),
        }
        return Filled(words[self.how], number=self.letter)

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        found = self._told(on)
        if found is None:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("No such letter had gone out by this day.")))
        number, told = found
        said = {"number": number, "day": told.to.get(iso3, told.sent_on)}
        if iso3 not in told.to:
            return CriterionAnswer(
                holds=False, said=Filled(gettext_noop("It did not get letter %(number)s of %(day)s."), **said)
            )
        if told.to[iso3] > on.day:
            words = gettext_noop("Its copy of letter %(number)s had not left by this day.")
            return CriterionAnswer(holds=False, said=Filled(words, number=number))
        if iso3 in told.had_answered(on.day):
            words = gettext_noop("It answered letter %(number)s of %(day)s on %(answered)s.")
            return CriterionAnswer(holds=True, said=Filled(words, answered=told.answered[iso3], **said))
        words = gettext_noop("It got letter %(number)s of %(day)s and had not answered.")
        return CriterionAnswer(holds=self.how == "got", said=Filled(words, **said))

    def cautions(self, on: DayFacts) -> Iterator[Filled]:
        """As `Criterion.cautions`."""
        if self._told(on) is not None:
            return
        if self.letter == LAST:
            yield Filled(gettext_noop("No letter to this audience had gone out by this day."))
        else:
            yield Filled(gettext_noop("Letter %(number)s had not gone out by this day."), number=self.letter)

    def _told(self, on: DayFacts) -> tuple[int, LetterSent] | None:
        letters = on.facts.letters
        number = last_letter(letters, on.audience, on.day) if self.letter == "last" else self.letter
        if number is None:
            return None
        told = letters.get(number)
        return None if told is None or told.sent_on > on.day else (number, told)
