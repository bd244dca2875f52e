"""The depositary's status tables: participants, days with their letters, notes, and those that left."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.errors import DocumentRefused
from corcom.kernel.tables import Placed, differences
from corcom.register.domain import depositary_cells, depositary_notes
from corcom.register.domain.depositary import StatusTable, read_status_table, settled
from corcom.register.domain.depositary_cells import cell_text, column_of, dated
from corcom.register.domain.treaty_action_table import TREATY_ACTIONS
from corcom.register.domain.treaty_actions import TreatyAction

FOLDER = Path(__file__).parent / "status_tables"
CCM = (FOLDER / "XXVI-6.en.xml").read_bytes()


A_DAY = "a day such as 2 Sep 2014, with one of the letters a, A, AA, d, s, n or none"


def read(content: bytes, name: str = "XXVI-6.en.xml") -> StatusTable:
    return read_status_table((name, content))


def acts(table: StatusTable) -> list[tuple[str, str, str]]:
    return [(each.value.iso3, each.value.kind, each.value.on) for each in table.placed]


def test_a_table_gives_the_acts_of_every_participant() -> None:
    table = read(CCM)
    assert (table.convention, table.title) == ("CCM", "Convention on Cluster Munitions")
    assert acts(table) == [
        ("AFG", "signature", "2008-12-03"),
        ("AFG", "ratification", "2011-09-08"),
        ("BLZ", "provisional_application", "2014-09-02"),
        ("BLZ", "accession", "2014-09-02"),
        ("CIV", "signature", "2008-12-04"),
        ("CIV", "ratification", "2012-03-12"),
        ("LTU", "signature", "2008-12-03"),
        ("LTU", "ratification", "2011-03-24"),
        ("LTU", "withdrawal", "2024-09-06"),
        ("NLD", "signature", "2008-12-03"),
        ("NLD", "acceptance", "2011-02-23"),
        ("CZE", "signature", "2008-12-03"),
        ("CZE", "approval", "2011-09-22"),
    ]
    assert (table.refused, [str(remark) for remark in table.remarks]) == ([], [])
    first = table.placed[2]
    assert (first.file, first.line) == ("XXVI-6.en.xml", 23)
    assert first.value == TreatyAction(
        convention="CCM",
        iso3="BLZ",
        kind="provisional_application",
        on="2014-09-02",
        source="UN Treaty Collection, status table XXVI-6.en.xml",
        certainty="certain",
        note="note 1: Applied provisionally from the day of accession.",
    )


def test_a_withdrawal_is_read_from_the_note_and_stays_likely() -> None:
    (left,) = [each.value for each in read(CCM).placed if each.value.kind == "withdrawal"]
    assert (left.certainty, left.on, left.effective_on) == ("likely", "2024-09-06", date(2025, 3, 6))
    assert left.note == "On 6 September 2024, the State notified the depositary of its withdrawal from the Convention."


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "On 6 September 2024 it denounced the Convention, with effect from 6 March 2025.",
            ("2024-09-06", "2025-03-06"),
        ),
        ("Withdrawal notified on 6 September 2024.", ("2024-09-06", None)),
        (
            "Le 6 septembre 2024, l'État a notifié son retrait, qui prit effet le 6 mars 2025.",
            ("2024-09-06", "2025-03-06"),
        ),
        ("It withdrew between 1 May 2024 and 6 May 2024.", None),
        ("Its withdrawal took effect on 6 March 2025.", None),
    ],
)
def test_notes_say_in_many_ways_that_a_state_left(note: str, expected: tuple[str, str | None] | None) -> None:
    start, end = CCM.index(b"On 6 September"), CCM.index(b"6 March 2025.") + len(b"6 March 2025.")
    table = read(CCM[:start] + note.encode() + CCM[end:])
    found = [
        (each.value.on, each.value.effective_on.isoformat() if each.value.effective_on else None)
        for each in table.placed
        if each.value.kind == "withdrawal"
    ]
    assert found == ([expected] if expected else [])
    assert any("Lithuania" in str(remark) for remark in table.remarks) == (expected is None)


def test_who_left_without_a_day_that_can_be_read_is_pointed_out() -> None:
    table = read(CCM.replace(b"On 6 September 2024, the State", b"The State"))
    said = (
        "It withdrew its declaration on 1 June 2012. The State notified the depositary of its withdrawal from the Convention."
        " The withdrawal took effect on 6 March 2025."
    )
    place = "XXVI-6.en.xml: line 25"
    assert [str(remark) for remark in table.remarks] == [
        f"{place}: Lithuania may have left, and the day of its notice was not found (“{said}”); record the withdrawal by hand",
        "the head counts 4 signatories, the table lists 5",
        "the head counts 5 parties, the table lists 6",
    ]
    assert "withdrawal" not in {kind for _, kind, _ in acts(table)}


def test_who_withdrew_a_declaration_has_not_left() -> None:
    table = read(CCM.replace(b"Afghanistan<", b"Afghanistan&lt;superscript&gt;2&lt;/superscript&gt;<"))
    assert table.remarks == []


def test_the_french_table_is_read_too() -> None:
    table = read((FOLDER / "XXVI-5.fr.xml").read_bytes(), "XXVI-5.fr.xml")
    assert table.convention == ""
    assert acts(table.under("APMBC")) == [
        ("DEU", "signature", "1997-12-03"),
        ("DEU", "ratification", "1998-07-23"),
        ("SSD", "succession", "2011-11-11"),
        ("TCD", "signature", "1998-07-06"),
        ("TCD", "ratification", "1999-05-06"),
        ("FRA", "signature", "1997-12-03"),
        ("FRA", "approval", "1998-07-23"),
    ]
    assert {each.value.convention for each in table.under("APMBC").placed} == {"APMBC"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "Afghanistan<",
            "Atlantis<",
            "line 22: Participant: 'Atlantis' cannot be taken; allowed: a State of the register, by one of its names",
        ),
        (
            "12 Mar\t 2012 ",
            "31 Feb 2012",
            f"line 24: Côte d'Ivoire: '31 Feb 2012' cannot be taken; allowed: {A_DAY}",
        ),
        (
            "23 Feb\t 2011 A",
            "23 Feb 2011 Q",
            f"line 26: Netherlands (Kingdom of the): '23 Feb 2011 Q' cannot be taken; allowed: {A_DAY}",
        ),
        (
            "<Entry>22 Sep 2011 AA</Entry>",
            "",
            "line 27: Row: 'Czech Republic | 3 Dec 2008 | ' cannot be taken; allowed: 4 cells, as the head has",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line(before: str, after: str, said: str) -> None:
    table = read(CCM.replace(before.encode(), after.encode(), 1))
    assert [str(line) for line in table.refused] == [f"XXVI-6.en.xml: {said}"]


BILLION = b'<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]><Document>&c;</Document>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document><Participants>&b;</Participants></Document>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<a/>", "t.xml: not a status table of the UN Treaty Collection: it has no list of participants"),
        (b"<a><Participants/></a>", "t.xml: not a status table of the UN Treaty Collection: its table has no head"),
        (
            CCM.replace(b"Provisional application(n)", b"Coronation(q)"),
            "t.xml: not a status table of the UN Treaty Collection: its column “Coronation(q)” is not known",
        ),
        (
            CCM[: CCM.index(b"<Rows>")] + b"</Tbody></TGroup></Table></Participants></Treaty></Document>",
            "t.xml: not a status table of the UN Treaty Collection: no participant is listed",
        ),
        (CCM[:2000], "t.xml: cut off or damaged: its part t.xml is no well-formed XML"),
        (BILLION, "t.xml: declares XML entities, which no document needs"),
        (OUTSIDE, "t.xml: declares XML entities, which no document needs"),
        (b" " * 20_000_001, "t.xml: too large: more than 20 MB"),
    ],
)
def test_what_is_no_status_table_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read(content, "t.xml")
    assert str(refused.value) == said


RECORDED = TreatyAction(
    convention="CCM", iso3="BLZ", kind="accession", on="2014-09-02", source="a letter", certainty="certain", number=7
)


def against(recorded: TreatyAction) -> tuple[int, list[list[tuple[str, object, object]]]]:
    (line,) = [each for each in read(CCM).placed if each.value.iso3 == "BLZ" and each.value.kind == "accession"]
    found = differences(TREATY_ACTIONS, [line], [recorded], settle=settled)
    return found.same, [change.columns for change in found.changed]


def test_an_act_that_is_recorded_on_that_day_stays_with_its_own_source() -> None:
    assert against(RECORDED) == (1, [])


def test_the_depositary_makes_certain_what_was_likely_and_keeps_the_day_of_effect() -> None:
    likely = replace(RECORDED, certainty="likely", effective_on=date(2015, 3, 1), note="told by a newspaper")
    same, changes = against(likely)
    assert same == 0
    assert [[column for column, *_ in change] for change in changes] == [["source", "certainty", "note"]]


def test_another_day_or_another_paper_is_a_difference() -> None:
    other: Any = replace(RECORDED, kind="ratification", on="2014-09-03")
    assert [change[:2] for change in against(other)[1]] == [
        [("kind", "ratification", "accession"), ("on", "2014-09-03", "2014-09-02")]
    ]


@pytest.mark.parametrize(
    ("head", "kind", "letters"),
    [
        ("Signature", "signature", {}),
        ("Signature, Succession to signature(d)", "signature", {"d": "signature"}),
        ("Signature, Definitive signature(s)", "signature", {"s": "definitive_signature"}),
        (
            "Acceptance(A), Approval(AA), Accession(a), Succession(d), Ratification",
            "ratification",
            {"A": "acceptance", "AA": "approval", "a": "accession", "d": "succession"},
        ),
        ("Provisional application under Article V", "provisional_application", {}),
    ],
)
def test_a_head_says_what_its_letters_mean(head: str, kind: str, letters: dict[str, str]) -> None:
    column = column_of(head)
    assert column is not None
    assert (column.kind, dict(column.letters)) == (kind, letters)


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@given(
    st.dates(date(1945, 1, 1), date(2200, 1, 1)), st.sampled_from(["", "a", "A", "AA", "d", "s", "n"]), st.booleans()
)
def test_every_day_is_read_as_it_was_written(day: date, letter: str, bracketed: bool) -> None:  # noqa: FBT001  drawn
    column = column_of("Ratification")
    assert column is not None
    written = f" {day.day} {MONTHS[day.month - 1]}\t {day.year} {letter}<superscript>4</superscript>"
    cell = cell_text(f"[{written}]" if bracketed else written)
    found = dated(cell.text, column)
    assert found is not None
    assert (found.on, found.ended, cell.notes) == (day, bracketed, ("4",))


@pytest.mark.parametrize("module", [depositary_cells, depositary_notes])
def test_the_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)


def test_lines_are_those_of_the_file() -> None:
    lines = CCM.decode().splitlines()
    for each in read(CCM).placed:
        assert isinstance(each, Placed)
        assert "<Row>" in lines[each.line - 1]
