"""Recording, correcting and striking treaty actions and facts of obligations, each as a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.obligations import actions as obligations
from corcom.obligations.domain.facts import Fact
from corcom.obligations.queries import believed_fact, believed_facts
from corcom.oversight.actions import close_kept_promises
from corcom.register import actions as register
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.queries import believed_action, believed_actions
from corcom.rulebooks.reading import rulebook
from corcom.rulebooks.rules import Obligation
from corcom.web import day as days
from corcom.web.filters import number_in
from corcom.web.person import person
from corcom.web.pieces import StateName
from corcom.web.register.beliefs import fact_in_words, title_of
from corcom.web.register.contradiction_words import REFUSED, in_words
from corcom.web.register.forms import Act, ObligationFact, Strike, of_act, of_fact
from corcom.web.register.participation_words import act_in_words
from corcom.web.rights import requires
from corcom.web.state_names import is_state

Record = Callable[[], Any]


@requires("record")
def record_act(request: HttpRequest, convention: str, iso3: str) -> HttpResponse:
    """Record a treaty action of a State; `?like=` begins with one that was struck."""
    if rulebook(convention) is None or not is_state(iso3):
        raise Http404
    like = number_in(request, "like")
    again = [each.value for each in believed_actions(iso3=iso3, convention=convention) if each.value.number == like]
    form = Act(request.POST or None, initial=of_act(again[0]) if again else None)

    def record() -> None:
        register.record_treaty_action(action=form.act(convention, iso3), **_hand(request))

    return _step(request, form, record, _act_page(convention, iso3), _("Record a treaty action"))


@requires("record")
def correct_act(request: HttpRequest, number: int) -> HttpResponse:
    """Put a corrected treaty action in the place of a recorded one, which stays readable."""
    old = _act(number)
    form = Act(request.POST or None, initial=of_act(old))

    def record() -> None:
        action = form.act(old.convention, old.iso3)
        register.correct_treaty_action(number=number, action=action, **_hand(request))

    return _step(request, form, record, _act_page(old.convention, old.iso3), _("Correct a treaty action"))


@requires("record")
def record_obligation_fact(request: HttpRequest, convention: str, iso3: str, code: str) -> HttpResponse:
    """Record what happened to an obligation of a State: a receipt, a request, a grant, a declaration."""
    obligation = _obligation(convention, code)
    if not is_state(iso3):
        raise Http404
    like = number_in(request, "like")
    facts = believed_facts(iso3=iso3, convention=convention, obligation=code) if like else []
    again = [each.value for each in facts if each.value.number == like]
    initial = of_fact(again[0]) if again else None
    form = ObligationFact(request.POST or None, convention=convention, obligation=obligation, initial=initial)

    def record() -> None:
        obligations.record_fact(fact=form.fact(convention, iso3, code), **_hand(request))

    return _step(request, form, record, _fact_page(convention, iso3, code), _("Record a fact"))


@requires("record")
def correct_obligation_fact(request: HttpRequest, number: int) -> HttpResponse:
    """Put a corrected fact of an obligation in the place of a recorded one, which stays readable."""
    old = _fact(number)
    obligation = _obligation(old.convention, old.obligation)
    form = ObligationFact(request.POST or None, convention=old.convention, obligation=obligation, initial=of_fact(old))

    def record() -> None:
        fact = form.fact(old.convention, old.iso3, old.obligation)
        obligations.correct_fact(number=number, fact=fact, **_hand(request))

    return _step(request, form, record, _fact_page(old.convention, old.iso3, old.obligation), _("Correct a fact"))


@requires("record")
def strike(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Strike a treaty action or a fact that should never have been recorded, with the reason; it stays readable."""
    if what == "act":
        act = _act(number)
        page, words, end = _act_page(act.convention, act.iso3), act_in_words(act), register.strike_treaty_action
    else:
        fact = _fact(number)
        page = _fact_page(fact.convention, fact.iso3, fact.obligation)
        words, end = fact_in_words(fact), obligations.strike_fact
    form = Strike(request.POST if request.method == "POST" else None)

    def record() -> None:
        end(number=number, why=form.cleaned_data["why"], at=days.moment(), by=person(request).username)

    return _step(request, form, record, page, _("Strike"), words)


def _step(
    request: HttpRequest,
    form: forms.Form,
    record: Record,
    page: dict[str, str],
    title: str,
    words: str = "",
) -> HttpResponse:
    """The form, and what it is answered with: the page of what was recorded, or the reason why it was not."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                record()
                close_kept_promises(day=days.today(), by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It is recorded; what was there before stays in the history."))
            return redirect(page["address"])
    shown = {"form": form, "step": title, "words": words, "page": page}
    return render(request, "register/record.html", shown, status=400 if form.errors else 200)


def _hand(request: HttpRequest) -> dict[str, Any]:
    """What every write is given."""
    return {"day": days.today(), "at": days.moment(), "by": person(request).username}


def _act_page(convention: str, iso3: str) -> dict[str, str]:
    about = _("%(state)s, %(what)s") % {"state": StateName(iso3).words, "what": title_of(convention)}
    return {"address": reverse("state", args=[iso3]), "about": about, "state": StateName(iso3).words}


def _fact_page(convention: str, iso3: str, code: str) -> dict[str, str]:
    about = _("%(state)s, %(what)s") % {"state": StateName(iso3).words, "what": title_of(convention, code)}
    address = reverse("obligation", args=[convention, iso3, code])
    return {"address": address, "about": about, "state": StateName(iso3).words}


def _act(number: int) -> TreatyAction:
    found = believed_action(number)
    if found is None:
        raise Http404
    return found


def _fact(number: int) -> Fact:
    found = believed_fact(number)
    if found is None:
        raise Http404
    return found


def _obligation(convention: str, code: str) -> Obligation:
    book = rulebook(convention)
    found = book.obligation(code) if book else None
    if found is None:
        raise Http404
    return found
