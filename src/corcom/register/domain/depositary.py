"""The depositary's status table of a convention, as the UN Treaty Collection publishes it in XML.

`docs/decisions/0017-the-depositarys-xml.md` says what its form is and where that is known from. A row names a participant
and the days of its acts. What a note says of a withdrawal is read where it names the day of the notice, and otherwise
handed to a person as a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from corcom.documents.domain.errors import DocumentRefused, TooLarge
from corcom.documents.domain.limits import MB
from corcom.documents.domain.package import parsed
from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.source import CERTAINTIES
from corcom.kernel.tables import LineRefused, Placed
from corcom.register.domain.conventions import conventions_in
from corcom.register.domain.depositary_cells import LETTERS, CellText, Column, cell_text, column_of, dated
from corcom.register.domain.depositary_notes import leaving, numbered, speaks_of_leaving
from corcom.register.domain.gazetteer import party
from corcom.register.domain.treaty_actions import CONSENTS, Kind, TreatyAction

LARGEST: Final = 20 * MB
_QUOTED: Final = 400
"""Letters of a note that are kept with an act."""

Remark = str | Filled


class NotAStatusTable(DocumentRefused):
    """`what`: what is missing in it."""

    template = gettext_noop("not a status table of the UN Treaty Collection: %(what)s")


@dataclass(slots=True)
class StatusTable:
    """What a status table says: acts by line, lines that cannot be read, and remarks for whoever takes it over.

    `convention` is the code of the convention that it names, or ""; `kinds` are the kinds of act of which it speaks.
    """

    convention: str
    title: str
    kinds: frozenset[Kind] = frozenset()
    placed: list[Placed[TreatyAction]] = field(default_factory=list)
    refused: list[LineRefused] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def under(self, convention: str) -> StatusTable:
        """The same table for a convention that somebody named."""
        placed = [replace(each, value=replace(each.value, convention=convention)) for each in self.placed]
        return replace(self, convention=convention, placed=placed)

    def speaks_of(self, action: TreatyAction) -> bool:
        """Whether the table would tell a recorded act if it had taken place."""
        return action.kind in self.kinds


def read_status_table(source: tuple[str, bytes]) -> StatusTable:
    """The status table in an XML file, given by its name and content. Errors: `DocumentRefused` with its reason."""
    name, data = source
    if len(data) > LARGEST:
        raise TooLarge(name, bound=Filled(gettext_noop("%(number)s MB"), number=LARGEST // MB))
    root = parsed(data, name=name, part=name)
    participants = next(_named(root, "participants"), None)
    if participants is None:
        raise NotAStatusTable(name, what=gettext_noop("it has no list of participants"))
    title = _first_text(root, "titlesect")
    known = conventions_in(" ".join(title.lower().split()))
    found = StatusTable(known[0][2].code if known else "", title)
    columns = _columns(participants, name)
    found.kinds = frozenset(kind for column in columns for kind in column.kinds)
    notes = numbered(cell_text(" ".join(_pieces(note))).text for end in _named(root, "endnotes") for note in end)
    for row in _rows(participants):
        _read_row(found, row, columns, notes, name)
    if not found.placed and not found.refused:
        raise NotAStatusTable(name, what=gettext_noop("no participant is listed"))
    found.remarks.extend(_totals(root, found))
    return found


def settled(before: TreatyAction, after: TreatyAction) -> TreatyAction:
    """What a line of the depositary means beside a recorded act: nothing new where the act is recorded so, as surely.

    The day of effect, which the table does not have, is kept; so is the note, where the table has none.
    """
    agrees = (before.kind, before.on) == (after.kind, after.on)
    surely = CERTAINTIES.index(before.certainty) <= CERTAINTIES.index(after.certainty)
    if agrees and surely and after.effective_on in {None, before.effective_on}:
        return before
    return replace(after, effective_on=after.effective_on or before.effective_on, note=after.note or before.note)


def _columns(participants: etree._Element, name: str) -> list[Column]:
    head = next(_named(participants, "thead"), None)
    entries = [_raw(each) for each in _named(head, "entry")] if head is not None else []
    if len(entries) < 2:
        raise NotAStatusTable(name, what=gettext_noop("its table has no head"))
    columns = []
    for entry in entries[1:]:
        column = column_of(entry)
        if column is None:
            said = cell_text(entry).text
            raise NotAStatusTable(
                name, what=Filled(gettext_noop("its column “%(head)s” is not known"), head=said[:100])
            )
        columns.append(column)
    return columns


def _rows(participants: etree._Element) -> Iterator[tuple[int, list[str]]]:
    for body in _named(participants, "tbody"):
        for row in _named(body, "row"):
            line = row.sourceline
            yield line if isinstance(line, int) else 0, [_raw(entry) for entry in _named(row, "entry")]


def _read_row(
    found: StatusTable, row: tuple[int, list[str]], columns: list[Column], notes: dict[str, str], name: str
) -> None:
    line, entries = row
    cells = [cell_text(entry) for entry in entries]
    if not any(cell.text for cell in cells):
        return
    participant = cells[0].text
    state = party(participant.strip("[] "))
    if state is None or state.kind != "state":
        unknown = gettext_noop("a State of the register, by one of its names")
        found.refused.append(LineRefused(name, line, "Participant", participant, unknown))
    elif len(cells) != len(columns) + 1:
        width = Filled(gettext_noop("%(number)s cells, as the head has"), number=len(columns) + 1)
        found.refused.append(LineRefused(name, line, "Row", " | ".join(cell.text for cell in cells), width))
    else:
        acts, ended = _acts(found, (line, cells), state.code, (columns, notes), name)
        said = _noted(cells, notes)
        left = _withdrawal(found, state.code, said, name) if ended else None
        if left is not None:
            acts.append(left)
        elif ended or speaks_of_leaving(said):
            found.remarks.append(_not_understood(participant, said, line, name))
        found.placed.extend(Placed(act, name, line) for act in acts)


def _acts(
    found: StatusTable,
    row: tuple[int, list[CellText]],
    iso3: str,
    context: tuple[list[Column], dict[str, str]],
    name: str,
) -> tuple[list[TreatyAction], bool]:
    """The acts of a row, and whether the table shows the State as having left: something of it stands in brackets."""
    (line, cells), (columns, notes) = row, context
    acts, ended = [], cells[0].text.startswith("[")
    for cell, column in zip(cells[1:], columns, strict=True):
        act = dated(cell.text, column)
        if act is not None:
            ended = ended or act.ended
            note = _quoted((*cells[0].notes, *cell.notes), notes)
            acts.append(_action(found, iso3, act.kind, act.on.isoformat(), note=note, name=name))
        elif cell.text:
            found.refused.append(LineRefused(name, line, cells[0].text, cell.text, _allowed(column)))
    return acts, ended


def _action(found: StatusTable, iso3: str, kind: Kind, on: str, *, note: str, name: str) -> TreatyAction:
    source = f"UN Treaty Collection, status table {name}"
    return TreatyAction(
        convention=found.convention, iso3=iso3, kind=kind, on=on, source=source, certainty="certain", note=note
    )


def _allowed(column: Column) -> Filled:
    letters = ", ".join({**LETTERS, **column.letters})
    words = gettext_noop("a day such as 2 Sep 2014, with one of the letters %(letters)s or none")
    return Filled(words, letters=letters)


def _noted(cells: list[CellText], notes: dict[str, str]) -> str:
    numbers = dict.fromkeys(number for cell in cells for number in cell.notes)
    return " ".join(notes[number] for number in numbers if number in notes)


def _quoted(numbers: tuple[str, ...], notes: dict[str, str]) -> str:
    said = [f"note {number}: {notes[number]}" for number in dict.fromkeys(numbers) if number in notes]
    text = " ".join(said)
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"


def _withdrawal(found: StatusTable, iso3: str, said: str, name: str) -> TreatyAction | None:
    left = leaving(said)
    if left is None:
        return None
    act = _action(found, iso3, "withdrawal", left.notice.isoformat(), note=left.sentence[:_QUOTED], name=name)
    return replace(act, certainty="likely", effective_on=left.effect)


def _not_understood(participant: str, said: str, line: int, name: str) -> Filled:
    words = gettext_noop(
        "%(file)s: line %(line)s: %(state)s may have left, and the day of its notice was not found (“%(said)s”);"
        " record the withdrawal by hand"
    )
    return Filled(words, file=name, line=line, state=participant, said=said[:200])


def _totals(root: etree._Element, found: StatusTable) -> Iterator[Filled]:
    """Where the totals of the head are not those of the table."""
    words = gettext_noop("the head counts %(stated)s %(whom)s, the table lists %(found)s")
    gone = {each.value.iso3 for each in found.placed if each.value.kind == "withdrawal"}
    for tag, kinds in (("signatories", frozenset({"signature", "definitive_signature"})), ("parties", CONSENTS)):
        stated = _first_text(root, tag)
        listed = {each.value.iso3 for each in found.placed if each.value.kind in kinds} - gone
        if stated.isdecimal() and int(stated) != len(listed):
            yield Filled(words, stated=stated, whom=tag, found=len(listed))


def _first_text(root: etree._Element, tag: str) -> str:
    node = next(_named(root, tag), None)
    return cell_text(" ".join(_pieces(node))).text if node is not None else ""


def _pieces(node: etree._Element) -> Iterator[str]:
    return (str(piece) for piece in node.itertext())


def _raw(entry: etree._Element) -> str:
    """The text of an entry; a superscript that is an element is written as the text that it usually is."""
    parts = [entry.text or ""]
    for child in entry:
        text = "".join(_pieces(child))
        name = etree.QName(child).localname.lower() if isinstance(child.tag, str) else ""
        parts.append(f"<superscript>{text}</superscript>" if name.startswith("sup") else text)
        parts.append(child.tail or "")
    return "".join(parts)


def _named(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name below a node, in whatever letters it is written."""
    return (
        each
        for each in node.iter()
        if each is not node and isinstance(each.tag, str) and etree.QName(each).localname.lower() == name
    )
