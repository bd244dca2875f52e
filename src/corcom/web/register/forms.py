"""The forms by which the secretariat records treaty actions and facts of obligations, and strikes them."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.calendar import is_iso
from corcom.kernel.source import Certainty
from corcom.obligations.domain.facts import KINDS as FACT_KINDS
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.why import FACT_WORDS
from corcom.register.domain.convention_meetings import convention_meetings
from corcom.register.domain.treaty_actions import KINDS, Kind, TreatyAction
from corcom.rulebooks.rules import Obligation
from corcom.web.register.participation_words import CERTAINTY_WORDS, kind_name
from corcom.web.step_forms import Day, Line, Lines, OneOf

AS_FINE_AS_KNOWN = gettext_lazy("As fine as it is known: 2016-05-17, 2016-05 or 2016.")


class Recorded(forms.Form):
    """What every fact has: when, on what source, how sure."""

    on = forms.CharField(label=gettext_lazy("On"), max_length=40, widget=Line(dir="ltr"), help_text=AS_FINE_AS_KNOWN)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("What says so: a notification of the depositary, a document, an address."),
    )
    certainty = forms.ChoiceField(label=gettext_lazy("How sure"), widget=OneOf(), choices=CERTAINTY_WORDS.items)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=2000, required=False, widget=Lines(2))

    def clean_on(self) -> str:
        on: str = self.cleaned_data["on"].strip()
        if on and not is_iso(on):
            raise forms.ValidationError(_("This is no day, month or year."))
        return on


class Act(Recorded):
    """A treaty action of a State under a convention, both of which its page names."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), widget=OneOf(), choices=lambda: [(kind, kind_name(kind)) for kind in KINDS]
    )
    effective_on = forms.DateField(
        label=gettext_lazy("In effect from, where the depositary names a day"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy("Of a succession or a withdrawal; left empty, the rules of the convention say it."),
    )
    field_order = ("kind", "on", "effective_on", "source", "certainty", "note")

    def act(self, convention: str, iso3: str) -> TreatyAction:
        """What was written, as a value."""
        said = self.cleaned_data
        return TreatyAction(
            convention=convention,
            iso3=iso3,
            kind=cast("Kind", said["kind"]),
            on=said["on"],
            effective_on=said["effective_on"],
            source=said["source"].strip(),
            certainty=cast("Certainty", said["certainty"]),
            note=said["note"].strip(),
        )


def of_act(act: TreatyAction) -> dict[str, Any]:
    """A recorded act, for the form that corrects it or records it again."""
    return {
        "kind": act.kind,
        "on": act.on,
        "effective_on": act.effective_on,
        "source": act.source,
        "certainty": act.certainty,
        "note": act.note,
    }


class ObligationFact(Recorded):
    """What happened to an obligation of a State; the obligation is named by its page."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What"),
        widget=OneOf(),
        choices=lambda: [(kind, _(FACT_WORDS[kind])) for kind in FACT_KINDS],
    )
    period = forms.IntegerField(
        label=gettext_lazy("Year that it covers"),
        min_value=1990,
        max_value=2200,
        required=False,
        widget=forms.NumberInput(attrs={"class": "form-control form-day", "dir": "ltr"}),
    )
    until = forms.DateField(
        label=gettext_lazy("Deadline asked for, granted or published"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
    )
    meeting = forms.ChoiceField(
        label=gettext_lazy("Meeting that decided or is to decide"), required=False, widget=OneOf()
    )
    field_order = ("kind", "on", "period", "until", "meeting", "source", "certainty", "note")

    def __init__(self, *args: Any, convention: str, obligation: Obligation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].required = False
        codes = [(each.code, f"{each.code} – {each.title}") for each in convention_meetings(convention)]
        self.fields["meeting"].choices = [("", ""), *codes]  # type: ignore[attr-defined]  # a choice field has choices
        self.recurs = obligation.recurs
        if not obligation.recurs:
            del self.fields["period"]
        if obligation.extension is None:
            del self.fields["meeting"]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if self.recurs and not said.get("period") and "period" not in self.errors and said.get("kind") == "fulfilled":
            self.add_error("period", _("Say which year the report covers."))
        if said.get("kind") == "outstanding" and not said.get("on") and "on" not in self.errors:
            self.add_error("on", _("Say by which day none had come."))
        return said

    def fact(self, convention: str, iso3: str, obligation: str) -> Fact:
        """What was written, as a value."""
        said = self.cleaned_data
        until: date | None = said["until"]
        return Fact(
            convention=convention,
            iso3=iso3,
            obligation=obligation,
            kind=cast("FactKind", said["kind"]),
            on=said["on"],
            period=said.get("period"),
            until=until,
            meeting=said.get("meeting", ""),
            source=said["source"].strip(),
            certainty=cast("Certainty", said["certainty"]),
            note=said["note"].strip(),
        )


def of_fact(fact: Fact) -> dict[str, Any]:
    """A recorded fact, likewise."""
    return {
        "kind": fact.kind,
        "on": fact.on,
        "period": fact.period,
        "until": fact.until,
        "meeting": fact.meeting,
        "source": fact.source,
        "certainty": fact.certainty,
        "note": fact.note,
    }


class Strike(forms.Form):
    why = forms.CharField(label=gettext_lazy("Why"), max_length=2000, required=False, widget=Lines(2))
