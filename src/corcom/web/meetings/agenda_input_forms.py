"""The forms of input to a draft agenda: circulating it, and taking over what came in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.consultation.queries import CommentMade
from corcom.meetings.queries import AgendaLine
from corcom.register.domain.gazetteer import party
from corcom.web.committee.words import holder_in_words
from corcom.web.meetings.addressees import Addressee
from corcom.web.meetings.plan_forms import ItemForm
from corcom.web.step_forms import Day, Line, Lines, OneOf

NEW = "new"


class CirculateForm(forms.Form):
    """Who is asked for input, and until when."""

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
        help_text=gettext_lazy("By any name."),
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Last day for input"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy("It is taken until the end of that day, in the zone of the meeting."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the delegations"), required=False, max_length=2000, widget=Lines(2)
    )

    def __init__(self, *args: Any, known: list[Addressee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        named = cast("dict[str, Any]", self.fields)
        named["members"].choices = [(one.code, one.name) for one in known]
        named["members"].initial = [one.code for one in known]

    @property
    def rest(self) -> list[forms.BoundField]:
        """The fields but the boxes of the members."""
        return [self["others"], self["closes_on"], self["note"]]

    def clean_others(self) -> list[str]:
        """The codes of the delegations that are named."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["others"].splitlines())):
            known = party(line)
            if known is None:
                raise forms.ValidationError(
                    _("“%(name)s” is none of the States and organisations of the register.") % {"name": line}
                )
            found.append(known.code)
        return found

    def parties(self) -> list[str]:
        """Everybody who was chosen or named, each once."""
        return list(dict.fromkeys([*self.cleaned_data["members"], *self.cleaned_data["others"]]))


class TakeForm(ItemForm):
    """What is taken over, as a new item or into one that stands on the agenda."""

    into = forms.ChoiceField(label=gettext_lazy("Take it over as"), widget=OneOf())
    reason = forms.CharField(
        label=gettext_lazy("A word to the delegation"), required=False, max_length=500, widget=Line()
    )
    field_order = ("into", "title", "introduced_by", "minutes", "text", "reason")

    def __init__(self, *args: Any, lines: Sequence[AgendaLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        change = _("a change of item %(place)d: %(title)s")
        cast("Any", self.fields["into"]).choices = [
            (NEW, _("a new item at the end")),
            *((key_of(line), change % {"place": line.place, "title": line.item.title}) for line in lines),
        ]

    def target(self) -> tuple[int | None, int]:
        """The item that is changed, None for a new one, and the version in which it was read."""
        into = self.cleaned_data["into"]
        if into == NEW:
            return None, 0
        number, _colon, version = into.partition(":")
        return int(number), int(version)


def key_of(line: AgendaLine) -> str:
    """An item in the version in which it is shown."""
    return f"{line.id}:{line.version}"


def initial_of(made: CommentMade, line: AgendaLine | None) -> dict[str, object]:
    """What the form shows first: the item with the proposed words in it, or a new one in the words of the delegation."""
    said = made.comment.wording or made.comment.text
    title, _end, text = said.partition("\n")
    if line is not None and made.place.kind == "at":
        kept = {key: asdict(line.item)[key] for key in ("title", "introduced_by", "minutes", "text")}
        proposed = {"title": title, "text": text} if made.comment.wording else {}
        return {**kept, **proposed, "into": key_of(line)}
    return {"into": NEW, "title": title[:500], "text": text, "introduced_by": holder_in_words(made.party)}
