"""The form in which a finding is corrected: the values of its kind, each in a field that fits it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corcom.kernel.calendar import is_iso
from corcom.minutes.domain.findings import PayloadEmpty, PayloadRefused
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.reading import conventions, rulebook
from corcom.web.review.finding_words import FIELDS, Field

EMPTY_NAMES = 2
"""Further fields for names that a person may add at a time."""
NAMES_LIST = "known-names"
"""The list of suggestions on the page."""
EMPTY = {
    "attendance": _("Name a delegation or the people who were there; reject it if it is wrong."),
    "next_meeting": _("Give a day, a time or a place; reject it if it is wrong."),
}
"""What is said of a finding in which nothing is left."""
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


class Names(forms.TextInput):
    """Several names, one in each field, with suggestions; empty ones are left out. The template draws the fields."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> list[str]:  # noqa: ARG002  Django passes the files
        given = data.getlist(name) if isinstance(data, QueryDict) else data.get(name) or []
        return [value.strip() for value in given if value.strip()]

    def format_value(self, value: Any) -> Any:
        """The names there are and a few empty fields."""
        return [*(value or []), *[""] * EMPTY_NAMES]


class NamesField(forms.Field):
    widget = Names


class FindingForm(forms.Form):
    """The values of a finding. `payload` gives back what was written, ready for the action."""

    def __init__(self, kind: str, payload: dict[str, Any], data: QueryDict | None = None, *, number: int) -> None:
        super().__init__(data, initial=_initial(kind, payload), auto_id=f"edit-{number}-%s")
        self.kind = kind
        for spec in FIELDS[kind]:
            self.fields[spec.key] = _field(spec)

    def refuse(self, refused: PayloadRefused) -> None:
        """Show at its field what the action refused."""
        key = refused.key.split(".")[0]
        if isinstance(refused, PayloadEmpty):
            self.add_error(key, EMPTY[self.kind])
        else:
            self.add_error(key if key in self.fields else None, _("This does not fit here."))

    def rows(self) -> list[tuple[forms.BoundField, list[str] | None]]:
        """Each field, and its single values where there are several."""
        return [
            (field, field.field.widget.format_value(field.value()) if isinstance(field.field.widget, Names) else None)
            for field in self
        ]

    @property
    def payload(self) -> dict[str, Any]:
        """The values as the action takes them: nothing written is None, lists are lists, numbers numbers."""
        return {spec.key: _value(self.kind, spec, self.cleaned_data.get(spec.key)) for spec in FIELDS[self.kind]}


def known_names() -> list[str]:
    """States, organisations and offices, for suggestions."""
    return _known_names()


@cache
def _known_names() -> list[str]:
    offices = {office.name for code in conventions() if (book := rulebook(code)) for office in book.offices}
    return sorted({party.name for party in parties().values()} | offices)


def _field(spec: Field) -> forms.Field:
    kwargs: dict[str, Any] = {"label": spec.label, "required": spec.required}
    attrs = {"class": "form-control form-control-sm", "dir": "auto"}
    if spec.sort == "choice":
        options = [(key, words) for key, words in (spec.words or {}).items()]
        return forms.ChoiceField(
            choices=options, widget=forms.Select(attrs={"class": "form-select form-select-sm"}), **kwargs
        )
    if spec.sort == "yes":
        return forms.BooleanField(widget=forms.CheckboxInput(attrs={"class": "form-check-input"}), **kwargs)
    if spec.sort == "number":
        return forms.IntegerField(min_value=0, max_value=100_000, widget=forms.NumberInput(attrs=attrs), **kwargs)
    if spec.sort == "names":
        return NamesField(widget=Names(attrs={**attrs, "list": NAMES_LIST}), **kwargs)
    if spec.sort in {"text", "lines"}:
        rows = 4 if spec.sort == "text" else 3
        return forms.CharField(max_length=5000, widget=forms.Textarea(attrs={**attrs, "rows": rows}), **kwargs)
    if spec.sort == "name":
        attrs["list"] = NAMES_LIST
    if spec.sort in {"day", "time"}:
        attrs["dir"] = "ltr"
        kwargs["validators"] = [_day if spec.sort == "day" else _time]
    return forms.CharField(max_length=500, widget=forms.TextInput(attrs=attrs), **kwargs)


def _day(value: str) -> None:
    if not is_iso(value):
        raise forms.ValidationError(
            _("Write a day as 2016-05-26, a month as 2016-05, a year as 2016, a period as 2016-05-26/2016-05-27.")
        )


def _time(value: str) -> None:
    if not _TIME.fullmatch(value):
        raise forms.ValidationError(_("Write a time as 09:30."))


def _initial(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    lines = {spec.key for spec in FIELDS[kind] if spec.sort == "lines"}
    return {key: "\n".join(value) if key in lines and value else value for key, value in payload.items()}


def _value(kind: str, spec: Field, value: Any) -> Any:
    if spec.sort in {"yes", "choice", "number"}:
        return value
    if spec.sort == "names":
        return list(value or [])
    if spec.sort == "lines":
        return [line.strip() for line in cast("str", value or "").splitlines() if line.strip()]
    words = cast("str", value or "").strip()
    return _figure(words) if (kind, spec.key) == ("figure", "value") else words or None


def _figure(words: str) -> int | float | str:
    """A plain number is one; anything else keeps its words."""
    for number in (int, float):
        try:
            return number(words)
        except ValueError:
            continue
    return words
