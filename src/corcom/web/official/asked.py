"""What a page of official documents is asked for: by whom, of which meeting, narrowed by what."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from corcom.access.queries import circles_of
from corcom.documents.domain.circles import CIRCLES
from corcom.documents.domain.papers import KINDS, TRANSLATION_STATES
from corcom.documents.queries import DocumentsWanted, ForWhom
from corcom.kernel.languages import LANGUAGES
from corcom.rulebooks.reading import conventions
from corcom.web.day import moment, page_day, today
from corcom.web.filters import convention_of, text_in
from corcom.web.person import person

Meeting = tuple[str, date | None]
"""The body and the first day of a meeting."""


def for_whom(request: HttpRequest) -> ForWhom:
    """The circles of whoever asks, at this moment: what may be seen is asked of now, whatever day a page speaks of."""
    account = person(request) if request.user.is_authenticated else None
    day = today()
    circles = {code: circles_of(account=account, convention=code, day=day) for code in conventions()}
    return ForWhom(circles=circles, at=moment())


def meeting_key(body: str, on: date | None) -> str:
    """A meeting as it stands in an address: "2016-09-05/Meeting of States Parties"."""
    return f"{on.isoformat() if on else ''}/{body}"


def meeting_of(key: str) -> Meeting | None:
    """The meeting of such a key; None where it is none."""
    day, slash, body = key.partition("/")
    try:
        return (body, date.fromisoformat(day) if day else None) if slash and body else None
    except ValueError:
        return None


def wanted(request: HttpRequest) -> DocumentsWanted:
    """The address, read. What is not understood does not narrow."""
    day = page_day(request)

    def known(name: str, values: object) -> str:
        value = text_in(request, name)
        return value if value in values else ""  # type: ignore[operator]  # each is a mapping by words

    return DocumentsWanted(
        convention=convention_of(request),
        meeting=meeting_of(text_in(request, "meeting")),
        kind=known("kind", KINDS),
        language=known("language", LANGUAGES),
        circle=known("class", CIRCLES),
        state=known("state", TRANSLATION_STATES),
        words=text_in(request, "q")[:300],
        until=None if day.is_today else day.on,
    )


def list_address(body: str, on: date, convention: str) -> str:
    """The page with the documents of a meeting."""
    return f"{reverse('official')}?{urlencode({'convention': convention, 'meeting': meeting_key(body, on)})}"
