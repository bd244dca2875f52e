"""An answer to a poll as it is sent: by the delegation, or by whoever writes down what it told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from corcom.polls import actions
from corcom.polls.queries import PartyStanding, PollStanding
from corcom.web import day as days
from corcom.web.polls.forms import AnswerForm
from corcom.web.polls.words import REFUSED, in_words


def answer_sent(
    request: HttpRequest, found: PollStanding, asked: PartyStanding, *, by: Any = None
) -> tuple[AnswerForm, bool]:
    """The form of an answer, and whether one was sent and is kept now; `by` writes down what was told."""
    before = asked.answer
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        dates=found.dates,
        before=before.choices if before else {},
        initial={"note": before.note if before else ""},
    )
    if not form.is_bound or not form.is_valid():
        return form, False
    try:
        actions.answer_poll(
            poll=found.number,
            party=asked.code,
            choices=form.choices(),
            note=form.cleaned_data["note"],
            at=days.moment(),
            by=by,
        )
    except REFUSED as refused:
        form.add_error(None, in_words(refused))
        return form, False
    return form, True
