"""How the obligations of a convention stand: of each, how many States."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.web.conventions.due import list_address
from corcom.web.obligations.words import OWED_WORDS, by_article, obligation_name
from corcom.web.pieces import Column, Link, Row, Table
from corcom.web.register.asked import Asked


def summary(asked: Asked, owed: Iterable[Owed]) -> Table:
    """How many States stand how with each obligation that has a deadline; a status in which none stands has no column."""
    statuses: dict[str, Counter[OwedStatus]] = {}
    for one in owed:
        statuses.setdefault(one.obligation.code, Counter())[one.status] += 1
    obligations = [each for each in by_article(asked.register.book.obligations) if not each.is_lasting]
    found = {status for each in obligations for status in statuses.get(each.code, ())}
    shown = [status for status in OWED_WORDS if status in found]
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
