"""Who gets in.

Every page asks for a person who is signed in (`sign_in_first.py`); the few that are open to all carry
`@open_to_all`. Accounts are made by the secretariat, never by signing up.
"""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest

open_to_all = login_not_required


class AccountAdapter(DefaultAccountAdapter):
    """How CorCom uses allauth."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth passes it
        return False
