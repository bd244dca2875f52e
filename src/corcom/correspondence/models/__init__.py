from corcom.correspondence.models.letters import (
    LetterAnswer,
    LetterCopy,
    LetterStep,
    LetterTemplate,
    StateLetter,
    TemplateWording,
)

__all__ = ["LetterAnswer", "LetterCopy", "LetterStep", "LetterTemplate", "StateLetter", "TemplateWording"]
