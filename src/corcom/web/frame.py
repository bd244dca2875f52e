"""What the frame around every page needs; a context processor."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import to_locale

from corcom.web.day import AS_OF, page_day
from corcom.web.menu import address_of, menu_for
from corcom.web.pieces import OnPage
from corcom.web.preferences import THEMES, chosen, convention_shown, conventions
from corcom.web.sign_in import is_of_the_register


@cache
def languages() -> tuple[tuple[str, str], ...]:
    """The languages that CorCom speaks: those that have a catalogue, under their own names, and English."""
    from django.conf.locale import LANG_INFO  # noqa: PLC0415  a table of Django's that is needed here only

    def has_catalogue(code: str) -> bool:
        folder = to_locale(code)
        return any((Path(path) / folder / "LC_MESSAGES" / "django.mo").exists() for path in settings.LOCALE_PATHS)

    return tuple(
        (code, LANG_INFO[code]["name_local"]) for code, _ in settings.LANGUAGES if code == "en" or has_catalogue(code)
    )


def frame(request: HttpRequest) -> dict[str, Any]:
    day = page_day(request)
    convention, offered = convention_shown(request), conventions()
    signed_in = request.user.is_authenticated
    return {
        "on_page": OnPage(f"?{AS_OF}={day.on.isoformat()}" if not day.is_today else ""),
        "day": day.on,
        "today": day.today,
        "as_of_is_today": day.is_today,
        "as_of_is_past": day.is_past,
        "kept_query": [(name, value) for name, value in request.GET.items() if name != AS_OF],
        "menu": menu_for(request) if signed_in else [],
        "public_menu": [] if signed_in else menu_for(request),
        "has_day": signed_in or is_of_the_register(request),
        "search_address": address_of("search"),
        "offered_languages": languages(),
        "theme": chosen(request, "theme"),
        "themes": THEMES.items(),
        "convention": convention,
        "convention_names": offered[convention],
        "conventions": offered.items(),
    }
