"""Handing an answer in, by the State or by the secretariat for it: who answers, and how it may be quoted."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.documents.actions import store_file
from corcom.kernel.errors import CorcomError
from corcom.questionnaires import actions
from corcom.questionnaires.domain.answers_given import open_questions
from corcom.questionnaires.domain.quoting import FEWEST_UNNAMED, QUOTINGS
from corcom.web import day as days
from corcom.web.questionnaires.desk import QuestionDesk, around
from corcom.web.questionnaires.refusals import refused_in_words
from corcom.web.questionnaires.words import CHANNELS, quoting_in_words
from corcom.web.step_forms import Day, Line, OneOf

MISSING = {
    "hand": gettext_lazy("Write your name, so that the secretariat knows who answers for the State."),
    "office": gettext_lazy("Write your office or function."),
    "quoting": gettext_lazy("Choose how the answer may be used."),
}


class HandInForm(forms.Form):
    """Who answers for the State, and how the answer may be used."""

    hand = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        widget=Line(autocomplete="name"),
        error_messages={"required": MISSING["hand"]},
    )
    office = forms.CharField(
        label=gettext_lazy("Office or function"),
        max_length=200,
        widget=Line(autocomplete="organization-title"),
        error_messages={"required": MISSING["office"]},
    )
    quoting = forms.ChoiceField(
        label=gettext_lazy("How the answer may be used"),
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        error_messages={"required": MISSING["quoting"]},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("Any", self.fields["quoting"])
        field.choices = [(code, quoting_in_words(code)) for code in QUOTINGS]
        words = _(
            "The list of the States that answered is shown in any case. Answers without a name are quoted, and totals told"
            " that take in what is not quoted, only once the questionnaire is closed and at least %(fewest)d States are so."
        )
        field.help_text = words % {"fewest": FEWEST_UNNAMED}


class ReceivedForm(HandInForm):
    """The same for what a State sent: how it came, when, and the file."""

    channel = forms.ChoiceField(label=gettext_lazy("How it came"), widget=OneOf())
    received_on = forms.DateField(label=gettext_lazy("Received on"), widget=Day(), input_formats=["%Y-%m-%d"])
    file = forms.FileField(
        label=gettext_lazy("The file as it came"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"class": "form-control"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channels = [(code, words) for code, words in CHANNELS.items() if code != "web"]
        cast("Any", self.fields["channel"]).choices = channels
        self.fields["received_on"].widget.attrs["max"] = days.today().isoformat()


def hand_in_page(request: HttpRequest, desk: QuestionDesk, *, done: str, by: Any = None) -> HttpResponse:
    """What is left open, and handing in; `by` is the account where the secretariat does it for the State."""
    asked = desk.asked
    if asked is None:
        return redirect(desk.here)
    kind = HandInForm if by is None else ReceivedForm
    last = asked.last
    initial = {"hand": last.hand, "office": last.office, "quoting": last.quoting} if last else {}
    form = kind(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={**initial, "channel": "letter", "received_on": days.today()},
    )
    if form.is_bound and form.is_valid():
        try:
            version = _hand_in(desk, asked.iso3, form.cleaned_data, by=by)
        except CorcomError as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            words = _("Thank you. The answer is handed in (version %(number)d); it can be changed until %(until)s.")
            until = around(desk)["until"]
            messages.success(request, words % {"number": version, "until": until})
            return redirect(done)
    shown = {"desk": desk, **around(desk), "form": form, "open": _open(desk), "for_state": by is not None}
    return render(request, "questionnaires/hand_in.html", shown, status=400 if form.errors else 200)


def _open(desk: QuestionDesk) -> list[tuple[str, str]]:
    """The questions that are left open: the part and the words of each."""
    form, written = desk.form, desk.asked.written if desk.asked else {}
    found = []
    for code, field in open_questions(form, written):
        part = form.part(code)
        question = part.field(field) if part else None
        found.append((code, question.name if question else field))
    return found


def _hand_in(desk: QuestionDesk, iso3: str, said: dict[str, Any], *, by: Any) -> int:
    at, sent = days.moment(), said.get("file")
    stored = None
    if isinstance(sent, UploadedFile):
        stored = store_file(
            content=sent.file,  # type: ignore[arg-type]  # an uploaded file has one
            name=sent.name or "answer",
            media_type=sent.content_type or "application/octet-stream",
            at=at,
            by=by.username,
        )
    received_on: date | None = said.get("received_on")
    handing = actions.HandingIn(
        hand=said["hand"],
        office=said["office"],
        quoting=said["quoting"],
        channel=said.get("channel", "web"),
        received_on=received_on,
        file=stored,
    )
    return actions.hand_in_answer(number=desk.found.number, iso3=iso3, said=handing, day=days.today(), at=at, by=by)
