"""A planned meeting by e-mail: who has an invitation and as of when, and preparing invitations and changes of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.kernel.errors import CorcomError
from corcom.meetings import actions
from corcom.meetings.domain.calendar_invitation import CalendarAddress
from corcom.meetings.queries import Mailed, PlannedMeeting, latest_mailed, mailed
from corcom.web import day as days
from corcom.web.frame import languages
from corcom.web.mail_writing import writing_of
from corcom.web.meetings.addressees import Addressee, members_of, written_addresses
from corcom.web.meetings.plan_found import found_plan
from corcom.web.meetings.plan_refusals import REFUSED
from corcom.web.meetings.plan_refusals import in_words as plan_in_words
from corcom.web.meetings.plan_words import local_time, meeting_name, status_mark
from corcom.web.outbox import words as outbox_words
from corcom.web.person import person
from corcom.web.pieces import Column, Link, Row, StatusMark, Table
from corcom.web.rights import requires
from corcom.web.step_forms import Lines, OneOf
from corcom.web.wording import in_words


class InviteForm(forms.Form):
    """Who is to get an invitation, and in which language."""

    members = forms.MultipleChoiceField(
        label=gettext_lazy("Members of the committee"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    others = forms.CharField(
        label=gettext_lazy("Further addresses, one on each line"),
        required=False,
        max_length=20_000,
        widget=Lines(3),
        help_text=gettext_lazy("For example: Permanent Mission of Norway <mission@example.org>."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the message"), widget=OneOf())

    def __init__(self, *args: Any, known: list[Addressee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = [one for one in known if one.address]
        named: dict[str, Any] = self.fields
        named["members"].choices = [(one.code, f"{one.name} <{one.address}>") for one in self.known]
        named["language"].choices = languages()

    @property
    def rest(self) -> list[forms.BoundField]:
        """The fields but the boxes of the members."""
        return [self["others"], self["language"]]

    def recipients(self) -> list[CalendarAddress]:
        """Everybody who was chosen or written."""
        chosen = set(self.cleaned_data["members"])
        members = [CalendarAddress(address=one.address, name=one.name) for one in self.known if one.code in chosen]
        return [*members, *written_addresses(self.cleaned_data["others"])]


@requires("send")
def meeting_mail(request: HttpRequest, number: int) -> HttpResponse:
    """Who has an invitation, and preparing more of them in the outbox."""
    found, now = found_plan(number), days.moment()
    members = members_of(found.plan.convention, found.plan.starts_on)
    sent = request.POST if request.method == "POST" else None
    form = InviteForm(sent, known=members, initial={"language": get_language() or "en"})
    if form.is_bound and form.is_valid():
        recipients = form.recipients()
        if not recipients:
            form.add_error(None, _("Choose somebody, or write an address."))
        else:
            try:
                made = actions.prepare_invitations(
                    meeting=number,
                    recipients=recipients,
                    language=form.cleaned_data["language"],
                    writing=writing_of(request),
                    by=person(request),
                    at=now,
                )
            except (*REFUSED, *outbox_words.REFUSED) as refused:
                form.add_error(None, refused_in_words(refused))
            else:
                messages.success(request, _prepared(len(made), len(recipients)))
                return redirect("meeting_mail", number)
    shown = _shown(found, mailed(meeting=number, now=now), members)
    return render(request, "meetings/mail.html", {**shown, "form": form}, status=400 if form.errors else 200)


def _shown(found: PlannedMeeting, told: list[Mailed], members: list[Addressee]) -> dict[str, Any]:
    stale = [one for one in latest_mailed(told).values() if one.revision < found.revision]
    return {
        "found": found,
        "title": meeting_name(found.plan),
        "status": status_mark(found, days.today()),
        "when": local_time(found.plan),
        "table": _table(found, told) if told else None,
        "stale": len(stale),
        "may_invite": found.said != "cancelled" and not found.on_record,
        "without": [one.name for one in members if not one.address],
    }


@requires("send")
@require_POST
def meeting_mail_update(request: HttpRequest, number: int) -> HttpResponse:
    """Preparing for those who have an earlier invitation what has become of the meeting."""
    found_plan(number)
    try:
        made = actions.prepare_updates(
            meeting=number, writing=writing_of(request), by=person(request), at=days.moment()
        )
    except (*REFUSED, *outbox_words.REFUSED) as refused:
        messages.error(request, refused_in_words(refused))
    else:
        messages.success(request, updates_in_words(len(made)))
    return redirect("meeting_mail", number)


def updates_in_words(count: int) -> str:
    """How many messages about a change wait in the outbox."""
    if not count:
        return _("Nobody has to be told: no invitation went out.")
    words = ngettext(
        "%(n)d message about the change waits in the outbox.",
        "%(n)d messages about the change wait in the outbox.",
        count,
    )
    return words % {"n": count}


def tell_change(request: HttpRequest, number: int) -> None:
    """After a step of planning: prepare what those who have an invitation are to be told, and say so."""
    try:
        made = actions.prepare_updates(
            meeting=number, writing=writing_of(request), by=person(request), at=days.moment()
        )
    except (*REFUSED, *outbox_words.REFUSED) as refused:
        messages.error(request, refused_in_words(refused))
        return
    if made:
        messages.info(request, updates_in_words(len(made)))


def refused_in_words(refused: CorcomError) -> str:
    """What planning or the outbox refused."""
    if isinstance(refused, outbox_words.REFUSED):
        return outbox_words.in_words(refused)
    return plan_in_words(refused)


def _prepared(made: int, asked: int) -> str:
    words = ngettext(
        "%(n)d invitation waits in the outbox, where it can be released.",
        "%(n)d invitations wait in the outbox, where they can be released.",
        made,
    ) % {"n": made}
    if made < asked:
        words += " " + _("Those who have the meeting as it stands were left out.")
    return words


def _table(found: PlannedMeeting, told: list[Mailed]) -> Table:
    latest = {one.message for one in latest_mailed(told).values()}
    return Table(
        id="told",
        caption=_("Who was told"),
        columns=(
            Column(_("Recipient"), is_wide=True),
            Column(_("Message")),
            Column(_("In the outbox")),
            Column(_("Says")),
        ),
        rows=tuple(_row(found, one) for one in reversed(told) if one.message in latest),
        count=len(latest),
    )


def _row(found: PlannedMeeting, one: Mailed) -> Row:
    name = f"{one.recipient_name} <{one.recipient}>" if one.recipient_name else one.recipient
    what = _("Cancellation") if one.method == "CANCEL" else _("Invitation")
    is_current = one.revision >= found.revision
    words = _("the meeting as it stands") if is_current else _("an earlier state of it")
    return Row(
        (
            Link(name),
            Link(f"{what}, {in_words(one.prepared_at.date())}", reverse("outgoing_message", args=[one.message])),
            outbox_words.message_mark(one.state),
            StatusMark("met" if is_current else "overdue", words),
        )
    )
