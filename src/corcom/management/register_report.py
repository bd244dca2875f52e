"""What a table changes in the register, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from corcom.kernel.tables import Changed, Differences, Placed

SHOWN = 20
"""Lines of one sort that are shown unless all are asked for."""


def report(found: Sequence[Differences[Any]], *, whole: bool, what_is_new: bool = True) -> Iterator[str]:
    """The differences of each table: how many of each sort, then each of them in a line."""
    for each in found:
        counts = {
            "table": each.kind.code,
            "new": len(each.new),
            "changed": len(each.changed),
            "same": each.same,
            "missing": len(each.missing),
        }
        said = _("%(table)s: %(new)d new, %(changed)d changed, %(same)d the same, %(missing)d only in the register")
        yield said % counts
        if what_is_new or whole:
            yield from _some([_new(each, line) for line in each.new], whole)
        yield from _some([_changed(each, change) for change in each.changed], whole)
        absent = _("only in the register")
        only = [f"  {absent}: {each.kind.said(value)}" for value in each.missing]
        yield from _some(only, whole)


def _some(lines: list[str], whole: bool) -> Iterator[str]:  # noqa: FBT001  passed on within this file
    shown = lines if whole or len(lines) <= SHOWN + 1 else lines[:SHOWN]
    yield from shown
    if len(shown) < len(lines):
        yield "  " + _("… and %(count)d more; -v 2 lists all") % {"count": len(lines) - len(shown)}


def _new(found: Differences[Any], line: Placed[Any]) -> str:
    new = _("new")
    return f"  {new}: {found.kind.said(line.value)}"


def _changed(found: Differences[Any], change: Changed[Any]) -> str:
    columns = "; ".join(f"{name} {_spoken(before)} → {_spoken(after)}" for name, before, after in change.columns)
    changed = _("changed")
    return f"  {changed}: {found.kind.said(change.before)}: {columns}"


def _spoken(value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
