"""What falls due next under a convention, and how its obligations stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.web.owed_words import OWED_WORDS, by_article, deadline_of, obligation_name, owed_name, steps_of
from corcom.web.pieces import Column, Link, Row, StateName, Table, Together
from corcom.web.register_asked import Asked

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


def summary(asked: Asked, owed: Iterable[Owed]) -> Table:
    """How many States stand how with each obligation that has a deadline."""
    statuses: dict[str, Counter[OwedStatus]] = {}
    for one in owed:
        statuses.setdefault(one.obligation.code, Counter())[one.status] += 1
    shown = [status for status in OWED_WORDS if status != "lasting"]
    obligations = [each for each in by_article(asked.register.book.obligations) if not each.is_lasting]
    return Table(
        id="summary",
        caption=_("How obligations stand"),
        columns=(
            Column(_("Obligation"), is_wide=True),
            *(Column(str(OWED_WORDS[status]), is_number=True) for status in shown),
        ),
        rows=tuple(
            Row(
                (
                    Link(obligation_name(each), list_address(asked, obligation=each.code)),
                    *(_count(asked, each.code, status, statuses.get(each.code, Counter())[status]) for status in shown),
                )
            )
            for each in obligations
        ),
    )


def _count(asked: Asked, obligation: str, status: OwedStatus, count: int) -> Any:
    return Link(str(count), list_address(asked, obligation=obligation, status=status)) if count else ""
