"""From what somebody typed to the value of a field; what cannot be read is refused in words, and kept as it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from corcom.documents.domain.tables.cells import tidy
from corcom.kernel.calendar import exact_day
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answer_numbers import read_number
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Field, FieldKind

LONGEST = 20_000
"""Characters of one answer."""

_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YES: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "true", "1", "oui", "si", "sí", "نعم"), "yes"),
    **dict.fromkeys(("no", "n", "false", "0", "non", "لا"), "no"),
}


def read_value(field: Field, typed: str) -> str:
    """The value of a field, or of a cell of a table, from what was typed; "" for nothing. Errors: `ValueRefused`.

    >>> read_value(Field(code="area", name="Area", kind="number", unit="km2"), "1 250,5")
    '1250.5'
    """
    # Lines end the same way wherever they were typed, so that a page and a file give the same value.
    text = unicodedata.normalize("NFC", tidy(typed)).strip()
    if len(text) > LONGEST:
        words = gettext_noop(
            "%(length)d characters; at most %(most)d can be kept here. Shorten it, and send the whole text to the secretariat by e-mail."
        )
        raise ValueRefused(Filled(words, length=len(text), most=LONGEST), typed)
    return _READ[field.kind](field, text) if text else ""


def _text(_: Field, text: str) -> str:
    return text


def _day(_: Field, text: str) -> str:
    try:
        return exact_day(text[:10] if text[10:] in {" 00:00:00", "T00:00:00"} else text).isoformat()
    except ValueError:
        pass
    # Day before month: so the six languages of the United Nations write it.
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            pass
    words = gettext_noop("“%(typed)s” is no day. Write it as year-month-day, such as 2016-04-29.")
    raise ValueRefused(Filled(words, typed=text[:40]), text)


def _year(_: Field, text: str) -> str:
    if re.fullmatch(r"(?:19|20)\d\d", plain := "".join(str(unicodedata.decimal(letter, letter)) for letter in text)):
        return plain
    raise ValueRefused(Filled(gettext_noop("“%(typed)s” is no year, such as 2015."), typed=text[:40]), text)


def _yes_no(_: Field, text: str) -> str:
    if found := _YES.get(text.casefold()):
        return found
    raise ValueRefused(Filled(gettext_noop("“%(typed)s” is neither yes nor no."), typed=text[:40]), text)


def _choice(field: Field, text: str) -> str:
    wanted = text.casefold()
    found = next((each.code for each in field.choices if wanted in {each.code, each.name.casefold()}), None)
    if found is None:
        allowed = ", ".join(each.name for each in field.choices)
        words = gettext_noop("“%(typed)s” is none of the answers to choose from: %(allowed)s.")
        raise ValueRefused(Filled(words, typed=text[:40], allowed=allowed), text)
    return found


_READ: Mapping[FieldKind, Callable[[Field, str], str]] = {
    "text": _text,
    "number": read_number,
    "day": _day,
    "year": _year,
    "yes_no": _yes_no,
    "choice": _choice,
}
