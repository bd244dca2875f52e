from corcom.correspondence.queries.languages import languages_preferred
from corcom.correspondence.queries.letters import letter_told, letters_told
from corcom.correspondence.queries.preview import CopyPreview, LetterPreview, letter_preview
from corcom.correspondence.queries.templates import template_told, templates_told

__all__ = [
    "CopyPreview",
    "LetterPreview",
    "languages_preferred",
    "letter_preview",
    "letter_told",
    "letters_told",
    "template_told",
    "templates_told",
]
