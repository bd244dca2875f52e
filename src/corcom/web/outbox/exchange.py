"""An exchange of messages in words: what went out and what came in, the first first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.outbox.queries import Exchanged, MessageLine, Reply
from corcom.web.outbox.words import incoming_mark, message_mark
from corcom.web.wording import moment_in_words


def exchange_lines(exchange: Iterable[Exchanged], *, message: int = 0, incoming: int = 0) -> list[dict[str, Any]]:
    """The lines of an exchange; the one that the page is about is marked, by its number."""
    found = []
    for one in exchange:
        told = _sent(one.out, message) if one.out else _came(one.came, incoming) if one.came else {}
        found.append({**told, "moment": moment_in_words(one.at)})
    return found


def _sent(line: MessageLine, this: int) -> dict[str, Any]:
    return {
        "mark": message_mark(line.state),
        "subject": line.subject,
        "address": reverse("outgoing_message", args=[line.number]),
        "who": _("to %(name)s") % {"name": line.recipient_name or line.recipient},
        "said": line.said if line.state in {"failed", "waiting"} else "",
        "is_this": line.number == this,
    }


def _came(reply: Reply, this: int) -> dict[str, Any]:
    return {
        "mark": incoming_mark(reply.kind),
        "subject": reply.subject or _("Without a subject"),
        "address": reverse("incoming_message", args=[reply.number]),
        "who": _("from %(name)s") % {"name": reply.sender_name or reply.sender or _("nobody")},
        "said": reply.failed_words,
        "is_this": reply.number == this,
    }
