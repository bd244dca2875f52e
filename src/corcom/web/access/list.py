"""The accounts, for the secretariat: whose each is, what it may do today and why, and what was done to it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.queries import AccountLine, account_line, account_steps, open_link
from corcom.access.queries import accounts as all_accounts
from corcom.web import day as days
from corcom.web.access import words as said
from corcom.web.access.steps import verbs_for
from corcom.web.by_link import address_by_link
from corcom.web.downloads import downloads, sheet
from corcom.web.filters import text_in
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, Table, Together
from corcom.web.rights import requires
from corcom.web.wording import in_words, moment_in_words


@requires("accounts")
def accounts(request: HttpRequest) -> HttpResponse:
    """Every account with its role, its person, and what it may do today."""
    found = all_accounts(day=days.today())
    role = text_in(request, "role")
    lines = [line for line in found if role in {"", line.role}]
    if answer := sheet(request, "accounts", _file_columns(), [_file_row(line) for line in lines]):
        return answer
    count = sum(line.standing != "closed" for line in found)
    options = (
        Option(_("All"), "", len(found)),
        *(Option(str(words), code, sum(line.role == code for line in found)) for code, words in said.ROLES.items()),
    )
    shown = {
        "status": ngettext("%(n)d open account", "%(n)d open accounts", count) % {"n": count},
        "table": Table(
            id="accounts",
            caption=_("Accounts"),
            columns=(
                *(Column(_("Account")), Column(_("Role")), Column(_("Person of the directory"))),
                *(Column(_("Its rights of today come from"), is_wide=True), Column(_("Signed in last"))),
            ),
            rows=tuple(_row(line) for line in lines),
            filters=(Filter(_("Role"), "role", options, role),),
            downloads=downloads(request),
            count=len(lines),
            empty=None if lines else Empty(_("No account has this role"), _("Choose another one above.")),
        ),
    }
    return render(request, "access/accounts.html", shown)


def _row(line: AccountLine) -> Row:
    name = Link(said.shown_name(line), reverse("account", args=[line.number]))
    mark = said.standing_mark(line)
    return Row(
        (
            Together((name, mark)) if mark else name,
            str(said.ROLES[line.role]),
            said.person_of(line),
            Stack(tuple(Link(each) for each in said.because(line))) if said.because(line) else "",
            in_words(line.last_sign_in.date()) if line.last_sign_in else _("never"),
        )
    )


def _file_columns() -> tuple[str, ...]:
    return (_("Account"), _("Name"), _("E-mail"), _("Role"), _("Person"), _("Its rights of today come from"))


def _file_row(line: AccountLine) -> tuple[str, ...]:
    person = line.person[1] if line.person else ""
    return (line.username, line.name, line.email, str(said.ROLES[line.role]), person, "; ".join(said.because(line)))


@requires("accounts")
def account(request: HttpRequest, number: int) -> HttpResponse:
    """One account: what it may do today and why, the link to its password if one is out, and its history."""
    line = account_line(number=number, day=days.today())
    if line is None:
        raise Http404
    link = open_link(number=number, at=days.moment())
    mark = said.standing_mark(line)
    rows = said.rights_table(line)
    shown = {
        "line": line,
        "name": said.shown_name(line),
        "mark": mark,
        "role": said.ROLES_EXPLAINED[line.role],
        "facts": [
            (label, value)
            for label, value in (
                (_("Person of the directory"), said.person_of(line)),
                (_("E-mail"), line.email),
                (_("Signed in last"), moment_in_words(line.last_sign_in) or _("never")),
            )
            if value
        ],
        "verbs": [(verb, reverse("account_step", args=[number, verb.slug])) for verb in verbs_for(line)],
        "link": address_by_link(request, "choose_password", link) if link else "",
        "link_until": moment_in_words(link.ends_at) if link else "",
        "table": Table(
            id="rights",
            caption=_("What it may do today"),
            columns=(Column(_("Right")), Column(_("For")), Column(_("Because of"), is_wide=True)),
            rows=tuple(Row(row) for row in rows),
            empty=None if rows else Empty(_("Nothing today"), _nothing(line)),
        ),
        "history": [said.step_line(step) for step in account_steps(number=number)],
    }
    return render(request, "access/account.html", shown)


def _nothing(line: AccountLine) -> str:
    if line.standing == "closed":
        return _("The account is closed.")
    return _("The account is a delegate's and is linked to nobody who belongs to a delegation today.")
