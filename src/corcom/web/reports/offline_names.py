"""What to call the codes that a refused form names: States, conventions, reports."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from corcom.kernel.marked import Filled
from corcom.rulebooks.reading import conventions, rulebook
from corcom.web.state_names import is_state, state_name
from corcom.web.wording import convention_in_words


def names_in(words: Filled, convention: str) -> Mapping[str, str]:
    """The names of the codes among the values of some words."""
    book = rulebook(convention)
    reports = {each.code: _(each.name) for each in book.obligations} if book else {}
    found = {}
    for value in words.values.values():
        if not isinstance(value, str):
            continue
        if is_state(value):
            found[value] = state_name(value)
        elif value in conventions():
            found[value] = convention_in_words(value)
        elif value in reports:
            found[value] = reports[value]
        elif value == str(None):
            found[value] = _("no year")
    return found
