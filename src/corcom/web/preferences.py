"""What a person chose for every page, kept in cookies: how it looks, and which convention it speaks of."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corcom.web import errors
from corcom.web.sign_in import open_to_all

YEAR = 365 * 24 * 3600

THEMES = {"auto": _("Automatic"), "light": _("Light"), "dark": _("Dark")}
CONVENTIONS = {
    "all": (_("All conventions"), _("All conventions")),
    "ccm": ("CCM", _("Convention on Cluster Munitions")),
    "apmbc": ("APMBC", _("Anti-Personnel Mine Ban Convention")),
}
CHOICES = {"theme": tuple(THEMES), "convention": tuple(CONVENTIONS)}


def chosen(request: HttpRequest, name: str) -> str:
    """The choice, or the first that is offered."""
    value = request.COOKIES.get(name, "")
    return value if value in CHOICES[name] else CHOICES[name][0]


@open_to_all
@require_POST
def choose(request: HttpRequest, name: str) -> HttpResponse:
    """Keep a choice and go back to the page it was made on."""
    value = request.POST.get(name, "")
    if value not in CHOICES.get(name, ()):
        return errors.bad_request(request, ValueError(value))
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = HttpResponseRedirect(back)
    answer.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
    return answer
