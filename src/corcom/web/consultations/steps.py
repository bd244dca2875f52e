"""Circulating a text, extending its deadline, circulating it again, preparing its letters. Each is a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.consultation import actions
from corcom.consultation.queries import Consultation, draft_after
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.forms import AgainForm, CirculateForm, ExtendForm
from corcom.web.consultations.found import found_for
from corcom.web.consultations.refusals import REFUSED, in_words
from corcom.web.consultations.words import LETTERS, closing_in_words, named
from corcom.web.filters import convention_of
from corcom.web.mail_writing import tell_left_out, writing_of
from corcom.web.person import person
from corcom.web.rights import requires


@requires("consult")
def consultation_new(request: HttpRequest) -> HttpResponse:
    """Circulating a text that is typed or pasted."""
    form = CirculateForm(
        request.POST if request.method == "POST" else None, initial={"convention": convention_of(request)}
    )
    made = _tried(form, lambda said: _circulated(request, form, said))
    if made:
        return redirect("consultation", made.number)
    return render(request, "consultations/new.html", {"form": form}, status=400 if form.errors else 200)


def _circulated(request: HttpRequest, form: CirculateForm, said: dict[str, Any]) -> Consultation:
    made = actions.circulate(
        title=said["title"],
        # A text of its own, which nothing else keeps.
        about=f"text:{days.moment():%Y%m%d%H%M%S%f}",
        paragraphs=form.paragraphs(),
        parties=said["parties"],
        closes_at=form.closes_at(),
        procedure=said["procedure"],
        circle=said["circle"],
        by=person(request),
        at=days.moment(),
        language=said["language"],
        convention=said["convention"],
        note=said["note"],
    )
    messages.success(request, _("The text is circulated: each delegation has its link. Prepare the letters next."))
    return made


@requires("consult")
def consultation_extend(request: HttpRequest, number: int) -> HttpResponse:
    """A later deadline."""
    found = found_for(request, number)
    form = ExtendForm(request.POST if request.method == "POST" else None, initial=_deadline(found))

    def extended(said: dict[str, Any]) -> Consultation:
        made = actions.extend_deadline(
            number=number, closes_at=form.closes_at(), reason=said["reason"], by=person(request), at=days.moment()
        )
        messages.success(request, _("The deadline is extended. Prepare the notice to the delegations next."))
        return made

    if _tried(form, extended):
        return redirect("consultation", number)
    return _step(request, found, form, _("Extend the deadline"))


@requires("consult")
def consultation_again(request: HttpRequest, number: int) -> HttpResponse:
    """The next draft as another round."""
    found = found_for(request, number)
    form = AgainForm(request.POST if request.method == "POST" else None, initial={"zone": found.zone})

    def again(said: dict[str, Any]) -> Consultation:
        return actions.circulate_again(
            number=number,
            closes_at=form.closes_at(),
            procedure=said["procedure"],
            note=said["note"],
            by=person(request),
            at=days.moment(),
        )

    if made := _tried(form, again):
        messages.success(request, _("The next draft is circulated as round %(n)s.") % {"n": made.round})
        return redirect("consultation", made.number)
    collide = [line for line in draft_after(number) if line.drafted.collide]
    return _step(request, found, form, _("Circulate the next draft"), collide=len(collide))


def _deadline(found: Consultation) -> dict[str, object]:
    return {"closes_on": found.closes_at.date(), "closes_time": f"{found.closes_at:%H:%M}", "zone": found.zone}


def _tried(form: forms.Form, take: Callable[[dict[str, Any]], Consultation]) -> Consultation | None:
    """What came of a form; None where it was not sent or refused, which it then says."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return take(form.cleaned_data)
    except REFUSED as refused:
        form.add_error(None, in_words(refused))
        return None


def _step(request: HttpRequest, found: Consultation, form: forms.Form, label: str, **more: Any) -> HttpResponse:
    shown = {"found": found, "form": form, "label": label, "until": closing_in_words(found), **more}
    return render(request, "consultations/step.html", shown, status=400 if form.errors else 200)


@requires("consult")
@require_POST
def consultation_letters(request: HttpRequest, number: int) -> HttpResponse:
    """Letters of one kind into the outbox, in the language of the text; a person releases them there."""
    found_for(request, number)
    kind = next((kind for kind in LETTERS if kind == request.POST.get("kind")), None)
    if kind is None:
        raise Http404
    try:
        made = actions.prepare_letters(
            number=number,
            kind=kind,
            writing=writing_of(request, "comments"),
            by=person(request),
            at=days.moment(),
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("consultation", number)
    _tell(request, made)
    return redirect("consultation", number)


def _tell(request: HttpRequest, made: actions.LettersPrepared) -> None:
    if made.count:
        words = ngettext(
            "%(n)d letter waits in the outbox until somebody releases it.",
            "%(n)d letters wait in the outbox until somebody releases them.",
            made.count,
        )
        messages.success(request, words % {"n": made.count})
    elif not made.without_address:
        messages.info(request, _("Nobody is left to be written to."))
    tell_left_out(request, dead=[holder_in_words(code) for code in made.dead])
    if made.without_address:
        words = _("No e-mail address in the directory: %(names)s. Give them their link in another way.")
        messages.warning(request, words % {"names": named(made.without_address)})
