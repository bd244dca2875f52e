from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from tests.factories.plans import PLAN

from corcom.kernel.actor import Actor
from corcom.kernel.marked import Filled
from corcom.kernel.wording import Wording
from corcom.participation.domain.attendance import AttendanceLine, AttendancePerson
from corcom.participation.domain.letters import LetterWords, invitation_letter, reminder_letter
from corcom.participation.domain.participants import ParticipantsJson, participants_json
from corcom.participation.domain.participants_document import participants_document
from corcom.participation.domain.participants_rows import participants_rows
from corcom.register.domain.registered import register_from
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.rulebooks.reading import rulebook

DAY = date(2011, 9, 13)
ANA = AttendancePerson(name="Ana Banda", title="H.E. Ms.", function="Minister", is_head=True, here=True)
BO = AttendancePerson(name="Bo Chanda", here=True)
GONE = AttendancePerson(name="Chola Daka", here=False)
LINES = (
    AttendanceLine(delegation=Actor("ZMB", "Zambia"), presence="present", role="Coordinator", people=(BO, GONE, ANA)),
    AttendanceLine(delegation=Actor("AFG", "Afghanistan"), presence="present"),
    AttendanceLine(delegation=Actor("CZE", "Czechia"), presence="present"),
    AttendanceLine(delegation=Actor("CIV", "Côte d’Ivoire"), presence="present"),
    AttendanceLine(delegation=Actor("USA", "United States"), presence="present"),
    AttendanceLine(delegation=Actor("icrc", "ICRC"), presence="present"),
    AttendanceLine(delegation=Actor("guest:a", "A mayor"), presence="present", special=True),
    AttendanceLine(delegation=Actor("NOR", "Norway"), presence="proxy", speaker=Actor("ZMB", "Zambia")),
    AttendanceLine(delegation=Actor("CHL", "Chile"), presence="expected", people=(BO,)),
    AttendanceLine(delegation=Actor("PER", "Peru"), presence="apologies"),
)


def listed(*, is_final: bool = True) -> ParticipantsJson:
    book = rulebook("CCM")
    assert book is not None
    plan = replace(
        PLAN,
        body="Second Meeting of States Parties",
        kind="msp",
        starts_on=DAY,
        ends_on=date(2011, 9, 16),
        place="Beirut",
        number=None,
    )
    register = register_from(book, packaged_actions())
    return participants_json(plan, LINES, register, day=DAY, is_final=is_final, version=3)


def names(found: ParticipantsJson) -> dict[str, list[str]]:
    return {one["kind"]: [each["name"] for each in one["delegations"]] for one in found["sections"]}


def test_it_stands_by_status_and_in_alphabetical_order() -> None:
    assert names(listed()) == {
        "state_party": ["Afghanistan", "Zambia"],
        # Czechia deposited its consent nine days later.
        "signatory": ["Côte d’Ivoire", "Czechia"],
        "state_not_party": ["United States"],
        "observer": ["ICRC"],
        "special_invitee": ["A mayor"],
    }
    afghanistan, zambia = listed()["sections"][0]["delegations"]
    assert afghanistan["contracting"]
    assert [one["name"] for one in zambia["people"]] == ["Ana Banda", "Bo Chanda"]


def test_a_provisional_one_names_who_is_expected_too() -> None:
    assert names(listed(is_final=False))["state_party"] == ["Afghanistan", "Chile", "Zambia"]


def test_the_word_document_reads_as_a_meeting_expects_it() -> None:
    report = [Filled("%(n)s States took part.", n=5)]
    document = docx.Document(io.BytesIO(participants_document(listed(), report=report).to_bytes()))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert tables[0] == [
        [
            "Convention on Cluster Munitions\nSecond Meeting of States Parties",
            "Final\n13 to 16 September 2011\nVersion 3",
        ]
    ]
    assert tables[1] == [
        ["Afghanistan*", ""],
        ["Zambia", "Coordinator\nH.E. Ms. Ana Banda, Minister, Head of delegation\nBo Chanda"],
    ]
    assert tables[-1] == [["Norway", "by Zambia"]]
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings == [
        "States Parties",
        "Signatories",
        "States not party",
        "Observers",
        "Special invitees",
        "Represented by another delegation",
        "Participation in figures",
    ]
    assert [one.text for one in document.paragraphs if one.text][-2:] == [
        "States stand under the status that they had on 13 September 2011; States Parties by deposit.",
        "* The consent is deposited; the convention was not yet in force for this State.",
    ]


def test_the_rows_of_the_table_say_the_same_in_another_language() -> None:
    rows = participants_rows(listed(), Wording(language="fr"))
    assert rows[1:3] == [
        ("States Parties", "Zambie", "ZMB", "H.E. Ms.", "Ana Banda", "Minister", "yes", "Coordinator", "Final"),
        ("States Parties", "Zambie", "ZMB", "", "Bo Chanda", "", "", "Coordinator", "Final"),
    ]


def test_an_empty_list_says_so() -> None:
    empty = {**listed(), "sections": [], "proxies": []}
    document = docx.Document(io.BytesIO(participants_document(empty).to_bytes()))  # type: ignore[arg-type]  # the same keys
    assert "Nobody stands on this list yet." in [one.text for one in document.paragraphs]


@pytest.mark.parametrize("letter", [invitation_letter, reminder_letter])
def test_a_letter_says_when_where_and_how_to_answer(letter: object) -> None:
    told = LetterWords(
        meeting="Coordination Committee",
        convention="Convention on Cluster Munitions",
        date="2016-06-30",
        time="10:00 (Europe/Zurich)",
        place="Palais des Nations",
        delegation="Zambia",
        answer_by="2016-06-20",
        address="https://corcom.example/answer/?key=abc",
        sender="CCM ISU",
    )
    subject, text = letter(told)  # type: ignore[operator]  # one of the two
    first = {
        invitation_letter: "The delegation of Zambia is invited to take part in the following meeting:",
        reminder_letter: "No answer of the delegation of Zambia has come yet to the invitation to this meeting:",
    }[letter]  # type: ignore[index]  # likewise
    assert subject.split(": ")[1] == "Coordination Committee, 30 June 2016"
    assert text == (
        f"{first}\n\n"
        "Coordination Committee\nConvention on Cluster Munitions\n30 June 2016, 10:00 (Europe/Zurich)\nPalais des Nations\n\n"
        "Please say by 20 June 2016 whether your delegation takes part, who comes and who heads it. No account is needed; "
        "this link is your delegation’s own, and it can be passed on within it:\n\n"
        "https://corcom.example/answer/?key=abc\n\n"
        "What was answered can be changed under the same link until that day.\n\n"
        "CCM ISU\n"
    )
