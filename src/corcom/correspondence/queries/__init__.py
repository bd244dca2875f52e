from corcom.correspondence.queries.languages import languages_preferred
from corcom.correspondence.queries.letters import letter_told, letters_of_state
from corcom.correspondence.queries.preview import CopyPreview, LetterPreview, letter_preview
from corcom.correspondence.queries.register import letter_lines
from corcom.correspondence.queries.standing import letters_to_send
from corcom.correspondence.queries.templates import template_told, templates_told

__all__ = [
    "CopyPreview",
    "LetterPreview",
    "languages_preferred",
    "letter_lines",
    "letter_preview",
    "letter_told",
    "letters_of_state",
    "letters_to_send",
    "template_told",
    "templates_told",
]
