"""What is answered to a part that a script saves while somebody types. The script is told in a header what became of it."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from corcom.web import day as days
from corcom.web.reports.inputs_read import Sent

HEADER = "X-Autosave"
Outcome = Literal["saved", "not-saved", "conflict"]


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script saves while somebody types."""
    return bool(getattr(request, "htmx", False))


def saved(request: HttpRequest, code: str, sent: Sent, revision: int) -> HttpResponse:
    """A part is kept; what of it could not be read is not, and stays in the form."""
    told = {"code": code, "revision": revision, "problems": list(sent.errors.values()), "at": days.moment()}
    return outcome("not-saved" if sent.errors else "saved", render(request, "reports/saved.html", told))


def not_saved(request: HttpRequest, code: str, why: str, here: str = "") -> HttpResponse:
    """A part is not kept, and why; `here`: where the way to mend that stands. What was typed stays in the form."""
    return outcome("not-saved", render(request, "reports/saved.html", {"code": code, "why": why, "here": here}))


def redrawn(code: str, drawn: HttpResponse, became: Outcome) -> HttpResponse:
    """The part drawn anew: with what somebody else saved meanwhile beside what was typed, or without what is done."""
    drawn.headers["HX-Retarget"], drawn.headers["HX-Reswap"] = f"#part-{code}", "outerHTML"
    return outcome(became, drawn)


def outcome(became: Outcome, answer: HttpResponse) -> HttpResponse:
    """An answer with its header."""
    answer.headers[HEADER] = became
    return answer
