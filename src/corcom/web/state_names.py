"""Short names of States in the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language

from corcom.register.domain.state_names import short_names
from corcom.register.domain.states import states


def state_name(code: str, fallback: str = "") -> str:
    """The short name of a State; `fallback`, or the code itself, for what is no State."""
    return short_names(get_language() or "en").get(code) or fallback or code


def is_state(code: str) -> bool:
    """Whether a code is that of a State."""
    return code in states()
