"""What came in: answers, reports of servers, and what waits for a person to say where it belongs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.http import require_POST

from corcom.outbox.actions import file_incoming, set_automatic_aside, set_incoming_aside
from corcom.outbox.domain.letter_numbers import letter_numbers
from corcom.outbox.queries import (
    Filing,
    MessagesWanted,
    NoSuchIncoming,
    Reply,
    ReplyPage,
    automatic_senders,
    exchange_of,
    incoming_message,
    incoming_page,
    messages_page,
    proposed_for,
)
from corcom.web import day as days
from corcom.web.filled import filled_template
from corcom.web.filters import numbers_in, pages_of
from corcom.web.letters.finders import FINDERS
from corcom.web.outbox.exchange import exchange_lines
from corcom.web.outbox.words import REFUSED, in_words, incoming_mark
from corcom.web.person import person
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, Table
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words

SIZE = 50
OFFERED = 12
"""Messages to choose from when something is filed by hand."""
FILINGS: dict[Filing, Promise] = {
    "": pgettext_lazy("incoming", "not filed"),
    "filed": pgettext_lazy("incoming", "filed"),
    "aside": pgettext_lazy("incoming", "set aside"),
    "all": pgettext_lazy("incoming", "all"),
}
THROUGH: dict[str, Promise] = {
    "report": pgettext_lazy("filed", "by the report of the server"),
    "in_reply_to": pgettext_lazy("filed", "because it answers that message"),
    "references": pgettext_lazy("filed", "because it belongs to that thread"),
    "token": pgettext_lazy("filed", "by the address it came to"),
    "number": pgettext_lazy("filed", "by the number that it names"),
    "person": pgettext_lazy("filed", "by hand"),
}


@requires("send")
def incoming_list(request: HttpRequest) -> HttpResponse:
    """What came in, first what is not filed."""
    asked = request.GET.get("filing", "")
    filing: Filing = next((one for one in get_args(Filing) if one == asked), "")
    number = next(iter(numbers_in([request.GET.get("page", "")])), 1) or 1
    page = incoming_page(filing=filing, size=SIZE, number=number)
    loops = automatic_senders(since=days.moment() - timedelta(days=1))
    shown = {
        "loops": loops.items(),
        "table": _table(request, page, filing),
        "waiting": page.by_filing[""],
        "filed": page.by_filing["filed"],
    }
    return render(request, "outbox/incoming_list.html", shown)


@requires("send")
def incoming(request: HttpRequest, number: int) -> HttpResponse:
    """One message that came in, and the form that files it."""
    try:
        found = incoming_message(number=number)
    except NoSuchIncoming as missing:
        raise Http404 from missing
    if request.method == "POST":
        return _filed(request, found)
    shown = {
        "found": found,
        "mark": incoming_mark(found.kind),
        "facts": _facts(found),
        **_candidates(request, found),
        "not_read": [filled_template(template, values) for template, values in found.not_read],
        "exchange": _exchange(found),
        "may_answer": found.kind in {"reply", "automatic"} and bool(found.sender),
        "original": reverse("document_original", args=[found.file]),
    }
    return render(request, "outbox/incoming.html", shown)


def _exchange(found: Reply) -> list[dict[str, Any]]:
    """What it belongs together with; nothing where it stands alone."""
    lines = exchange_of(incoming=found.number, now=days.moment())
    return exchange_lines(lines, incoming=found.number) if len(lines) > 1 else []


def _candidates(request: HttpRequest, found: Reply) -> dict[str, Any]:
    """The messages that it may answer: those with the words that were looked for, at first with its sender's domain."""
    if found.answers:
        return {}
    domain = found.sender.rpartition("@")[2]
    proposed = proposed_for(reply=found, now=days.moment(), finders=FINDERS)
    q = request.GET.get("q", domain).replace("\x00", "").strip()[:200]
    page = messages_page(wanted=MessagesWanted(text=q), now=days.moment(), size=OFFERED)
    named = {line.number for line in proposed}
    lines = [*proposed, *(line for line in page.lines if line.number not in named)]
    return {
        "q": q,
        "numbers": _(", ").join(map(str, letter_numbers(found.subject))) if proposed else "",
        "candidates": [
            (line, moment_in_words(line.released_at), line.number in named) for line in lines if line.released_at
        ],
        "more": max(0, page.total - OFFERED),
    }


@requires("send")
@require_POST
def incoming_aside(request: HttpRequest) -> HttpResponse:
    """Setting all automatic answers of one sender aside."""
    sender = request.POST.get("sender", "")[:320]
    count = set_automatic_aside(sender=sender, by=person(request), at=days.moment())
    words = ngettext("%(n)d automatic answer is set aside.", "%(n)d automatic answers are set aside.", count)
    messages.success(request, words % {"n": count})
    return redirect("outbox_incoming")


def _filed(request: HttpRequest, found: Reply) -> HttpResponse:
    try:
        if "aside" in request.POST:
            set_incoming_aside(number=found.number, by=person(request), at=days.moment())
            said = _("It is set aside. You can still file it.")
        else:
            wanted = next(iter(numbers_in([request.POST.get("message", "").strip()])), 0)
            file_incoming(number=found.number, message=wanted, by=person(request), at=days.moment())
            said = _("It is filed with message %(number)d.") % {"number": wanted}
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, said)
    return redirect("incoming_message", found.number)


def _facts(found: Reply) -> list[tuple[str, Any]]:
    sender = f"{found.sender_name} <{found.sender}>" if found.sender_name else found.sender
    facts: list[tuple[str, Any]] = [
        (_("Sender"), sender or _("nobody")),
        (_("Came in"), moment_in_words(found.received_at)),
    ]
    if found.sent_at:
        facts.append((_("Its own date"), moment_in_words(found.sent_at)))
    if found.kind in {"bounce", "delay"}:
        facts.append((_("Could not reach"), found.failed_recipient or _("not said")))
        facts.append(
            (_("Why"), " ".join(part for part in (found.failed_code, found.failed_words) if part) or _("not said"))
        )
    if found.attachments:
        facts.append((_("Attached"), _(", ").join(found.attachments)))
    if found.answers:
        link = Link(
            f"{found.answers_recipient}: {found.answers_subject}", reverse("outgoing_message", args=[found.answers])
        )
        how = found.filed_by or str(THROUGH.get(found.filed_through, ""))
        facts.append((_("Filed with"), Stack((link, how))))
    return facts


def _table(request: HttpRequest, page: ReplyPage, filing: Filing) -> Table:
    columns = (
        Column(_("Sender"), is_wide=True),
        Column(_("Subject")),
        Column(_("What it is")),
        Column(_("Belongs to")),
        Column(_("Came in")),
    )
    options = tuple(Option(str(FILINGS[one]), one, count) for one, count in page.by_filing.items())
    return Table(
        id="incoming",
        caption=_("Came in"),
        columns=columns,
        rows=tuple(map(_row, page.lines)),
        count=page.total,
        filters=(Filter(_("Filed"), "filing", options, filing),) if page.by_filing["all"] else (),
        pages=pages_of(request, page.total, SIZE),
        empty=_empty(page),
    )


def _row(found: Reply) -> Row:
    address = reverse("incoming_message", args=[found.number])
    answered = ""
    if found.answers:
        answered = Link(found.answers_subject, reverse("outgoing_message", args=[found.answers]))  # type: ignore[assignment]  # a cell is a text or a piece
    return Row(
        (
            Stack(
                (
                    Link(found.sender_name or found.sender or _("nobody"), address),
                    found.sender if found.sender_name else "",
                )
            ),
            Link(found.subject),
            incoming_mark(found.kind),
            answered,
            Link(moment_in_words(found.received_at)),
        ),
        id=f"incoming-{found.number}",
    )


def _empty(page: ReplyPage) -> Empty:
    if page.by_filing["all"]:
        return Empty(
            _("Nothing waits to be filed"), _("Every answer that came in is filed with the message that it answers.")
        )
    words = _(
        "Answers stand here once they came in, by “corcom receive” with a file or from the mailbox. Most find the message "
        "they answer by themselves; the rest waits here for you."
    )
    return Empty(_("Nothing came in"), words)
