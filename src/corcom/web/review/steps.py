"""Reviewing a document: every step is a form that works by itself; a script asks for the changed parts only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corcom.minutes.actions import VerdictSince
from corcom.minutes.domain.findings import PayloadRefused
from corcom.minutes.queries import FindingShown, NoSuchFinding, finding, reading, reading_with
from corcom.minutes.queries.documents import document
from corcom.minutes.queries.review import accepted_together, changes_between, earlier_readings
from corcom.oversight.actions import (
    accept_certain,
    accept_finding,
    accept_findings,
    edit_finding,
    reject_finding,
    undo_findings,
    undo_verdict,
)
from corcom.web.about import document_asked
from corcom.web.day import moment
from corcom.web.person import person
from corcom.web.review import refusals
from corcom.web.review.asked import asked_for, moment_in, number_in
from corcom.web.review.finding_forms import FindingForm, known_names
from corcom.web.review.finding_words import KINDS, title_of
from corcom.web.review.page import Opened, fragment_context, open_document, page_context, shown
from corcom.web.review.proposals import difference_in_words
from corcom.web.rights import requires

Verdict = Callable[..., None]
VERDICTS: dict[str, tuple[Verdict, Promise]] = {
    "accept": (accept_finding, gettext_lazy("Accepted: %(what)s.")),
    "reject": (reject_finding, gettext_lazy("Rejected: %(what)s.")),
    "undo": (undo_verdict, gettext_lazy("Undone: %(what)s.")),
}
STEPS = (*VERDICTS, "edit", "cancel", "save")


@requires("read")
def review(request: HttpRequest, number: int) -> HttpResponse:
    """The document beside what was found in it."""
    return render(request, "review/page.html", page_context(open_document(request, number)))


@requires("review", of=document_asked)
@require_POST
def verdict(request: HttpRequest, number: int) -> HttpResponse:
    """One step on one finding: `accept`, `reject`, `undo`, `edit`, `cancel` or `save`, each with the finding's number."""
    step, found, seen = _step(request, number)
    if step == "save":
        return _save(request, number, found, seen)
    told, problem = "", ""
    if step in VERDICTS:
        give, words = VERDICTS[step]
        try:
            give(finding=found.id, seen=seen, by=person(request), at=moment())
        except refusals.REFUSED as refused:
            problem = refusals.in_words(refused)
        else:
            told = words % {"what": title_of(found)}
    return _answer(request, number, found.id, told=told, problem=problem, editing=step == "edit")


@requires("review", of=document_asked)
@require_POST
def all_certain(request: HttpRequest, number: int) -> HttpResponse:
    """Accept everything that is certain and waits, in one step that can be undone as one."""
    opened = open_document(request, number, _back(request))
    accept = partial(accept_certain, reading=opened.document.reading_id)
    return _in_one_step(request, opened, accept, none=_("Nothing that is certain was waiting."))


@requires("review", of=document_asked)
@require_POST
def all_of_kind(request: HttpRequest, number: int) -> HttpResponse:
    """Accept what waits of the chosen kind and is not doubtful, in one step that can be undone as one."""
    opened = open_document(request, number, _back(request))
    accept = partial(accept_findings, findings=opened.of_kind)
    return _in_one_step(request, opened, accept, none=_("Nothing of that kind was waiting."))


@requires("review", of=document_asked)
@require_POST
def undo_together(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what was accepted in one step, as far as nobody has said more since."""
    opened = open_document(request, number, _back(request))
    at = moment_in(request.POST.get("together", ""))
    found = accepted_together(reading=opened.document.reading_id, at=at) if at else []
    try:
        undone = undo_findings(findings=found, by=person(request), at=moment())
    except refusals.REFUSED as refused:
        messages.error(request, refusals.in_words(refused))
    else:
        if not undone:
            messages.info(request, _("There is nothing to undo."))
            return _to_page(number, opened.asked.query)
        messages.success(
            request, ngettext("%(n)d finding waits again.", "%(n)d findings wait again.", undone) % {"n": undone}
        )
    return _to_page(number, opened.asked.query)


@requires("read")
def changes(request: HttpRequest, number: int) -> HttpResponse:
    """What the current reading brought beside the one before it."""
    found = document(file=number)
    earlier = earlier_readings(reading=found.reading_id) if found else []
    if found is None or not earlier:
        raise Http404
    between = changes_between(earlier=earlier[0].id, later=found.reading_id)
    lists = ((_("New"), between.new), (_("No longer found"), between.gone), (_("Changed"), between.changed))
    return render(
        request,
        "review/changes.html",
        {
            "document": found,
            "earlier": earlier[0],
            "kept": between.kept,
            "lists": [
                (title, [(KINDS[one.kind], one.words, difference_in_words(one)) for one in rows])
                for title, rows in lists
            ],
        },
    )


def _in_one_step(request: HttpRequest, opened: Opened, accept: Callable[..., int], *, none: str) -> HttpResponse:
    """Accept several (`none` is said where there was nothing), and lead back to the page, which offers to undo them together."""
    at, asked, number = moment(), opened.asked, opened.document.file_id
    try:
        given = accept(by=person(request), at=at)
    except refusals.REFUSED as refused:
        messages.error(request, refusals.in_words(refused))
        return _to_page(number, asked.query)
    if not given:
        messages.info(request, none)
        return _to_page(number, asked.query)
    return _to_page(number, f"{asked.query}&together={quote(at.isoformat())}".strip("&"))


def _step(request: HttpRequest, file: int) -> tuple[str, FindingShown, int | None]:
    """Which step on which finding of this file, and the last verdict that the page had; 404 for anything else."""
    for step in STEPS:
        value, _dash, seen = request.POST.get(step, "").partition("-")
        if (number := number_in(value)) is not None:
            try:
                if reading(number=reading_with(finding=number)).file_id == file:
                    return step, finding(number=number), number_in(seen)
            except NoSuchFinding:
                break
    raise Http404


def _save(request: HttpRequest, file: int, found: FindingShown, seen: int | None) -> HttpResponse:
    """Confirm what a person wrote; what does not fit comes back in the form, with nothing lost."""
    now = found.confirmed or found.payload
    form = FindingForm(found.kind, now, request.POST, number=found.id)
    problem = ""
    if form.is_valid():
        changed = {key: value for key, value in form.payload.items() if value != now.get(key)}
        try:
            if changed:
                edit_finding(finding=found.id, payload=changed, seen=seen, by=person(request), at=moment())
            elif found.state != "accepted":
                accept_finding(finding=found.id, seen=seen, by=person(request), at=moment())
        except VerdictSince as since:
            problem, seen = refusals.in_words(since), None
        except PayloadRefused as refused:
            form.refuse(refused)
        except refusals.REFUSED as refused:
            form.add_error(None, refusals.in_words(refused))
    if form.errors or problem:
        told = _("Not saved: look at the form.")
        return _answer(request, file, found.id, told=told, problem=problem, form=form, seen=seen)
    return _answer(request, file, found.id, told=_("Saved: %(what)s.") % {"what": title_of(finding(number=found.id))})


def _answer(
    request: HttpRequest,
    file: int,
    number: int,
    *,
    told: str = "",
    problem: str = "",
    editing: bool = False,
    form: FindingForm | None = None,
    seen: int | None = None,
) -> HttpResponse:
    """The finding as it stands now: as a part for a script, else by way of the page; a form comes back as it was `seen`."""
    scripted = bool(getattr(request, "htmx", False))
    back = _back(request)
    if not scripted and form is None:
        if problem:
            messages.error(request, problem)
        elif told:
            messages.success(request, told)
        key = "edit" if editing else "finding"
        return _to_page(file, f"{asked_for(back).query}&{key}={number}".strip("&"), anchor=f"finding-{number}")
    opened = open_document(request, file, back)
    opened.asked = replace(opened.asked, editing=number if editing or form else None)
    if form:
        opened.forms[number], opened.seen[number] = form, seen
    if problem:
        opened.problems[number] = problem
    if not scripted:
        return render(request, "review/page.html", page_context(opened), status=400)
    return render(request, "review/page.html#answer", _part(opened, number, told or problem))


def _part(opened: Opened, number: int, told: str) -> dict[str, object]:
    """The finding, and the head of the record, which is accepted with the first of its findings."""
    head = next((place for place in opened.places if place.kind == "meeting"), None)
    with_head = head and head.id != number and opened.asked.fits(head) and opened.asked.page == 1
    return {
        **fragment_context(opened),
        "it": shown(opened, finding(number=number)),
        "head": shown(opened, finding(number=head.id)) if head and with_head else None,
        "told": told,
        "names": known_names() if opened.asked.editing else [],
    }


def _back(request: HttpRequest) -> QueryDict:
    """The query of the page from which a step was sent."""
    return QueryDict(request.POST.get("back", "")[:2000])


def _to_page(file: int, query: str, *, anchor: str = "review-findings") -> HttpResponse:
    address = reverse("document_review", args=[file])
    return HttpResponseRedirect(f"{address}{f'?{query}' if query else ''}#{anchor}")
