"""What the secretariat does in the directory: recording, changing, merging people and taking a merge back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corcom.directory import actions
from corcom.directory.domain.people import ContactPoint, Entry, EntryRefused
from corcom.directory.queries import NoSuchPerson, PersonEntry, people, person_entry
from corcom.kernel.errors import CorcomError
from corcom.register.domain.gazetteer import parties
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.directory import forms as directory_forms
from corcom.web.directory.words import person_name
from corcom.web.filled import filled
from corcom.web.filters import number_in
from corcom.web.person import person as who
from corcom.web.rights import requires

TITLES: dict[str, Promise] = {
    "new": gettext_lazy("Put a person into the directory"),
    "change": gettext_lazy("Change"),
    "affiliation": gettext_lazy("Add a delegation"),
    "contact": gettext_lazy("Add a contact point"),
    "merge": gettext_lazy("Merge with another entry"),
    "end": gettext_lazy("Say when they left"),
    "withdraw": gettext_lazy("Take a contact point out"),
}


@requires("contacts")
def new_person(request: HttpRequest) -> HttpResponse:
    """Put a person into the directory, with delegation and address."""
    form = directory_forms.NewPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = Entry(person=form.person(), affiliations=(_affiliation(form),), contacts=_email(form))
        number = _done(form, lambda: actions.record_entry(entry=found, **_hand(request)))
        if number:
            messages.success(request, _("It is in the directory."))
            return redirect("person", number)
    return _page(request, form, "new", "")


def _affiliation(form: Any) -> Any:
    form.cleaned_data.setdefault("until", None)
    return form.affiliation()


def _email(form: Any) -> tuple[ContactPoint, ...]:
    value = form.cleaned_data["email"].strip()
    return (ContactPoint(value=value),) if value else ()


@requires("contacts")
def person_step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Change a person, add a delegation or a contact point, or merge them with another entry."""
    found = _found(number)
    if verb not in FORMS:
        raise Http404
    form = FORMS[verb](request, found)
    if request.method == "POST" and form.is_valid():
        done = _done(form, lambda: WRITES[verb](found.person.number, form, _hand(request)) or True)
        if done:
            messages.success(request, str(DONE[verb]))
            return redirect("person", number)
    return _page(request, form, verb, person_name(found.person), asks=verb == "merge")


@requires("contacts")
def end_affiliation(request: HttpRequest, number: int) -> HttpResponse:
    """Say when a person left a delegation."""
    form = directory_forms.EndForm(request.POST or None, initial={"until": days.today()})
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        if _done(form, lambda: actions.end_affiliation(number=number, until=until, **_hand(request)) or True):
            messages.success(request, _("It is recorded when they left."))
            return redirect("directory")
    return _page(request, form, "end", "")


@requires("contacts")
def withdraw_contact(request: HttpRequest, number: int) -> HttpResponse:
    """Take a contact point out of the directory, after asking; it stays in the history."""
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        try:
            actions.withdraw_contact(number=number, **_hand(request))
        except actions.NoSuchEntry as missing:
            raise Http404 from missing
        messages.success(request, _("It was taken out; it stays in the history."))
        return redirect("directory")
    return _page(request, form, "withdraw", "")


@requires("contacts")
def delegation_contact(request: HttpRequest, code: str) -> HttpResponse:
    """Add a contact point of a delegation."""
    if code not in parties():
        raise Http404
    form = directory_forms.ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        contact = form.contact()
        if _done(form, lambda: actions.record_contact(contact=contact, delegation=code, **_hand(request))):
            messages.success(request, str(DONE["contact"]))
            return redirect("directory_delegation", code)
    return _page(request, form, "contact", holder_in_words(code))


@requires("contacts")
@require_POST
def undo_merge(request: HttpRequest, number: int) -> HttpResponse:
    """Take a merge back."""
    try:
        again = actions.undo_merge(step=number, **_hand(request))
    except actions.NoSuchEntry as missing:
        raise Http404 from missing
    except actions.CannotUndo:
        messages.error(request, _("The merge was taken back already, or the entry was merged into another one since."))
        return redirect("directory")
    messages.success(request, _("The two are two again."))
    return redirect("person", again)


def _change(number: int, form: Any, hand: dict[str, Any]) -> None:
    actions.change_person(number=number, person=form.person(), **hand)


def _affiliate(number: int, form: Any, hand: dict[str, Any]) -> None:
    actions.record_affiliation(person=number, affiliation=form.affiliation(), **hand)


def _reach(number: int, form: Any, hand: dict[str, Any]) -> None:
    actions.record_contact(contact=form.contact(), person=number, **hand)


def _merge(number: int, form: Any, hand: dict[str, Any]) -> None:
    actions.merge_people(keep=number, other=form.cleaned_data["other"], **hand)


def _change_form(request: HttpRequest, found: PersonEntry) -> forms.Form:
    person = found.person
    kept = {"name": person.name, "title": person.title, "languages": ", ".join(person.languages), "note": person.note}
    return directory_forms.PersonForm(request.POST or None, initial=kept)


def _merge_form(request: HttpRequest, found: PersonEntry) -> forms.Form:
    others = [
        (each.person.number, person_name(each.person))
        for each in people(day=days.today())
        if each.person.number != found.person.number
    ]
    initial = {"other": number_in(request, "other")}
    return directory_forms.MergeForm(request.POST or None, others=others, initial=initial)


FORMS: dict[str, Callable[[HttpRequest, PersonEntry], Any]] = {
    "change": _change_form,
    "affiliation": lambda request, _found: directory_forms.AffiliationForm(request.POST or None),
    "contact": lambda request, _found: directory_forms.ContactForm(request.POST or None),
    "merge": _merge_form,
}
WRITES: dict[str, Callable[[int, Any, dict[str, Any]], None]] = {
    "change": _change,
    "affiliation": _affiliate,
    "contact": _reach,
    "merge": _merge,
}
DONE: dict[str, Promise] = {
    "change": gettext_lazy("It was changed; what stood there before stays in the history."),
    "affiliation": gettext_lazy("The delegation was added."),
    "contact": gettext_lazy("The contact point was added."),
    "merge": gettext_lazy("The two are one entry now. That can be taken back in its history."),
}


def _found(number: int) -> PersonEntry:
    try:
        return person_entry(number=number, day=days.today())
    except NoSuchPerson as missing:
        raise Http404 from missing


def _hand(request: HttpRequest) -> dict[str, Any]:
    return {"at": days.moment(), "by": who(request).username}


def _done(form: Any, write: Callable[[], Any]) -> Any:
    """What the write gives; None where it was refused, with the reason at its field."""
    try:
        return write()
    except EntryRefused as refused:
        key = "email" if refused.key == "value" and "email" in form.fields else refused.key
        words = _("Allowed: %(allowed)s.") % {"allowed": filled(refused.why)}
        form.add_error(key if key in form.fields else None, words)
    except (NoSuchPerson, actions.NoSuchEntry) as missing:
        raise Http404 from missing
    except CorcomError as refused:
        form.add_error(None, str(refused) or _("This cannot be done."))
    return None


def _page(request: HttpRequest, form: Any, verb: str, name: str, *, asks: bool = False) -> HttpResponse:
    shown = {"form": form, "title": TITLES[verb], "name": name, "asks": asks}
    return render(request, "directory/step.html", shown, status=400 if form.errors else 200)
