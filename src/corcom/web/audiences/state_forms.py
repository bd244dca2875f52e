"""The forms of criteria about what a State is: its standing, its groups, its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.audience.standings import STANDING_WORDS
from corcom.register.domain.gazetteer import party
from corcom.register.domain.named_groups import named_groups
from corcom.register.domain.regional_groups import REGIONAL_GROUPS
from corcom.register.domain.states import state
from corcom.web.audiences.forms import Boxes, CriterionForm
from corcom.web.register.group_words import named_group_in_words, regional_group_in_words
from corcom.web.state_names import state_name
from corcom.web.step_forms import Lines


class StandingForm(CriterionForm):
    """How the State stands to the convention on the day."""

    kind = "standing"
    standings = Boxes(gettext_lazy("They are"))

    def offer(self) -> None:
        self.choose("standings", ((code, _(words)) for code, words in STANDING_WORDS.items()))


class RegionalGroupForm(CriterionForm):
    """The regional groups of the United Nations."""

    kind = "regional_group"
    groups = Boxes(gettext_lazy("Regional groups"))

    def offer(self) -> None:
        self.choose("groups", ((code, regional_group_in_words(code)) for code in REGIONAL_GROUPS))


class NamedGroupForm(CriterionForm):
    """Groups that go by a name."""

    kind = "named_group"
    groups = Boxes(gettext_lazy("Groups"))

    def offer(self) -> None:
        self.choose("groups", ((code, named_group_in_words(code)) for code in named_groups()))


class StatesForm(CriterionForm):
    """States by any name or code, one on each line."""

    kind = "states"
    states = forms.CharField(
        label=gettext_lazy("States, one on each line"),
        max_length=10_000,
        widget=Lines(4),
        help_text=gettext_lazy("By any name, or by the code of three letters."),
    )

    def clean_states(self) -> list[str]:
        written = [" ".join(line.split()) for line in self.cleaned_data["states"].splitlines() if line.strip()]
        found = {name: code_of(name) for name in written}
        unknown = [name for name, code in found.items() if not code]
        if unknown:
            words = _("There is no State called %(names)s.")
            raise forms.ValidationError(words % {"names": _(", ").join(f"“{name[:60]}”" for name in unknown[:5])})
        return list(dict.fromkeys(found.values()))

    @classmethod
    def initial_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        kept = values.get("states", "")
        return {**values, "states": "\n".join(map(state_name, kept)) if isinstance(kept, list) else kept}


def code_of(name: str) -> str:
    """The code of the State that a name or a code stands for; "" for none."""
    by_code = state(name.upper())
    if by_code:
        return by_code.iso3
    found = party(name)
    return found.code if found and found.kind == "state" else ""
