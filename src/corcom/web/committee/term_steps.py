"""Recording, correcting and striking a term of office, and the history of what was recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.kernel.errors import CorcomError
from corcom.mandates.actions import TermRecorded, correct_term, record_term, strike_term
from corcom.mandates.domain.checks import TermRefused
from corcom.mandates.domain.terms import Term, offices_of
from corcom.mandates.queries import NoSuchTerm, TermStep, history, people_of_seat, term
from corcom.oversight.domain.said_mandates import MandateSaid
from corcom.oversight.queries import mandate_said
from corcom.register.actions import WithoutReason
from corcom.rulebooks.reading import conventions
from corcom.web import day as days
from corcom.web.committee import words as said
from corcom.web.committee.acting_words import acting_line
from corcom.web.committee.term_forms import StrikeForm, TermForm
from corcom.web.filled import filled
from corcom.web.filters import number_in, text_in
from corcom.web.person import person
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words

FIELDS = ("office", "theme", "body", "holder", "since", "until", "seen_on", "source", "certainty", "note")


@requires("record")
def new_term(request: HttpRequest, convention: str) -> HttpResponse:
    """Record a term, by hand or from a mandate that minutes name."""
    if convention not in conventions():
        raise Http404
    named = _named(request, convention)
    initial = _initial(named.term) if named else {"certainty": "certain", "office": "coordinator"}
    form = TermForm(request.POST or None, convention=convention, initial=initial)
    if request.method == "POST" and form.is_valid():
        wanted = _term(convention, form.cleaned_data, finding=named.term.finding if named else None)
        if _recorded(form, lambda: record_term(term=wanted, at=days.moment(), by=person(request).username)):
            messages.success(request, _("The term is recorded."))
            return redirect(f"{reverse('committee')}?convention={convention}")
    shown = {
        "form": form,
        "convention": convention,
        "title": _("Record a term"),
        "named": named,
        "back": _back(convention),
    }
    return render(request, "committee/term.html", shown, status=400 if form.errors else 200)


@requires("record")
def change_term(request: HttpRequest, number: int) -> HttpResponse:
    """Put a corrected term in the place of a recorded one, which stays readable."""
    found = _found(number)
    form = TermForm(request.POST or None, convention=found.convention, initial=_initial(found))
    if request.method == "POST" and form.is_valid():
        wanted = _term(found.convention, form.cleaned_data, finding=found.finding)
        at, by = days.moment(), person(request).username
        if _recorded(form, lambda: correct_term(number=number, term=wanted, at=at, by=by)):
            messages.success(request, _("It was corrected; what it said before stays in its history."))
            return redirect(_history_of(wanted))
    shown = {"form": form, "convention": found.convention, "title": _("Correct a term"), "back": _history_of(found)}
    return render(request, "committee/term.html", shown, status=400 if form.errors else 200)


@requires("record")
def strike(request: HttpRequest, number: int) -> HttpResponse:
    """End the belief in a term that should never have been recorded, with the reason."""
    found = _found(number)
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at, by = days.moment(), person(request).username
        try:
            strike_term(number=number, why=form.cleaned_data["why"], at=at, by=by)
        except WithoutReason:
            form.add_error("why", _("Say why."))
        else:
            messages.success(request, _("It was struck; it stays readable in its history."))
            return redirect(_history_of(found))
    shown = {
        "form": form,
        "convention": found.convention,
        "title": _("Strike a term"),
        "words": _words(found),
        "back": _history_of(found),
    }
    return render(request, "committee/term.html", shown, status=400 if form.errors else 200)


@requires("read")
def term_history(request: HttpRequest, convention: str, office: str, theme: str, holder: str) -> HttpResponse:
    """All that was ever recorded of one holder in one office, with who recorded it and what became of it."""
    theme = "" if theme == "-" else theme
    found = history(convention=convention, office=office, theme=theme, holder=holder)
    if office not in offices_of(convention) or not found:
        raise Http404
    may_change = holds(request, "record")
    shown = {
        "convention": convention,
        "title": said.holder_in_words(holder),
        "place": said.place_in_words(convention, office, theme),
        "steps": [_step(each, may_change=may_change) for each in found],
        **_people(request, convention, office, theme, holder),
    }
    return render(request, "committee/history.html", shown)


def _people(request: HttpRequest, convention: str, office: str, theme: str, holder: str) -> dict[str, Any]:
    """Who acts or acted for the holder, and for the secretariat the steps."""
    may_change = holds(request, "contacts")
    acting = people_of_seat(convention=convention, office=office, theme=theme, holder=holder)
    place = [convention, office, theme or "-", holder]
    return {
        "people": [acting_line(each, may_change=may_change) for each in acting],
        "add_person": reverse("add_acting", args=place) if may_change else "",
    }


def _step(step: TermStep, *, may_change: bool) -> dict[str, Any]:
    found, believed = step.term, step.ended_at is None
    return {
        "words": said.reach_in_words(found.reach),
        "sure": said.CERTAINTIES[found.certainty],
        "source": found.source,
        "note": found.note,
        "seen_on": found.seen_on,
        "recorded": _by(_("Recorded %(day)s by %(who)s"), step.recorded_at.date(), step.recorded_by),
        "ended": _ended(step),
        "correct": reverse("correct_term", args=[found.number]) if believed and may_change else "",
        "strike": reverse("strike_term", args=[found.number]) if believed and may_change else "",
    }


def _ended(step: TermStep) -> str:
    if step.ended_at is None:
        return ""
    if step.superseded_by:
        return _by(_("Corrected %(day)s by %(who)s"), step.ended_at.date(), step.ended_by)
    struck = _("Struck %(day)s by %(who)s")
    return f"{_by(struck, step.ended_at.date(), step.ended_by)}{_(': ')}{step.ended_why}"


def _by(words: str, day: date, who: str) -> str:
    return words % {"day": in_words(day), "who": who or _("a command")}


def _recorded(form: TermForm, write: Any) -> bool:
    """Whether the write was done; what is refused stands at its field."""
    try:
        write()
    except TermRefused as refused:
        words = _("Allowed: %(allowed)s.") % {"allowed": filled(refused.why)}
        form.add_error(refused.key if refused.key in form.fields else None, words)
    except TermRecorded:
        form.add_error(None, _("This term is recorded from this source already."))
    except NoSuchTerm:
        form.add_error(None, _("It was corrected or struck in the meantime. Look at its history."))
    except CorcomError as refused:
        form.add_error(None, str(refused))
    else:
        return True
    return False


def _term(convention: str, given: dict[str, Any], *, finding: int | None) -> Term:
    texts = {key: given[key].strip() for key in FIELDS if key not in {"seen_on", "since", "until"}}
    bounds = {key: given[key].strip().upper() for key in ("since", "until")}
    return Term(convention=convention, seen_on=given["seen_on"], finding=finding, **bounds, **texts)


def _initial(found: Term) -> dict[str, Any]:
    return {key: getattr(found, key) for key in FIELDS}


def _named(request: HttpRequest, convention: str) -> MandateSaid | None:
    """The mandate of confirmed minutes that the address names."""
    finding = number_in(request, "finding")
    if not finding:
        return None
    return mandate_said(
        convention=convention,
        finding=finding,
        holder=text_in(request, "holder"),
        since=text_in(request, "from"),
        until=text_in(request, "to"),
        day=days.today(),
    )


def _found(number: int) -> Term:
    try:
        return term(number=number)
    except NoSuchTerm as missing:
        raise Http404 from missing


def _words(found: Term) -> str:
    place = said.place_in_words(found.convention, found.office, found.theme)
    return _(", ").join((said.holder_in_words(found.holder), place, said.reach_in_words(found.reach)))


def _history_of(found: Term) -> str:
    return reverse("terms", args=[found.convention, found.office, found.theme or "-", found.holder])


def _back(convention: str) -> str:
    return f"{reverse('committee')}?convention={convention}"
