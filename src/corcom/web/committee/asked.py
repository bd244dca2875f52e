"""The convention of whose committee a page speaks."""

from __future__ import annotations

from django.http import HttpRequest

from corcom.rulebooks.reading import conventions
from corcom.web.filters import convention_of

USUAL = "CCM"


def chosen_convention(request: HttpRequest) -> str:
    """The convention of the address or of the bar; where none is chosen, the one that committees were made for first."""
    known = conventions()
    wanted = convention_of(request).upper()
    return wanted if wanted in known else USUAL if USUAL in known else known[0]
