"""Pages that say what happened, what was kept and what to do. Django calls these functions for its own errors too."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def answer(
    request: HttpRequest, *, status: int, title: str, what: str, kept: str = "", todo: str = "", todays: str = ""
) -> HttpResponse:
    """An error as a page in the frame; `todays` is the address where something stands today."""
    told = {"title": title, "what": what, "kept": kept, "todo": todo, "status": status, "todays": todays}
    return HttpResponse(render_to_string("error.html", told, request), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(
        request,
        status=400,
        title=_("This request could not be read"),
        what=_("Something in the address or in the form is not in its form."),
        kept=_("Nothing was changed."),
        todo=_("Go back and try again, or start from the first page."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(
        request,
        status=403,
        title=_("This is not open to your account"),
        what=_("Neither your role nor the offices that your delegation holds today include what this page does."),
        kept=_("Nothing was changed."),
        todo=_("If you need it for your work, ask the secretariat."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the token that ties it to this session: an old tab, or cookies that are switched off."""
    return answer(
        request,
        status=403,
        title=_("This form has expired"),
        what=_("The form was opened too long ago, or your browser does not keep cookies for this site."),
        kept=_("Nothing was changed."),
        todo=_("Go back, reload the page and send the form again."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(
        request,
        status=404,
        title=_("There is no page here"),
        what=_("Nothing stands at %(path)s.") % {"path": request.path},
        todo=_("Look at the address, or search."),
    )


def not_yet(request: HttpRequest, *, title: str, what: str) -> HttpResponse:
    """What is there today was not on the day that the page speaks of."""
    todo = _("Go back to today, or choose a later day in the bar above.")
    return answer(request, status=404, title=title, what=what, todo=todo, todays=request.path)


def failed(request: HttpRequest) -> HttpResponse:
    """The program itself failed. This page asks nothing of the database, which may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
