"""The draft agenda circulated for input: to whom and until when, what came in, and taking it over or declining it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.consultation.domain.comments_table import outcome_in_words
from corcom.consultation.queries import CommentMade
from corcom.kernel.errors import CorcomError
from corcom.meetings import actions
from corcom.meetings.queries import (
    AgendaInput,
    AgendaLine,
    InputAt,
    agenda_input,
    draft_agenda,
)
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations import refusals as consultation_refusals
from corcom.web.consultations.words import closing_in_words
from corcom.web.filters import number_sent
from corcom.web.meetings.addressees import members_of
from corcom.web.meetings.agenda_input_forms import CirculateForm, TakeForm, initial_of
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_refusals import REFUSED as PLAN_REFUSED
from corcom.web.meetings.plan_refusals import in_words as plan_in_words
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.person import person
from corcom.web.pieces import Difference
from corcom.web.rights import requires
from corcom.web.spoken_in import spoken
from corcom.web.wording import in_words as day_in_words

USUAL = timedelta(days=10)
"""For how long input is taken, where nobody says otherwise."""
REFUSED = (*consultation_refusals.REFUSED, *PLAN_REFUSED, actions.InputOpenAlready)


def refused_in_words(refused: CorcomError) -> str:
    """What planning or a consultation refused."""
    if isinstance(refused, actions.InputOpenAlready):
        return _("The agenda is circulated already. Wait until the deadline, or extend it.")
    if isinstance(refused, consultation_refusals.REFUSED):
        return consultation_refusals.in_words(refused)
    return plan_in_words(refused)


def input_shown(meeting: int, lines: Sequence[AgendaLine]) -> dict[str, Any] | None:
    """What the page of the agenda shows of the input; None where the agenda was never circulated."""
    found = agenda_input(meeting=meeting, lines=lines)
    if found is None:
        return None
    is_open = found.consultation.is_open(days.moment())
    waiting = sum(1 for each in found.comments if each.treatment is None)
    return {
        "address": reverse("consultation", args=[found.consultation.number]),
        "status": closing_in_words(found.consultation),
        "is_open": is_open,
        "waiting": waiting,
        "places": [_place(found, one) for one in found.places],
        "no_comments": _(", ").join(map(holder_in_words, found.no_comments)),
        "comments": len(found.comments),
    }


def _place(found: AgendaInput, one: InputAt) -> dict[str, Any]:
    paragraph = found.consultation.paragraph(one.place.paragraph)
    base = paragraph.text if paragraph and one.place.kind == "at" else ""
    names = {
        "at": _("On item %(number)s: %(title)s"),
        "after": _("After item %(number)s: %(title)s"),
        "general": _("On the agenda as a whole"),
    }
    label = names.get(one.place.kind, "") % {"number": one.place.paragraph, "title": one.title}
    return {"label": label, "comments": [_comment(each, base) for each in one.comments]}


def _comment(each: CommentMade, base: str) -> dict[str, Any]:
    wording, became = each.comment.wording, each.treatment
    return {
        "it": each,
        "party": holder_in_words(each.party),
        "on": day_in_words(each.at.date()),
        "deletes": each.comment.change == "deletion",
        "difference": Difference(base, wording) if wording else None,
        "became": outcome_in_words(became.outcome, spoken()) if became else "",
        "treatment": became,
    }


@requires("schedule", of=meeting_asked)
def agenda_circulate(request: HttpRequest, number: int) -> HttpResponse:
    """Circulating the draft agenda as it stands for input by a day."""
    found = found_plan(number)
    plan, now = found.plan, days.moment()
    form = CirculateForm(
        request.POST if request.method == "POST" else None,
        known=members_of(plan.convention, plan.starts_on),
        initial={"closes_on": days.today() + USUAL},
    )
    if form.is_bound and form.is_valid():
        following = form.cleaned_data["closes_on"] + timedelta(days=1)
        try:
            made = actions.circulate_agenda(
                meeting=number,
                title=_("Draft agenda, %(meeting)s") % {"meeting": meeting_name(plan)},
                parties=form.parties(),
                closes_at=datetime.combine(following, time.min, ZoneInfo(plan.zone)),
                note=form.cleaned_data["note"],
                language=get_language() or "en",
                by=person(request),
                at=now,
            )
        except REFUSED as refused:
            form.add_error(None, refused_in_words(refused))
        else:
            messages.success(request, _("The draft agenda is circulated. Now prepare the letters."))
            return redirect("consultation", made.number)
    shown = {"found": found, "title": meeting_name(plan), "form": form, "lines": draft_agenda(meeting=number)}
    return render(request, "meetings/agenda_circulate.html", shown, status=400 if form.errors else 200)


@requires("schedule", of=meeting_asked)
def agenda_take(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    """Taking over one thing that a delegation said, or declining it with a reason."""
    found, lines = found_plan(number), draft_agenda(meeting=number)
    told = agenda_input(meeting=number, lines=lines)
    place, made = _said(told, comment)
    line = next((one for one in lines if one.id == place.item), None)
    form = TakeForm(request.POST if "take" in request.POST else None, lines=lines, initial=initial_of(made, line))
    if request.method == "POST":
        try:
            if _step(request, number, made, form):
                return redirect(f"{reverse('agenda', args=[number])}#input")
        except REFUSED as refused:
            if form.is_bound:
                form.add_error(None, refused_in_words(refused))
            else:
                messages.error(request, refused_in_words(refused))
    shown = {
        "found": found,
        "title": meeting_name(found.plan),
        "form": form,
        "said": _comment(made, ""),
        "place": _place(told, place)["label"] if told else "",
        "line": line,
        "reason": request.POST.get("why", ""),
        "is_open": told is not None and told.consultation.is_open(days.moment()),
    }
    return render(request, "meetings/agenda_take.html", shown, status=400 if form.errors else 200)


def _step(request: HttpRequest, number: int, made: CommentMade, form: TakeForm) -> bool:
    """Whether it was taken over, taken off or declined, as the button says."""
    step: dict[str, Any] = {"meeting": number, "comment": made.number, "by": person(request), "at": days.moment()}
    if "decline" in request.POST:
        actions.decline_input(**step, reason=request.POST.get("why", "")[:4000])
        messages.success(request, _("It is declined, with the reason."))
        return True
    if "off" in request.POST:
        actions.take_item_off(**step, item=number_sent(request, "item"))
        messages.success(request, _("The item is taken off; its words stay in the history of the meeting."))
        return True
    if not form.is_valid():
        return False
    changes, version = form.target()
    values: dict[str, Any] = form.values()
    item = actions.ItemText(**values)
    actions.take_input(**step, item=item, changes=changes, version=version, reason=form.cleaned_data["reason"])
    messages.success(request, _("It is taken over into the draft agenda."))
    return True


def _said(told: AgendaInput | None, comment: int) -> tuple[InputAt, CommentMade]:
    """What somebody said, of the last circulation, and where."""
    for place in told.places if told else ():
        for made in place.comments:
            if made.number == comment:
                return place, made
    raise Http404
