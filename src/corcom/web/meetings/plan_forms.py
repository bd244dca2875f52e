"""The forms of planned meetings and of other forums. They read what a person wrote; the actions decide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.languages import LANGUAGES
from corcom.meetings.domain.plan import KINDS, Kind, Plan, zones
from corcom.rulebooks.reading import conventions, holiday_places
from corcom.web.step_forms import Day, Line, Lines, OneOf

USUAL_KIND: Kind = "coordination_committee"


def holiday_choices() -> list[tuple[str, str]]:
    """The duty stations whose holidays are known."""
    return [("", _("weekends only")), *((place.code, _(place.name)) for place in holiday_places())]


class PlanForm(forms.Form):
    """Everything that is planned of a meeting."""

    convention = forms.ChoiceField(label=gettext_lazy("Convention"), required=False, widget=OneOf())
    body = forms.CharField(label=gettext_lazy("Body"), max_length=200, widget=Line())
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), widget=OneOf(), initial=USUAL_KIND)
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=Day(), input_formats=["%Y-%m-%d"])
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        required=False,
        help_text=gettext_lazy("Left empty: the same day."),
    )
    start_time = forms.CharField(
        label=gettext_lazy("Starts at"),
        max_length=5,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("As the clock at the place shows it: 10:00."),
    )
    end_time = forms.CharField(label=gettext_lazy("Ends at"), max_length=5, required=False, widget=Line(dir="ltr"))
    zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        widget=OneOf(),
        error_messages={
            "required": gettext_lazy("Choose one: without it nobody elsewhere knows when the meeting starts.")
        },
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=300, required=False, widget=Line())
    joining_link = forms.CharField(
        label=gettext_lazy("Joining link"),
        max_length=500,
        required=False,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("Shown to those who are signed in, and nowhere else."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), required=False, widget=forms.SelectMultiple(attrs={"class": "form-select"})
    )
    number = forms.IntegerField(
        label=gettext_lazy("Number"),
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.NumberInput(attrs={"class": "form-control form-day"}),
    )
    number_scope = forms.CharField(
        label=gettext_lazy("Counted within"),
        max_length=100,
        required=False,
        widget=Line(),
        help_text=gettext_lazy("For example: of 2016."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = cast("dict[str, Any]", self.fields)
        named["convention"].choices = [("", _("none")), *((code, code) for code in conventions())]
        named["kind"].choices = [(code, _(name)) for code, name in KINDS.items()]
        named["zone"].choices = [("", _("choose one")), *((zone, zone.replace("_", " ")) for zone in zones())]
        named["languages"].choices = [(code, _(name)) for code, name in LANGUAGES.items()]

    def plan(self) -> Plan:
        """What was written, as a plan; whether it can be is checked by the action."""
        said = self.cleaned_data
        return Plan(
            convention=said["convention"],
            body=said["body"].strip(),
            kind=said["kind"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"] or said["starts_on"],
            start_time=said["start_time"].strip(),
            end_time=said["end_time"].strip(),
            zone=said["zone"],
            place=said["place"].strip(),
            joining_link=said["joining_link"].strip(),
            languages=tuple(said["languages"]),
            number=said["number"],
            number_scope=said["number_scope"].strip(),
        )


class ChangePlanForm(PlanForm):
    """What is planned but for its days, which are moved."""

    note = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=2000, widget=Lines(2))

    def __init__(self, *args: Any, before: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": initial_of(before)})
        del self.fields["starts_on"], self.fields["ends_on"]
        self.before = before

    def plan(self) -> Plan:
        """The plan with the same days."""
        self.cleaned_data |= {"starts_on": self.before.starts_on, "ends_on": self.before.ends_on}
        return super().plan()


class MoveForm(forms.Form):
    starts_on = forms.DateField(label=gettext_lazy("New first day"), widget=Day(), input_formats=["%Y-%m-%d"])
    ends_on = forms.DateField(
        label=gettext_lazy("New last day"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        required=False,
        help_text=gettext_lazy("Left empty: it lasts as long as before."),
    )
    note = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=2000, widget=Lines(2))


class SayForm(forms.Form):
    """Confirming or cancelling."""

    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=2000, widget=Lines(2))


class CloneForm(forms.Form):
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=Day(), input_formats=["%Y-%m-%d"])


class ForumForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Forum"), max_length=200, widget=Line())
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=Day(), input_formats=["%Y-%m-%d"])
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=Day(), input_formats=["%Y-%m-%d"])
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False, widget=Line())
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=500,
        widget=Line(),
        help_text=gettext_lazy("Where the dates come from: a programme of work, a letter, a page."),
    )


class ItemForm(forms.Form):
    """An item of an agenda. What it said when the form was opened goes with it, so that nothing of another is lost."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, widget=Line())
    introduced_by = forms.CharField(label=gettext_lazy("Introduced by"), max_length=200, widget=Line(), required=False)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"),
        required=False,
        widget=forms.NumberInput(attrs={"class": "form-control form-day", "min": 0, "max": 1440}),
    )
    text = forms.CharField(label=gettext_lazy("Notes"), max_length=5000, widget=Lines(), required=False)

    def values(self) -> dict[str, object]:
        """What was written."""
        said = self.cleaned_data
        return {
            "title": said["title"].strip(),
            "introduced_by": said["introduced_by"].strip(),
            "minutes": said["minutes"] or 0,
            "text": said["text"].replace("\r\n", "\n").strip(),
        }


def initial_of(plan: Plan) -> dict[str, object]:
    """What a form shows of a plan."""
    keys = ("convention", "body", "kind", "start_time", "end_time", "zone", "place", "joining_link", "number")
    values: dict[str, object] = {key: getattr(plan, key) for key in keys}
    return {**values, "number_scope": plan.number_scope, "languages": list(plan.languages)}


def month_later(day: date) -> date:
    """The same weekday four weeks later, which is when a committee usually meets again."""
    return day + timedelta(days=28)
