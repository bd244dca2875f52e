"""The form by which an answer to a letter is written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.actions import ANSWER_CHANNELS
from corcom.web.step_forms import Lines, OneOf, StepForm

CHANNELS = {
    "letter": gettext_lazy("letter"),
    "e-mail": gettext_lazy("e-mail"),
    "telephone": gettext_lazy("telephone"),
    "meeting": gettext_lazy("at a meeting"),
    "other": gettext_lazy("otherwise"),
}


class AnswerForm(StepForm):
    """On which day an answer came, how, and what it says."""

    channel = forms.ChoiceField(label=gettext_lazy("How it came"), widget=OneOf())
    says = forms.CharField(
        label=gettext_lazy("What it says, in short"), required=False, max_length=2000, widget=Lines(2)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("It came on")
        self.fields["on"].initial = self.today
        self.fields["channel"].choices = [(one, CHANNELS[one]) for one in ANSWER_CHANNELS]  # type: ignore[attr-defined]  # a choice field has choices
