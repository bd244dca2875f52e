"""Saying who acts for a holder in an office, until when, and taking back what was wrong. Each is a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.directory.queries import NoSuchPerson, delegation_entry
from corcom.mandates.actions import end_person_in_office, record_person_in_office, strike_person_in_office
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.checks import TermRefused
from corcom.mandates.domain.terms import offices_of
from corcom.mandates.queries import NoSuchTerm, person_acting
from corcom.register.actions import WithoutReason
from corcom.register.domain.gazetteer import parties
from corcom.web import day as days
from corcom.web.committee import words as said
from corcom.web.committee.acting_words import seat_address
from corcom.web.committee.term_forms import StrikeForm
from corcom.web.directory.words import person_name
from corcom.web.filled import filled
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.step_forms import Day, Line, OneOf


class ActingForm(forms.Form):
    person = forms.TypedChoiceField(
        label=gettext_lazy("Person"),
        coerce=int,
        widget=OneOf(),
        help_text=gettext_lazy(
            "Of those who belong or belonged to the delegation. The name stands on the roster for all who read it."
        ),
    )
    since = forms.DateField(label=gettext_lazy("Since"), required=False, widget=Day(), input_formats=["%Y-%m-%d"])
    until = forms.DateField(
        label=gettext_lazy("Until"),
        required=False,
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy(
            "The first day on which they do not act any more. It ends besides with the affiliation."
        ),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=500,
        widget=Line(),
        help_text=gettext_lazy("Where it stands: a note verbale, minutes, a list of participants."),
    )

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # a choice field has choices


class EndForm(forms.Form):
    until = forms.DateField(
        label=gettext_lazy("Until"),
        widget=Day(),
        input_formats=["%Y-%m-%d"],
        help_text=gettext_lazy("The first day on which they do not act any more."),
    )


@requires("contacts")
def add_acting(request: HttpRequest, convention: str, office: str, theme: str, holder: str) -> HttpResponse:
    """Say who acts for a holder in an office."""
    if office not in offices_of(convention) or holder not in parties():
        raise Http404
    acting = PersonActing(
        convention=convention, office=office, theme="" if theme == "-" else theme, holder=holder, person=0, source=""
    )
    found = delegation_entry(code=holder, day=days.today())
    names = [(each.person.number, person_name(each.person)) for each in (*found.people, *found.former)]
    form = ActingForm(request.POST or None, people=names)
    if request.method == "POST" and form.is_valid():
        told = PersonActing(
            convention=convention, office=office, theme=acting.theme, holder=holder, **form.cleaned_data
        )
        if _written(form, lambda: record_person_in_office(acting=told, **_hand(request))):
            messages.success(request, _("It is recorded who acts in this office."))
            return redirect(seat_address(acting))
    return _page(request, form, acting, _("Say who acts for it"))


@requires("contacts")
def end_acting(request: HttpRequest, number: int) -> HttpResponse:
    """Say from which day on somebody acts no more."""
    acting = _found(number)
    form = EndForm(request.POST or None, initial={"until": days.today()})
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        if _written(form, lambda: end_person_in_office(number=number, until=until, **_hand(request))):
            messages.success(request, _("It is recorded until when."))
            return redirect(seat_address(acting))
    return _page(request, form, acting, _("Say until when"))


@requires("contacts")
def strike_acting(request: HttpRequest, number: int) -> HttpResponse:
    """Take back that somebody acts in an office, with the reason."""
    acting = _found(number)
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if _written(form, lambda: strike_person_in_office(number=number, why=why, **_hand(request))):
            messages.success(request, _("It was struck."))
            return redirect(seat_address(acting))
    return _page(request, form, acting, _("Strike"))


def _hand(request: HttpRequest) -> dict[str, Any]:
    return {"at": days.moment(), "by": person(request).username}


def _found(number: int) -> PersonActing:
    found = person_acting(number=number)
    if found is None:
        raise Http404
    return found


def _written(form: forms.Form, write: Callable[[], Any]) -> bool:
    """Whether it was written; what was refused stands at its field."""
    try:
        write()
    except TermRefused as refused:
        words = _("Allowed: %(allowed)s.") % {"allowed": filled(refused.why)}
        form.add_error(refused.key if refused.key in form.fields else None, words)
    except WithoutReason:
        form.add_error("why", _("Say why."))
    except (NoSuchPerson, NoSuchTerm) as missing:
        raise Http404 from missing
    else:
        return True
    return False


def _page(request: HttpRequest, form: forms.Form, acting: PersonActing, title: str) -> HttpResponse:
    place = said.place_in_words(acting.convention, acting.office, acting.theme)
    shown = {
        "form": form,
        "convention": acting.convention,
        "title": title,
        "words": _(", ").join(part for part in (acting.name, said.holder_in_words(acting.holder), place) if part),
        "back": seat_address(acting),
    }
    return render(request, "committee/term.html", shown, status=400 if form.errors else 200)
