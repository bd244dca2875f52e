"""From what somebody typed to the value of a field; what cannot be read is refused in words, and kept as it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from corcom.kernel.calendar import exact_day
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.forms import WITH_FRACTIONS, Field, FieldKind

LONGEST = 20_000
"""Characters of one answer."""
MOST_DIGITS = 15

_GROUPS = re.compile(r"(?<=\d)[\s'’.,](?=\d{3}(?:\D|$))")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_SPACES = "\u00a0\u202f\u2009"
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""Thousands set apart, or a fraction."""
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YES: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "true", "1", "oui", "si", "sí", "نعم"), "yes"),
    **dict.fromkeys(("no", "n", "false", "0", "non", "لا"), "no"),
}


class ValueRefused(CorcomError):
    """What was typed is no value of the field; `reason` says why, for whoever typed it."""

    def __init__(self, reason: Filled, typed: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.typed = typed


def read_value(field: Field, typed: str) -> str:
    """The value of a field, or of a cell of a table, from what was typed; "" for nothing. Errors: `ValueRefused`.

    >>> read_value(Field(code="area", name="Area", kind="number", unit="km2"), "1 250,5")
    '1250.5'
    """
    text = unicodedata.normalize("NFC", typed).strip()
    if len(text) > LONGEST:
        words = gettext_noop("%(length)d characters; at most %(most)d can be kept here. Attach longer texts as a file.")
        raise ValueRefused(Filled(words, length=len(text), most=LONGEST), typed)
    return _READ[field.kind](field, text) if text else ""


def _text(_: Field, text: str) -> str:
    return text


def _number(field: Field, text: str) -> str:
    """Thousands may be set apart by a space, a point, a comma or an apostrophe; a fraction follows a point or a comma."""
    plain = text
    for space in _SPACES:
        plain = plain.replace(space, " ")
    plain = "".join(str(unicodedata.digit(letter, letter)) for letter in plain)
    fractions = field.unit in WITH_FRACTIONS
    if fractions and _EITHER.fullmatch(plain):
        whole, fraction = re.sub(r"[.,]", "", plain), plain.replace(",", ".")
        words = gettext_noop("“%(typed)s” can mean %(whole)s or %(fraction)s. Write %(whole)s, or %(fraction)s0.")
        raise ValueRefused(Filled(words, typed=text[:40], whole=whole, fraction=fraction), text)
    bare = _without_groups(plain, keep_last=fractions)
    if not _DIGITS.fullmatch(bare) or len(bare) > MOST_DIGITS:
        words = gettext_noop("“%(typed)s” is no number. Write digits only, such as 1250, and remarks beside it.")
        raise ValueRefused(Filled(words, typed=text[:40]), text)
    number = Decimal(bare.replace(",", "."))
    if not fractions and number != number.to_integral_value():
        raise ValueRefused(Filled(gettext_noop("“%(typed)s” is no whole number."), typed=text[:40]), text)
    return _plain(number)


def _without_groups(text: str, *, keep_last: bool) -> str:
    """Without what sets thousands apart. "1.250" is a fraction where fractions may be, unless another group precedes it."""
    marks = re.findall(r"[.,]", text)
    if keep_last and len(marks) == 1:
        return re.sub(r"(?<=\d)[\s'’](?=\d{3}(?:\D|$))", "", text)
    if keep_last and len(set(marks)) == 2:
        thousands = marks[0]
        return re.sub(r"[\s'’]", "", text.replace(thousands, ""))
    return _GROUPS.sub("", text)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return text
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
    "number": _number,
    "day": _day,
    "year": _year,
    "yes_no": _yes_no,
    "choice": _choice,
}
