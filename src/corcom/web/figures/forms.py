"""The forms by which the secretariat records a figure, and takes in a table of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy

from corcom.documents.domain.circles import CIRCLES, Circle
from corcom.figures.domain.amounts import in_km2
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.measures import AGES, CONTAMINATED, MEASURES, RELEASED, SEXES
from corcom.kernel.amounts import written
from corcom.kernel.source import Certainty
from corcom.reporting.domain.answer_values import read_value
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Field
from corcom.web.figures.words import PART_WORDS, measure_title
from corcom.web.filled import filled
from corcom.web.official.words import circle_in_words
from corcom.web.register.participation_words import CERTAINTY_WORDS
from corcom.web.step_forms import Day, Line, Lines, OneOf


def _parts(division: str, codes: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [("", "–"), *((code, PART_WORDS[division][code]) for code in codes)]


class FigureForm(forms.Form):
    """A figure of a State under a convention, both of which its page names."""

    measure = forms.ChoiceField(
        label=gettext_lazy("Figure"),
        widget=OneOf(),
        choices=lambda: [(code, measure_title(each)) for code, each in MEASURES.items()],
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        min_value=1990,
        max_value=2200,
        widget=forms.NumberInput(attrs={"class": "form-control form-day", "dir": "ltr"}),
        help_text=gettext_lazy("In which it happened, or at whose end it stood so."),
    )
    value = forms.CharField(label=gettext_lazy("How much"), max_length=40, widget=Line(dir="ltr"))
    unit = forms.ChoiceField(
        label=gettext_lazy("Unit of an area"),
        widget=OneOf(),
        choices=[("km2", gettext_lazy("km²")), ("ha", gettext_lazy("hectares")), ("m2", gettext_lazy("m²"))],
        help_text=gettext_lazy("Areas are kept in km²; of anything else this says nothing."),
    )
    type = forms.CharField(label=gettext_lazy("Type"), max_length=120, required=False, widget=Line())
    sex = forms.ChoiceField(
        label=gettext_lazy("Sex"), required=False, widget=OneOf(), choices=lambda: _parts("sex", SEXES)
    )
    age = forms.ChoiceField(
        label=gettext_lazy("Age"), required=False, widget=OneOf(), choices=lambda: _parts("age", AGES)
    )
    area_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of area"),
        required=False,
        widget=OneOf(),
        choices=lambda: _parts("area_kind", (*CONTAMINATED, *RELEASED)),
    )
    currency = forms.CharField(
        label=gettext_lazy("Currency"),
        max_length=3,
        required=False,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("Of money: three letters, such as CHF."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("What says so: a report with its part, a document, an address."),
    )
    told_on = forms.DateField(
        label=gettext_lazy("Day of the source"), required=False, widget=Day(), input_formats=["%Y-%m-%d"]
    )
    certainty = forms.ChoiceField(label=gettext_lazy("How sure"), widget=OneOf(), choices=CERTAINTY_WORDS.items)
    circle = forms.ChoiceField(
        label=gettext_lazy("For whom"),
        widget=OneOf(),
        choices=lambda: [(code, circle_in_words(code)) for code in CIRCLES],
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=2000, required=False, widget=Lines(2))

    def clean(self) -> dict[str, Any]:
        said, measure = self.cleaned_data, MEASURES.get(self.cleaned_data.get("measure", ""))
        if measure is not None and said.get("value"):
            field = Field(code="value", name="", kind="number", unit=measure.unit)
            try:
                value = Decimal(read_value(field, said["value"]) or 0)
                said["amount"] = in_km2(value, said.get("unit") or "km2") if measure.unit == "km2" else value
            except ValueRefused as refused:
                self.add_error("value", filled(refused.reason))
        return said

    def figure(self, convention: str, iso3: str) -> Figure:
        """What was written, as a value."""
        said = self.cleaned_data
        return Figure(
            convention=convention,
            iso3=iso3,
            year=said["year"],
            measure=said["measure"],
            value=said["amount"],
            type=" ".join(said["type"].split()),
            sex=said["sex"],
            age=said["age"],
            area_kind=said["area_kind"],
            currency=said["currency"].upper(),
            source=said["source"].strip(),
            certainty=cast("Certainty", said["certainty"]),
            circle=cast("Circle", said["circle"]),
            told_on=said["told_on"],
            note=said["note"].strip(),
        )


def of_figure(figure: Figure) -> dict[str, Any]:
    """A recorded figure, for the form that corrects it or records it again."""
    names = (
        "measure",
        "year",
        "type",
        "sex",
        "age",
        "area_kind",
        "currency",
        "source",
        "told_on",
        "certainty",
        "circle",
    )
    return {name: getattr(figure, name) for name in names} | {"value": written(figure.value), "note": figure.note}


class FigureFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.ClearableFileInput(attrs={"class": "form-control", "accept": ".csv,.xlsx"}),
        help_text=gettext_lazy("CSV or XLSX with the columns of the table that is taken home."),
    )
