"""What is refused of a plan of reminders, with the values that an interface needs to say so."""

from __future__ import annotations

from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class ReminderRefused(CorcomError):
    """A step that cannot be taken with a plan of reminders."""


class NoSuchPlan(ReminderRefused):
    """There is no plan with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no plan of reminders {number}")
        self.number = number


class PlanThere(ReminderRefused):
    """There is a plan for this obligation already; `number` is its."""

    def __init__(self, number: int) -> None:
        super().__init__(f"plan {number} is for this obligation")
        self.number = number


class NoSuchObligation(ReminderRefused):
    """The convention has no obligation with a deadline by this code."""

    def __init__(self, convention: str, obligation: str) -> None:
        super().__init__(f"{convention} has no obligation {obligation!r} with a deadline")
        self.convention = convention
        self.obligation = obligation


class PlanChanged(ReminderRefused, ChangedMeanwhile):
    """Somebody else changed the plan after it was read; `revision` is the one that holds now."""

    def __init__(self, revision: int) -> None:
        super().__init__(version=revision)
        self.revision = revision


class PlanSwitched(ReminderRefused):
    """The plan is on, or off, already."""

    def __init__(self, *, is_on: bool) -> None:
        super().__init__("on already" if is_on else "off already")
        self.is_on = is_on


class TemplateMissing(ReminderRefused):
    """A stage, by its days, names a template that is not there, or has no words, or is of another convention."""

    def __init__(self, days: int) -> None:
        super().__init__(f"stage at {days} days: no such template")
        self.days = days


class NoSuchAnswer(ReminderRefused):
    """No answer to a reminder has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no answer {number} to a reminder")
        self.number = number


class StageSaysOverdue(ReminderRefused):
    """The words of a stage call something overdue that no record shows to be: which stage, by its days, language and words."""

    def __init__(self, days: int, language: str, found: str) -> None:
        super().__init__(f"stage at {days} days, {language}: says {found!r} where nothing shows it")
        self.days = days
        self.language = language
        self.found = found
