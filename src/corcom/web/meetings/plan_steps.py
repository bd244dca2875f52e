"""Planning a meeting and the steps after it, each as a plain form: schedule, confirm, move, change, cancel, clone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.access.domain.grants import Matter
from corcom.documents.actions import follow_moved_meeting
from corcom.meetings import actions
from corcom.meetings.domain.clash import Clash
from corcom.meetings.domain.plan import Said
from corcom.meetings.queries import PlannedMeeting, clashes_with, last_of_body, planned_meeting
from corcom.rulebooks.holidays import Holidays
from corcom.rulebooks.reading import holiday_places
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.filled import filled
from corcom.web.filters import convention_of, text_in
from corcom.web.meetings.mail import tell_change
from corcom.web.meetings.plan_forms import (
    ChangePlanForm,
    CloneForm,
    MoveForm,
    PlanForm,
    SayForm,
    holiday_choices,
    initial_of,
    month_later,
)
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_refusals import REFUSED, in_words
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import Link
from corcom.web.rights import insist, requires
from corcom.web.spoken_in import spoken


@dataclass(frozen=True, slots=True)
class PlanVerb:
    """A step of planning: its word in the address, its label and drawing, and how a meeting may stand for it."""

    slug: str
    label: Promise
    icon: str
    when: tuple[Said, ...]
    done: Promise


VERBS = (
    PlanVerb(
        "confirm",
        gettext_lazy("Confirm"),
        "accept",
        ("tentative", "cancelled"),
        gettext_lazy("It is confirmed."),
    ),
    PlanVerb(
        "move",
        gettext_lazy("Move"),
        "next",
        ("tentative", "confirmed"),
        gettext_lazy("It is moved; the days before stay in its history."),
    ),
    PlanVerb(
        "change",
        gettext_lazy("Change"),
        "edit",
        ("tentative", "confirmed"),
        gettext_lazy("It is changed; what was planned before stays in its history."),
    ),
    PlanVerb(
        "cancel",
        gettext_lazy("Cancel the meeting"),
        "reject",
        ("tentative", "confirmed"),
        gettext_lazy("It is cancelled. You can confirm it again."),
    ),
    PlanVerb(
        "clone",
        gettext_lazy("Plan the next one"),
        "day",
        ("tentative", "confirmed", "cancelled"),
        gettext_lazy("The next meeting is planned; its agenda filled itself."),
    ),
)


def verbs_for(found: PlannedMeeting) -> list[PlanVerb]:
    """The steps that a meeting may take; one with a record can only be followed by the next."""
    return [one for one in VERBS if found.said in one.when and (not found.on_record or one.slug == "clone")]


@requires("schedule")
def schedule(request: HttpRequest) -> HttpResponse:
    """Planning a meeting, by itself or after the last one of its body."""
    data = request.POST if request.method == "POST" else None
    form = PlanForm(data, initial=_initial(request))
    warned: list[tuple[str, Link | str]] = []
    if form.is_bound and form.is_valid():
        wanted = form.plan()
        insist(request, "schedule", Matter(convention=wanted.convention))
        warned = clash_lines(request, wanted.starts_on, wanted.ends_on)
        if _may_go_on(request, warned):
            try:
                made = actions.schedule_meeting(plan=wanted, by=person(request), at=days.moment(), wording=spoken())
            except REFUSED as refused:
                form.add_error(None, in_words(refused))
            else:
                messages.success(request, _("The meeting is planned, and tentative until it is confirmed."))
                return redirect("meeting", made.pk)
    shown = {"form": form, "warned": warned, "places": holiday_choices(), "at": request.POST.get("holidays", "geneva")}
    return render(request, "meetings/schedule.html", shown, status=400 if form.errors else 200)


def _initial(request: HttpRequest) -> dict[str, object]:
    """The last planned meeting of the body that the address names, a few weeks later; else the usual."""
    convention, body = convention_of(request), text_in(request, "body")
    last = last_of_body(convention=convention, body=body) if body else None
    if last is None:
        return {"convention": convention, "body": body}
    on = month_later(last.plan.starts_on)
    return {**initial_of(last.plan), "number": None, "starts_on": on}


def _may_go_on(request: HttpRequest, warned: list[Any]) -> bool:
    """Without a warning at once; otherwise once somebody has read them and says so."""
    return not warned or "anyway" in request.POST


def clash_lines(
    request: HttpRequest, starts_on: date, ends_on: date, leaving_out: int | None = None
) -> list[tuple[str, Link | str]]:
    """What speaks against some days, each with a link to our own meeting where it is one."""
    found = clashes_with(
        starts_on=starts_on, ends_on=max(starts_on, ends_on), holidays=place_of(request), leaving_out=leaving_out
    )
    return [clash_line(one) for one in found]


def clash_line(one: Clash) -> tuple[str, Link | str]:
    """One warning in words, with a link to our own meeting where it is one."""
    link = Link(_("to that meeting"), reverse("meeting", args=[one.number])) if one.number else ""
    return filled(one.words), link


def place_of(request: HttpRequest) -> Holidays | None:
    """The duty station whose holidays count: Geneva, unless another was chosen."""
    code = request.POST.get("holidays", request.GET.get("holidays", "geneva"))
    return next((place for place in holiday_places() if place.code == code), None)


@requires("schedule", of=meeting_asked)
def plan_step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """The form of a step of planning, and the step itself."""
    found = found_plan(number)
    known = next((one for one in VERBS if one.slug == verb), None)
    if known is None:
        raise Http404
    if known not in verbs_for(found):
        messages.error(request, _not_now(found))
        return redirect("plan", number)
    form = FORMS[verb](found, request.POST if request.method == "POST" else None)
    warned: list[tuple[str, Link | str]] = []
    if form.is_bound and form.is_valid():
        warned = _warned(request, found, verb, form.cleaned_data)
        if _may_go_on(request, warned):
            try:
                answer = PERFORM[verb](request, number, form)
            except REFUSED as refused:
                form.add_error(None, in_words(refused))
            else:
                messages.success(request, str(known.done))
                if verb != "clone":
                    tell_change(request, number)
                return redirect("meeting", answer)
    shown = {
        "form": form,
        "verb": known,
        "found": found,
        "title": meeting_name(found.plan),
        "warned": warned,
        "places": holiday_choices() if verb in {"move", "clone"} else [],
        "at": request.POST.get("holidays", "geneva"),
    }
    return render(request, "meetings/plan_step.html", shown, status=400 if form.errors else 200)


def _not_now(found: PlannedMeeting) -> str:
    if found.on_record:
        return in_words(actions.AlreadyHeld(found.plan.starts_on))
    return in_words(actions.AlreadySaid(found.said))


def _warned(
    request: HttpRequest, found: PlannedMeeting, verb: str, said: dict[str, Any]
) -> list[tuple[str, Link | str]]:
    """What speaks against the days to which a meeting is to be moved, or on which the next is to be."""
    if verb not in {"move", "clone"}:
        return []
    lasts = found.plan.ends_on - found.plan.starts_on
    ends_on = said.get("ends_on") or said["starts_on"] + lasts
    return clash_lines(request, said["starts_on"], ends_on, found.number if verb == "move" else None)


FORMS: dict[str, Callable[[PlannedMeeting, Any], forms.Form]] = {
    "confirm": lambda _found, data: SayForm(data),
    "cancel": lambda _found, data: SayForm(data),
    "move": lambda found, data: MoveForm(data, initial={"starts_on": found.plan.starts_on}),
    "change": lambda found, data: ChangePlanForm(data, before=found.plan),
    "clone": lambda found, data: CloneForm(data, initial={"starts_on": month_later(found.plan.starts_on)}),
}


def _hand(request: HttpRequest, number: int) -> dict[str, Any]:
    return {"meeting": number, "by": person(request), "at": days.moment()}


def _confirm(request: HttpRequest, number: int, form: Any) -> int:
    actions.confirm_meeting(**_hand(request, number), note=form.cleaned_data["note"])
    return number


def _cancel(request: HttpRequest, number: int, form: Any) -> int:
    actions.cancel_meeting(**_hand(request, number), note=form.cleaned_data["note"])
    return number


def _move(request: HttpRequest, number: int, form: Any) -> int:
    """Move a meeting, and its documents with it: they know it by its day, for they stand below meetings."""
    before, hand = planned_meeting(number=number).plan, _hand(request, number)
    with transaction.atomic():
        actions.move_meeting(**hand, **form.cleaned_data)
        follow_moved_meeting(
            convention=before.convention,
            body=before.body,
            before=before.starts_on,
            after=form.cleaned_data["starts_on"],
            by=hand["by"].get_username(),
            at=hand["at"],
        )
    return number


def _change(request: HttpRequest, number: int, form: Any) -> int:
    wanted = form.plan()
    insist(request, "schedule", Matter(convention=wanted.convention))
    actions.change_meeting(**_hand(request, number), plan=wanted, note=form.cleaned_data["note"])
    return number


def _clone(request: HttpRequest, number: int, form: Any) -> int:
    made = actions.clone_meeting(**_hand(request, number), starts_on=form.cleaned_data["starts_on"], wording=spoken())
    return made.pk


PERFORM: dict[str, Callable[[HttpRequest, int, Any], int]] = {
    "confirm": _confirm,
    "cancel": _cancel,
    "move": _move,
    "change": _change,
    "clone": _clone,
}
