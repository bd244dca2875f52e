"""The account that acts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def person(request: HttpRequest) -> Any:
    """Who asks; every page asks for somebody who is signed in. Pages know no tables, so its type has no name here."""
    return request.user
