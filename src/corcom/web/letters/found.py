"""The letter or template of an address, and how letters are written from a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import Http404, HttpRequest

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_writing import LetterWriting, no_link
from corcom.correspondence.domain.letters_told import CopyTold, LetterTold, TemplateTold
from corcom.correspondence.queries import LetterPreview, letter_preview, letter_told, template_told
from corcom.kernel.wording import Wording
from corcom.web import day as days
from corcom.web.letters.link import marked_link
from corcom.web.spoken_in import wording_of


def found_letter(number: int) -> LetterTold:
    """The letter of an address. Errors: `Http404`."""
    found = letter_told(number=number, now=days.moment())
    if found is None:
        raise Http404
    return found


def found_copy(letter: LetterTold, iso3: str) -> CopyTold:
    """The copy of an address. Errors: `Http404`."""
    found = letter.copy(iso3)
    if found is None:
        raise Http404
    return found


def found_template(number: int) -> TemplateTold:
    """The template of an address. Errors: `Http404`."""
    found = template_told(number=number)
    if found is None:
        raise Http404
    return found


def letter_seen(request: HttpRequest, letter: LetterTold) -> LetterPreview | None:
    """How a letter would go out now, with links that nobody can open yet; None where it is gone meanwhile."""
    writing = letter_writing(marked_link(request, letter.terms.convention))
    return letter_preview(number=letter.number, writing=writing, day=days.moment().date())


@cache
def _spoken(language: str) -> Wording:
    return wording_of(language)


def letter_writing(link: Callable[[Addressee], str] = no_link) -> LetterWriting:
    """How letters are written: in any language of the United Nations, by the site's sender."""
    return LetterWriting(wording=_spoken, sender=settings.MAIL.sender_name, link=link)
