"""All that is wrong in a rulebook: mistakes by file and key, and cases that their rule does not bear out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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

    def read(make: Callable[[], object]) -> object:
        try:
            return make()
        except RulebookRefused as refused:
            found.append(refused)
            return None

    for name, one in READ_ALONE.items():
        read(lambda name=name, one=one: one(alone(folder, name)))  # type: ignore[misc]  # the file of this turn
    for name in obligation_names(folder):
        read(lambda name=name: rule_reading.obligation(alone(folder, name)))  # type: ignore[misc]  # likewise
    for name in form_names(folder):
        read(lambda name=name: form_reading.form(alone(folder, name)))  # type: ignore[misc]  # likewise
    for kind, one in READ_LISTED.items():
        entries = read(lambda kind=kind: listed(folder, kind))  # type: ignore[misc]  # likewise
        for entry in entries if isinstance(entries, list) else ():
            read(lambda entry=entry, one=one: one(entry))  # type: ignore[misc]  # likewise
    if (folder / f"{checklists.FILE}.yaml").is_file():
        read(lambda: checklists.checklist(alone(folder, checklists.FILE)))
    read(lambda: check_known(folder))
    if (symbols := folder / "symbols.yaml").is_file():
        read(lambda: read_symbols(symbols))
    book = None if found else read(lambda: read_rulebook(folder))
    if not isinstance(book, Rulebook):
        return Checked(None, tuple(found), ())
    programme = folder / "programme.yaml"
    if programme.is_file():
        read(lambda: read_programme_rules(programme, book))
    return Checked(book, tuple(found), tuple(tried_cases(book)))
