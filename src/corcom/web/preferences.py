"""What a person chose for every page, kept in cookies: how it looks, and which convention it speaks of."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corcom.rulebooks import reading
from corcom.web import errors
from corcom.web.sign_in import open_to_all
from corcom.web.wording import convention_in_words

YEAR = 365 * 24 * 3600

CONVENTIONS = "/conventions/"
"""Where the pages of each convention stand."""

THEMES = {"auto": gettext_lazy("Automatic"), "light": gettext_lazy("Light"), "dark": gettext_lazy("Dark")}


def conventions() -> dict[str, tuple[str, str]]:
    """All of them, then those that have a rulebook: how the bar calls each, and its full name."""
    every = _("All conventions")
    return {"all": (every, every)} | {code.lower(): (code, convention_in_words(code)) for code in reading.conventions()}


def offered(name: str) -> tuple[str, ...]:
    """What can be chosen, what is usual first."""
    return {"theme": tuple(THEMES), "convention": tuple(conventions())}.get(name, ())


def chosen(request: HttpRequest, name: str) -> str:
    """The choice, or the first that is offered."""
    value, known = request.COOKIES.get(name, ""), offered(name)
    return value if value in known else known[0]


def convention_shown(request: HttpRequest) -> str:
    """The convention that the bar names: that of the page, where the page is about one, else the choice."""
    match = request.resolver_match
    of_page = str(match.kwargs.get("convention", "")).lower() if match else ""
    return of_page if of_page in offered("convention") else chosen(request, "convention")


def _same_page_of(convention: str, address: str) -> str:
    """A page of one convention, for another one; the list of conventions, where all are chosen."""
    start, _slash, rest = address.removeprefix(CONVENTIONS).partition("/")
    if not address.startswith(CONVENTIONS) or start.lower() not in offered("convention"):
        return address
    return CONVENTIONS if convention == "all" else f"{CONVENTIONS}{convention.upper()}/{rest}"


@open_to_all
@require_POST
def choose(request: HttpRequest, name: str) -> HttpResponse:
    """Keep a choice and go back to the page it was made on."""
    value = request.POST.get(name, "")
    if value not in offered(name):
        return errors.bad_request(request, ValueError(value))
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = HttpResponseRedirect(_same_page_of(value, back) if name == "convention" else back)
    answer.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
    return answer
