"""Nothing that was taken out of the public copy survives anywhere in a file: its parts are opened and searched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from tests.factories.minuting import SECTIONS, content

from corcom.minuting.domain.composing import composed
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection, MinutesContent
from corcom.minuting.domain.corrections import NotedCorrection
from corcom.minuting.domain.issue import Approval, Issue
from corcom.minuting.domain.minutes_akn import minutes_akn
from corcom.minuting.domain.minutes_document import minutes_document
from corcom.minuting.domain.redaction import MASK, Speakers, masked, public_copy, speakers_of, still_named

NOBODY = "Tchad (MT) spoke, of the Republic of Chad and the Chadian mission; Ana Horvat and Horvat."
SPOKEN = IssuedParagraph(id=20, kind="intervention", delegation="Chad", initials="MT", text=NOBODY)
HIDDEN = IssuedParagraph(
    id=21, kind="action_point", text="visit Bardaï in secret", owners=("Niger",), confidential=True
)
SECTION = IssuedSection(id=9, number="3", title="Other", papers=("chad-secret.docx",), paragraphs=(SPOKEN, HIDDEN))
APPROVAL = Approval(meeting=2, body="Coordination Committee", date="2016-07-28", note="Chad (MT) asked for it.")
CORRECTED = NotedCorrection(kind="changed", number=9, before="Chad · MT · Ana Horvat", after="Chad · MT")
ISSUE = Issue(
    kind="approved",
    content=content(sections=(*SECTIONS, SECTION)),
    version=2,
    approval=APPROVAL,
    corrections=(CORRECTED,),
)
SECRET = (
    *("Chad", "Tchad", "Ana Horvat", "Horvat", "Rosa Keller", "Babić", "AH", "PM", "MT", "Barda", "Niger"),
    *("secret", "letters-2016", "asked for it"),
)
"""What must be in no public copy: who spoke and is not on the list of delegations, people, initials, confidential words."""


def named_in(text: str) -> set[str]:
    """Which of these stand in a text; initials are short, and count where they are a word of their own."""
    return {word for word in SECRET if re.search(rf"(?<!\w){word}(?!\w)" if word.isupper() else word, text)}


def in_docx(issue: Issue) -> str:
    with zipfile.ZipFile(io.BytesIO(minutes_document(issue, public=True).to_bytes())) as parts:
        return "\n".join(
            [*parts.namelist(), *(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())]
        )


def in_akn(issue: Issue) -> str:
    return minutes_akn(issue, made_on=date(2016, 8, 1), public=True).decode()


def in_text(issue: Issue) -> str:
    return composed(public_copy(issue.content)).text


@pytest.mark.parametrize("written", [in_docx, in_akn, in_text])
def test_no_name_that_was_taken_out_survives(written: Callable[[Issue], str]) -> None:
    assert named_in(written(ISSUE)) == set()


def test_the_same_names_stand_in_the_copy_for_the_committee() -> None:
    """So that the test above looks for something."""
    full = "\n".join([composed(ISSUE.content).text, ISSUE.approval.note if ISSUE.approval else ""])
    by_initials = composed(content(attribution="initials", sections=(*SECTIONS, SECTION))).text
    assert named_in(full) | named_in(by_initials) == set(SECRET)


def test_a_word_document_has_no_comments_no_revision_marks_and_no_author() -> None:
    with zipfile.ZipFile(io.BytesIO(minutes_document(ISSUE, public=True).to_bytes())) as parts:
        names, text = set(parts.namelist()), parts.read("word/document.xml").decode()
        core = parts.read("docProps/core.xml").decode()
    assert [name for name in names if "comment" in name or "people" in name] == []
    assert [mark for mark in ("<w:ins ", "<w:del ", "<w:comment", "w:vanish") if mark in text] == []
    assert "<dc:creator>CorCom</dc:creator>" in core


@pytest.mark.parametrize(("shown", "said"), [("nobody", ""), ("initials", "AH"), ("state", "Croatia")])
def test_the_public_copy_names_who_spoke_only_as_was_chosen(shown: str, said: str) -> None:
    copy = public_copy(content(public_attribution=shown))
    [spoken] = [one for _, _, one in copy.numbered() if one.id == 4]
    assert {spoken.delegation, spoken.initials} == {said, ""}


def test_a_copy_of_the_copy_is_the_same() -> None:
    copy = public_copy(ISSUE.content)
    assert public_copy(copy) == copy


def test_what_is_confidential_is_left_out_with_a_mark_and_keeps_its_number() -> None:
    numbers = [number for number, _, one in public_copy(ISSUE.content).numbered() if one.withheld]
    assert numbers == [number for number, _, one in ISSUE.content.numbered() if one.confidential]


def test_plain_text_that_names_who_spoke_is_pointed_out() -> None:
    told = IssuedParagraph(id=30, kind="text", text="The Chair thanked Croatia and Zambia, not Norway.")
    one: MinutesContent = content(
        sections=(*SECTIONS, IssuedSection(id=9, number="3", title="End", paragraphs=(told,)))
    )
    assert still_named(public_copy(one), speakers_of(one)) == [(9, "Croatia"), (9, "Zambia")]


def test_names_are_found_in_every_form() -> None:
    who = speakers_of(content())
    assert (
        masked("Croatian experts, the Republic of Zambia and AH; Ahead, PMs", who)
        == f"{MASK} experts, the Republic of {MASK} and {MASK}; Ahead, PMs"
    )


@pytest.mark.parametrize("said", ["Ms. Smith said", "Mr. Gómez said", "Robles said", "Mr. van der Kwast said"])
def test_a_surname_is_taken_out_however_the_list_of_attendance_writes_it(said: str) -> None:
    people = ("Ms. Maria SMITH", "Juan Gómez Robles", "Henk Cor van der Kwast")
    who = Speakers(codes=frozenset(), names=frozenset(), initials=frozenset(), people=frozenset(people))
    assert MASK in masked(said, who)


def test_whoever_is_in_the_chair_or_has_no_delegation_is_named_nowhere() -> None:
    """Lists of attendance name people without a delegation on a line of their own; the head of minutes names the chair."""
    told = "Mira Lindqvist and the Chair, Mr. Kwast, spoke."
    sections = (
        IssuedSection(
            id=1,
            number="",
            title="Attendance",
            paragraphs=(
                IssuedParagraph(id=1, kind="present", text="Zambia\nPresidency\nMira Lindqvist"),
                IssuedParagraph(id=2, kind="intervention", delegation="Zambia", text=told),
                IssuedParagraph(id=3, kind="report", delegation="Zambia", text="", about="Mr. Kwast writes", done=True),
            ),
        ),
    )
    issue = Issue(kind="approved", content=content(sections=sections), approval=APPROVAL)
    for written in (in_docx, in_akn, in_text):
        text = written(issue)
        assert [name for name in ("Lindqvist", "Kwast", "Henk") if name in text] == []
        assert "Presidency" in text
