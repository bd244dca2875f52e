"""The forms of polls of dates: opening one, and answering it."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.meetings.domain.plan import Plan
from corcom.polls.domain.poll import CHOICES, MOST, Asked, Choice, OfferedDate
from corcom.register.domain.gazetteer import party
from corcom.web.meetings.addressees import Addressee, addressees
from corcom.web.polls.words import choice_in_words, offered_in_words
from corcom.web.step_forms import Day, Line, Lines


class PollForm(forms.Form):
    """Up to eight dates, each with its times; who is asked; until when."""

    closes_on = forms.DateField(
        label=gettext_lazy("Last day for answers"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy("Answers count until the end of that day, in the zone of the meeting."),
    )
    members = forms.MultipleChoiceField(
        label=gettext_lazy("Members of the committee"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    others = forms.CharField(
        label=gettext_lazy("Other delegations, one on each line"),
        required=False,
        max_length=20_000,
        widget=Lines(3),
        help_text=gettext_lazy(
            "By any name; with an address where the directory has none: Norway <mission@example.org>."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the delegations"), required=False, max_length=2000, widget=Lines(2)
    )

    def __init__(self, *args: Any, plan: Plan, known: list[Addressee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.known = plan, known
        named = cast("dict[str, Any]", self.fields)
        named["members"].choices = [(one.code, one.name) for one in known]
        named["members"].initial = [one.code for one in known]
        for number in range(1, MOST + 1):
            label = {"number": number}
            self.fields[f"day-{number}"] = forms.DateField(
                label=_("Date %(number)d") % label, required=False, widget=Day(), input_formats=["%Y-%m-%d"]
            )
            self.fields[f"start-{number}"] = _time(_("Date %(number)d, starts at") % label, plan.start_time)
            self.fields[f"end-{number}"] = _time(_("Date %(number)d, ends at") % label, plan.end_time)
        self.fields["day-1"].initial = plan.starts_on

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each date."""
        return [(self[f"day-{n}"], self[f"start-{n}"], self[f"end-{n}"]) for n in range(1, MOST + 1)]

    @property
    def rest(self) -> list[forms.BoundField]:
        """The fields that stand one below the other."""
        return [self["others"], self["closes_on"], self["note"]]

    def dates(self) -> list[OfferedDate]:
        """The dates that were written, each as long as the meeting is planned to be."""
        lasts, said = self.plan.ends_on - self.plan.starts_on, self.cleaned_data
        return [
            OfferedDate(
                starts_on=day,
                ends_on=day + lasts,
                start_time=said[f"start-{number}"].strip() or self.plan.start_time,
                end_time=said[f"end-{number}"].strip(),
            )
            for number in range(1, MOST + 1)
            if (day := said[f"day-{number}"])
        ]

    def clean_others(self) -> list[tuple[str, str]]:
        """Code and address ("" where none is written) of each delegation by name."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["others"].splitlines())):
            name, address = parseaddr(line) if line.endswith(">") else (line, "")
            known = party(name)
            if known is None:
                raise forms.ValidationError(
                    _("“%(name)s” is none of the States and organisations of the register.") % {"name": name or line}
                )
            found.append((known.code, address))
        return found

    def asked(self) -> list[Asked]:
        """Everybody who was chosen or written, with the address where they are reached."""
        chosen, written = set(self.cleaned_data["members"]), dict(self.cleaned_data["others"])
        members = [one for one in self.known if one.code in chosen]
        others = addressees(written.keys() - {one.code for one in members}, self.plan.convention, self.plan.starts_on)
        return [
            Asked(code=one.code, name=one.name, address=written.get(one.code) or one.address)
            for one in (*members, *others)
        ]


def _time(label: str, usual: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=5, required=False, initial=usual, widget=Line(dir="ltr", size="5"))


class AnswerForm(forms.Form):
    """For each date yes, if need be or no, and a note."""

    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=2000, widget=Lines(2))

    def __init__(self, *args: Any, dates: Sequence[OfferedDate], before: dict[int, Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dates = dates
        for one in dates:
            self.fields[f"date-{one.number}"] = forms.ChoiceField(
                label=offered_in_words(one),
                choices=[(choice, choice_in_words(choice)) for choice in CHOICES],
                required=False,
                initial=before.get(one.number, ""),
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )

    @property
    def rows(self) -> list[forms.BoundField]:
        """The field of each date, in their order."""
        return [self[f"date-{one.number}"] for one in self.dates]

    def choices(self) -> dict[int, Choice]:
        """What was said, by the number of each date."""
        said = {one.number: self.cleaned_data[f"date-{one.number}"] for one in self.dates}
        return {number: cast("Choice", choice) for number, choice in said.items() if choice}
