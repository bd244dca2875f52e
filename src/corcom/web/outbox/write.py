"""Writing again: a further message in the thread of a reply, or of a message that went out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from corcom.outbox import actions
from corcom.outbox.domain.threads import subject_again
from corcom.outbox.queries import NoSuchIncoming, NoSuchMessage, incoming_message, whole_message
from corcom.web import day as days
from corcom.web.frame import languages
from corcom.web.outbox.words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.step_forms import Line, Lines, OneOf


class WriteForm(forms.Form):
    """The words of a further message."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=1000, widget=Line())
    text = forms.CharField(label=gettext_lazy("Text"), max_length=100_000, widget=Lines(12))
    language = forms.ChoiceField(label=gettext_lazy("Language of the message"), widget=OneOf())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["language"]
        field.choices = languages()


@requires("send")
def incoming_write(request: HttpRequest, number: int) -> HttpResponse:
    """An answer to whoever wrote a message that came in."""
    try:
        found = incoming_message(number=number)
    except NoSuchIncoming as missing:
        raise Http404 from missing
    if found.kind not in {"reply", "automatic"} or not found.sender:
        raise Http404
    shown = {
        "to": f"{found.sender_name} <{found.sender}>" if found.sender_name else found.sender,
        "quoted": found.text,
        "is_automatic": found.kind == "automatic",
        "back": reverse("incoming_message", args=[number]),
    }
    return _written(request, actions.answer_incoming, number, found.subject, get_language() or "en", shown)


@requires("send")
def outbox_write(request: HttpRequest, number: int) -> HttpResponse:
    """A further message to the recipient of one that went out."""
    try:
        found = whole_message(number=number, now=days.moment())
    except NoSuchMessage as missing:
        raise Http404 from missing
    line = found.line
    shown = {
        "to": f"{line.recipient_name} <{line.recipient}>" if line.recipient_name else line.recipient,
        "quoted": found.message.text,
        "is_automatic": False,
        "back": reverse("outgoing_message", args=[number]),
    }
    return _written(request, actions.write_again, number, line.subject, line.language, shown)


def _written(
    request: HttpRequest,
    write: Callable[..., int],
    number: int,
    subject: str,
    language: str,
    shown: dict[str, Any],
) -> HttpResponse:
    known = dict(languages())
    initial = {"subject": subject_again(subject), "language": language if language in known else "en"}
    form = WriteForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            made = write(number=number, **form.cleaned_data, mail=settings.MAIL, by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It is prepared, in the same thread. Release it to send it."))
            return redirect("outgoing_message", made)
    return render(request, "outbox/write.html", {**shown, "form": form}, status=400 if form.errors else 200)
