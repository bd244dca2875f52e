"""The forms with which a term of office is recorded, corrected and struck."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.terms import bodies_of, name_of, offices_of, themes_of
from corcom.register.domain.gazetteer import parties
from corcom.web.committee.words import CERTAINTIES, office_in_words, theme_in_words
from corcom.web.pieces import StateName
from corcom.web.step_forms import Day, Line, Lines, OneOf


class TermForm(forms.Form):
    """One term as one source has it. What cannot be is refused by the action, with the field that is wrong."""

    office = forms.ChoiceField(label=_("Office"), widget=OneOf())
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=OneOf())
    body = forms.ChoiceField(
        label=_("Body"),
        required=False,
        widget=OneOf(),
        help_text=_("Only where the office is one of a body, such as a standing observer of the committee."),
    )
    holder = forms.ChoiceField(label=_("Holder"), widget=OneOf())
    since = forms.CharField(label=_("Since"), required=False, max_length=20, widget=Line(dir="ltr", list="bounds"))
    until = forms.CharField(
        label=_("Until"),
        required=False,
        max_length=20,
        widget=Line(dir="ltr", list="bounds"),
        help_text=_(
            "Both are a meeting, such as 3MSP, at whose close the term begins or ends, or a day, such as 2012-09-14."
        ),
    )
    seen_on = forms.DateField(
        label=_("Seen in office on"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=_(
            "Where the source does not say from when or until when: a day on which it shows the holder in office."
        ),
    )
    source = forms.CharField(
        label=_("Source"), max_length=500, widget=Line(), help_text=_("The document and the place in it.")
    )
    certainty = forms.ChoiceField(label=_("Certainty"), choices=tuple(CERTAINTIES.items()), widget=OneOf())
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=Lines(2))

    def __init__(self, *args: Any, convention: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        none = ("", "–")
        choices: dict[str, list[tuple[str, str]]] = {
            "office": [(code, office_in_words(convention, code)) for code in offices_of(convention)],
            "theme": [none, *((code, theme_in_words(convention, code)) for code in themes_of(convention))],
            "body": [none, *bodies_of(convention).items()],
            "holder": sorted(
                ((code, StateName(code, name_of(code)).words) for code in parties()), key=lambda one: one[1]
            ),
        }
        for name, found in choices.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field has choices
        self.bounds = [(each.code, each.ends_on) for each in closes(convention)]


class StrikeForm(forms.Form):
    why = forms.CharField(
        label=_("Why it should never have been recorded"),
        max_length=2000,
        widget=Lines(2),
        help_text=_("The term stays readable in the history, with this reason."),
    )
