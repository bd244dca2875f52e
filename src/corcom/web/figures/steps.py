"""Recording, correcting and striking a figure, each as a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.documents.domain.circles import CIRCLES
from corcom.figures import actions
from corcom.figures.domain.figures import Figure
from corcom.figures.queries import believed_figure, believed_figures
from corcom.rulebooks.reading import rulebook
from corcom.web import day as days
from corcom.web.figures.forms import FigureForm, of_figure
from corcom.web.figures.refusals import REFUSED, in_words
from corcom.web.figures.words import figure_in_words
from corcom.web.filters import number_in
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.register.beliefs import title_of
from corcom.web.register.forms import Strike
from corcom.web.rights import requires
from corcom.web.state_names import is_state


@requires("record")
def record_figure(request: HttpRequest, convention: str, iso3: str) -> HttpResponse:
    """Record what a source says of a State; `?like=` begins with a figure that was struck."""
    if rulebook(convention) is None or not is_state(iso3):
        raise Http404
    like = number_in(request, "like")
    known = believed_figures(circles=CIRCLES, convention=convention, iso3=iso3) if like else []
    again = [each.value for each in known if each.value.number == like]
    form = FigureForm(request.POST or None, initial=of_figure(again[0]) if again else None)

    def record() -> None:
        actions.record_figure(figure=form.figure(convention, iso3), **_hand(request))

    return _step(request, form, record, (convention, iso3), _("Record a figure"))


@requires("record")
def correct_figure(request: HttpRequest, number: int) -> HttpResponse:
    """Put a corrected figure in the place of a recorded one, which stays readable."""
    old = _by_hand(number)
    form = FigureForm(request.POST or None, initial=of_figure(old))

    def record() -> None:
        after = form.figure(old.convention, old.iso3)
        actions.take_over_figures(new=[], corrected={number: after}, **_hand(request))

    return _step(request, form, record, (old.convention, old.iso3), _("Correct a figure"))


@requires("record")
def strike_figure(request: HttpRequest, number: int) -> HttpResponse:
    """Strike a figure that should never have been recorded, with the reason; it stays readable."""
    old = _by_hand(number)
    form = Strike(request.POST if request.method == "POST" else None)

    def record() -> None:
        why = form.cleaned_data["why"]
        actions.strike_figure(number=number, why=why, at=days.moment(), by=person(request).username)

    return _step(request, form, record, (old.convention, old.iso3), _("Strike"), figure_in_words(old))


def _step(
    request: HttpRequest,
    form: forms.Form,
    record: Callable[[], None],
    of: tuple[str, str],
    title: str,
    words: str = "",
) -> HttpResponse:
    """The form, and what it is answered with: the page of the State's figures, or the reason why nothing was recorded."""
    address = reverse("state_figures", args=of)
    if request.method == "POST" and form.is_valid():
        try:
            record()
        except REFUSED as refused:
            field = refused.misfit.field if isinstance(refused, actions.FigureMisfit) else None
            form.add_error(field if field in form.fields else None, in_words(refused))
        else:
            messages.success(request, _("It is recorded; what was there before stays in the history."))
            return redirect(address)
    name = StateName(of[1]).words
    about = _("%(state)s, %(what)s") % {"state": name, "what": title_of(of[0])}
    page = {"address": address, "about": about, "state": name}
    shown = {"form": form, "step": title, "words": words, "page": page}
    return render(request, "register/record.html", shown, status=400 if form.errors else 200)


def _hand(request: HttpRequest) -> dict[str, Any]:
    return {"day": days.today(), "at": days.moment(), "by": person(request).username}


def _by_hand(number: int) -> Figure:
    """A figure that no report says."""
    found = believed_figure(number)
    if found is None or found.report:
        raise Http404
    return found
