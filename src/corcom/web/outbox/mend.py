"""Dealing with an address that fails: another is used instead, with what did not arrive; or it works again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corcom.directory.queries import owners_of
from corcom.outbox import actions
from corcom.outbox.domain.draft_checks import AddressRefused
from corcom.outbox.domain.failing import FailingAddress
from corcom.outbox.queries import MessageLine, addresses_failing, messages_undelivered
from corcom.web import day as days
from corcom.web.filters import numbers_in
from corcom.web.outbox.address_words import (
    failing_in_words,
    failing_mark,
    owners_in_pieces,
    reason_in_words,
    server_words,
)
from corcom.web.outbox.words import REFUSED, in_words, kind_in_words, message_mark
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.step_forms import Line
from corcom.web.wording import in_words as day_in_words


class MendForm(forms.Form):
    """The address that is used from now on."""

    instead = forms.CharField(
        label=gettext_lazy("The new address"), max_length=320, widget=Line(inputmode="email", autocomplete="off")
    )


@requires("send")
@requires("contacts")
def outbox_mend(request: HttpRequest) -> HttpResponse:
    """Using another address: in the directory, and for what did not arrive at the old one."""
    now, address = days.moment(), _asked(request)
    found = next((one for one in addresses_failing() if one.address == address), None)
    if found is None:
        messages.info(
            request,
            _("“%(address)s” is not known to fail, or somebody has dealt with it already.") % {"address": address},
        )
        return redirect("outbox_addresses")
    form = MendForm(request.POST if request.method == "POST" else None)
    lines = messages_undelivered(address=address, now=now)
    if form.is_bound and form.is_valid() and (answer := _mended(request, form, address)):
        return answer
    shown = {**_shown(found, lines, request), "form": form}
    return render(request, "outbox/mend.html", shown, status=400 if form.errors else 200)


def _mended(request: HttpRequest, form: MendForm, address: str) -> HttpResponse | None:
    again = numbers_in(request.POST.getlist("message"))
    try:
        done = actions.mend_address(
            address=address,
            instead=form.cleaned_data["instead"],
            again=again,
            mail=settings.MAIL,
            by=person(request),
            at=days.moment(),
        )
    except REFUSED as refused:
        form.add_error(
            "instead" if isinstance(refused, AddressRefused | actions.SameAddress) else None, in_words(refused)
        )
        return None
    _tell(request, done)
    if not done.messages:
        return redirect("outbox_addresses")
    return redirect(f"{reverse('outbox')}?batch={done.batch}")


def _tell(request: HttpRequest, done: actions.Mended) -> None:
    if done.contacts:
        words = ngettext(
            "%(n)d contact point of the directory has the new address; the old one stays in its history.",
            "%(n)d contact points of the directory have the new address; the old one stays in their history.",
            done.contacts,
        )
        messages.success(request, words % {"n": done.contacts})
    else:
        messages.info(
            request, _("The old address was not in the directory; letters that name it now go to the new one.")
        )
    if done.messages:
        words = ngettext(
            "%(n)d letter is prepared again. It goes out when somebody releases it.",
            "%(n)d letters are prepared again. They go out when somebody releases them.",
            len(done.messages),
        )
        messages.success(request, words % {"n": len(done.messages)})


def _shown(found: FailingAddress, lines: list[MessageLine], request: HttpRequest) -> dict[str, Any]:
    owners = owners_of(addresses=[found.address])[found.address]
    chosen = set(numbers_in(request.POST.getlist("message"))) if request.method == "POST" else None
    return {
        "found": found,
        "mark": failing_mark(found),
        "facts": [
            (_("Whose"), owners_in_pieces(owners)),
            (_("Why"), reason_in_words(found.code)),
            (_("The server’s words"), server_words(found) or _("not said")),
            (_("How often"), failing_in_words(found)),
        ],
        "lines": [
            {
                "line": line,
                "kind": kind_in_words(line.kind),
                "on": day_in_words(line.prepared_at.date()),
                "state": message_mark(line.state),
                "is_chosen": chosen is None or line.number in chosen,
            }
            for line in lines
        ],
    }


@requires("send")
@requires("contacts")
@require_POST
def outbox_works(request: HttpRequest) -> HttpResponse:
    """Saying that an address works again."""
    address = _asked(request)
    try:
        actions.address_works(address=address, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(
            request,
            _("Letters go to “%(address)s” again. What comes back from now on counts anew.") % {"address": address},
        )
    return redirect("outbox_addresses")


def _asked(request: HttpRequest) -> str:
    sent = request.POST.get("address") or request.GET.get("address", "")
    return sent.replace("\x00", "").strip().lower()[:320]
