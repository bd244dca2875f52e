"""The forms of consultations. They read what a person wrote; the actions decide."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.consultation.domain.circulated import PROCEDURES, Paragraph
from corcom.consultation.domain.typed_text import typed_paragraphs
from corcom.documents.domain.circles import CIRCLES
from corcom.kernel.languages import LANGUAGES
from corcom.meetings.domain.plan import zones
from corcom.register.domain.gazetteer import party
from corcom.rulebooks.reading import conventions
from corcom.web.consultations.words import PROCEDURES as PROCEDURE_WORDS
from corcom.web.step_forms import Day, Line, Lines, OneOf

_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d", re.ASCII)
LONGEST_TEXT = 500_000
"""Characters of a text that is pasted."""


class DeadlineForm(forms.Form):
    """A moment: the day, the time as the clock shows it, and where that clock is."""

    closes_on = forms.DateField(label=gettext_lazy("Deadline"), widget=Day(), input_formats=["%Y-%m-%d"])
    closes_time = forms.CharField(
        label=gettext_lazy("At"),
        max_length=5,
        initial="18:00",
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("As the clock at the place shows it: 18:00."),
    )
    zone = forms.ChoiceField(label=gettext_lazy("Time zone"), widget=OneOf(), initial="Europe/Zurich")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = cast("dict[str, Any]", self.fields)
        named["zone"].choices = [("", _("choose one")), *((zone, zone.replace("_", " ")) for zone in zones())]

    def clean_closes_time(self) -> str:
        written: str = self.cleaned_data["closes_time"].strip()
        if not _TIME.fullmatch(written):
            raise forms.ValidationError(_("“%(value)s” is no time. Write it as 10:00 or 15:30.") % {"value": written})
        return written.zfill(5)

    def closes_at(self) -> datetime:
        """The moment that was written; in the hour that summer time leaves out, the one after it."""
        said = self.cleaned_data
        at = time.fromisoformat(said["closes_time"])
        return datetime.combine(said["closes_on"], at, tzinfo=ZoneInfo(said["zone"]))


class ExtendForm(DeadlineForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("It stands in the notice to the delegations."),
    )


class AgainForm(DeadlineForm):
    """The next draft as another round."""

    procedure = forms.ChoiceField(label=gettext_lazy("Procedure"), widget=OneOf())
    note = forms.CharField(
        label=gettext_lazy("A word to the delegations"), required=False, max_length=4000, widget=Lines(3)
    )
    field_order: tuple[str, ...] = ("procedure", "closes_on", "closes_time", "zone", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["procedure"].choices = [(code, PROCEDURE_WORDS[code]) for code in PROCEDURES]  # type: ignore[attr-defined]  # a choice field has choices


class CirculateForm(AgainForm):
    """A text that is typed or pasted, and to whom it goes."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, widget=Line())
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_TEXT,
        widget=Lines(12),
        help_text=gettext_lazy(
            "An empty line between paragraphs. Numbers stay where each paragraph begins with its own."
        ),
    )
    parties = forms.CharField(
        label=gettext_lazy("Delegations, one on each line"),
        max_length=20_000,
        widget=Lines(6),
        help_text=gettext_lazy("States and organisations by any name under which they are known."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=OneOf(), initial="en")
    convention = forms.ChoiceField(label=gettext_lazy("Convention"), required=False, widget=OneOf())
    circle = forms.ChoiceField(label=gettext_lazy("Who may read it"), widget=OneOf(), initial="committee")
    field_order = ("title", "text", "language", "parties", "procedure", "closes_on", "closes_time", "zone", "circle",
                   "convention", "note")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = cast("dict[str, Any]", self.fields)
        named["language"].choices = [(code, _(name)) for code, name in LANGUAGES.items()]
        named["convention"].choices = [("", _("none")), *((code, code) for code in conventions())]
        named["circle"].choices = [(code, _(name)) for code, name in CIRCLES.items()]

    def clean_parties(self) -> list[str]:
        """The codes of those who are named. Whoever is not known is named in the error."""
        written = [name.strip() for name in re.split(r"[\n;]", self.cleaned_data["parties"]) if name.strip()]
        found = [(name, party(name)) for name in written]
        if unknown := [name for name, one in found if one is None]:
            names = _(", ").join(f"“{name[:60]}”" for name in unknown[:5])
            raise forms.ValidationError(_("CorCom knows no delegation %(names)s.") % {"names": names})
        return list(dict.fromkeys(one.code for _name, one in found if one))

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text as numbered paragraphs."""
        return typed_paragraphs(self.cleaned_data["text"])
