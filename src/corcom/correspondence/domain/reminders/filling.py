"""Which fields of a template a reminder can fill: that depends on the obligation, on the stage and on who signs."""

from __future__ import annotations

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.stages import ReminderStage
from corcom.kernel.errors import CorcomError
from corcom.rulebooks.reading import rulebook
from corcom.rulebooks.rules import Obligation


class StageFieldRefused(CorcomError):
    """The words of a stage, by its days and language, have a field of which no reminder of the stage has anything to say."""

    def __init__(self, days: int, language: str, field: str) -> None:
        super().__init__(f"stage at {days} days, {language}: nothing to say for {{{field}}}")
        self.days = days
        self.language = language
        self.field = field


def check_filled(plan: ReminderPlan, stage: ReminderStage, language: str, words: LetterWords) -> None:
    """Refuse words with a field that no reminder of a stage can fill. Errors: `StageFieldRefused`."""
    book = rulebook(plan.convention)
    obligation = book.obligation(plan.obligation) if book else None
    never = unfilled(plan, stage, obligation) if obligation else frozenset()
    if field := next((field for field in words.fields if field in never), ""):
        raise StageFieldRefused(stage.days, language, field)


def unfilled(plan: ReminderPlan, stage: ReminderStage, obligation: Obligation) -> frozenset[str]:
    """The fields that no reminder of a stage can fill, for whichever State.

    What is known of some States alone, such as {signed_on}, is not among them: a State of which it is not known waits.
    """
    fills = {
        "answer_by": bool(stage.answer_in),
        "link": bool(obligation.form),
        "period": obligation.recurs,
        "days_left": stage.sent_to == "due_soon",
        "days_overdue": stage.sent_to != "due_soon",
        "signatory": bool(plan.signatory.strip()),
        "office": bool(plan.office.strip()),
    }
    return frozenset(field for field, can in fills.items() if not can)
