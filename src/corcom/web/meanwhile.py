"""Somebody else changed it while one wrote: what both say together stands in the form again, to be looked at and saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from corcom.kernel.errors import ChangedMeanwhile
from corcom.kernel.merging import merged

Naming = Callable[[str, Any], tuple[str, str]]
"""What a value is called, and how it is said, from its key and the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """What is said of the other's change: a sentence, and what they wrote (its name, its words, whether both of you did)."""

    said: str
    lines: Sequence[tuple[str, str, bool]] = ()


def as_opened(request: HttpRequest, keys: Iterable[str]) -> dict[str, Any]:
    """What stood there when the form was opened, as its hidden fields tell it again."""
    return {key: request.POST.get(f"was-{key}", "").replace("\r\n", "\n") for key in keys}


def put_together(
    changed: ChangedMeanwhile,
    *,
    said: Promise,
    before: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    naming: Naming | None = None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values for the form, with mine where both say something else; and what its page says, for `form_page`.

    `said` is a sentence about `%(who)s`. Without `naming` what the other wrote is not told value by value.
    """
    together, differ = merged(before, mine, theirs)
    lines = (
        [(*naming(key, theirs[key]), key in differ) for key in theirs if theirs[key] != before[key]] if naming else []
    )
    meanwhile = Meanwhile(said=str(said % {"who": changed.by}), lines=lines)
    return together, {"version": changed.version, "was": theirs, "meanwhile": meanwhile}


def form_page(request: HttpRequest, template: str, shown: Mapping[str, Any]) -> HttpResponse:
    """The page of a form: 409 where somebody else changed it, which it says with what to do, 400 where something is wrong.

    The template includes `pieces/meanwhile.html`.
    """
    status = 409 if "meanwhile" in shown else 400 if shown["form"].errors else 200
    return render(request, template, shown, status=status)
