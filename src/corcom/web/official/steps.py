"""Registering official documents and changing what is said of them, each as a plain form."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.documents import actions
from corcom.documents.domain.circles import Circle
from corcom.documents.domain.symbols import ENDINGS, Ending
from corcom.documents.queries import ShownDocument, proposed_after, proposed_symbols
from corcom.kernel.errors import ChangedMeanwhile
from corcom.web import day as days
from corcom.web.filters import convention_of, number_in, number_sent, text_in
from corcom.web.meanwhile import as_opened, form_page, put_together
from corcom.web.official.asked import meeting_key, meeting_of
from corcom.web.official.forms import DocumentForm, RegisterForm, initial_of
from corcom.web.official.history import NAMES, value_in_words
from corcom.web.official.meetings_named import parted
from corcom.web.official.page import found_or_404
from corcom.web.official.refusals import REFUSED, in_words
from corcom.web.official.words import meeting_in_words, named
from corcom.web.person import person
from corcom.web.rights import requires


def hand(request: HttpRequest) -> dict[str, Any]:
    """What every write is given."""
    return {"by": person(request).get_username(), "at": days.moment()}


@requires("upload")
def register_document(request: HttpRequest) -> HttpResponse:
    """Register a document, with a symbol that is written or the next of a series."""
    form = RegisterForm(request.POST or None, initial=_initial(request))
    proposed = ""
    if form.is_bound and form.is_valid():
        proposed = _proposed(form)
        if proposed and "propose" not in request.POST:
            form.cleaned_data["symbol"] = proposed
        if not form.errors and "propose" not in request.POST:
            number = _register(request, form)
            if number:
                messages.success(request, _("It is registered. Upload its first version."))
                return redirect("official_document", number)
    if proposed and "propose" in request.POST:
        form = RegisterForm(initial={**form.cleaned_data, "symbol": proposed})
    shown = {"form": form, "proposed": proposed}
    return render(request, "official/register.html", shown, status=400 if form.errors else 200)


def _register(request: HttpRequest, form: RegisterForm) -> int | None:
    try:
        circle = cast("Circle", form.cleaned_data["circle"])
        return actions.register_document(details=form.details(), circle=circle, **hand(request))
    except REFUSED as refused:
        form.add_error(None, in_words(refused))
        return None


def _proposed(form: RegisterForm) -> str:
    """The next symbol of the series that was chosen, where none was written; what is missing for it is said at its field."""
    said = form.cleaned_data
    convention, _bar, code = said["series"].partition("|")
    if said["symbol"].strip() or not code:
        return ""
    if convention != said["convention"]:
        form.add_error("series", _("This is a series of another convention."))
        return ""
    meeting = parted(said["meeting"])
    if meeting is None or meeting[2] is None:
        form.add_error("meeting", _("Choose the meeting: a symbol of this series says its year."))
        return ""
    number = form.chosen_meeting.number if form.chosen_meeting else None
    found = proposed_symbols(convention=convention, meeting=number or 0, year=meeting[2].year)
    one = next(each for each in found if each.series.code == code)
    if one.series.needs_meeting and number is None:
        form.add_error("symbol", _("The number of this meeting is not known. Write the symbol yourself."))
        return ""
    return one.symbol


def _initial(request: HttpRequest) -> dict[str, Any]:
    """A document after another one, or of the meeting that the address names."""
    after, ending = number_in(request, "after"), text_in(request, "ending")
    if after and ending in ENDINGS:
        found = found_or_404(request, after)
        if found.symbol:
            symbol = proposed_after(symbol=found.symbol)[cast("Ending", ending)]
            return {**initial_of(found), "symbol": symbol, "circle": found.circle}
    convention, meeting = convention_of(request), meeting_of(text_in(request, "meeting"))
    kept = {"convention": convention} if convention else {}
    return {**kept, "meeting": f"{convention}|{meeting_key(*meeting)}"} if meeting and convention else kept


CHANGED = gettext_lazy(
    "%(who)s changed this document while you wrote. Nothing is lost: below stands what both of you say together."
)


@requires("upload")
def change_document(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is said of a document. Where somebody else did meanwhile, both changes are shown and nothing is lost."""
    found = _editable(request, number)
    form = DocumentForm(request.POST or None, initial=initial_of(found))
    shown: dict[str, Any] = {"version": found.version, "was": initial_of(found)}
    if form.is_bound and form.is_valid():
        try:
            done = actions.change_document(
                number=number, version=number_sent(request, "version"), details=form.details(), **hand(request)
            )
        except ChangedMeanwhile as changed:
            form, shown = _both(request, found_or_404(request, number), form, changed)
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It is changed.") if done else _("Nothing was changed: it says so already."))
            return redirect("official_document", number)
    if form.errors:
        shown = {"version": number_sent(request, "version"), "was": _was(request)}
    shown |= {"form": form, "found": found, "name": named(found)}
    return form_page(request, "official/change.html", shown)


def _was(request: HttpRequest) -> dict[str, Any]:
    """What the document said when the form was opened."""
    return as_opened(request, ("convention", "meeting", "kind", "title", "symbol", "original_language"))


def _both(
    request: HttpRequest, now: ShownDocument, form: DocumentForm, changed: ChangedMeanwhile
) -> tuple[DocumentForm, dict[str, Any]]:
    """The form again with both changes in it, and what the other person wrote beside what differs."""
    was, said = _was(request), initial_of(now)
    together, shown = put_together(
        changed,
        said=CHANGED,
        before=was,
        mine={key: form.cleaned_data[key].strip() for key in was},
        theirs={key: said[key] for key in was},
        naming=lambda key, value: (_("Meeting") if key == "meeting" else str(NAMES[key]), _value(key, value)),
    )
    return DocumentForm(initial=together), shown


def _value(key: str, value: str) -> str:
    if key == "meeting":
        found = parted(value)
        return meeting_in_words(found[1], found[2]) if found else _("none")
    return value_in_words(key, value)


def _editable(request: HttpRequest, number: int) -> ShownDocument:
    """A document of which whoever asks sees the drafts: nobody changes what they do not see as a whole."""
    found = found_or_404(request, number)
    if not found.sees_drafts:
        raise Http404
    return found
