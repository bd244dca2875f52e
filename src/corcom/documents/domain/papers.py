"""What is said of an official document: its kind, its languages, how far each language version is, and its file's name."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from typing import Final, Literal

from corcom.documents.domain.sniff import MEDIA_TYPES
from corcom.kernel.marked import gettext_noop

PaperKind = Literal[
    "agenda",
    "programme",
    "report",
    "working_paper",
    "information",
    "draft_decision",
    "decision",
    "declaration",
    "action_plan",
    "request",
    "statement",
    "letter",
    "participants",
    "finance",
    "other",
]
KINDS: Mapping[PaperKind, str] = {
    "agenda": gettext_noop("Agenda"),
    "programme": gettext_noop("Programme of work"),
    "report": gettext_noop("Report"),
    "working_paper": gettext_noop("Working paper"),
    "information": gettext_noop("Information document"),
    "draft_decision": gettext_noop("Draft decision"),
    "decision": gettext_noop("Decision"),
    "declaration": gettext_noop("Declaration"),
    "action_plan": gettext_noop("Action plan"),
    "request": gettext_noop("Request of a State Party"),
    "statement": gettext_noop("Statement"),
    "letter": gettext_noop("Letter"),
    "participants": gettext_noop("List of participants"),
    "finance": gettext_noop("Estimated costs or accounts"),
    "other": gettext_noop("Other document"),
}
"""Each kind of official document and its words."""

TranslationSaid = Literal["not_begun", "in_translation", "ready"]
"""What the secretariat says of a language version before it is released."""
TranslationState = Literal["not_begun", "in_translation", "ready", "released"]
TRANSLATION_STATES: Mapping[TranslationState, str] = {
    "not_begun": gettext_noop("not begun"),
    "in_translation": gettext_noop("in translation"),
    "ready": gettext_noop("ready"),
    "released": gettext_noop("released"),
}

ENDINGS: Final[Mapping[str, str]] = {
    MEDIA_TYPES["docx"]: ".docx",
    MEDIA_TYPES["odt"]: ".odt",
    MEDIA_TYPES["pdf"]: ".pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
"""The media types of official documents, and how the names of their files end."""
_NAME: Final = 80
"""Characters of a title that stand in the name of a file."""


def translation_state(said: TranslationSaid, *, is_released: bool) -> TranslationState:
    """How far a language version is: that it is released shows by its version and is never said.

    >>> translation_state("in_translation", is_released=False), translation_state("not_begun", is_released=True)
    ('in_translation', 'released')
    """
    return "released" if is_released else said


def file_name(*, symbol: str, title: str, language: str, media_type: str) -> str:
    """The name under which a version is saved: by symbol and language, by title where there is no symbol.

    >>> file_name(symbol="CCM/MSP/2016/1/Rev.1", title="", language="fr", media_type=MEDIA_TYPES["docx"])
    'CCM_MSP_2016_1_Rev.1_FR.docx'
    """
    named = symbol.replace("/", "_") or re.sub(r"[^\w-]+", "_", title).strip("_")[:_NAME] or "document"
    ending = ENDINGS.get(media_type) or mimetypes.guess_extension(media_type) or ""
    return f"{named}_{language.upper()}{ending}"
