"""The outbox: every message that is to go out, where it stands, and what can be done with several at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.outbox.domain.standing import STATES, State
from corcom.outbox.queries import (
    MessageLine,
    MessagePage,
    MessagesWanted,
    addresses_failing,
    incoming_page,
    messages_page,
    under_way,
    waiting_to,
)
from corcom.web import day as days
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.filters import pages_of
from corcom.web.outbox.words import STATES as STATE_WORDS
from corcom.web.outbox.words import kind_in_words, message_mark, steps_for
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, StatusMark, Table, Together, Work
from corcom.web.pieces.choose import Choose
from corcom.web.pieces.work import Failure
from corcom.web.rights import requires
from corcom.web.wording import in_words, moment_in_words

SIZE = 100
CAME_BACK = "came_back"
GOING: frozenset[State] = frozenset({"prepared", "held", "released", "waiting", "failed"})
"""Messages that may still go out."""
IDLE = timedelta(minutes=2)
"""Where messages are due and nobody tried one for so long, no worker is running."""


@requires("send")
def outbox(request: HttpRequest) -> HttpResponse:
    """All messages, narrowed by the address, with what is going out now."""
    now, wanted = days.moment(), _wanted(request)
    whole = wants_sheet(request)
    number = _page(request)
    page = messages_page(wanted=wanted, now=now, size=None if whole else SIZE, number=number)
    if answer := sheet(request, "outbox", _file_columns(), [_file_row(line) for line in page.lines]):
        return answer
    failing = addresses_failing()
    dead = frozenset(one.address for one in failing if one.is_dead)
    shown = {
        "table": _table(request, page, wanted, dead),
        "steps": steps_for([line.state for line in page.lines]),
        "uncertain": page.by_state["uncertain"],
        "failed": page.by_state["failed"],
        "waiting": page.by_state["prepared"] + page.by_state["held"],
        "sent": page.by_state["sent"],
        "not_filed": incoming_page(size=1).by_filing[""],
        "failing": len(failing),
        "to_dead": len(waiting_to(addresses=dead, now=now)),
        "q": wanted.text,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "batch": wanted.batch,
        "may_try": not any(page.by_state.values()) and _is_set() and bool(getattr(request.user, "email", "")),
        "mail": settings.MAIL,
        **_progress(now),
    }
    return render(request, "outbox/list.html", shown)


@requires("send")
def outbox_progress(request: HttpRequest) -> HttpResponse:
    """How far the messages are that are going out now; asked by the page itself, which is shown anew at the end."""
    work = _progress(days.moment())["work"]
    answer = render(request, "outbox/progress.html", {"work": work})
    if work is None:
        answer.headers["HX-Refresh"] = "true"
    return answer


def _progress(now: datetime) -> dict[str, Any]:
    found = under_way(now=now)
    if not found.left:
        return {"work": None, "is_idle": False}
    failures = tuple(
        Failure(line.recipient_name or line.recipient, line.said or str(STATE_WORDS[line.state]))
        for line in found.failed
    )
    work = Work(
        id="outbox-progress",
        title=_("Going out"),
        done=found.done,
        total=found.done + found.left,
        failures=failures,
        is_running=True,
        address=reverse("outbox_progress"),
    )
    return {"work": work, "is_idle": found.last_at is None or now - found.last_at > IDLE}


def _is_set() -> bool:
    return bool(settings.MAIL.out.host and settings.MAIL.sender)


def _wanted(request: HttpRequest) -> MessagesWanted:
    state = request.GET.get("state", "")
    return MessagesWanted(
        state=state if state in STATES else "",
        came_back=state == CAME_BACK,
        kind=request.GET.get("kind", "")[:40],
        batch=request.GET.get("batch", "")[:40],
        text=request.GET.get("q", "").replace("\x00", "")[:200],
    )


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def message_columns() -> tuple[Column, ...]:
    """The columns of a table of messages."""
    return (
        Column(_("Recipient"), is_wide=True),
        Column(_("Subject"), is_wide=True),
        Column(_("Where it stands")),
    )


def message_row(line: MessageLine, *, may_choose: bool = False, dead: Collection[str] = ()) -> Row:
    """One message; a box before it where several can be chosen, a warning where its address is one of the `dead`."""
    name = Link(line.recipient_name or line.recipient, reverse("outgoing_message", args=[line.number]))
    warned = address_warned(line, dead)
    first: Any = Stack((name, Link(line.recipient) if line.recipient_name else "", warned or ""))
    if may_choose:
        label = _("Choose: %(text)s") % {"text": f"{line.recipient_name or line.recipient}: {line.subject}"}
        first = Together((Choose("message", str(line.number), label), first))
    return Row(
        (
            first,
            Stack((Link(line.subject), f"{kind_in_words(line.kind)} · {in_words(line.prepared_at.date())}")),
            Stack((_marks(line), _when(line))),
        ),
        id=f"message-{line.number}",
    )


def address_warned(line: MessageLine, dead: Collection[str]) -> StatusMark | None:
    """That a message which may still go out goes to an address at which letters do not arrive; else None."""
    if line.state in GOING and line.recipient.lower() in dead:
        return StatusMark("overdue", _("letters do not arrive there"))
    return None


def _marks(line: MessageLine) -> Any:
    mark = message_mark(line.state)
    if line.came_back:
        return Together((mark, StatusMark("overdue", _("came back"))))
    return Together((mark, StatusMark("met", _("answered")))) if line.has_replies else mark


def _when(line: MessageLine) -> str:
    """When it was sent or is tried next, or what the server said last."""
    if line.state == "waiting" and line.due_at:
        return _("next try %(moment)s") % {"moment": moment_in_words(line.due_at)}
    if line.state == "failed":
        return line.said
    return moment_in_words(line.last_at) if line.state in {"sent", "uncertain", "sending"} else ""


def _table(request: HttpRequest, page: MessagePage, wanted: MessagesWanted, dead: Collection[str]) -> Table:
    narrowed = wanted != MessagesWanted()
    return Table(
        id="messages",
        caption=_("Messages"),
        columns=message_columns(),
        rows=tuple(message_row(line, may_choose=True, dead=dead) for line in page.lines),
        count=page.total,
        filters=_filters(page, wanted) if page.lines or narrowed else (),
        downloads=downloads(request) if page.lines else (),
        pages=pages_of(request, page.total, SIZE),
        empty=None if narrowed else _empty(),
    )


def _filters(page: MessagePage, wanted: MessagesWanted) -> tuple[Filter, ...]:
    states = [Option(_("All"), "", sum(page.by_state.values()))]
    states += [
        Option(str(STATE_WORDS[state]), state, count)
        for state, count in page.by_state.items()
        if count or state == wanted.state
    ]
    if page.came_back or wanted.came_back:
        states.append(Option(_("came back"), CAME_BACK, page.came_back))
    kinds = [Option(_("All"), "", sum(page.by_kind.values()))]
    kinds += [Option(kind_in_words(kind), kind, count) for kind, count in page.by_kind.items()]
    if wanted.kind and wanted.kind not in page.by_kind:
        kinds.append(Option(kind_in_words(wanted.kind), wanted.kind, 0))
    found = [Filter(_("Where it stands"), "state", tuple(states), CAME_BACK if wanted.came_back else wanted.state)]
    if len(kinds) > 2 or wanted.kind:
        found.append(Filter(_("Kind"), "kind", tuple(kinds), wanted.kind))
    if wanted.batch:
        found.append(
            Filter(_("Prepared"), "batch", (Option(_("All")), Option(_("together"), wanted.batch)), wanted.batch)
        )
    return tuple(found)


def _empty() -> Empty:
    words = _(
        "Letters and reminders that were prepared stand here, one for each recipient. Nothing goes out before a person, "
        "or a rule that somebody switched on, releases it."
    )
    return Empty(_("Nothing is in the outbox"), words, _("See how mail is sent"), reverse("outbox_settings"))


def _file_columns() -> tuple[str, ...]:
    return (
        _("Number"),
        _("Kind"),
        _("Recipient"),
        _("Address"),
        _("Subject"),
        _("Language"),
        _("Where it stands"),
        _("Came back"),
        _("Prepared"),
        _("Released"),
        _("Last try"),
        _("The server’s words"),
    )


def _file_row(line: MessageLine) -> tuple[Any, ...]:
    return (
        line.number,
        kind_in_words(line.kind),
        line.recipient_name,
        line.recipient,
        line.subject,
        line.language,
        str(STATE_WORDS[line.state]),
        _("yes") if line.came_back else "",
        f"{line.prepared_at:%Y-%m-%d %H:%M}",
        f"{line.released_at:%Y-%m-%d %H:%M}" if line.released_at else "",
        f"{line.last_at:%Y-%m-%d %H:%M}" if line.last_at else "",
        line.said,
    )
