"""The host's checklist of a meeting: how far it is, what was changed by whom, and each entry to be changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corcom.kernel.errors import ChangedMeanwhile
from corcom.participation import actions
from corcom.participation.domain.checklist import STATES, Entry, progress
from corcom.participation.queries import (
    EntryLine,
    NoSuchEntry,
    checklist_changes,
    checklist_entry,
    checklist_of,
)
from corcom.web import day as days
from corcom.web import wording
from corcom.web.about import meeting_asked, of_plan
from corcom.web.filled import filled
from corcom.web.filters import number_sent
from corcom.web.meanwhile import as_opened, form_page, put_together
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import Status, StatusMark
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken
from corcom.web.step_forms import Day, Line, Lines, OneOf
from corcom.web.taking_part.words import REFUSED, in_words

HOSTED = ("msp", "review_conference")
"""The kinds of meetings that a State hosts."""
MARKS: dict[str, Status] = {"open": "unknown", "under_way": "due", "done": "met", "not_needed": "none"}


class EntryForm(forms.Form):
    """An entry. What it said when the form was opened goes with it, so that nothing of another is lost."""

    title = forms.CharField(label=gettext_lazy("What is to be seen to"), max_length=300, widget=Line())
    state = forms.ChoiceField(label=gettext_lazy("State of things"), widget=OneOf())
    owner = forms.CharField(label=gettext_lazy("Who sees to it"), max_length=200, required=False, widget=Line())
    due_on = forms.DateField(label=gettext_lazy("Until"), required=False, widget=Day(), input_formats=["%Y-%m-%d"])
    note = forms.CharField(label=gettext_lazy("Note"), max_length=5000, required=False, widget=Lines())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        field.choices = [(code, _(words)) for code, words in STATES.items()]

    def values(self) -> dict[str, Any]:
        """What was written, as plain values."""
        said = self.cleaned_data
        due = said["due_on"].isoformat() if said["due_on"] else ""
        return {**said, "due_on": due, "note": said["note"].replace("\r\n", "\n").strip()}


NAMES = {name: field.label for name, field in EntryForm.base_fields.items()}


@requires("read")
def checklist(request: HttpRequest, number: int) -> HttpResponse:
    """The checklist, with a form for what the rulebook does not know of."""
    found, day = found_plan(number), days.today()
    form = EntryForm(request.POST if request.method == "POST" else None, initial={"state": "open"})
    may_change = holds(request, "schedule", of_plan(found))
    if may_change and form.is_bound and form.is_valid():
        try:
            actions.add_entry(meeting=number, entry=Entry(**form.cleaned_data), by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It stands at the end of the checklist."))
            return redirect("host_checklist", number)
    lines = checklist_of(meeting=number)
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "lines": [_line(line, day) for line in lines],
        "progress": [filled(one) for one in progress([line.entry for line in lines], day)],
        "form": form,
        "may_change": may_change,
        "changes": [_change(one) for one in checklist_changes(meeting=number)][:50],
    }
    return render(request, "taking_part/checklist.html", shown, status=400 if form.errors else 200)


def _line(line: EntryLine, day: Any) -> dict[str, Any]:
    late = line.entry.is_late(day)
    words = _("late") if late else _(STATES[line.entry.state])
    return {
        "line": line,
        "entry": line.entry,
        "mark": StatusMark("overdue" if late else MARKS[line.entry.state], words),
    }


def _change(one: Any) -> tuple[str, str, str, list[tuple[str, str, str]]]:
    rows = [
        (str(NAMES[key]), _value(key, one.before.get(key)), _value(key, one.after.get(key)))
        for key in NAMES
        if one.before and key in one.after
    ]
    return one.title, wording.moment_in_words(one.at), one.by, rows


def _value(key: str, value: Any) -> str:
    if not value:
        return "–"
    if key == "due_on":
        return wording.days_in_words(str(value))
    return _(STATES[value]) if key == "state" and value in STATES else str(value)


@requires("schedule", of=meeting_asked)
@require_POST
def checklist_start(request: HttpRequest, number: int) -> HttpResponse:
    """Add what the rulebook's checklist has and this one has not."""
    try:
        added = actions.start_checklist(
            meeting=found_plan(number).number, by=person(request), at=days.moment(), wording=spoken()
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        words = ngettext("%(n)d entry was added.", "%(n)d entries were added.", added)
        messages.success(request, words % {"n": added})
    return redirect("host_checklist", number)


CHANGED = gettext_lazy(
    "%(who)s changed this entry while you wrote. Nothing is lost: below stands what both of you say together."
)


@requires("schedule", of=meeting_asked)
def checklist_entry_page(request: HttpRequest, number: int, entry: int) -> HttpResponse:
    """Changing an entry. Where somebody else changed it meanwhile, both changes are shown and nothing is lost."""
    found = found_plan(number)
    try:
        line = checklist_entry(meeting=number, number=entry)
    except NoSuchEntry as gone:
        messages.error(request, in_words(gone))
        return redirect("host_checklist", number)
    form = EntryForm(request.POST if request.method == "POST" else None, initial=_said(line))
    shown: dict[str, Any] = {"version": line.version, "was": _said(line)}
    if form.is_bound and form.is_valid():
        try:
            actions.change_entry(
                meeting=number,
                number=entry,
                version=number_sent(request, "version"),
                entry=Entry(**form.cleaned_data),
                by=person(request),
                at=days.moment(),
            )
        except ChangedMeanwhile as changed:
            form, shown = _both(request, checklist_entry(meeting=number, number=entry), form, changed)
        else:
            messages.success(request, _("The entry is changed."))
            return redirect("host_checklist", number)
    elif form.is_bound:
        shown = {"version": number_sent(request, "version"), "was": as_opened(request, NAMES)}
    shown |= {"found": found, "title": meeting_name(found.plan), "line": line, "form": form}
    return form_page(request, "taking_part/checklist_entry.html", shown)


def _said(line: EntryLine) -> dict[str, Any]:
    one = line.entry
    due = one.due_on.isoformat() if one.due_on else ""
    return {"title": one.title, "state": one.state, "owner": one.owner, "due_on": due, "note": one.note}


def _both(
    request: HttpRequest, line: EntryLine, form: EntryForm, changed: ChangedMeanwhile
) -> tuple[EntryForm, dict[str, Any]]:
    """The form again with both changes in it, and what the other person wrote beside what differs."""
    together, shown = put_together(
        changed,
        said=CHANGED,
        before=as_opened(request, NAMES),
        mine=form.values(),
        theirs=_said(line),
        naming=lambda key, value: (str(NAMES[key]), _value(key, value)),
    )
    return EntryForm(initial=together), shown
