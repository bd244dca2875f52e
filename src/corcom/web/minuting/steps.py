"""The steps of minutes as plain forms: begun, head, circulated, approved, opened for a correction, made public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.kernel.errors import ChangedMeanwhile
from corcom.meetings.queries import PlannedMeeting, planned_of_body
from corcom.minuting import actions
from corcom.minuting.actions import MinutesIssued
from corcom.minuting.domain.attendance_lines import attendance_lines
from corcom.minuting.queries import MinutesDraft, draft_content, minutes_draft
from corcom.oversight.actions import approve_minutes, circulate_minutes
from corcom.register.domain.gazetteer import party
from corcom.web import day as days
from corcom.web import wording
from corcom.web.about import meeting_asked
from corcom.web.filters import number_sent
from corcom.web.meanwhile import as_opened, form_page, put_together
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.minuting.forms import ApproveForm, CirculateForm, HeadForm, NoteForm, said_in
from corcom.web.minuting.language import wording_in
from corcom.web.minuting.page import written_minutes
from corcom.web.minuting.words import REFUSED, in_words, not_followed
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.state_names import state_name


@requires("review", of=meeting_asked)
@require_POST
def start_minutes(request: HttpRequest, number: int) -> HttpResponse:
    """Begin to write the minutes of a planned meeting."""
    try:
        actions.start_minutes(
            meeting=number, by=person(request), at=days.moment(), wording=wording_in(get_language() or "en")
        )
    except actions.AlreadyWritten:
        return redirect("minutes", number)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("plan", number)
    return redirect("minutes", number)


HEAD_CHANGED = gettext_lazy(
    "%(who)s changed the head while you wrote. Nothing is lost: below stands what both of you say together, with your words"
    " where you differ. Look at it and save again."
)


@requires("review", of=meeting_asked)
def minutes_head(request: HttpRequest, number: int) -> HttpResponse:
    """What stands at the head. Where somebody else changed it meanwhile, both changes are put together."""
    found, draft = written_minutes(number)
    form = HeadForm(request.POST if request.method == "POST" else None, initial=said_in(draft.head))
    shown: dict[str, Any] = {"version": draft.version, "was": said_in(draft.head)}
    if form.is_bound and form.is_valid():
        try:
            actions.change_head(
                meeting=number,
                version=number_sent(request, "version"),
                head=form.head(),
                by=person(request),
                at=days.moment(),
            )
        except ChangedMeanwhile as changed:
            was = said_in(written_minutes(number)[1].head)
            together, shown = put_together(
                changed, said=HEAD_CHANGED, before=as_opened(request, was), mine=form.cleaned_data, theirs=was
            )
            form = HeadForm(initial=together)
        except REFUSED as refused:
            form.add_error(getattr(refused, "key", None), in_words(refused))
            shown["version"] = number_sent(request, "version")
        else:
            messages.success(request, _("The head is changed."))
            return redirect("minutes", number)
    shown |= {"found": found, "title": meeting_name(found.plan), "form": form}
    return form_page(request, "minuting/head.html", shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVerb:
    """A step of minutes: what it is called, what it says of itself, its form, and what it does with that."""

    slug: str
    label: Promise
    told: Promise
    form: Callable[[HttpRequest, PlannedMeeting], Any]
    act: Callable[[HttpRequest, int, Any], None]
    done: Promise


@requires("review", of=meeting_asked)
def minutes_step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """One of the steps."""
    found, draft = written_minutes(number)
    step = VERBS.get(verb)
    if step is None:
        raise Http404
    form = step.form(request, found)
    if form.is_bound and form.is_valid():
        try:
            step.act(request, number, form)
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, str(step.done))
            return redirect("minutes_versions", number)
    shown = {"found": found, "draft": draft, "title": meeting_name(found.plan), "step": step, "form": form}
    return render(request, "minuting/step.html", shown, status=400 if form.errors else 200)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _circulate_form(request: HttpRequest, found: PlannedMeeting) -> CirculateForm:
    return CirculateForm(_sent(request), parties=_delegations(found), zone=found.plan.zone)


def _delegations(found: PlannedMeeting) -> list[tuple[str, str]]:
    """Everybody on the list of attendance whom the register knows."""
    content = draft_content(meeting=found.number)
    names = [
        line.delegation
        for one in content.of_kind("present", "apologies", "absent")
        for line in attendance_lines(one.text)
    ]
    known = {who.code: who.name for name in names if (who := party(name)) is not None}
    return [(code, state_name(code, name)) for code, name in known.items()]


def _circulate(request: HttpRequest, number: int, form: CirculateForm) -> None:
    done = circulate_minutes(
        meeting=number, by=person(request), at=days.moment(), wording=_language(number), comments=form.wanted()
    )
    _tell(request, done)


def _approve_form(request: HttpRequest, found: PlannedMeeting) -> ApproveForm:
    plan = found.plan
    later = planned_of_body(convention=plan.convention, body=plan.body, after=plan.starts_on)
    meetings = [(str(one.number), wording.in_words(one.plan.starts_on)) for one in later]
    return ApproveForm(_sent(request), meetings=meetings)


def _approve(request: HttpRequest, number: int, form: ApproveForm) -> None:
    said = form.cleaned_data
    done = approve_minutes(
        meeting=number,
        approved_at=int(said["approved_at"]),
        note=said["note"],
        by=person(request),
        at=days.moment(),
        wording=_language(number),
    )
    _tell(request, done)


def _language(number: int) -> Any:
    draft: MinutesDraft = minutes_draft(meeting=number)
    return wording_in(draft.head.language)


def _tell(request: HttpRequest, done: MinutesIssued) -> None:
    for one in done.refused:
        messages.warning(request, not_followed(one.words, one.why))


def _note_form(request: HttpRequest, found: PlannedMeeting) -> NoteForm:
    return NoteForm(_sent(request))


def _reopen(request: HttpRequest, number: int, form: NoteForm) -> None:
    actions.reopen_minutes(meeting=number, note=form.cleaned_data["note"], by=person(request), at=days.moment())


def _hide(request: HttpRequest, number: int, form: NoteForm) -> None:
    actions.hide_minutes(meeting=number, note=form.cleaned_data["note"], by=person(request), at=days.moment())


@requires("review", of=meeting_asked)
@require_POST
def publish_minutes(request: HttpRequest, number: int) -> HttpResponse:
    """Make the public copy public, from the page that shows it."""
    try:
        actions.publish_minutes(meeting=number, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("The public copy is public."))
    return redirect("minutes_preview", number)


VERBS: dict[str, MinutesVerb] = {
    "circulate": MinutesVerb(
        slug="circulate",
        label=gettext_lazy("Circulate the minutes"),
        told=gettext_lazy(
            "The minutes are issued as they stand. With this the meeting is on record: decisions and action points go into"
            " follow-up, and search finds the text."
        ),
        form=_circulate_form,
        act=_circulate,
        done=gettext_lazy("The minutes are circulated, and the meeting is on record."),
    ),
    "approve": MinutesVerb(
        slug="approve",
        label=gettext_lazy("Record the approval"),
        told=gettext_lazy(
            "The minutes as they stand are taken as a correct record and never change again. What was corrected since they"
            " were circulated is noted with them."
        ),
        form=_approve_form,
        act=_approve,
        done=gettext_lazy("The minutes are approved as a correct record."),
    ),
    "correct": MinutesVerb(
        slug="correct",
        label=gettext_lazy("Open for a correction"),
        told=gettext_lazy(
            "What was approved stays as it is. A correction becomes a version of its own, approved by a later meeting."
        ),
        form=_note_form,
        act=_reopen,
        done=gettext_lazy("The minutes are open for a correction."),
    ),
    "hide": MinutesVerb(
        slug="hide",
        label=gettext_lazy("Take the public copy back"),
        told=gettext_lazy("Nobody but those who are signed in can open it from now on."),
        form=_note_form,
        act=_hide,
        done=gettext_lazy("The public copy is not public any more."),
    ),
}
