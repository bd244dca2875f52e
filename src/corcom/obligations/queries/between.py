"""What falls due between two days under every convention, for the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max

from corcom.obligations.domain.between import due_between
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.owed import Owed
from corcom.obligations.models import RecordedFact
from corcom.obligations.queries.recorded import facts
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.register.queries import register_of, registers
from corcom.rulebooks.rules import Obligation

Named = tuple[str, str]
"""Convention and obligation, by their codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FallingDue:
    """One deadline of a State. `theme` is the name of the theme that it belongs to, "" where the rulebook names none.

    `changes` counts what was ever recorded or ended of this obligation of any State, so that it only grows; `changed_at` is
    when that was last, None where nothing was recorded.
    """

    convention: str
    theme: str
    owed: Owed
    changes: int
    changed_at: datetime | None


def falling_due(*, first: date, last: date, day: date, convention: str = "") -> list[FallingDue]:
    """What falls due from `first` to `last`, both among the days, as it stands on `day`. Three SQL queries.

    Under one convention or, where none is named, under all that have a rulebook.
    """
    known = {convention: register_of(convention)} if convention else registers()
    recorded: dict[str, list[Fact]] = {}
    for fact in facts(convention=convention):
        recorded.setdefault(fact.convention, []).append(fact)
    changed = _changes()
    return [
        _line(register, one, changed)
        for code, register in known.items()
        if register is not None
        for one in due_between(
            register, recorded.get(code, ()), meetings=first_days(code), day=day, first=first, last=last
        )
    ]


def _line(register: Register, one: Owed, changed: dict[Named, tuple[int, datetime | None]]) -> FallingDue:
    convention = register.book.convention
    count, at = changed.get((convention, one.obligation.code), (0, None))
    return FallingDue(
        convention=convention, theme=_theme(register, one.obligation), owed=one, changes=count, changed_at=at
    )


def _theme(register: Register, obligation: Obligation) -> str:
    return next((theme.name for theme in register.book.themes if theme.code == obligation.theme), "")


def _changes() -> dict[Named, tuple[int, datetime | None]]:
    """How often something was recorded or ended of each obligation, and when last. One SQL query."""
    rows = RecordedFact.objects.order_by().values_list("convention", "obligation")
    counted = rows.annotate(rows=Count("pk"), ended=Count("ended_at"), at=Max("recorded_at"), end=Max("ended_at"))
    return {
        (convention, obligation): (rows + ended, max(at, end) if end else at)
        for convention, obligation, rows, ended, at, end in counted
    }
