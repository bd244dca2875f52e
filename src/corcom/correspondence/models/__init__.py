from corcom.correspondence.models.letters import (
    LetterAnswer,
    LetterCopy,
    LetterStep,
    LetterTemplate,
    StateLetter,
    TemplateWording,
)
from corcom.correspondence.models.reminders import ReminderSchedule, ScheduleStep, StateReminder

__all__ = [
    "LetterAnswer",
    "LetterCopy",
    "LetterStep",
    "LetterTemplate",
    "ReminderSchedule",
    "ScheduleStep",
    "StateLetter",
    "StateReminder",
    "TemplateWording",
]
