"""Taking tables over into the register: checked whole, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from corcom.access.actions import account_of_command
from corcom.access.queries import account_named
from corcom.kernel.errors import CorcomError
from corcom.kernel.tables import Differences, LineRefused, Placed, content
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.oversight.actions.keeping import close_kept_promises
from corcom.oversight.register_tables import (
    TABLES,
    RegisterTable,
    Told,
    refused_lines,
    register_differences,
    take_over,
)
from corcom.register.domain.treaty_action_rows import packaged_actions

RELEASE = "release"
RELEASE_ACCOUNT = f"corcom-{RELEASE}"
"""The account of a command under which the facts that come with CorCom are recorded."""


class LinesRefused(CorcomError):
    """Lines that contradict what is recorded or each other; nothing was written. `lines`: each with its reason."""

    def __init__(self, lines: Sequence[LineRefused]) -> None:
        super().__init__("; ".join(map(str, lines)))
        self.lines = tuple(lines)


@transaction.atomic
def take_over_register(*, told: Sequence[Told[Any]], day: date, at: datetime, by: str) -> list[Differences[Any]]:
    """Take lines over: new facts are recorded, those told otherwise supersede what was recorded, nothing is deleted.

    All of it or nothing; promises that the register then shows as kept are closed. `by` is the name of an account. Gives
    what differed before. Errors: `LinesRefused`, and `CorrectedMeanwhile` where somebody else corrects the same fact at the
    same moment.
    """
    found = register_differences(told, day=day)
    if refused := refused_lines(found):
        raise LinesRefused(refused)
    for each, its in zip(told, found, strict=True):
        take_over(each, its, day=day, at=at, by=by)
    if (hand := account_named(username=by)) is not None:
        close_kept_promises(day=day, by=hand, at=at)
    return found


@transaction.atomic
def take_over_packaged(*, day: date, at: datetime) -> list[Differences[Any]]:
    """Take over the facts that come with CorCom, as `corcom-release`; again after an update, as often as wanted.

    What a person corrected or struck stays so: a fact of the package that was recorded once is not recorded again, and one
    that changed in the package corrects only what the package itself had recorded. What was known when the package was made
    is no forecast, whatever day the clock of a machine shows. Errors: those of `take_over_register`.
    """
    by = account_of_command(command=RELEASE, at=at).username
    days = (*(one.day for one in packaged_actions()), *(one.first_day for one in packaged_facts() if one.first_day))
    day = max(day, *days)
    return take_over_register(told=[_packaged(table, by) for table in TABLES.values()], day=day, at=at, by=by)


def _packaged(table: RegisterTable[Any], by: str) -> Told[Any]:
    believed = table.recorded()
    ever = {content(value) for value in table.recorded(ended=True)}
    standing = {content(value) for value in believed}
    ended = ever - standing
    placed = [
        Placed(value, table.kind.code, line) for line, value in enumerate(table.packaged(), 2) if value not in ended
    ]
    own = set(table.stored._default_manager.filter(recorded_by=by).values_list("pk", flat=True))  # noqa: SLF001  Django's name
    return Told(table, placed, settle=_kept_unless(own), speaks_of=lambda _: False)


def _kept_unless(own: set[int]) -> Callable[[Any, Any], Any]:
    """What a packaged value means beside a recorded one: nothing where a person recorded that."""
    return lambda before, after: after if before.number in own else before
