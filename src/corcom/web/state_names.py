"""Short names of States in the reader's language."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language

from corcom.register.domain.gazetteer import parties


@cache
def _names(language: str) -> dict[str, str]:
    """ISO3 code to short name; English where a language has no list."""
    if language == "ar":
        return _column("corcom.web", "state_names_ar.csv", "name")
    if language in {"fr", "es"}:
        return _column("corcom.register", "states.csv", f"name_{language}")
    return {code: party.name for code, party in parties().items() if party.kind == "state"}


def _column(package: str, file: str, column: str) -> dict[str, str]:
    text = files(package).joinpath("data", file).read_text(encoding="utf-8")
    # The formal part in brackets is left out: "Bolivie (État plurinational de)" is "Bolivie" in a list.
    return {row["iso3"]: row[column].split(" (", maxsplit=1)[0] for row in csv.DictReader(text.splitlines())}


def state_name(code: str, fallback: str = "") -> str:
    """The short name of a State; `fallback`, or the code itself, for what is no State."""
    return _names(get_language() or "en").get(code) or fallback or code


def is_state(code: str) -> bool:
    """Whether a code is that of a State."""
    return code in _names("en")
