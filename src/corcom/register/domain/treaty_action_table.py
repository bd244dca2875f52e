"""Treaty actions as a table that comes in: which rows tell of the same act, and which cannot be.

A State consents once, whatever the paper is called (a ratification that was an acceptance is the same act), unless it
left in between: then it joined a second time. It withdraws once, unless it joined again in between. It signs once, and
applies provisionally once. Declarations, reservations, objections and armed conflicts are told apart by their day: there may
be many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.tables import Differences, LineRefused, Placed, TableKind
from corcom.register.domain.checks import Contradiction, contradictions
from corcom.register.domain.treaty_action_rows import COLUMNS, read_row, write_row
from corcom.register.domain.treaty_actions import CONFLICTS, CONSENTS, Kind, TreatyAction

REPEATED: frozenset[Kind] = frozenset(("declaration", "reservation", "objection", *CONFLICTS))
"""The kinds of which a State may have several."""

_WORDS = {
    "recorded_already": ("on", gettext_noop("each act once on a day")),
    "withdrawal_without_consent": ("kind", gettext_noop("a withdrawal after the deposit of a consent, not before")),
    "consent_twice": ("kind", gettext_noop("one consent, until the State has withdrawn")),
    "effect_too_early": ("effective_on", gettext_noop("a day from which the convention lets a withdrawal have effect")),
    "consent_without_signature": (
        "kind",
        gettext_noop("a ratification, acceptance or approval on or after the day of a signature that is recorded"),
    ),
    "accession_after_signature": (
        "kind",
        gettext_noop("a ratification, acceptance or approval by a State that signed"),
    ),
    "conflict_without_effect": (
        "kind",
        gettext_noop("another kind: under this convention an armed conflict does not delay a withdrawal"),
    ),
    "before_adoption": ("on", gettext_noop("a day on or after that on which the convention was adopted")),
    "in_the_future": ("on", gettext_noop("a day that has come")),
}
_AGAINST = gettext_noop("%(rule)s; recorded is %(other)s")


def identities(actions: Iterable[TreatyAction]) -> Callable[[TreatyAction], Hashable]:
    """What makes two acts the same, given all acts that are recorded or told."""
    left: dict[tuple[str, str], set[date]] = {}
    joined: dict[tuple[str, str], set[date]] = {}
    for action in actions:
        if action.kind == "withdrawal":
            left.setdefault((action.convention, action.iso3), set()).add(action.day)
        elif action.kind in CONSENTS:
            joined.setdefault((action.convention, action.iso3), set()).add(action.day)

    def identity(action: TreatyAction) -> Hashable:
        state = (action.convention, action.iso3)
        if action.kind in CONSENTS:
            return (*state, "consent", sum(day < action.day for day in left.get(state, ())))
        if action.kind == "withdrawal":
            return (*state, "withdrawal", sum(day <= action.day for day in joined.get(state, ())))
        return (*state, action.kind, action.on if action.kind in REPEATED else "")

    return identity


def said(action: TreatyAction) -> str:
    """An act in one line."""
    return f"{action.convention} {action.iso3} {action.kind} {action.on}"


def check(found: Differences[TreatyAction], recorded: Collection[TreatyAction], day: date) -> list[LineRefused]:
    """The lines after which the acts of a State would contradict each other."""
    told = [*found.new, *(each.after for each in found.changed)]
    touched = {(each.value.convention, each.value.iso3) for each in told}
    superseded = {each.before.number for each in found.changed}
    acts: dict[tuple[str, str], list[TreatyAction]] = {state: [] for state in touched}
    for action in recorded:
        state = (action.convention, action.iso3)
        if state in touched and action.number not in superseded:
            acts[state].append(action)
    lines: dict[tuple[str, str], list[Placed[TreatyAction]]] = {}
    for each in told:
        state = (each.value.convention, each.value.iso3)
        acts[state].append(each.value)
        lines.setdefault(state, []).append(each)
    return [
        _refused(each, lines[state]) for state, own in sorted(acts.items()) for each in contradictions(own, today=day)
    ]


def _refused(found: Contradiction, lines: list[Placed[TreatyAction]]) -> LineRefused:
    """A contradiction, said of the line that is in it or, where both acts are recorded, that brought it about."""
    involved = [each for each in lines if each.value is found.action] or [
        each for each in lines if each.value is found.other
    ]
    line = (involved or lines)[0]
    column, rule = _WORDS[found.conflict]
    other = found.other if line.value is found.action else found.action
    allowed = Filled(_AGAINST, rule=rule, other=said(other)) if other is not None and other is not line.value else rule
    return LineRefused(line.file, line.line, column, said(line.value), allowed)


TREATY_ACTIONS = TableKind(
    code="treaty_actions",
    columns=COLUMNS,
    read=read_row,
    write=write_row,
    identities=identities,
    scope=lambda action: action.convention,
    said=said,
    check=check,
)
