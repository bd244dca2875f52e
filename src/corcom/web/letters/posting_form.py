"""The form by which a posting is written down, and what is done with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.correspondence import actions
from corcom.correspondence.domain.letter_posting import POSTING_WAYS, Posting
from corcom.correspondence.domain.letters_told import LetterTold
from corcom.web import day as days
from corcom.web.filters import number_sent
from corcom.web.letters.forms import FARTHEST
from corcom.web.letters.posting_words import WAYS
from corcom.web.letters.words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.step_forms import Line, OneOf, StepForm


class PostingForm(StepForm):
    """On which day papers left, by which way, and what is to be remarked."""

    way = forms.ChoiceField(label=gettext_lazy("Way"), widget=OneOf())
    remark = forms.CharField(
        label=gettext_lazy("Tracking number or remark"), required=False, max_length=300, widget=Line()
    )

    def __init__(self, *args: Any, today: date, dated: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, auto_id="posting-%s", **kwargs)
        self.dated = dated
        self.fields["on"].label, self.fields["on"].initial = _("It left on"), today
        self.fields["way"].choices = [(one, WAYS[one]) for one in POSTING_WAYS]  # type: ignore[attr-defined]  # a choice field has choices

    def clean_on(self) -> date | None:
        """A day that is no slip of the pen: not long before the date on the letter."""
        on = super().clean_on()
        if on and on < self.dated - FARTHEST:
            raise forms.ValidationError(_("This day is too far off for a letter."))
        return on


def posting_form(request: HttpRequest, found: LetterTold) -> PostingForm:
    """The form for a letter, with what was sent where it was."""
    sent = request.POST if "posted" in request.POST or "posted_all" in request.POST else None
    return PostingForm(sent, today=days.today(), dated=found.terms.dated)


def posting_taken(request: HttpRequest, found: LetterTold, form: PostingForm, states: list[str]) -> bool:
    """Write down, or strike, what was sent for these States; whether that was done. What is refused stands in the form."""
    try:
        if "strike_posting" in request.POST:
            _strike(request, found, states)
        elif form.is_valid():
            _record(request, found, form, None if "posted_all" in request.POST else states)
        else:
            return False
    except REFUSED as refused:
        if form.is_bound:
            form.add_error(None, in_words(refused))
            return False
        messages.error(request, in_words(refused))
    return True


def _record(request: HttpRequest, found: LetterTold, form: PostingForm, states: list[str] | None) -> None:
    said = form.cleaned_data
    posting = Posting(on=said["on"], way=said["way"], remark=said["remark"])
    count = actions.record_posting(
        letter=found.number, states=states, posting=posting, day=days.today(), by=person(request), at=days.moment()
    )
    words = ngettext(
        "It is written down of %(n)d copy that it was posted.",
        "It is written down of %(n)d copies that they were posted.",
        count,
    )
    messages.success(request, words % {"n": count} if count else _("This is written down already."))


def _strike(request: HttpRequest, found: LetterTold, states: list[str]) -> None:
    count = actions.strike_postings(
        letter=found.number,
        states=states,
        why=request.POST.get("why", ""),
        number=number_sent(request, "posting") if "posting" in request.POST else None,
        by=person(request),
        at=days.moment(),
    )
    words = ngettext("%(n)d posting is struck.", "%(n)d postings are struck.", count)
    messages.success(request, words % {"n": count} if count else _("Nothing was written down that could be struck."))
