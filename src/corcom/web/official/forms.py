"""The forms of official documents. They read what a person wrote; the actions decide."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.documents.actions import Details
from corcom.documents.domain.circles import CIRCLES
from corcom.documents.domain.papers import KINDS, PaperKind, TranslationSaid
from corcom.documents.domain.symbols import LONGEST
from corcom.documents.queries import ShownDocument
from corcom.kernel.languages import LANGUAGES
from corcom.rulebooks.reading import conventions
from corcom.rulebooks.symbols import symbol_series
from corcom.web.official.asked import meeting_key
from corcom.web.official.meetings_named import OfferedMeeting, meeting_choices, offered_meetings, parted
from corcom.web.official.words import STATES
from corcom.web.step_forms import Day, Line, Lines, OneOf
from corcom.web.wording import convention_in_words


def _words(known: Any) -> list[tuple[str, str]]:
    return [(code, _(words)) for code, words in known.items()]


class DocumentForm(forms.Form):
    """What is said of a document."""

    convention = forms.ChoiceField(label=gettext_lazy("Convention"), widget=OneOf())
    meeting = forms.ChoiceField(
        label=gettext_lazy("Meeting"),
        required=False,
        widget=OneOf(),
        help_text=gettext_lazy("The meeting to which it belongs. A symbol takes its year from it."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), widget=OneOf(), choices=lambda: _words(KINDS), initial="working_paper"
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, widget=Lines(2))
    symbol = forms.CharField(
        label=gettext_lazy("Symbol"),
        max_length=LONGEST,
        required=False,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("Such as CCM/MSP/2016/1 or CCM/MSP/2016/1/Rev.1; no other document has it."),
    )
    original_language = forms.ChoiceField(
        label=gettext_lazy("Original language"), widget=OneOf(), choices=lambda: _words(LANGUAGES), initial="en"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered_meetings()
        kept = (kwargs.get("initial") or {}).get("meeting", "")
        self.fields["convention"].choices = [(code, convention_in_words(code)) for code in conventions()]  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["meeting"].choices = [("", _("none")), *meeting_choices(self.offered, kept)]  # type: ignore[attr-defined]  # likewise

    @property
    def chosen_meeting(self) -> OfferedMeeting | None:
        """The meeting that was chosen, with its number."""
        return self.offered.get(self.cleaned_data.get("meeting", ""))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        meeting = parted(said.get("meeting", ""))
        if meeting and said.get("convention") and meeting[0] != said["convention"]:
            self.add_error("meeting", _("This is a meeting of another convention."))
        return said

    def details(self) -> Details:
        """What was written."""
        said = self.cleaned_data
        _convention, body, on = parted(said["meeting"]) or ("", "", None)
        return Details(
            title=" ".join(said["title"].split()),
            convention=said["convention"],
            kind=cast("PaperKind", said["kind"]),
            original_language=said["original_language"],
            symbol=said["symbol"],
            body=body,
            meeting_on=on,
        )


class RegisterForm(DocumentForm):
    """A new document, with its class and, where it has no symbol yet, the series that gives it one."""

    series = forms.ChoiceField(
        label=gettext_lazy("Next symbol of the series"),
        required=False,
        widget=OneOf(),
        help_text=gettext_lazy("Where no symbol is written above, the document gets the next one of this series."),
    )
    circle = forms.ChoiceField(
        label=gettext_lazy("Class"),
        widget=OneOf(),
        choices=lambda: _words(CIRCLES),
        initial="secretariat",
        help_text=gettext_lazy("Who may read it once a version is released. It can be changed later."),
    )
    field_order = ("convention", "meeting", "kind", "title", "symbol", "series", "original_language", "circle")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (code, [(f"{code}|{each.code}", f"{_(each.name)}: {each.pattern}") for each in found])
            for code in conventions()
            if (found := symbol_series(code))
        ]
        self.fields["series"].choices = [("", _("none")), *groups]  # type: ignore[attr-defined]  # likewise


class UploadForm(forms.Form):
    """A version: a file, or one that has arrived in pieces already."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=OneOf(), choices=lambda: _words(LANGUAGES))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("What is new in this version. Readers of the document see it."),
    )


class ReleaseForm(forms.Form):
    note = forms.CharField(label=gettext_lazy("Note for the history"), required=False, max_length=2000, widget=Lines(2))


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("Those who could read it see the reason."),
    )


class ClassForm(forms.Form):
    circle = forms.ChoiceField(label=gettext_lazy("Class"), widget=OneOf(), choices=lambda: _words(CIRCLES))
    note = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=2000, widget=Lines(2))


class TranslationForm(forms.Form):
    said = forms.ChoiceField(
        label=pgettext_lazy("translation", "State"),
        widget=OneOf(),
        choices=lambda: [(code, str(words)) for code, words in STATES.items() if code != "released"],
    )
    due_on = forms.DateField(
        label=gettext_lazy("Due"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy("Needed while it is in translation."),
    )
    translator = forms.CharField(
        label=gettext_lazy("Translated by"),
        required=False,
        max_length=200,
        widget=Line(),
        help_text=gettext_lazy("Needed while it is in translation: a person, a firm or a conference service."),
    )

    def values(self) -> dict[str, Any]:
        """What was written."""
        said = self.cleaned_data
        return {
            "said": cast("TranslationSaid", said["said"]),
            "due_on": said["due_on"],
            "translator": said["translator"],
        }


def initial_of(found: ShownDocument) -> dict[str, Any]:
    """What a form shows of a document."""
    keys = ("convention", "kind", "title", "symbol", "original_language")
    meeting = f"{found.convention}|{meeting_key(found.body, found.meeting_on)}" if found.body else ""
    return {**{key: getattr(found, key) for key in keys}, "meeting": meeting}
