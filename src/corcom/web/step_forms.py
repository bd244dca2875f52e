"""The forms of the steps of follow-up. They check what a person wrote; what may follow is decided by the actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.terms import DecisionTerms
from corcom.kernel.calendar import is_iso


class Lines(forms.Textarea):
    """A few lines of text."""

    def __init__(self, rows: int = 3) -> None:
        super().__init__(attrs={"class": "form-control", "rows": rows, "dir": "auto"})


class Line(forms.TextInput):
    def __init__(self, **attrs: str) -> None:
        super().__init__(attrs={"class": "form-control", "dir": "auto", **attrs})


class OneOf(forms.Select):
    """One of a list that opens."""

    def __init__(self) -> None:
        super().__init__(attrs={"class": "form-select"})


class Day(forms.DateInput):
    """A day, chosen or written."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "form-control form-day"})


class StepForm(forms.Form):
    """What every step has: the day it happened on, never one that has not come."""

    on = forms.DateField(label=_("On"), widget=Day(), input_formats=["%Y-%m-%d"])

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["on"].widget.attrs["max"] = today.isoformat()

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on and on > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return on


class Close(StepForm):
    """Without a day it is closed on the day of the meeting whose words were chosen, else today."""

    on = forms.DateField(
        label=_("On"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=_("Left empty: the day of the meeting whose words are chosen; without words, today."),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=Lines(),
        help_text=_("What shows that it is done. Not needed where the words of a later record show it."),
    )


class CloseSeveral(StepForm):
    note = forms.CharField(
        label=_("Note"), max_length=2000, widget=Lines(), help_text=_("It stands in the history of each.")
    )


class Reopen(StepForm):
    note = forms.CharField(label=_("Why it is open again"), required=False, max_length=2000, widget=Lines())


class TakeUp(StepForm):
    on = forms.DateField(label=_("Meeting"), widget=OneOf())
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=Lines())

    def __init__(self, *args: Any, meetings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["on"].widget
        del widget.attrs["max"]
        widget.choices = meetings


class Correct(StepForm):
    """The terms of a commitment. Owners stand one on a line, by any name under which they are known."""

    text = forms.CharField(label=_("Words"), max_length=5000, widget=Lines(4), required=False)
    owners = forms.CharField(label=_("Owners, one on each line"), max_length=2000, widget=Lines(2), required=False)
    due = forms.CharField(
        label=_("Due"),
        max_length=40,
        required=False,
        widget=Line(dir="ltr"),
        help_text=_("A day, a month, a year or a period: 2016-05-17, 2016-05, 2016, 2016-05-17/2016-05-20."),
    )
    paragraph = forms.CharField(label=_("Paragraph"), max_length=40, required=False, widget=Line())
    note = forms.CharField(label=_("Why it is corrected"), required=False, max_length=2000, widget=Lines(2))
    field_order = ("text", "owners", "due", "paragraph", "on", "note")

    def __init__(self, *args: Any, found: Followed, **kwargs: Any) -> None:
        terms = found.terms
        kept = {"text": terms.text, "owners": "\n".join(owner.name for owner in terms.owners), "due": terms.due}
        if isinstance(terms, DecisionTerms):
            kept["paragraph"] = terms.paragraph
        super().__init__(*args, **{**kwargs, "initial": {**kept, **kwargs.get("initial", {})}})
        if not isinstance(terms, DecisionTerms):
            del self.fields["paragraph"]

    def clean_due(self) -> str:
        due: str = self.cleaned_data["due"].strip()
        if due and not is_iso(due):
            raise forms.ValidationError(_("This is no day, month, year or period."))
        return due


class Supersede(StepForm):
    by_decision = forms.TypedChoiceField(label=_("Decision that took its place"), coerce=int, widget=OneOf())
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=Lines(2))
    field_order = ("by_decision", "on", "note")

    def __init__(self, *args: Any, decisions: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["by_decision"].choices = decisions  # type: ignore[attr-defined]  # a choice field has choices
