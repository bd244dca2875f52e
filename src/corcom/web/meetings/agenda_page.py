"""The agenda of a planned meeting: filled, edited, reordered, released. Each step is a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corcom.access.domain.grants import Matter
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.meetings import actions
from corcom.meetings.queries import (
    AgendaLine,
    NoSuchItem,
    NotPlanned,
    PlannedMeeting,
    agenda_item,
    draft_agenda,
    latest_release,
)
from corcom.minutes.queries.documents import DocumentsWanted, documents, documents_of
from corcom.web import day as days
from corcom.web.about import item_asked, meeting_asked
from corcom.web.filters import number_sent, numbers_in
from corcom.web.meanwhile import as_opened, form_page, put_together
from corcom.web.meetings.agenda_input import input_shown
from corcom.web.meetings.plan_changes import NAMES, value_in_words
from corcom.web.meetings.plan_forms import ItemForm
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_page import agenda_line, downloads, matters_address, minutes_in_words
from corcom.web.meetings.plan_refusals import REFUSED, in_words
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken

MOST_PAPERS = 200
"""Documents that are offered as papers, the latest first."""


@requires("schedule", of=meeting_asked)
def agenda(request: HttpRequest, number: int) -> HttpResponse:
    """The draft agenda of a planned meeting, to be edited."""
    found = found_plan(number)
    form = ItemForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = actions.add_item(meeting=number, item=_text(form.values()), by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The item stands at the end of the agenda."))
            return redirect(_at(number, made))
    lines = draft_agenda(meeting=number)
    total = sum(line.item.minutes for line in lines)
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "lines": [agenda_line(line) for line in lines],
        "total": minutes_in_words(total) if total else "",
        "form": form,
        "latest": latest_release(meeting=number),
        "matters": matters_address(found),
        "downloads": downloads(request, number),
        "input": input_shown(number, lines),
    }
    return render(request, "meetings/agenda.html", shown, status=400 if form.errors else 200)


def _text(values: dict[str, Any]) -> actions.ItemText:
    return actions.ItemText(**values)


def _at(number: int, item: int) -> str:
    return f"{reverse('agenda', args=[number])}#item-{item}"


def _agenda_of(request: HttpRequest, found: PlannedMeeting) -> str:
    """Where the whole agenda stands for this person: to be edited, or to be read."""
    may_edit = holds(request, "schedule", Matter(convention=found.plan.convention))
    return reverse("agenda" if may_edit else "plan", args=[found.number])


CHANGED = gettext_lazy(
    "%(who)s changed this item while you wrote. Nothing is lost: below stands what both of you say together."
)


@requires("introduce", of=item_asked)
def agenda_item_page(request: HttpRequest, number: int, item: int) -> HttpResponse:
    """Editing an item. Where somebody else changed it meanwhile, both changes are shown and nothing is lost."""
    found = found_plan(number)
    try:
        line = agenda_item(meeting=number, number=item)
    except NoSuchItem as gone:
        messages.error(request, in_words(gone))
        return redirect(_agenda_of(request, found))
    form = ItemForm(request.POST if request.method == "POST" else None, initial=_said(line))
    shown: dict[str, Any] = {"version": line.version, "was": _said(line)}
    if form.is_bound and form.is_valid():
        try:
            _change(request, number, item, form)
        except ChangedMeanwhile as changed:
            form, shown = _both(request, agenda_item(meeting=number, number=item), form, changed)
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
            shown = {"version": number_sent(request, "version"), "was": _was(request)}
        else:
            messages.success(request, _("The item is changed."))
            return redirect(f"{_agenda_of(request, found)}#item-{item}")
    shown |= {"found": found, "title": meeting_name(found.plan), "line": line, "form": form}
    shown |= {"papers": _papers(line, request), "agenda": _agenda_of(request, found)}
    return form_page(request, "meetings/agenda_item.html", shown)


def _said(line: AgendaLine) -> dict[str, object]:
    item = line.item
    return {"title": item.title, "introduced_by": item.introduced_by, "minutes": item.minutes, "text": item.text}


def _was(request: HttpRequest) -> dict[str, object]:
    """What the item said when the form was opened."""
    return {**as_opened(request, ("title", "introduced_by", "text")), "minutes": number_sent(request, "was-minutes")}


def _change(request: HttpRequest, number: int, item: int, form: ItemForm) -> None:
    at, by = days.moment(), person(request)
    files = numbers_in(request.POST.getlist("papers")) if "with-papers" in request.POST else []
    kept = {paper.file_id for paper in agenda_item(meeting=number, number=item).papers}
    # The agenda shows the names of its papers: only what was read as a document is offered, and taken.
    if set(files) - kept - documents_of(files=files).keys():
        raise actions.ItemRefused("file")
    actions.change_item(
        meeting=number, number=item, version=number_sent(request, "version"), item=_text(form.values()), by=by, at=at
    )
    if "with-papers" in request.POST and set(files) != kept:
        actions.put_papers(meeting=number, number=item, files=files, by=by, at=at)


def _both(
    request: HttpRequest, line: AgendaLine, form: ItemForm, changed: ChangedMeanwhile
) -> tuple[ItemForm, dict[str, Any]]:
    """The form again with both changes in it, and what the other person wrote beside what differs."""
    together, shown = put_together(
        changed,
        said=CHANGED,
        before=_was(request),
        mine=form.values(),
        theirs=_said(line),
        naming=lambda key, value: (str(NAMES[key]), value_in_words(key, value)),
    )
    return ItemForm(initial=together), shown


def _papers(line: AgendaLine, request: HttpRequest) -> list[tuple[int, str, bool]]:
    """The documents that can be papers, those of this item first."""
    sent = set(numbers_in(request.POST.getlist("papers"))) if "with-papers" in request.POST else None
    kept = {paper.file_id: paper.name for paper in line.papers}
    others = {one.file_id: one.name for one in documents(wanted=DocumentsWanted(), size=MOST_PAPERS).lines}
    chosen = kept.keys() if sent is None else sent
    return [(file, name, file in chosen) for file, name in {**kept, **others}.items()]


@requires("schedule", of=meeting_asked)
@require_POST
def agenda_step(request: HttpRequest, number: int, item: int) -> HttpResponse:
    """Moving an item, taking it off, saying that it was left unfinished."""
    verb = next((name for name in STEPS if name in request.POST), None)
    if verb is None:
        raise Http404
    try:
        STEPS[verb](request, number, item)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    return redirect("agenda", number) if verb == "withdraw" else redirect(_at(number, item))


def _place(number: int, item: int) -> int:
    return agenda_item(meeting=number, number=item).place


def _mark(request: HttpRequest, number: int, item: int, *, unfinished: bool) -> None:
    actions.mark_unfinished(meeting=number, number=item, unfinished=unfinished, by=person(request), at=days.moment())


def _withdraw(request: HttpRequest, number: int, item: int) -> None:
    actions.withdraw_item(meeting=number, number=item, by=person(request), at=days.moment())
    messages.success(request, _("The item is taken off; its words stay in the history of the meeting."))


STEPS: dict[str, Callable[[HttpRequest, int, int], None]] = {
    "up": lambda _r, number, item: actions.move_item(meeting=number, number=item, to=_place(number, item) - 1),
    "down": lambda _r, number, item: actions.move_item(meeting=number, number=item, to=_place(number, item) + 1),
    "withdraw": _withdraw,
    "unfinished": lambda request, number, item: _mark(request, number, item, unfinished=True),
    "finished": lambda request, number, item: _mark(request, number, item, unfinished=False),
    "put": lambda request, number, item: actions.move_item(
        meeting=number, number=item, to=number_sent(request, "place")
    ),
}


@requires("schedule", of=meeting_asked)
@require_POST
def agenda_fill(request: HttpRequest, number: int) -> HttpResponse:
    """Adding the items that come by themselves and are not there."""
    found = found_plan(number)
    added = actions.fill_agenda(meeting=found.number, by=person(request), at=days.moment(), wording=spoken())
    messages.success(request, ngettext("%(n)d item was added.", "%(n)d items were added.", added) % {"n": added})
    return redirect("agenda", number)


@requires("schedule", of=meeting_asked)
@require_POST
def agenda_release(request: HttpRequest, number: int) -> HttpResponse:
    """Releasing the agenda as it stands."""
    try:
        version = actions.release_agenda(meeting=number, by=person(request), at=days.moment())
    except NotPlanned as missing:
        raise Http404 from missing
    except (actions.EmptyAgenda, actions.AlreadyReleased) as refused:
        _refuse(request, refused)
    else:
        messages.success(
            request, _("Version %(number)s is released and does not change any more.") % {"number": version}
        )
    return redirect("agenda", number)


def _refuse(request: HttpRequest, refused: CorcomError) -> None:
    messages.error(request, in_words(refused))
