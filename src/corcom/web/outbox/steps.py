"""Steps with one or several messages: the page asks first, and shows all that is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.correspondence.jobs import stop_before_sending
from corcom.outbox import actions
from corcom.outbox.domain.standing import MAY, Verb
from corcom.outbox.queries import MessageLine, MessagesWanted, dead_addresses, messages_numbered, messages_page
from corcom.web import day as days
from corcom.web.filters import numbers_in
from corcom.web.outbox.page import message_columns, message_row
from corcom.web.outbox.words import REFUSED, STEP_WORDS, StepWords, done_in_words, in_words
from corcom.web.person import person
from corcom.web.pieces import Table
from corcom.web.rights import requires

MOST = 5000
"""Messages in one step."""
SHOWN = 200

Step = Callable[..., None]


def _settle(*, arrived: bool) -> Step:
    def settle(*, messages: Sequence[int], by: Any, at: datetime) -> None:
        actions.settle_messages(messages=messages, arrived=arrived, by=by, at=at)

    return settle


PERFORM: dict[Verb, Step] = {
    "release": actions.release_messages,
    "hold": actions.hold_messages,
    "cancel": actions.cancel_messages,
    "retry": actions.retry_messages,
    "arrived": _settle(arrived=True),
    "again": _settle(arrived=False),
}


@requires("send")
def outbox_step(request: HttpRequest, verb: str) -> HttpResponse:
    """A step with the chosen messages, or with all that were prepared together: asks first, then takes it."""
    known = next((step for step in STEP_WORDS if step.verb == verb), None)
    if known is None:
        raise Http404
    now = days.moment()
    if request.method == "POST":
        numbers = numbers_in(request.POST.get("messages", "").split(","))[:MOST]
        if known.verb == "release":
            numbers = _still_meant(request, numbers)
        try:
            PERFORM[known.verb](messages=numbers, by=person(request), at=now)
        except REFUSED as refused:
            messages.error(request, in_words(refused))
        else:
            messages.success(request, done_in_words(known.verb, len(set(numbers))))
        return redirect(_back(numbers))
    meant, left = _chosen(request, known.verb, now)
    return render(request, "outbox/step.html", _shown(known, meant, left))


def _still_meant(request: HttpRequest, numbers: list[int]) -> list[int]:
    """The messages without the reminders of what came meanwhile; those are stopped, and it is said."""
    stopped = stop_before_sending(day=days.today(), by=lambda: person(request), now=days.moment)
    if not stopped:
        return numbers
    words = ngettext(
        "%(n)d reminder was stopped: what it asks for came, or its words are not true any more.",
        "%(n)d reminders were stopped: what they ask for came, or their words are not true any more.",
        len(stopped),
    )
    messages.warning(request, words % {"n": len(stopped)})
    lines = messages_numbered(numbers=numbers, now=days.moment())
    return [line.number for line in lines if line.state != "cancelled"]


def _chosen(request: HttpRequest, verb: Verb, now: datetime) -> tuple[Sequence[MessageLine], int]:
    """The messages that the step makes sense for, and how many of the chosen ones are left out."""
    if batch := request.GET.get("batch", "")[:40]:
        chosen = messages_page(wanted=MessagesWanted(batch=batch), now=now, size=MOST).lines
    else:
        chosen = messages_numbered(numbers=numbers_in(request.GET.getlist("message"))[:MOST], now=now)
    meant = [line for line in chosen if line.state in MAY[verb]]
    return meant, len(chosen) - len(meant)


def _shown(step: StepWords, meant: Sequence[MessageLine], left: int) -> dict[str, Any]:
    dead = dead_addresses() if step.verb in {"release", "retry"} else frozenset()
    table = Table(
        id="chosen",
        caption=_("These are meant"),
        columns=message_columns(),
        rows=tuple(message_row(line, dead=dead) for line in meant[:SHOWN]),
        count=len(meant),
    )
    numbers = [line.number for line in meant]
    return {
        "step": step,
        "table": table,
        "count": len(meant),
        "left": left,
        "to_dead": sum(line.recipient.lower() in dead for line in meant),
        "more": max(0, len(meant) - SHOWN),
        "numbers": ",".join(map(str, numbers)),
        "back": _back(numbers),
    }


def _back(numbers: Sequence[int]) -> str:
    """Where one came from: the one message, or the list."""
    return reverse("outgoing_message", args=numbers) if len(numbers) == 1 else reverse("outbox")
