from __future__ import annotations

from datetime import timedelta

import pytest
from tests.factories.plans import a_plan
from tests.factories.rows import AT, new_user
from tests.factories.written import attended, begun, section, wrote

from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile
from corcom.meetings.actions import add_item, release_agenda
from corcom.meetings.actions.agendas import ItemText
from corcom.meetings.queries.plans import NotPlanned
from corcom.minuting.actions import (
    AlreadyWritten,
    ChangedSince,
    HeadRefused,
    NoAgendaReleased,
    NothingToUndo,
    add_paragraph,
    change_head,
    move_paragraph,
    remove_paragraph,
    start_minutes,
    undo_last,
    write_paragraph,
)
from corcom.minuting.domain.merging import Collision
from corcom.minuting.domain.paragraphs import ParagraphRefused, TakingDown
from corcom.minuting.queries import MinutesHead, NoSuchParagraph, NotWritten, minutes_draft, versions_of

pytestmark = pytest.mark.django_db

LATER = AT + timedelta(minutes=1)


@pytest.fixture
def anna() -> User:
    return new_user(username="anna", name="Anna")


@pytest.fixture
def ben() -> User:
    return new_user(username="ben", name="Ben")


def texts(meeting: int, number: str = "1") -> list[str]:
    return [one.said.text for one in section(meeting, number).paragraphs]


def test_minutes_begin_from_the_agenda_that_was_released(anna: User) -> None:
    meeting = a_plan(anna)
    add_item(meeting=meeting, item=ItemText(title="Universalization"), by=anna, at=AT)
    release_agenda(meeting=meeting, by=anna, at=AT)
    start_minutes(meeting=meeting, by=anna, at=AT)
    draft = minutes_draft(meeting=meeting)
    assert [(one.number, one.title, len(one.paragraphs)) for one in draft.sections] == [
        ("", "Attendance", 3),
        ("1", "Opening of the meeting and adoption of the agenda", 0),
        ("2", "Any other business", 0),
        ("3", "Date of the next meeting", 0),
        ("4", "Universalization", 0),
    ]
    assert draft.standing == "draft"


def test_minutes_cannot_begin_twice_nor_without_an_agenda_nor_without_a_plan(anna: User) -> None:
    with pytest.raises(NotPlanned):
        start_minutes(meeting=99, by=anna, at=AT)
    with pytest.raises(NoAgendaReleased):
        start_minutes(meeting=a_plan(anna, "2016-07-28"), by=anna, at=AT)
    meeting = begun(anna)
    with pytest.raises(AlreadyWritten):
        start_minutes(meeting=meeting, by=anna, at=AT)
    with pytest.raises(NotWritten):
        minutes_draft(meeting=99)


def test_two_people_who_write_at_different_places_of_a_paragraph_both_find_their_words(anna: User, ben: User) -> None:
    meeting = begun(anna)
    before = TakingDown(kind="text", text="The agenda was adopted. Croatia thanked the ISU.")
    number = wrote(meeting, anna, kind="text", text=before.text)
    hers = TakingDown(kind="text", text=before.text.replace("agenda", "draft agenda"))
    his = TakingDown(kind="intervention", delegation="Croatia", text=before.text + " Zambia agreed.")
    write_paragraph(meeting=meeting, number=number, before=before, said=hers, by=anna, at=AT)
    done = write_paragraph(meeting=meeting, number=number, before=before, said=his, by=ben, at=LATER)
    together = TakingDown(
        kind="intervention",
        delegation="Croatia",
        text="The draft agenda was adopted. Croatia thanked the ISU. Zambia agreed.",
    )
    assert (done.outcome, done.other, done.said) == ("merged", "Anna", together)
    assert section(meeting).paragraphs[0].said == together
    kinds = [(one.kind, one.by) for one in versions_of(meeting=meeting, paragraph=number)]
    assert kinds == [("added", "Anna"), ("changed", "Anna"), ("merged", "Ben")]


def test_where_both_wrote_something_else_at_one_place_both_are_kept_and_somebody_chooses(anna: User, ben: User) -> None:
    meeting = begun(anna)
    before = TakingDown(text="due by May.")
    number = wrote(meeting, anna, text=before.text)
    hers, his = TakingDown(text="due by June."), TakingDown(text="due by July.")
    write_paragraph(meeting=meeting, number=number, before=before, said=hers, by=anna, at=AT)
    for _ in range(2):
        done = write_paragraph(meeting=meeting, number=number, before=before, said=his, by=ben, at=LATER)
    assert done.outcome == "collided"
    assert done.both is not None
    assert done.both.collisions == (Collision(before="May", mine="July", theirs="June"),)
    assert texts(meeting) == ["due by June."]
    beside = [one for one in versions_of(meeting=meeting, paragraph=number) if one.kind == "collided"]
    assert [(one.said.text, one.by) for one in beside] == [("due by July.", "Ben")]
    chosen = write_paragraph(meeting=meeting, number=number, before=hers, said=his, by=ben, at=LATER)
    assert (chosen.outcome, texts(meeting)) == ("saved", ["due by July."])


def test_what_was_taken_out_while_somebody_wrote_in_it_is_there_again(anna: User, ben: User) -> None:
    meeting = begun(anna)
    number = wrote(meeting, anna, text="One.")
    remove_paragraph(meeting=meeting, number=number, by=anna, at=AT)
    assert texts(meeting) == []
    said = TakingDown(text="One. Two.")
    write_paragraph(meeting=meeting, number=number, before=TakingDown(text="One."), said=said, by=ben, at=LATER)
    assert texts(meeting) == ["One. Two."]


def test_paragraphs_are_moved_also_into_the_next_item_and_back(anna: User) -> None:
    meeting = begun(anna)
    first, second = wrote(meeting, anna, text="A"), wrote(meeting, anna, text="B")
    move_paragraph(meeting=meeting, number=first, by=anna, at=AT, down=True)
    assert texts(meeting) == ["B", "A"]
    move_paragraph(meeting=meeting, number=first, by=anna, at=AT, down=True)
    assert (texts(meeting), texts(meeting, "2")) == (["B"], ["A"])
    move_paragraph(meeting=meeting, number=first, by=anna, at=AT, down=False)
    move_paragraph(meeting=meeting, number=first, by=anna, at=AT, down=False)
    assert texts(meeting) == ["A", "B"]
    third = add_paragraph(
        meeting=meeting, section=section(meeting).id, said=TakingDown(text="C"), by=anna, at=AT, after=first
    )
    assert texts(meeting) == ["A", "C", "B"]
    assert [one.place for one in section(meeting).paragraphs] == [1, 2, 3]
    assert [one.id for one in section(meeting).paragraphs] == [first, third, second]


def test_everybody_undoes_what_they_did_themselves_the_last_first(anna: User, ben: User) -> None:
    meeting = begun(anna)
    first, second = wrote(meeting, anna, text="A"), wrote(meeting, anna, text="B")
    wrote(meeting, ben, text="C")
    said = TakingDown(text="A!")
    write_paragraph(meeting=meeting, number=first, before=TakingDown(text="A"), said=said, by=anna, at=AT)
    move_paragraph(meeting=meeting, number=second, by=anna, at=AT, down=False)
    remove_paragraph(meeting=meeting, number=second, by=anna, at=AT)
    seen = [texts(meeting)]
    for _ in range(5):
        undo_last(meeting=meeting, by=anna, at=LATER)
        seen.append(texts(meeting))
    assert seen == [["A!", "C"], ["B", "A!", "C"], ["A!", "B", "C"], ["A", "B", "C"], ["A", "C"], ["C"]]
    with pytest.raises(NothingToUndo):
        undo_last(meeting=meeting, by=anna, at=LATER)


def test_nobody_undoes_what_somebody_else_wrote_since(anna: User, ben: User) -> None:
    meeting = begun(anna)
    number = wrote(meeting, anna, text="A")
    said = TakingDown(text="A and B")
    write_paragraph(meeting=meeting, number=number, before=TakingDown(text="A"), said=said, by=ben, at=LATER)
    with pytest.raises(ChangedSince) as refused:
        undo_last(meeting=meeting, by=anna, at=LATER)
    assert (refused.value.by, texts(meeting)) == ("Ben", ["A and B"])


@pytest.mark.parametrize(
    "said",
    [
        TakingDown(due="next week"),
        TakingDown(text="x" * 20_001),
        TakingDown(kind="poem"),  # type: ignore[arg-type]  # what a form may send
        TakingDown(delegation="x" * 201),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(anna: User, said: TakingDown) -> None:
    meeting = begun(anna)
    with pytest.raises(ParagraphRefused):
        add_paragraph(meeting=meeting, section=section(meeting).id, said=said, by=anna, at=AT)
    assert texts(meeting) == []


def test_paragraphs_of_other_minutes_are_not_found(anna: User) -> None:
    one, other = begun(anna), begun(anna, "2016-07-28")
    number = wrote(one, anna, text="A")
    with pytest.raises(NoSuchParagraph):
        remove_paragraph(meeting=other, number=number, by=anna, at=AT)
    with pytest.raises(NoSuchParagraph):
        add_paragraph(meeting=other, section=section(one).id, said=TakingDown(), by=anna, at=AT)


def test_the_head_is_changed_by_one_at_a_time(anna: User, ben: User) -> None:
    meeting = begun(anna)
    head = MinutesHead(chair_delegation="Netherlands", end_time="11:40", attribution="initials")
    change_head(meeting=meeting, version=1, head=head, by=anna, at=AT)
    assert minutes_draft(meeting=meeting).head == head
    with pytest.raises(ChangedMeanwhile) as refused:
        change_head(meeting=meeting, version=1, head=MinutesHead(), by=ben, at=LATER)
    assert (refused.value.version, refused.value.by) == (2, "Anna")


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (MinutesHead(end_time="half past"), "end_time"),
        (MinutesHead(attribution="initials", public_attribution="state"), "public_attribution"),
        (MinutesHead(attribution="all"), "attribution"),  # type: ignore[arg-type]  # what a form may send
    ],
)
def test_a_head_that_cannot_be_is_refused(anna: User, head: MinutesHead, key: str) -> None:
    with pytest.raises(HeadRefused) as refused:
        change_head(meeting=begun(anna), version=1, head=head, by=anna, at=AT)
    assert refused.value.key == key


def test_attendance_is_written_once_a_line(anna: User) -> None:
    meeting = begun(anna)
    attended(meeting, anna, present="Croatia: Ana Horvat\r\nZambia")
    assert [one.said.text for one in section(meeting, "").paragraphs] == ["Croatia: Ana Horvat\nZambia", "", ""]
