"""Accounts in words: what each may do today, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.access.domain.capacities import OfficeHeld
from corcom.access.domain.grants import Grant
from corcom.access.domain.rights import Right
from corcom.access.queries import AccountLine, AccountStepTaken
from corcom.web.access.capacity_words import belonging_in_words, end_in_words, office_in_words
from corcom.web.committee.words import holder_in_words, theme_in_words
from corcom.web.pieces import Link, Stack, StatusMark
from corcom.web.wording import convention_in_words

ROLES: Mapping[str, Promise] = {
    "secretariat": pgettext_lazy("role", "secretariat"),
    "reader": pgettext_lazy("role", "reader"),
    "delegate": pgettext_lazy("role", "delegate"),
}
ROLES_EXPLAINED: Mapping[str, Promise] = {
    "secretariat": gettext_lazy("secretariat: may do everything"),
    "reader": gettext_lazy("reader: reads everything but what is confidential, and takes it home"),
    "delegate": gettext_lazy("delegate: what follows from delegation and offices, and nothing else"),
}
RIGHTS: Mapping[Right, Promise] = {
    "read": gettext_lazy("Read records, action points and meetings"),
    "upload": gettext_lazy("Take in documents"),
    "review": gettext_lazy("Confirm what was found in minutes, and so record decisions"),
    "follow_up": gettext_lazy("Follow up action points"),
    "schedule": gettext_lazy("Plan meetings, write and release agendas"),
    "introduce": gettext_lazy("Change agenda items"),
    "export": gettext_lazy("Take files home"),
    "record": gettext_lazy("Record terms, treaty actions and facts"),
    "send": gettext_lazy("Send mail"),
    "contacts": gettext_lazy("See and change the directory"),
    "soundings": gettext_lazy("See and take soundings, which are confidential"),
    "accounts": gettext_lazy("Open and close accounts"),
    "own": gettext_lazy("See what concerns the own delegation"),
}
STEPS: Mapping[str, Promise] = {
    "opened": gettext_lazy("Opened"),
    "invited": gettext_lazy("Opened by invitation"),
    "changed": gettext_lazy("Changed"),
    "linked": gettext_lazy("Linked to a person"),
    "unlinked": gettext_lazy("Linked to nobody any more"),
    "deactivated": gettext_lazy("Closed"),
    "reactivated": gettext_lazy("Opened again"),
    "link": gettext_lazy("A link to set the password was made"),
    "password": gettext_lazy("The password was set by a link"),
}


def shown_name(line: AccountLine) -> str:
    """Who it is: the name, and how they sign in."""
    return _("%(name)s (%(account)s)") % {"name": line.name, "account": line.username} if line.name else line.username


def standing_mark(line: AccountLine) -> StatusMark | str:
    """Whether it is closed, or waits for its owner to set a password."""
    if line.standing == "closed":
        return StatusMark("unknown", _("closed"))
    return StatusMark("soon", _("invited, no password yet")) if line.standing == "invited" else ""


def person_of(line: AccountLine) -> Link | str:
    """Whose it is, in the directory."""
    return Link(line.person[1], reverse("person", args=[line.person[0]])) if line.person else ""


def because(line: AccountLine) -> list[str]:
    """From what its rights of today come, each with until when."""
    if line.standing == "closed":
        return []
    found = [] if line.role == "delegate" else [str(ROLES_EXPLAINED[line.role])]
    found += [_office(held) for held in line.capacity.offices]
    held_by = {held.holder for held in line.capacity.offices}
    belongs = line.capacity.delegations.items()
    found += [belonging_in_words(code, until) for code, until in belongs if until or code not in held_by]
    return found or [_("nothing today")]


def rights_table(line: AccountLine) -> list[tuple[str, Stack, Stack]]:
    """What it may do today, for which matters, and why."""
    found: dict[Right, list[Grant]] = {}
    for grant in line.rights.grants:
        found.setdefault(grant.right, []).append(grant)
    return [
        (
            str(words),
            Stack(tuple(Link(each) for each in dict.fromkeys(map(_matters, found[right])))),
            Stack(tuple(Link(each) for each in dict.fromkeys(_reason(line, one) for one in found[right]))),
        )
        for right, words in RIGHTS.items()
        if right in found
    ]


def _matters(grant: Grant) -> str:
    parts = (
        theme_in_words(grant.convention, grant.theme) if grant.theme else "",
        _("what concerns %(name)s") % {"name": holder_in_words(grant.delegation)} if grant.delegation else "",
        convention_in_words(grant.convention),
    )
    return _(", ").join(part for part in parts if part) or _("everything")


def _reason(line: AccountLine, grant: Grant) -> str:
    if grant.office is not None:
        return _office(grant.office)
    if grant.delegation:
        return belonging_in_words(grant.delegation, line.capacity.delegations.get(grant.delegation))
    return _("role: %(role)s") % {"role": ROLES[line.role]}


def _office(held: OfficeHeld) -> str:
    parts = (office_in_words(held), end_in_words(held), _("records differ") if held.disputed else "")
    return _(", ").join(part for part in parts if part)


def step_line(step: AccountStepTaken) -> dict[str, Any]:
    """One line of a history."""
    before = step.before
    was = [str(ROLES.get(value, value)) for key, value in before.items() if key in {"role", "name", "email"} and value]
    return {
        "words": STEPS.get(step.verb, step.verb),
        "was": _(", ").join(was),
        "to": before.get("to", ""),
        "on": step.at.date(),
        "by": step.by or _("a command"),
    }
