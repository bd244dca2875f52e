"""In which words a document is written that a page is taken home as: those of the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.web import wording
from corcom.web.state_names import state_name


def spoken() -> Wording:
    """Labels, days and names of a document in the reader's language."""
    return Wording(
        language=get_language() or "en",
        gettext=gettext,
        day=wording.days_in_words,
        number=wording.number_in_words,
        name=_name,
    )


def _name(actor: Actor) -> str:
    return state_name(actor.code, actor.name)
