"""Pages that a signed link opens to whoever holds it, without an account.

```python
@by_link("invitation")
def answer_invitation(request: HttpRequest, link: GivenLink) -> HttpResponse: ...
```

The token stands in the address (`?key=`), also where a form is sent. What opens nothing says why, and what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink, LinkRefused, link_of
from corcom.web import day as days
from corcom.web import errors
from corcom.web.sign_in import open_to_all
from corcom.web.wording import moment_in_words

P = ParamSpec("P")
Opened = Callable[Concatenate[HttpRequest, GivenLink, P], HttpResponseBase]
Page = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
KEY = "key"


def by_link(purpose: str) -> Callable[[Opened[P]], Page[P]]:
    """A page that opens by links of this purpose alone, and is given the link."""

    def opened_by(page: Opened[P]) -> Page[P]:
        @open_to_all
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            try:
                link = link_of(token=request.GET.get(KEY, ""), purpose=purpose, at=days.moment())
            except LinkRefused as refused:
                answer: HttpResponseBase = refusal(request, refused)
            else:
                answer = page(request, link, *args, **kwargs)
            # What a link opens belongs into no shared memory of a proxy, and its address into no other site's log.
            answer.headers.setdefault("Cache-Control", "private, no-store")
            # Not "no-referrer": browsers then name no origin for a form either, and it would be refused as forged.
            answer.headers.setdefault("Referrer-Policy", "same-origin")
            return answer

        return guarded

    return opened_by


def address_by_link(request: HttpRequest, page: str, link: GivenLink) -> str:
    """The whole address of a page that a link opens, as it is sent out."""
    return request.build_absolute_uri(path_by_link(page, link))


def path_by_link(page: str, link: GivenLink, *args: str) -> str:
    """The address of a page that a link opens, within the site."""
    return f"{reverse(page, args=args)}?{urlencode({KEY: link.token})}"


def refusal(request: HttpRequest, refused: LinkRefused) -> HttpResponse:
    """Why a link opens nothing, and what to do."""
    tampered = refused.why == "tampered"
    return errors.answer(
        request,
        status=HTTPStatus.FORBIDDEN if tampered else HTTPStatus.GONE,
        title=_("This link does not open"),
        what=_what(refused),
        kept=_("Nothing was changed, and what was sent before is kept."),
        todo=_("Copy the whole address from the message that brought it, or ask the secretariat for a new one.")
        if tampered
        else _("Ask the secretariat for a new one."),
    )


def _what(refused: LinkRefused) -> str:
    when = {"when": moment_in_words(refused.ended_at) if refused.ended_at else ""}
    if refused.why == "expired":
        return _("It could be used until %(when)s.") % when
    if refused.why == "withdrawn":
        return _("It was withdrawn on %(when)s.") % when
    if refused.why == "used":
        return _("It opens once, and was used on %(when)s.") % when
    return _("Its address is not one that CorCom gave out: a part is missing, or was changed.")
