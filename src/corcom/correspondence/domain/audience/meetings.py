"""The criterion of a meeting: who was present, and who was invited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop

How = Literal["attended", "invited"]
HOWS: tuple[How, ...] = get_args(How)
MOST = 2**53
"""No row has a higher number."""


def meeting_key(number: int) -> str:
    """What stands for a meeting in the words of a question, until somebody says what it is called."""
    return f"no. {number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCriterion(Criterion):
    """States that were present at a meeting, or were invited to it; a meeting by its number in the store."""

    kind: ClassVar[str] = "meeting"

    meeting: int
    how: How

    @classmethod
    def read(cls, values: CriterionValues) -> MeetingCriterion:
        """As `Criterion.read`; whether there is such a meeting is asked on the day (`cautions`)."""
        return cls(meeting=values.whole("meeting", 1, MOST), how=values.choice("how", HOWS))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"meeting": self.meeting, "how": self.how}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        words: Mapping[How, str] = {
            "attended": gettext_noop("that attended the meeting %(meeting)s"),
            "invited": gettext_noop("that were invited to the meeting %(meeting)s"),
        }
        return Filled(words[self.how], meeting=meeting_key(self.meeting))

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        words: Mapping[How, str] = {
            "attended": gettext_noop("that did not attend the meeting %(meeting)s"),
            "invited": gettext_noop("that were not invited to the meeting %(meeting)s"),
        }
        return Filled(words[self.how], meeting=meeting_key(self.meeting))

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`. A meeting that comes after the day has been attended by nobody."""
        found = on.facts.meetings.get(self.meeting)
        if found is None:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("There is no such meeting.")))
        who = found.attended if self.how == "attended" else found.invited
        holds = iso3 in who and (self.how == "invited" or found.starts_on <= on.day)
        words = {
            ("attended", True): gettext_noop("It was present at %(meeting)s of %(day)s."),
            ("attended", False): gettext_noop("It was not recorded as present at %(meeting)s of %(day)s."),
            ("invited", True): gettext_noop("It was invited to %(meeting)s of %(day)s."),
            ("invited", False): gettext_noop("It was not invited to %(meeting)s of %(day)s."),
        }[self.how, holds]
        return CriterionAnswer(holds=holds, said=Filled(words, meeting=found.name, day=found.starts_on))

    def cautions(self, on: DayFacts) -> Iterator[Filled]:
        """As `Criterion.cautions`."""
        found = on.facts.meetings.get(self.meeting)
        if found is None:
            yield Filled(gettext_noop("There is no meeting %(number)s under this convention."), number=self.meeting)
        elif not (found.attended if self.how == "attended" else found.invited):
            words = gettext_noop("Of meeting %(number)s nobody is recorded who attended or was invited.")
            yield Filled(words, number=self.meeting)
