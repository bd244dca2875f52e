"""All that is wrong in a rulebook: mistakes by file and key, and cases that their rule does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corcom.rulebooks import checklists, form_reading, named, rule_reading
from corcom.rulebooks.cases import Tried, tried_cases
from corcom.rulebooks.entry import Entry, RulebookRefused
from corcom.rulebooks.files import alone, check_known, form_names, listed, obligation_names
from corcom.rulebooks.programme_reading import read_programme_rules
from corcom.rulebooks.reading import Rulebook, read_rulebook
from corcom.rulebooks.symbols import read_symbols

READ_ALONE: dict[str, Callable[[Entry], object]] = {
    "convention": rule_reading.treaty,
    "joining": rule_reading.joining,
}
READ_LISTED: dict[str, Callable[[Entry], object]] = {
    "bodies": named.body,
    "themes": named.theme,
    "offices": named.office,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a folder: its rulebook where it can be read, the mistakes, and every case with its day."""

    book: Rulebook | None
    mistakes: tuple[RulebookRefused, ...]
    cases: tuple[Tried, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.mistakes and all(case.holds for case in self.cases)


def checked(folder: Path) -> Checked:
    """Check a folder: the first mistake of every file and of every entry of a list, then how the parts fit, then the cases."""
    found: list[RulebookRefused] = []
    for check in _by_itself(folder, found):
        _read(check, found)
    book = None if found else _read(lambda: read_rulebook(folder), found)
    if not isinstance(book, Rulebook):
        return Checked(None, tuple(found), ())
    if (programme := folder / "programme.yaml").is_file():
        _read(lambda: read_programme_rules(programme, book), found)
    return Checked(book, tuple(found), tuple(tried_cases(book)))


def _by_itself(folder: Path, found: list[RulebookRefused]) -> Iterator[Callable[[], object]]:
    """The checks of what can be read without the rest."""
    for name, one in READ_ALONE.items():
        yield partial(_one, one, folder, name)
    for name in obligation_names(folder):
        yield partial(_one, rule_reading.obligation, folder, name)
    for name in form_names(folder):
        yield partial(form_reading.form_with_words, folder, name)
    for kind, one in READ_LISTED.items():
        entries = _read(partial(listed, folder, kind), found)
        yield from (partial(one, entry) for entry in (entries if isinstance(entries, list) else ()))
    if (folder / f"{checklists.FILE}.yaml").is_file():
        yield partial(_one, checklists.checklist, folder, checklists.FILE)
    if (symbols := folder / "symbols.yaml").is_file():
        yield partial(read_symbols, symbols)
    yield partial(check_known, folder)


def _one(read: Callable[[Entry], object], folder: Path, name: str) -> object:
    return read(alone(folder, name))


def _read(make: Callable[[], object], found: list[RulebookRefused]) -> object:
    """What can be read; None, and its refusal among those `found`, where it cannot."""
    try:
        return make()
    except RulebookRefused as refused:
        found.append(refused)
        return None
