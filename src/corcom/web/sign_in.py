"""Who gets in.

Every page asks for a person who is signed in (`sign_in_first.py`); the few that are open to all carry
`@open_to_all`, those of the register `@open_to_the_public`. Accounts are made by the secretariat, never by signing up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest

Page = TypeVar("Page", bound=Callable[..., Any])

open_to_all = login_not_required


def open_to_the_public(page: Page) -> Page:
    """A page of the register, which everybody may see: open to all, with the day and the convention in its bar."""
    page.is_of_the_register = True  # type: ignore[attr-defined]  # functions have no attributes for a type checker
    open_to_all(page)
    return page


def is_of_the_register(request: HttpRequest) -> bool:
    """Whether a page is one of those."""
    return bool(request.resolver_match and getattr(request.resolver_match.func, "is_of_the_register", False))


class AccountAdapter(DefaultAccountAdapter):
    """How CorCom uses allauth."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth passes it
        return False
