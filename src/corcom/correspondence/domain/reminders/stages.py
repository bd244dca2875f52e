"""The stages of a plan of reminders: how many days before or after the day, for whom, with which words, by which way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Literal, get_args

from corcom.directory.domain.people import Purpose
from corcom.kernel.errors import CorcomError

StageFor = Literal["due_soon", "not_known", "overdue"]
STAGES_FOR: tuple[StageFor, ...] = get_args(StageFor)
"""For which States a stage is: the day has not passed; it has, and nothing recorded shows that it was kept; it is recorded as
not kept on a day after it. Only the last may be called overdue."""

CopyTo = Literal["letters", "president", "coordinator"]
COPIES_TO: tuple[CopyTo, ...] = get_args(CopyTo)
"""Who gets a copy further on: the address of the State for letters, the President, the coordinators of the theme."""

MOST_STAGES = 12
FARTHEST = 1100
"""Days before or after the day."""
LONGEST_ANSWER = 365
"""Days within which an answer can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderStage:
    """One stage. `days` are counted from the day on which it is due, negative before it; `template` is a template's number.

    `code` stays when the stage is changed: what was sent under it is not sent again. `answer_in`: so many days after the
    reminder an answer is asked for; 0: by no day.
    """

    code: str
    days: int
    sent_to: StageFor
    template: int
    purpose: Purpose = "transparency_reports"
    copies: tuple[CopyTo, ...] = ()
    by_email: bool = True
    on_paper: bool = False
    answer_in: int = 0

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands among the stages: by its day, and of one day the one that knows more comes later."""
        return self.days, STAGES_FOR.index(self.sent_to)

    def on(self, due_on: date) -> date:
        """The day of the stage for what is due on a day."""
        return due_on + timedelta(days=self.days)

    def answer_by(self, day: date, due_on: date) -> date | None:
        """The day by which a reminder of a day asks for an answer; the day on which it is due where that comes first.

        None where the stage asks by no day. On the day itself, and after it, the days are counted.
        """
        if not self.answer_in:
            return None
        by = day + min(timedelta(days=self.answer_in), date.max - day)
        return min(by, due_on) if due_on > day else by

    def as_json(self) -> dict[str, Any]:
        """The stage as it is stored."""
        return {**asdict(self), "copies": list(self.copies)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> ReminderStage:
        """A stage that was stored."""
        return cls(**{**stored, "copies": tuple(stored["copies"])})


WhyStages = Literal["none", "many", "twice", "before", "after", "way", "far", "answer"]


class StagesRefused(CorcomError):
    """Stages that make no plan: why, and the days of the one that is meant (0 where it is all of them)."""

    def __init__(self, why: WhyStages, days: int = 0) -> None:
        super().__init__(f"stage at {days} days: {why}" if why not in {"none", "many"} else why)
        self.why = why
        self.days = days


def checked_stages(stages: Sequence[ReminderStage]) -> tuple[ReminderStage, ...]:
    """The stages in their order. Errors: `StagesRefused`.

    One for States whose day has not passed lies on the day or before it, the others after it; there is one for each day and
    kind of State; each goes by e-mail, on paper, or both.
    """
    if not stages:
        raise StagesRefused("none")
    if len(stages) > MOST_STAGES:
        raise StagesRefused("many")
    seen: set[tuple[int, int]] = set()
    for stage in stages:
        if stage.order in seen:
            raise StagesRefused("twice", stage.days)
        seen.add(stage.order)
        if why := _misfit(stage):
            raise StagesRefused(why, stage.days)
    return tuple(sorted(stages, key=lambda stage: stage.order))


def _misfit(stage: ReminderStage) -> WhyStages | None:
    if abs(stage.days) > FARTHEST:
        return "far"
    if stage.sent_to == "due_soon" and stage.days > 0:
        return "before"
    if stage.sent_to != "due_soon" and stage.days <= 0:
        return "after"
    if not 0 <= stage.answer_in <= LONGEST_ANSWER:
        return "answer"
    return None if stage.by_email or stage.on_paper else "way"


def next_code(stages: Sequence[ReminderStage], used: Sequence[str] = ()) -> str:
    """A code that no stage has or had.

    >>> next_code([], ["s1", "s4"])
    's5'
    """
    codes = [*(stage.code for stage in stages), *used]
    numbers = [int(code[1:]) for code in codes if code[:1] == "s" and code[1:].isdecimal()]
    return f"s{max(numbers, default=0) + 1}"
