"""Files for the register: read in a bounded child, each table known by its head, every row as a value or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corcom.documents.domain.bounded import run_one
from corcom.documents.domain.errors import DocumentRefused, Unreadable
from corcom.documents.domain.tables import FoundTable, UnknownFormula, read_tables
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.tables import Differences, LineRefused, Placed, TableKind, differences, read_rows
from corcom.oversight.register_tables import TABLES, Told
from corcom.register.domain.depositary import StatusTable, read_status_table, settled
from corcom.register.domain.release_tables import RELEASE_TABLES
from corcom.rulebooks.reading import conventions

KINDS: Mapping[str, TableKind[Any]] = {
    **{code: table.kind for code, table in RELEASE_TABLES.items()},
    **{code: table.kind for code, table in TABLES.items()},
}
"""Every kind of table that comes in."""


@dataclass(slots=True)
class RegisterFiles:
    """What files say: values by kind of table, the depositary's status tables, refusals and remarks, one line each."""

    convention: str = ""
    values: dict[str, list[Placed[Any]]] = field(default_factory=dict)
    status_tables: list[StatusTable] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def told(self) -> list[Told[Any]]:
        """The lines for each table of the register."""
        found = [Told(TABLES[code], placed) for code, placed in self.values.items() if code in TABLES]
        if self.status_tables:
            placed = [each for table in self.status_tables for each in table.placed]
            kinds = frozenset(kind for table in self.status_tables for kind in table.kinds)
            actions = TABLES["treaty_actions"]
            found.append(Told(actions, placed, settle=settled, speaks_of=lambda action: action.kind in kinds))
        return found

    def of_the_release(self) -> list[Differences[Any]]:
        """How the lines for what comes with the release differ from what the site has of it."""
        tables = ((RELEASE_TABLES[code], placed) for code, placed in self.values.items() if code in RELEASE_TABLES)
        return [differences(table.kind, placed, table.rows()) for table, placed in tables]


def read_register_files(paths: Sequence[Path], *, convention: str = "") -> RegisterFiles:
    """What files say; with `convention`, rows of another one are refused, and a status table without a name is of that one."""
    found = RegisterFiles(convention)
    for path in paths:
        try:
            _read(found, path)
        except DocumentRefused as refused:
            found.refused.append(str(refused))
        except CorcomError as error:
            found.refused.append(f"{path.name}: {error}")
    if found.status_tables and "treaty_actions" in found.values:
        words = gettext_noop(
            "a status table of the depositary and a table of treaty actions are taken over one after the other"
        )
        found.refused.append(words)
    return found


def _read(found: RegisterFiles, path: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(path.name, why=error.strerror or str(error)) from error
    source = (path.name, data)
    if (
        data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith((b"<?xml", b"<Document", b"<!--"))
        or path.suffix.lower() == ".xml"
    ):
        _take_status_table(found, run_one(read_status_table, source), path.name)
        return
    tables = run_one(read_tables, source)
    some = any(_kind_of(table) for table in tables)
    for table in tables:
        file = f"{path.name} ({table.sheet})" if table.sheet and len(tables) > 1 else path.name
        if some and not _kind_of(table):
            words = gettext_noop("%(file)s: it has not the columns of a table of the register and was passed over")
            found.remarks.append(str(Filled(words, file=file)))
        elif table.formulas:
            refused = (UnknownFormula(path.name, sheet=table.sheet, cell=cell) for cell in table.formulas)
            found.refused.extend(map(str, refused))
        else:
            _take_table(found, table, file)


def _take_status_table(found: RegisterFiles, table: StatusTable, file: str) -> None:
    named, wanted = table.convention, found.convention
    if named and wanted and named != wanted:
        words = gettext_noop("%(file)s: it is the status table of %(named)s, not of %(wanted)s")
        found.refused.append(str(Filled(words, file=file, named=named, wanted=wanted)))
    elif (named or wanted) not in conventions():
        words = gettext_noop(
            "%(file)s: say with --convention of which convention it is (%(allowed)s); it names “%(title)s”"
        )
        values = {"file": file, "allowed": ", ".join(conventions()), "title": table.title[:100]}
        found.refused.append(str(Filled(words, **values)))
    else:
        found.status_tables.append(table.under(named or wanted))
        found.refused.extend(map(str, table.refused))
        found.remarks.extend(map(str, table.remarks))


def _take_table(found: RegisterFiles, table: FoundTable, file: str) -> None:
    code = _kind_of(table)
    wrong = list(_wrong_columns(table, code, file))
    if wrong:
        found.refused.extend(map(str, wrong))
    else:
        placed, refused = read_rows(KINDS[code], table.rows, file=file)
        refused.extend(_of_another_convention(placed, found.convention))
        found.values.setdefault(code, []).extend(placed)
        found.refused.extend(str(line) for line in sorted(refused, key=lambda line: line.line))


def _kind_of(table: FoundTable) -> str:
    """The kind of a table by the name of its sheet, or the kind whose columns its head shares most of; "" for none."""
    if table.sheet in KINDS:
        return table.sheet
    head = set(table.head)
    shares = {code: len(head & set(kind.columns)) / len(head | set(kind.columns)) for code, kind in KINDS.items()}
    code = max(shares, key=lambda each: shares[each])
    return code if shares[code] >= 0.5 else ""


def _wrong_columns(table: FoundTable, code: str, file: str) -> Iterable[LineRefused]:
    line = 1
    if not code:
        words = gettext_noop("the columns of one of %(kinds)s, as `corcom export register` writes them")
        yield LineRefused(file, line, "head", ", ".join(table.head), Filled(words, kinds=", ".join(KINDS)))
        return
    columns = KINDS[code].columns
    allowed = Filled(gettext_noop("the columns of %(kind)s: %(columns)s"), kind=code, columns=", ".join(columns))
    for column in dict.fromkeys(table.head):
        if column not in columns or table.head.count(column) > 1:
            yield LineRefused(file, line, "head", column, allowed)
    missing = [column for column in columns if column not in table.head]
    if missing:
        words = gettext_noop("also %(missing)s, which is missing")
        yield LineRefused(file, line, "head", ", ".join(table.head), Filled(words, missing=", ".join(missing)))


def _of_another_convention(placed: Iterable[Placed[Any]], convention: str) -> Iterable[LineRefused]:
    if not convention:
        return
    for each in placed:
        own = getattr(each.value, "convention", convention)
        if own != convention:
            yield LineRefused(each.file, each.line, "convention", own, convention)
