"""An address that takes only what a form sends says so when it is opened as a page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.utils.translation import gettext as _

from corcom.web.errors import answer


class NotByItself:
    """Middleware: an address that takes only what a form sends says so when it is opened as a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        refused = self.get_response(request)
        if not isinstance(refused, HttpResponseNotAllowed) or refused.content:
            return refused
        page = answer(
            request,
            status=405,
            title=_("This is not a page"),
            what=_("%(path)s takes what the forms and buttons of a page send; it cannot be opened by itself.")
            % {"path": request.path},
            kept=_("Nothing was changed."),
            todo=_("Go back to the page that you came from, or start from the first page."),
        )
        page.headers["Allow"] = refused.headers["Allow"]
        return page
