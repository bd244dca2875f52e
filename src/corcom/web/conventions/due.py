"""What falls due next under a convention."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.obligations.domain.owed import Owed
from corcom.web.obligations.marks import deadline_of
from corcom.web.obligations.steps import steps_of
from corcom.web.obligations.words import owed_name
from corcom.web.pieces import Column, Link, Row, StateName, Table, Together
from corcom.web.register.asked import Asked

MOST = 10
"""Days that fall due next."""
NAMED = 3
"""States that are named one by one; more of them are counted."""


def table(asked: Asked, coming: Iterable[Owed]) -> Table:
    """The next deadlines; States that owe the same on the same day stand together."""
    found = together(coming)[:MOST]
    return Table(
        id=f"next-{asked.code}",
        caption=_("What falls due next under the %(convention)s") % {"convention": asked.code},
        columns=(Column(_("Due")), Column(_("Obligation")), Column(_("Who"), is_wide=True)),
        rows=tuple(Row((_due(asked, group), owed_name(group[0]), _who(asked, group))) for group in found),
    )


def together(coming: Iterable[Owed]) -> list[list[Owed]]:
    """What falls due and is known to apply, by day and obligation, the nearest first."""
    groups: dict[tuple[date, str], list[Owed]] = {}
    for one in coming:
        if one.due_on is not None and one.status != "unknown":
            groups.setdefault((one.due_on, one.obligation.code), []).append(one)
    return [group for _key, group in sorted(groups.items(), key=lambda each: each[0])]


def _due(asked: Asked, group: list[Owed]) -> Any:
    """The chip, with its steps where it is of one State alone."""
    return deadline_of(group[0], steps_of(group[0], asked.register) if len(group) == 1 else ())


def _who(asked: Asked, group: list[Owed]) -> Any:
    if len(group) <= NAMED:
        return Together(tuple(StateName(one.iso3) for one in group), between=_(", "))
    words = ngettext("%(n)d State", "%(n)d States", len(group)) % {"n": len(group)}
    due_on = group[0].due_on.isoformat() if group[0].due_on else ""
    return Link(words, list_address(asked, view="next", obligation=group[0].obligation.code, due=due_on))


def list_address(asked: Asked, **query: str) -> str:
    """The list of obligations of the convention, narrowed."""
    return f"{reverse('convention_obligations', args=[asked.code])}?{urlencode({'view': 'list', **query})}"
