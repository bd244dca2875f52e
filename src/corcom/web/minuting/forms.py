"""The forms of the steps of minutes. They read what a person wrote; the actions decide."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.languages import LANGUAGES
from corcom.minuting.actions import CommentsWanted
from corcom.minuting.domain.content import ATTRIBUTIONS
from corcom.minuting.queries import MinutesHead
from corcom.register.domain.gazetteer import party
from corcom.web.step_forms import Day, Line, Lines, OneOf


class HeadForm(forms.Form):
    """What stands at the head of minutes."""

    chair_delegation = forms.CharField(
        label=gettext_lazy("In the chair"),
        required=False,
        max_length=200,
        widget=Line(),
        help_text=gettext_lazy("The State or organisation."),
    )
    chair_person = forms.CharField(
        label=gettext_lazy("Person in the chair"), required=False, max_length=200, widget=Line()
    )
    chair_role = forms.CharField(label=gettext_lazy("Office"), required=False, max_length=200, widget=Line())
    start_time = forms.CharField(
        label=gettext_lazy("Began at"),
        required=False,
        max_length=5,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("Left empty: as planned."),
    )
    end_time = forms.CharField(label=gettext_lazy("Ended at"), required=False, max_length=5, widget=Line(dir="ltr"))
    language = forms.ChoiceField(label=gettext_lazy("Language of the minutes"), widget=OneOf())
    attribution = forms.ChoiceField(label=gettext_lazy("The minutes name who spoke"), widget=OneOf())
    public_attribution = forms.ChoiceField(
        label=gettext_lazy("The public copy names who spoke"),
        widget=OneOf(),
        help_text=gettext_lazy("As the minutes do, or nobody."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = cast("dict[str, Any]", self.fields)
        named["language"].choices = [(code, _(name)) for code, name in LANGUAGES.items()]
        for key in ("attribution", "public_attribution"):
            named[key].choices = [(code, _(name)) for code, name in ATTRIBUTIONS.items()]

    def head(self) -> MinutesHead:
        """What was written, as the head."""
        return MinutesHead(**{key: value.strip() for key, value in self.cleaned_data.items()})


def said_in(head: MinutesHead) -> dict[str, object]:
    """The head as the values of its form."""
    return asdict(head)


class CirculateForm(forms.Form):
    """To whom minutes go for comment, and until when; to nobody is possible too."""

    parties = forms.MultipleChoiceField(
        label=gettext_lazy("For comment to"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=gettext_lazy("Each gets a signed link of its own. To none: the minutes only go on record."),
    )
    others = forms.CharField(
        label=gettext_lazy("And to"),
        required=False,
        max_length=1000,
        widget=Line(),
        help_text=gettext_lazy("Further States and organisations by name, with “;” between them."),
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Comments by"), required=False, widget=Day(), input_formats=["%Y-%m-%d"]
    )
    closes_time = forms.TimeField(
        label=gettext_lazy("At"),
        required=False,
        initial="18:00",
        widget=forms.TimeInput(attrs={"class": "form-control form-day"}, format="%H:%M"),
        help_text=gettext_lazy("Of the clock in the zone of the meeting."),
    )
    procedure = forms.ChoiceField(
        label=gettext_lazy("Procedure"),
        widget=OneOf(),
        choices=(
            ("comments", gettext_lazy("comments and proposed wording")),
            ("silence", gettext_lazy("silence: approved unless somebody objects")),
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("A word to the delegations"), required=False, max_length=2000, widget=Lines()
    )

    def __init__(self, *args: Any, parties: list[tuple[str, str]], zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        cast("Any", self.fields["parties"]).choices = parties
        if not parties:
            del self.fields["parties"]

    def clean_others(self) -> tuple[str, ...]:
        """The codes of the names. A name that the register does not know is refused."""
        codes: list[str] = []
        for name in self.cleaned_data["others"].split(";"):
            known = party(name.strip())
            if name.strip() and known is None:
                raise forms.ValidationError(
                    _("No State or organisation is called “%(name)s”.") % {"name": name.strip()}
                )
            codes += [known.code] if known else []
        return tuple(codes)

    def clean(self) -> dict[str, Any]:
        """A deadline for those who are asked."""
        said = super().clean() or {}
        asked = said.get("parties") or said.get("others")
        if asked and not said.get("closes_on"):
            self.add_error("closes_on", _("Say until when comments are taken."))
        return said

    def wanted(self) -> CommentsWanted | None:
        """From whom comments are wanted; None where nobody is asked."""
        said = self.cleaned_data
        parties = tuple(dict.fromkeys([*said.get("parties", ()), *said["others"]]))
        if not parties:
            return None
        closes = datetime.combine(said["closes_on"], said["closes_time"], tzinfo=ZoneInfo(self.zone))
        return CommentsWanted(parties=parties, closes_at=closes, procedure=said["procedure"], note=said["note"].strip())


class ApproveForm(forms.Form):
    """Which meeting took the minutes as a correct record."""

    approved_at = forms.ChoiceField(label=gettext_lazy("Approved by the meeting of"), widget=OneOf())
    note = forms.CharField(
        label=gettext_lazy("What was noted"),
        required=False,
        max_length=2000,
        widget=Lines(),
        help_text=gettext_lazy("What was changed since the circulated version is noted by itself; here goes why."),
    )

    def __init__(self, *args: Any, meetings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("Any", self.fields["approved_at"]).choices = meetings


class NoteForm(forms.Form):
    """A step that says why."""

    note = forms.CharField(label=gettext_lazy("Why"), max_length=2000, widget=Lines())
