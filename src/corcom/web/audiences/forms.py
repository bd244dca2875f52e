"""The form of a criterion: what all have, and the distance from a day that some have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.audience.criterion import Criterion
from corcom.correspondence.domain.audience.distance import MOST
from corcom.correspondence.domain.audience.facts import AudienceFacts
from corcom.correspondence.domain.audience.question_json import read_criterion
from corcom.correspondence.domain.audience.values import QuestionRefused
from corcom.web.filled import filled
from corcom.web.step_forms import OneOf

Choices = Iterable[tuple[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the forms of criteria offer follows from the facts under the convention, and the day."""

    facts: AudienceFacts
    day: date


class CriterionForm(forms.Form):
    """One criterion. The names of its fields are the keys of its JSON."""

    kind: ClassVar[str]

    turned = forms.BooleanField(
        label=gettext_lazy("Turned round: the States of which this does not hold"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, data: QueryDict | None = None, *, offered: Offered, number: int, **kwargs: Any) -> None:
        super().__init__(data, prefix=f"c{number}", **kwargs)
        self.offered, self.number = offered, number
        self.criterion: Criterion | None = None
        self.offer()

    def offer(self) -> None:
        """Fill the lists to choose from."""

    def choose(self, name: str, choices: Choices) -> None:
        """Offer these for a field."""
        cast("dict[str, Any]", self.fields)[name].choices = [(code, str(words)) for code, words in choices]

    @property
    def rows(self) -> list[tuple[forms.BoundField, bool]]:
        """The fields but for `turned`, each with whether it is a group of boxes."""
        own = [self[name] for name in self.fields if name != "turned"]
        return [(field, isinstance(field.field, forms.MultipleChoiceField)) for field in own]

    def values(self) -> dict[str, Any]:
        """What was chosen, as the values of the criterion."""
        return {name: value for name, value in self.cleaned_data.items() if name != "turned"}

    @classmethod
    def initial_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a criterion as they stand in the fields."""
        return dict(values)

    def clean(self) -> None:
        """Read the criterion; what it refuses stands beside the field."""
        if self.errors:
            return
        found = {"kind": self.kind, "turned": self.cleaned_data["turned"], **self.values()}
        try:
            self.criterion = read_criterion(found, book=self.offered.facts.register.book, number=self.number + 1)
        except QuestionRefused as refused:
            self.add_error(refused.key if refused.key in self.fields else None, filled(refused.reason))


class Boxes(forms.MultipleChoiceField):
    """Several of a list, of which at least one is chosen."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
            error_messages={"required": gettext_lazy("Choose at least one.")},
        )


class One(forms.ChoiceField):
    """One of a list that opens."""

    def __init__(self, label: Any, *, required: bool = True) -> None:
        super().__init__(label=label, widget=OneOf(), required=required)


class DistanceForm(CriterionForm):
    """A criterion about something that is due on a day."""

    way = One(gettext_lazy("How far its day is"), required=False)
    count = forms.IntegerField(
        label=gettext_lazy("Number of days or months"),
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"class": "form-control form-day"}),
    )
    unit = One(gettext_lazy("Counted in"), required=False)

    def offer(self) -> None:
        self.choose(
            "way",
            (
                ("", _("does not matter")),
                ("more_after", _("passed by more than")),
                ("within_after", _("passed by at most")),
                ("within_before", _("ahead by at most")),
                ("more_before", _("ahead by more than")),
            ),
        )
        self.choose("unit", (("days", _("days")), ("months", _("months"))))

    def clean_count(self) -> int | None:
        count: int | None = self.cleaned_data["count"]
        if self.cleaned_data.get("way") and count is None:
            raise forms.ValidationError(_("Say how many."))
        return count

    def distance(self) -> dict[str, Any] | None:
        """The distance that was chosen, as JSON."""
        said = self.cleaned_data
        if not said["way"]:
            return None
        return {"way": said["way"], "count": said["count"], "unit": said["unit"] or "days"}

    @classmethod
    def initial_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return {**values, **(values.get("distance") or {})}
