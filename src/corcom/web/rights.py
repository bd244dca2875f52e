"""The right that a page asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from corcom.access.domain.rights import Right, may

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def holds(request: HttpRequest, right: Right) -> bool:
    """Whether the person who asks holds the right."""
    return may(getattr(request.user, "role", ""), right)


def requires(right: Right) -> Callable[[Page[P]], Page[P]]:
    """A page for those who hold the right; others get the 403 page.

    That a person is signed in at all is asked before, for every page (see `sign_in`).
    """

    def guard(page: Page[P]) -> Page[P]:
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not holds(request, right):
                raise PermissionDenied
            return page(request, *args, **kwargs)

        return guarded

    return guard
