"""One message: as it goes out, what happened to it, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from corcom.outbox.domain.forming import formed
from corcom.outbox.domain.standing import MAY
from corcom.outbox.queries import (
    AttemptTold,
    NoSuchMessage,
    WholeMessage,
    addresses_failing,
    exchange_of,
    message_to_send,
    whole_message,
)
from corcom.web import day as days
from corcom.web.outbox.address_words import failing_in_words, mend_address_of
from corcom.web.outbox.exchange import exchange_lines
from corcom.web.outbox.words import (
    CALENDAR,
    MEANINGS,
    SETTLED,
    STEP_WORDS,
    STEPS,
    attempt_in_words,
    kind_in_words,
    message_mark,
)
from corcom.web.pieces import Link, Together
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words, number_in_groups


@requires("send")
def outgoing_message(request: HttpRequest, number: int) -> HttpResponse:
    """One message with its words, its attempts and what came back to it."""
    now = days.moment()
    found = _found_or_404(number, now)
    line = found.line
    failing = next((one for one in addresses_failing() if one.address == line.recipient.lower()), None)
    shown = {
        "found": found,
        "failing": failing_in_words(failing) if failing else "",
        "mend": mend_address_of(failing.address) if failing else "",
        "mark": message_mark(line.state),
        "meaning": MEANINGS[line.state],
        "next": moment_in_words(line.due_at) if line.state == "waiting" else "",
        "said": line.said if line.state in {"failed", "waiting"} else "",
        "steps": [step for step in STEP_WORDS if line.state in MAY[step.verb]],
        "facts": _facts(found),
        "history": _history(found, now),
        "exchange": exchange_lines(exchange_of(message=number, now=now), message=number),
    }
    return render(request, "outbox/message.html", shown)


@requires("send")
def message_file(request: HttpRequest, number: int) -> HttpResponse:
    """The message exactly as it goes out, as a file that mail programs open."""
    try:
        content = formed(message_to_send(number=number).message)
    except (NoSuchMessage, OSError):
        raise Http404 from None
    answer = HttpResponse(content, content_type="message/rfc822")
    answer.headers["Content-Disposition"] = f'attachment; filename="message-{number}.eml"'
    return answer


def _found_or_404(number: int, now: datetime) -> WholeMessage:
    try:
        return whole_message(number=number, now=now)
    except NoSuchMessage as missing:
        raise Http404 from missing


def _facts(found: WholeMessage) -> list[tuple[str, Any]]:
    message, line = found.message, found.line
    facts: list[tuple[str, Any]] = [
        (
            pgettext("mail", "From"),
            f"{message.sender_name} <{message.sender}>" if message.sender_name else message.sender,
        ),
        (
            pgettext("mail", "To"),
            f"{message.recipient_name} <{message.recipient}>" if message.recipient_name else message.recipient,
        ),
        (_("Answers go to"), message.reply_to or message.sender),
        (_("Kind"), kind_in_words(line.kind)),
        (_("Language"), message.language),
    ]
    if found.attachments:
        files = [
            Link(
                f"{each.name} ({number_in_groups(-(-each.size // 1000))} kB)",
                reverse("document_original", args=[each.file]),
            )
            for each in found.attachments
        ]
        facts.append((_("Attached"), Together(tuple(files), _(", "))))
    if message.calendar:
        facts.append((_("For calendars"), str(CALENDAR[message.calendar.method])))
    if message.in_reply_to:
        facts.append((_("In reply to"), message.in_reply_to))
    if message.is_automatic:
        facts.append((_("Written by"), _("a program, and marked as such")))
    if message.unsubscribe:
        facts.append((_("To unsubscribe"), message.unsubscribe))
    facts.append((_("Identifier"), message.message_id))
    return facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One line of what happened to a message."""

    at: datetime
    words: str
    moment: str
    who: str = ""
    said: str = ""
    quiet: tuple[str, ...] = ()


def _history(found: WholeMessage, now: datetime) -> list[Happened]:
    line = found.line
    lines = [_line(line.prepared_at, pgettext("message", "Prepared"), who=line.prepared_by)]
    for step in found.steps:
        who = step.by or _("the rule for “%(kind)s”") % {"kind": kind_in_words(step.rule)}
        lines.append(_line(step.at, str(STEPS[step.kind]), who=who))
    lines += [_tried(attempt, now) for attempt in found.attempts]
    return sorted(lines, key=lambda one: one.at)


def _line(at: datetime, words: str, *, who: str = "") -> Happened:
    return Happened(at=at, words=words, moment=moment_in_words(at), who=who)


def _tried(attempt: AttemptTold, now: datetime) -> Happened:
    quiet = []
    if attempt.settled_at:
        said = {"who": attempt.settled_by, "moment": moment_in_words(attempt.settled_at)}
        quiet.append(str(SETTLED[attempt.settled_as]) + " " + _("So said %(who)s, %(moment)s.") % said)
    return Happened(
        at=attempt.started_at,
        words=_("Try %(number)d") % {"number": attempt.number} + _(": ") + attempt_in_words(attempt, now),
        moment=moment_in_words(attempt.started_at),
        said=attempt.reply,
        quiet=tuple(quiet),
    )
