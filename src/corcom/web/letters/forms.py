"""The forms of letters and templates. They check what a person wrote; what may follow is decided by the actions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence import actions
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import LetterWords, Wordings
from corcom.correspondence.queries.audiences import AudienceTold
from corcom.kernel.errors import CorcomError
from corcom.register.domain.states import states
from corcom.rulebooks.reading import conventions
from corcom.web import day as days
from corcom.web.audiences.state_forms import code_of
from corcom.web.letters.words import PARTS, in_words
from corcom.web.step_forms import Day, Line, Lines, OneOf

EARLIEST = date(1990, 1, 1)
FARTHEST = timedelta(days=366)
"""The first day that a letter can have, and how long after today the last one is."""


class Revised(forms.Form):
    """A form that says at which revision it was read; `is_second` where somebody else changed it meanwhile."""

    is_second = False

    def take_revision(self, revision: int) -> None:
        """Show it as it was written, ready to be sent in place of what somebody else wrote meanwhile."""
        self.data = {**{name: self.data[name] for name in self.data}, "revision": str(revision)}


def refused_in(form: Revised, refused: CorcomError) -> None:
    """Say in a form what was refused; the second of two editors is told, and may send it again."""
    form.add_error(None, in_words(refused))
    if isinstance(refused, actions.LetterChanged):
        form.is_second = True
        form.take_revision(refused.revision)


class WordsForm(Revised):
    """The words of a letter or a template in one language; one that `drops` them is asked for nothing but the revision."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=500, widget=Line())
    address = forms.CharField(
        label=gettext_lazy("Addressed to"),
        required=False,
        max_length=2000,
        widget=Lines(3),
        help_text=gettext_lazy("As it stands on the paper, line by line: Permanent Mission of {state}."),
    )
    body = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=20_000,
        widget=Lines(14),
        help_text=gettext_lazy("An empty line divides paragraphs; a line that begins with a dash is one of a list."),
    )
    closing = forms.CharField(
        label=gettext_lazy("Courtesies at the end"), required=False, max_length=2000, widget=Lines(2)
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), initial=0)

    def __init__(self, *args: Any, language: str, drops: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drops = drops
        for name in PARTS:
            self.fields[name].widget.attrs["lang"] = language
            self.fields[name].required = self.fields[name].required and not drops

    def words(self) -> LetterWords:
        """What was written."""
        return LetterWords(**{name: self.cleaned_data[name] for name in PARTS})


class TermsForm(Revised):
    """Everything about a letter but its words and its States."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        widget=Line(),
        help_text=gettext_lazy("Under which it stands in the register of letters; States do not see it."),
    )
    dated = forms.DateField(label=gettext_lazy("Date on the letter"), widget=Day(), input_formats=["%Y-%m-%d"])
    answer_due_on = forms.DateField(
        label=gettext_lazy("An answer is asked for by"), required=False, widget=Day(), input_formats=["%Y-%m-%d"]
    )
    signatory = forms.CharField(label=gettext_lazy("Who signs"), required=False, max_length=200, widget=Line())
    office = forms.CharField(
        label=gettext_lazy("Office of whoever signs"), required=False, max_length=300, widget=Line()
    )
    goes = forms.ChoiceField(label=gettext_lazy("How it goes"), widget=OneOf(), initial="both")
    revision = forms.IntegerField(widget=forms.HiddenInput(), initial=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goes"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            ("both", _("by e-mail, and on paper where no address is known")),
            ("email", _("by e-mail only")),
            ("paper", _("on paper only")),
        ]

    def clean_dated(self) -> date:
        """A day that is no slip of the pen: the number of the letter has its year."""
        dated: date = self.cleaned_data["dated"]
        if not EARLIEST <= dated <= days.today() + FARTHEST:
            raise forms.ValidationError(_("This day is too far off for a letter."))
        return dated

    def clean(self) -> dict[str, Any]:
        """An answer is asked for after the letter."""
        said = super().clean() or {}
        dated, due = said.get("dated"), said.get("answer_due_on")
        if isinstance(dated, date) and isinstance(due, date) and due < dated:
            self.add_error("answer_due_on", _("This day is before the date of the letter."))
        return said

    def terms(self, convention: str, wordings: Wordings) -> LetterTerms:
        """What was written, with the words that the letter has."""
        said = self.cleaned_data
        return LetterTerms(
            convention=convention,
            title=said["title"],
            dated=said["dated"],
            wordings=wordings,
            signatory=said["signatory"],
            office=said["office"],
            answer_due_on=said["answer_due_on"],
            by_email=said["goes"] != "paper",
            on_paper=said["goes"] != "email",
        )


def terms_shown(terms: LetterTerms, revision: int) -> dict[str, Any]:
    """The terms of a letter as the form shows them."""
    goes = "both" if terms.by_email and terms.on_paper else "email" if terms.by_email else "paper"
    return {
        "title": terms.title,
        "dated": terms.dated,
        "answer_due_on": terms.answer_due_on,
        "signatory": terms.signatory,
        "office": terms.office,
        "goes": goes,
        "revision": revision,
    }


class NewLetterForm(TermsForm):
    """A letter from its beginning: its template, and the States that get it."""

    template = forms.ChoiceField(label=gettext_lazy("Template"), widget=OneOf())
    convention = forms.ChoiceField(widget=forms.HiddenInput())
    audience = forms.TypedChoiceField(
        label=gettext_lazy("Audience"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=OneOf(),
        help_text=gettext_lazy("A saved question; it is asked again until the letter is approved."),
    )
    states = forms.CharField(
        label=gettext_lazy("Or States, one on each line"),
        required=False,
        max_length=20_000,
        widget=Lines(4),
        help_text=gettext_lazy("By any name or code."),
    )
    field_order = (
        "template",
        "title",
        "convention",
        "audience",
        "states",
        "dated",
        "answer_due_on",
        "signatory",
        "office",
        "goes",
    )

    def __init__(
        self, *args: Any, templates: list[tuple[str, str]], audiences: list[AudienceTold], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["convention"].choices = [(code, code) for code in conventions()]  # type: ignore[attr-defined]  # a choice field has choices
        self.audiences = {one.number: one for one in audiences}
        offered = [(one.number, one.name) for one in audiences]
        self.fields["audience"].choices = [("", _("none")), *offered]  # type: ignore[attr-defined]  # likewise
        self.fields["template"].choices = templates  # type: ignore[attr-defined]  # a choice field has choices
        other = _("It is of another convention, or is not offered any more.")
        for name in ("template", "audience"):
            self.fields[name].error_messages["invalid_choice"] = other

    def clean_states(self) -> list[str]:
        """The codes of the States that were written."""
        found: list[str] = []
        for line in filter(None, map(str.strip, self.cleaned_data["states"].splitlines())):
            if (code := code_of(line)) not in states():
                raise forms.ValidationError(_("“%(name)s” is none of the States of the register.") % {"name": line})
            found.append(code)
        return found

    def clean(self) -> dict[str, Any]:
        """Either an audience, of the same convention, or States by name."""
        said = super().clean()
        audience, named = self.audiences.get(said.get("audience") or 0), said.get("states")
        if bool(audience) == bool(named) and "states" not in self.errors:
            self.add_error("states", _("Choose an audience, or name States; one of the two."))
        if audience and audience.convention != said.get("convention"):
            self.add_error("audience", _("This audience is asked under %(code)s.") % {"code": audience.convention})
        return said
