"""Labels, days and names of documents: in the reader's language, or in another where they are written to somebody else."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.utils.translation import get_language, gettext, override

from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.web import wording
from corcom.web.frame import languages
from corcom.web.state_names import state_name


def spoken() -> Wording:
    """Labels, days, numbers and names of a document in the reader's language."""
    return Wording(
        language=get_language() or "en",
        gettext=gettext,
        day=wording.days_in_words,
        number=wording.amount_in_words,
        name=_named,
    )


def spoken_in(language: str) -> Wording:
    """The wording of a language; one that CorCom does not speak is answered in English."""
    return wording_of(language if language in dict(languages()) else settings.LANGUAGE_CODE.partition("-")[0])


def wording_of(code: str) -> Wording:
    """The wording of a language that Django knows, whether CorCom has a catalogue of it or not.

    Every call sets the language and puts the reader's back, so that documents in several can be made on one page.
    """

    def say(text: str) -> str:
        with override(code):
            return gettext(text)

    def day(text: str) -> str:
        with override(code):
            return wording.days_in_words(text)

    def number(value: Decimal) -> str:
        with override(code):
            return wording.amount_in_words(value)

    def name(actor: Actor) -> str:
        with override(code):
            return _named(actor)

    return Wording(language=code, gettext=say, day=day, number=number, name=name)


def _named(actor: Actor) -> str:
    return state_name(actor.code, actor.name)
