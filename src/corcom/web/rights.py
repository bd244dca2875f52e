"""The right that a page asks for. Rights are those of today, whatever day the page speaks of."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from corcom.access.domain.grants import Matter, Rights
from corcom.access.domain.rights import Right
from corcom.access.queries import rights_of
from corcom.web.day import today

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
_KEPT = "_corcom_rights"


def rights_held(request: HttpRequest) -> Rights:
    """What the person who asks may do today; worked out once for a request, and again for another account."""
    account: Any = request.user
    if not account.is_authenticated:
        return Rights()
    kept: tuple[int, Rights] | None = getattr(request, _KEPT, None)
    if kept is None or kept[0] != account.pk:
        kept = (account.pk, rights_of(account=account, day=today()))
        setattr(request, _KEPT, kept)
    return kept[1]


def holds(request: HttpRequest, right: Right, matter: Matter | None = None) -> bool:
    """Whether the person who asks holds the right for a matter; without one, for all matters of some convention."""
    return rights_held(request).hold(right, matter)


def holds_some(request: HttpRequest, right: Right) -> bool:
    """Whether they hold it for anything at all, be it one theme; what is shown because of it asks again for each matter."""
    return rights_held(request).hold_some(right)


def insist(request: HttpRequest, right: Right, matter: Matter) -> None:
    """Answer 403 to whoever does not hold the right for a matter. Errors: `PermissionDenied`."""
    if not holds(request, right, matter):
        raise PermissionDenied


def requires(*rights: Right, of: Callable[..., Matter] | None = None) -> Callable[[Page[P]], Page[P]]:
    """A page for those who hold one of the rights; others get the 403 page.

    `of` is given what the page is, and says which matter it is about; it is not asked where a right is held for
    every matter. Without it a right counts that is held for all matters of some convention.
    That a person is signed in at all is asked before, for every page (see `sign_in`).
    """

    def guard(page: Page[P]) -> Page[P]:
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            held = rights_held(request)
            if not any(held.hold_everywhere(right) for right in rights):
                if not any(held.hold_some(right) for right in rights):
                    raise PermissionDenied
                matter = of(request, *args, **kwargs) if of else None
                if not any(held.hold(right, matter) for right in rights):
                    raise PermissionDenied
            return page(request, *args, **kwargs)

        return guarded

    return guard
