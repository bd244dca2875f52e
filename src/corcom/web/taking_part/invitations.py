"""Who is invited to a planned meeting, what they answered, and the letters that were prepared for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corcom.outbox.queries import messages_numbered
from corcom.participation import actions
from corcom.participation.queries import InvitedDelegation, invitations, next_reminder
from corcom.web import day as days
from corcom.web import wording
from corcom.web.about import meeting_asked
from corcom.web.downloads import downloads, sheet
from corcom.web.filters import number_sent
from corcom.web.mail_writing import tell_left_out, writing_of
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.outbox.words import MARKS, STATES
from corcom.web.person import person
from corcom.web.pieces import Column, Filter, Link, Option, Row, Stack, StatusMark, Table
from corcom.web.rights import holds, requires
from corcom.web.taking_part.words import REFUSED, answer_mark, delegation_name, in_words

ANSWERS = ("", "none", "attends", "apologies", "no_participation")


@requires("schedule", of=meeting_asked)
def invitation_list(request: HttpRequest, number: int) -> HttpResponse:
    """Everybody who is invited, with what they answered and where their letter stands."""
    found, every = found_plan(number), invitations(meeting=number)
    asked = request.GET.get("answer", "")
    asked = asked if asked in ANSWERS else ""
    lines = [one for one in every if asked in {"", _kind(one)}]
    file = sheet(request, f"invitations-{found.plan.starts_on}", _columns(), (_cells(one) for one in lines))
    if file is not None:
        return file
    going = [one for one in every if not one.is_withdrawn]
    reminder = next_reminder(every)
    unwritten = [one for one in going if one.letter is None]
    shown: dict[str, Any] = {
        "found": found,
        "title": meeting_name(found.plan),
        "table": _table(request, lines, every, asked),
        "counts": _counts(going),
        "unwritten": len(unwritten),
        "without_address": sum(not one.email for one in unwritten),
        "reminder": reminder,
        "silent": sum(one.letter is not None and one.last is None for one in going),
        "may_send": holds(request, "send"),
        "is_open": found.said != "cancelled",
    }
    return render(request, "taking_part/invitations.html", shown)


def _kind(one: InvitedDelegation) -> str:
    """The filter that an invitation belongs to."""
    if one.is_withdrawn:
        return "withdrawn"
    return one.last.answer.said if one.last else "none"


def _counts(going: Sequence[InvitedDelegation]) -> list[tuple[str, int]]:
    kinds = [_kind(one) for one in going]
    return [
        (_("invited"), len(going)),
        (_("take part"), kinds.count("attends")),
        (_("send apologies"), kinds.count("apologies")),
        (_("do not take part"), kinds.count("no_participation")),
        (_("have not answered"), kinds.count("none")),
    ]


def _table(
    request: HttpRequest, lines: Sequence[InvitedDelegation], every: Sequence[InvitedDelegation], asked: str
) -> Table:
    numbers = [letter.message for one in lines for letter in one.letters]
    states = {line.number: line.state for line in messages_numbered(numbers=numbers, now=days.moment())}
    kinds = [_kind(one) for one in every]
    labels = (_("All"), _("No answer yet"), _("Take part"), _("Apologies"), _("Do not take part"))
    options = tuple(
        Option(label, value, kinds.count(value) if value else len(every))
        for label, value in zip(labels, ANSWERS, strict=True)
    )
    return Table(
        id="invitations",
        caption=_("Invited"),
        columns=(
            Column(_("Delegation")),
            Column(_("Answer")),
            Column(_("Who comes"), is_wide=True),
            Column(_("Letters")),
        ),
        rows=tuple(_row(one, states) for one in lines),
        filters=(Filter(_("Answer"), "answer", options, asked),) if every else (),
        downloads=downloads(request) if every else (),
    )


def _row(one: InvitedDelegation, states: dict[int, Any]) -> Row:
    name = Link(delegation_name(one.code, one.name), reverse("invitation_of", args=[one.meeting, one.number]))
    answer = one.last.answer if one.last else None
    people = [Link(f"{each.title} {each.name}".strip()) for each in answer.nominated] if answer else []
    letters = [
        Stack(
            (
                Link(
                    _("Reminder %(number)s") % {"number": letter.number} if letter.number else _("Invitation"),
                    reverse("outgoing_message", args=[letter.message]),
                ),
                _state(states, letter.message),
            )
        )
        for letter in one.letters
    ]
    written: Any = Stack(tuple(letters)) if letters else _("none prepared") if one.email else _("no address")
    return Row((name, answer_mark(one), Stack(tuple(people)) if people else "", written), id=f"invitation-{one.number}")


def _state(states: dict[int, Any], message: int) -> StatusMark | str:
    state = states.get(message)
    return StatusMark(MARKS[state], str(STATES[state])) if state else ""


def _columns() -> list[str]:
    return [_("Delegation"), _("Code"), _("E-mail address"), _("Answer by"), _("Answer"), _("Who comes"), _("Note")]


def _cells(one: InvitedDelegation) -> list[str]:
    answer = one.last.answer if one.last else None
    people = _(", ").join(f"{each.title} {each.name}".strip() for each in answer.nominated) if answer else ""
    name = delegation_name(one.code, one.name)
    note = answer.note if answer else ""
    return [name, one.code, one.email, wording.in_words(one.answer_by), answer_mark(one).words, people, note]


@requires("send")
@require_POST
def invitation_letters(request: HttpRequest, number: int) -> HttpResponse:
    """Prepare the letters of invitation, or the reminder whose number the form sends; nobody sends them yet."""
    reminder = number_sent(request, "reminder")
    writing = writing_of(request, "answer_invitation")
    try:
        done = actions.prepare_letters(
            meeting=number, number=reminder, writing=writing, by=person(request), at=days.moment()
        )
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("invitations", number)
    if done.without_address:
        names = _(", ").join(done.without_address[:10])
        messages.warning(request, _("No address for invitations is known of: %(names)s") % {"names": names})
    tell_left_out(request, left=done.left)
    if not done.prepared:
        messages.info(request, _("Nothing was left to prepare."))
        return redirect("invitations", number)
    words = ngettext(
        "%(n)d letter is prepared. It goes out when somebody releases it.",
        "%(n)d letters are prepared. They go out when somebody releases them.",
        done.prepared,
    )
    messages.success(request, words % {"n": done.prepared})
    return redirect(f"{reverse('outbox')}?batch={done.batch}")
