"""The form of a plan of reminders: who signs, and a row for each stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.letters_told import TemplateTold
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.stages import (
    COPIES_TO,
    FARTHEST,
    LONGEST_ANSWER,
    MOST_STAGES,
    STAGES_FOR,
    CopyTo,
    ReminderStage,
    next_code,
)
from corcom.directory.domain.people import PURPOSES
from corcom.web.directory.words import PURPOSES as PURPOSE_WORDS
from corcom.web.reminders.words import COPIES, SENT_TO, days_in_words
from corcom.web.step_forms import Line, OneOf

EMPTY = 2
"""Rows for further stages."""


class StageForm(forms.Form):
    """One stage; without days it is none."""

    code = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput())
    days = forms.IntegerField(
        label=gettext_lazy("Days from the deadline"),
        required=False,
        min_value=-FARTHEST,
        max_value=FARTHEST,
        widget=forms.NumberInput(attrs={"class": "form-control", "dir": "ltr"}),
        help_text=gettext_lazy("−30: thirty days before; 30: thirty days after. Empty: no such stage."),
    )
    sent_to = forms.ChoiceField(label=gettext_lazy("For which States"), widget=OneOf(), required=False)
    template = forms.TypedChoiceField(
        label=gettext_lazy("Template"), coerce=int, empty_value=None, widget=OneOf(), required=False
    )
    answer_in = forms.IntegerField(
        label=gettext_lazy("An answer is asked for within days"),
        required=False,
        min_value=0,
        max_value=LONGEST_ANSWER,
        widget=forms.NumberInput(attrs={"class": "form-control", "dir": "ltr"}),
        help_text=gettext_lazy(
            "What {answer_by} says: so many days after the reminder, or the deadline itself where that comes first. Empty: by no day."
        ),
    )
    purpose = forms.ChoiceField(
        label=gettext_lazy("To the address for"), widget=OneOf(), required=False, initial="transparency_reports"
    )
    copies = forms.MultipleChoiceField(
        label=gettext_lazy("Copies to"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("How"),
        required=False,
        initial=["email"],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, templates: Sequence[TemplateTold], title: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = title
        named = cast("dict[str, Any]", self.fields)
        named["sent_to"].choices = [(each, str(SENT_TO[each])) for each in STAGES_FOR]
        named["template"].choices = [
            ("", _("choose one")),
            *((each.number, f"{each.name} ({', '.join(each.wordings)})") for each in templates),
        ]
        named["purpose"].choices = [(each, str(PURPOSE_WORDS[each])) for each in PURPOSES]
        named["copies"].choices = [(each, str(COPIES[each])) for each in COPIES_TO]
        named["ways"].choices = [("email", _("by e-mail")), ("paper", _("on paper"))]

    @property
    def summary(self) -> str:
        """The stage in a line, as it stood when the page was opened."""
        if not self.initial:
            return ""
        states = SENT_TO[self.initial["sent_to"]]
        return _("%(stage)s: %(states)s") % {"stage": days_in_words(self.initial["days"]), "states": states}

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that stand one below the other."""
        return [self["days"], self["sent_to"], self["template"], self["answer_in"], self["purpose"]]

    @property
    def several(self) -> list[forms.BoundField]:
        """The fields of boxes."""
        return [self["copies"], self["ways"]]

    def stage(self, code: str) -> ReminderStage | None:
        """The stage, where the row is one; `code` is for a new one."""
        said = self.cleaned_data
        if said["days"] is None:
            return None
        return ReminderStage(
            code=said["code"] or code,
            days=said["days"],
            sent_to=said["sent_to"] or "due_soon",
            template=said["template"] or 0,
            purpose=said["purpose"] or "transparency_reports",
            copies=tuple(cast("list[CopyTo]", said["copies"])),
            by_email="email" in said["ways"],
            on_paper="paper" in said["ways"],
            answer_in=said["answer_in"] or 0,
        )


class PlanForm(forms.Form):
    """Who signs, and the revision that was read. The rows of the stages are beside it."""

    revision = forms.IntegerField(widget=forms.HiddenInput())
    signatory = forms.CharField(label=gettext_lazy("Who signs"), max_length=200, required=False, widget=Line())
    office = forms.CharField(label=gettext_lazy("Office"), max_length=300, required=False, widget=Line())
    answers = forms.MultipleChoiceField(
        label=gettext_lazy("When a State has answered"),
        required=False,
        choices=[("wait", gettext_lazy("Not while an answer waits to be read"))],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=gettext_lazy(
            "An answer is no receipt: reminders stop when the report is recorded. With this, a State that has answered is left alone until somebody has read what it says."
        ),
    )

    def __init__(
        self, data: Any, *, plan: ReminderPlan, revision: int, templates: Sequence[TemplateTold], used: Sequence[str]
    ) -> None:
        initial = {"revision": revision, "signatory": plan.signatory, "office": plan.office}
        super().__init__(data, initial={**initial, "answers": ["wait"] if plan.waits_for_answers else []})
        self.used = used
        count = min(MOST_STAGES, len(plan.stages) + EMPTY)
        if data is not None:
            count = next((n for n in range(MOST_STAGES) if f"stage-{n}-days" not in data), MOST_STAGES)
        self.rows = [
            StageForm(
                data,
                templates=templates,
                title=_("Stage %(number)d") % {"number": number + 1},
                prefix=f"stage-{number}",
                initial=_initial(plan.stages[number]) if number < len(plan.stages) else None,
            )
            for number in range(count)
        ]

    @property
    def signed(self) -> list[forms.BoundField]:
        """The fields of who signs."""
        return [self["signatory"], self["office"]]

    @property
    def are_valid(self) -> bool:
        """Whether all that was written can be read."""
        return all([self.is_valid(), *(row.is_valid() for row in self.rows)])

    def plan(self, before: ReminderPlan) -> ReminderPlan:
        """The plan as it was written."""
        stages: list[ReminderStage] = []
        kept = [row.cleaned_data["code"] for row in self.rows]
        for row in self.rows:
            if stage := row.stage(next_code(stages, [*self.used, *kept])):
                stages.append(stage)
        return ReminderPlan(
            convention=before.convention,
            obligation=before.obligation,
            stages=tuple(stages),
            signatory=self.cleaned_data["signatory"],
            office=self.cleaned_data["office"],
            since=before.since,
            waits_for_answers="wait" in self.cleaned_data["answers"],
        )


def _initial(stage: ReminderStage) -> dict[str, Any]:
    ways = [way for way, is_on in (("email", stage.by_email), ("paper", stage.on_paper)) if is_on]
    return {
        "code": stage.code,
        "days": stage.days,
        "sent_to": stage.sent_to,
        "template": stage.template,
        "purpose": stage.purpose,
        "copies": list(stage.copies),
        "ways": ways,
        "answer_in": stage.answer_in or None,
    }
