"""The forms of the directory. They check what a person wrote; what cannot be is refused by the actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corcom.directory.domain.people import Affiliation, ContactPoint, Person
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.reading import conventions
from corcom.web.committee.words import holder_in_words
from corcom.web.directory.words import CONTACT_KINDS, PURPOSES
from corcom.web.step_forms import Day, Line, Lines, OneOf


def delegations() -> list[tuple[str, str]]:
    """Every State and organisation to choose from, by name."""
    return sorted(((code, holder_in_words(code)) for code in parties()), key=lambda one: one[1])


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200, widget=Line())
    title = forms.CharField(
        label=_("Title"), required=False, max_length=60, widget=Line(), help_text=_("As they are addressed: H.E. Ms.")
    )
    languages = forms.CharField(
        label=_("Languages"),
        required=False,
        max_length=60,
        widget=Line(dir="ltr"),
        help_text=_("Their codes, the preferred one first: fr, en."),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=Lines(2))

    def person(self) -> Person:
        """What was written, as a value."""
        said = self.cleaned_data
        languages = tuple(part.strip().lower() for part in said["languages"].split(",") if part.strip())
        return Person(name=said["name"], title=said["title"], languages=languages, note=said["note"])


class AffiliationForm(forms.Form):
    delegation = forms.ChoiceField(label=_("Delegation"), widget=OneOf())
    function = forms.CharField(label=_("Function"), required=False, max_length=200, widget=Line())
    since = forms.DateField(label=_("Since"), required=False, widget=Day(), input_formats=["%Y-%m-%d"])
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=_("The first day on which they do not belong to it any more."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].choices = delegations()  # type: ignore[attr-defined]  # a choice field has choices

    def affiliation(self) -> Affiliation:
        """What was written, as a value."""
        said = self.cleaned_data
        return Affiliation(
            delegation=said["delegation"], function=said["function"], since=said["since"], until=said["until"]
        )


class NewPersonForm(PersonForm, AffiliationForm):
    """A person, the delegation that they belong to and their address, in one step."""

    email = forms.CharField(label=_("E-mail"), required=False, max_length=200, widget=Line(dir="ltr"))
    field_order = ("title", "name", "delegation", "function", "since", "email", "languages", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["until"]


class EndForm(forms.Form):
    until = forms.DateField(
        label=_("Until"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=_("The first day on which they do not belong to it any more."),
    )


class ContactForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=tuple(CONTACT_KINDS.items()), widget=OneOf())
    value = forms.CharField(label=_("Address or number"), max_length=500, widget=Line())
    purpose = forms.ChoiceField(label=_("For"), choices=tuple(PURPOSES.items()), widget=OneOf())
    convention = forms.ChoiceField(label=_("Convention"), required=False, widget=OneOf())
    public = forms.BooleanField(
        label=_("Public"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        help_text=_("Everybody who may read may see it. All else in the directory is for the secretariat alone."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("any")), *((code, code) for code in conventions())]
        self.fields["convention"].choices = choices  # type: ignore[attr-defined]  # a choice field has choices

    def contact(self) -> ContactPoint:
        """What was written, as a value."""
        said = self.cleaned_data
        return ContactPoint(**{key: said[key] for key in ("purpose", "kind", "value", "public", "convention")})


class MergeForm(forms.Form):
    other = forms.TypedChoiceField(label=_("The same person as"), coerce=int, widget=OneOf())

    def __init__(self, *args: Any, others: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = others  # type: ignore[attr-defined]  # a choice field has choices


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        widget=forms.ClearableFileInput(attrs={"class": "form-control", "accept": ".csv,.xlsx,.vcf"}),
        help_text=_("CSV or XLSX with the columns of the export, or vCards (.vcf)."),
    )
