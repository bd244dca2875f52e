"""How a site sends mail: its settings without secrets, the rules that are on, and a message to oneself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.outbox import actions
from corcom.outbox.domain.draft import Draft
from corcom.outbox.domain.server import MailServer, MailSettings
from corcom.outbox.queries import kinds_of_messages, rules_on
from corcom.web import day as days
from corcom.web.outbox.words import KINDS, REFUSED, in_words, kind_in_words
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.wording import moment_in_words

ENCRYPTIONS: dict[str, Promise] = {
    "starttls": gettext_lazy("encrypted after a greeting (STARTTLS)"),
    "tls": gettext_lazy("encrypted (TLS)"),
    "none": gettext_lazy("not encrypted"),
}


@requires("send")
def outbox_settings(request: HttpRequest) -> HttpResponse:
    """How mail is sent and fetched, without secrets, and which messages go out without a person."""
    mail: MailSettings = settings.MAIL
    on = {rule.kind: rule for rule in rules_on()}
    kinds = sorted({*kinds_of_messages(), *KINDS, *on} - {"trial"})
    shown = {
        "facts": _facts(mail),
        "is_set": bool(mail.out.host and mail.sender),
        "rules": [
            (kind, kind_in_words(kind), on.get(kind), moment_in_words(on[kind].on_at) if kind in on else "")
            for kind in kinds
        ],
        "address": getattr(request.user, "email", ""),
    }
    return render(request, "outbox/settings.html", shown)


@requires("send")
@require_POST
def outbox_rule(request: HttpRequest) -> HttpResponse:
    """Switch on or off that messages of one kind go out without a person."""
    kind, is_on = request.POST.get("kind", "")[:40], request.POST.get("on") == "yes"
    change = actions.switch_on_rule if is_on else actions.switch_off_rule
    known = {*kinds_of_messages(), *KINDS} - {"trial"}
    if kind in known:
        try:
            change(kind=kind, by=person(request), at=days.moment())
        except REFUSED as refused:
            messages.error(request, in_words(refused))
        else:
            said = _("Messages of the kind “%(kind)s” now go out by themselves.")
            said = said if is_on else _("Messages of the kind “%(kind)s” now wait for a person.")
            messages.success(request, said % {"kind": kind_in_words(kind)})
    return redirect("outbox_settings")


@requires("send")
@require_POST
def outbox_try(request: HttpRequest) -> HttpResponse:
    """Prepare a message to oneself, to see whether the server takes it; it waits to be released like any other."""
    by: Any = person(request)
    draft = Draft(
        kind="trial",
        recipient=by.email or "",
        recipient_name=by.get_full_name(),
        subject=_("A trial of CorCom’s outbox"),
        text=_(
            "If you read this, the mail server takes what CorCom sends. Answer it to see whether answers are filed."
        ),
        language=get_language() or "en",
    )
    try:
        row = actions.prepare_message(draft=draft, mail=settings.MAIL, by=by, at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("outbox_settings")
    messages.success(request, _("It is prepared. Release it to send it."))
    return redirect(reverse("outgoing_message", args=[row.pk]))


def _facts(mail: MailSettings) -> list[tuple[str, str]]:
    sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
    bound = ngettext("%(n)d message a minute", "%(n)d messages a minute", mail.per_minute) % {"n": mail.per_minute}
    return [
        (_("Server"), _server(mail.out)),
        (_("Sender"), sender or _("not set")),
        (_("Answers go to"), mail.replies or mail.sender or _("not set")),
        (_("Reports of servers go to"), mail.bounces or mail.replies or mail.sender or _("not set")),
        (_("Addresses with a token"), _("yes") if mail.plus else _("no")),
        (_("At most"), bound if mail.per_minute else _("no bound")),
        (_("Largest message"), _("%(n)d MB") % {"n": mail.largest // 1_000_000}),
        (_("Mailbox of answers"), f"{_server(mail.incoming)}, {mail.folder}" if mail.incoming.host else _("not set")),
    ]


def _server(server: MailServer) -> str:
    if not server.host:
        return _("not set")
    who = _("signed in as %(user)s") % {"user": server.user} if server.user else _("without signing in")
    return f"{server.host}:{server.port}, {ENCRYPTIONS[server.encryption]}, {who}"
