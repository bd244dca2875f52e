from corcom.correspondence.models.audiences import (
    Audience,
    AudienceStep,
    AudienceUse,
)
from corcom.correspondence.models.letters import (
    LetterAnswer,
    LetterCopy,
    LetterPosting,
    LetterStep,
    LetterTemplate,
    StateLetter,
    TemplateWording,
)
from corcom.correspondence.models.reminders import ReadAnswer, ReminderSchedule, ScheduleStep, StateReminder

__all__ = [
    "Audience",
    "AudienceStep",
    "AudienceUse",
    "LetterAnswer",
    "LetterCopy",
    "LetterPosting",
    "LetterStep",
    "LetterTemplate",
    "ReadAnswer",
    "ReminderSchedule",
    "ScheduleStep",
    "StateLetter",
    "StateReminder",
    "TemplateWording",
]
