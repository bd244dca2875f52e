from corcom.correspondence.models.audiences import (
    Audience,
    AudienceStep,
    AudienceUse,
)
from corcom.correspondence.models.letters import (
    LetterAnswer,
    LetterCopy,
    LetterStep,
    LetterTemplate,
    StateLetter,
    TemplateWording,
)

__all__ = [
    "Audience",
    "AudienceStep",
    "AudienceUse",
    "LetterAnswer",
    "LetterCopy",
    "LetterStep",
    "LetterTemplate",
    "StateLetter",
    "TemplateWording",
]
