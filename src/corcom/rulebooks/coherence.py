"""Whether the parts of a rulebook fit each other, and in which order its obligations can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.events import DUE
from corcom.rulebooks.forms import Form
from corcom.rulebooks.named import Body, Theme
from corcom.rulebooks.rules import Obligation


def check_whole(
    entries: Sequence[Entry],
    obligations: Sequence[Obligation],
    *,
    bodies: Iterable[Body],
    themes: Iterable[Theme],
    forms: Iterable[Form],
) -> tuple[Obligation, ...]:
    """The obligations, those on which others rest first. Raises `RulebookRefused` for a cycle or a name of nothing."""
    _check_names(entries, obligations, [each.code for each in bodies], [each.code for each in themes])
    form_codes = [each.code for each in forms]
    for entry, each in zip(entries, obligations, strict=True):
        if each.form and each.form not in form_codes:
            raise entry.refused("form", _any_of(form_codes))
        _check_versions(entry, each)
    return _in_order(entries, obligations)


def _check_names(
    entries: Sequence[Entry], obligations: Sequence[Obligation], bodies: Sequence[str], themes: Sequence[str]
) -> None:
    for entry, each in zip(entries, obligations, strict=True):
        if each.theme and each.theme not in themes:
            raise entry.refused("theme", _any_of(themes))
        if each.extension and not set(each.extension.decided_by) <= set(bodies):
            raise entry.child("extension").refused("decided_by", f"a list of {_any_of(bodies)}")


def _check_versions(entry: Entry, obligation: Obligation) -> None:
    """Versions follow each other without a gap and without an overlap."""
    for at, (one, two) in enumerate(zip(obligation.versions, obligation.versions[1:], strict=False)):
        if one.until != two.since:
            raise entry.children("versions")[at].refused("until", f"the day from which the next holds: {two.since}")


def _in_order(entries: Sequence[Entry], obligations: Sequence[Obligation]) -> tuple[Obligation, ...]:
    by_code = {each.code: each for each in obligations}
    graph: dict[str, list[str]] = {}
    for entry, each in zip(entries, obligations, strict=True):
        graph[each.code] = [name.removeprefix(DUE) for name in each.needs if name.startswith(DUE)]
        if unknown := [code for code in graph[each.code] if code not in by_code]:
            raise entry.refused("versions", f"{DUE} with {_any_of(sorted(by_code))}, and not {', '.join(unknown)}")
    try:
        return tuple(by_code[code] for code in TopologicalSorter(graph).static_order())
    except CycleError as error:
        around = " > ".join(error.args[1])
        entry = next(one for one, each in zip(entries, obligations, strict=True) if each.code == error.args[1][0])
        raise entry.refused("versions", f"obligations that do not wait for each other ({around})") from error


def _any_of(codes: Sequence[str]) -> str:
    return ", ".join(codes) or "none, for there is none"
