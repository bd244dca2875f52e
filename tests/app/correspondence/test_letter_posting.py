"""The paper of a letter: that it left, by which way, and what that means for the letter and for audiences."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.letters import WRITING, a_letter, made, told
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.rows import AT

from corcom.correspondence.actions import (
    AnswerCame,
    NoStateChosen,
    NoSuchCopy,
    NothingToPost,
    PaperHasLeft,
    PostedBeforeMade,
    PostedInTheFuture,
    WithoutReason,
    approve_letter,
    leave_out,
    make_copies,
    record_answer,
    record_posting,
    reopen_letter,
    send_letter,
    strike_postings,
    withdraw_letter,
)
from corcom.correspondence.domain.letter_posting import Posting
from corcom.correspondence.queries import letter_lines
from corcom.correspondence.queries.letters_sent import letters_sent
from corcom.directory.models import DirectoryContact

pytestmark = pytest.mark.django_db
DAY = date(2016, 5, 4)
BAG = Posting(on=date(2016, 5, 3), way="bag", remark=" Seal\n17 ")
HAND = Posting(on=date(2016, 5, 4), way="hand")


def ready(*states: str, by_email: bool = False) -> int:
    """A letter whose copies are made; Norway has no e-mail address."""
    number = a_letter(*states, by_email=by_email)
    DirectoryContact.objects.filter(delegation="NOR").delete()
    return made(number)


def posted(number: int, *states: str, posting: Posting = BAG) -> int:
    return record_posting(letter=number, states=states or None, posting=posting, day=DAY, by=clerk(), at=AT)


def test_a_letter_on_paper_is_let_out_by_its_first_posting_and_comes_back_when_it_is_struck() -> None:
    number = ready("ZMB", "NOR", "HRV")
    assert posted(number, "ZMB") == 1
    found = told(number)
    assert (found.state, [copy.iso3 for copy in found.posted], [copy.iso3 for copy in found.to_post]) == (
        "sent",
        ["ZMB"],
        ["HRV", "NOR"],
    )
    assert [one.posting for one in found.posted[0].postings] == [
        Posting(on=date(2016, 5, 3), way="bag", remark="Seal 17")
    ]
    assert posted(number, posting=HAND) == 2
    with pytest.raises(NothingToPost):
        posted(number)
    assert strike_postings(letter=number, states=["ZMB", "NOR", "HRV"], why="they lay here", by=clerk(), at=AT) == 3
    assert (told(number).state, told(number).posted) == ("made", ())
    assert [(one.states, one.told.struck_why, one.told.struck_by) for one in told(number).all_posted] == [
        (("ZMB",), "they lay here", clerk().get_full_name()),
        (("HRV", "NOR"), "they lay here", clerk().get_full_name()),
    ]


def test_the_same_posting_is_written_down_once() -> None:
    number = ready("ZMB", "NOR")
    assert [posted(number, "ZMB"), posted(number, "ZMB", "NOR"), posted(number, "ZMB", posting=HAND)] == [1, 1, 1]
    copy = told(number).copy("ZMB")
    assert copy is not None
    assert [(one.posting.way, one.posting.on) for one in copy.postings] == [
        ("bag", date(2016, 5, 3)),
        ("hand", date(2016, 5, 4)),
    ]
    strike_postings(letter=number, states=["ZMB"], number=copy.postings[0].number, why="no", by=clerk(), at=AT)
    assert [copy.posted_on for copy in told(number).posted] == [date(2016, 5, 3), date(2016, 5, 4)]


def test_a_letter_by_email_and_on_paper_has_both_standings() -> None:
    number = ready("ZMB", "NOR", by_email=True)
    assert [copy.iso3 for copy in told(number).to_post] == ["NOR"]
    assert posted(number) == 1
    assert told(number).state == "made"
    assert send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT) == 1
    assert posted(number, "ZMB", posting=HAND) == 1
    assert [(copy.iso3, len(copy.messages), copy.posted_on) for copy in told(number).going] == [
        ("NOR", 0, date(2016, 5, 3)),
        ("ZMB", 1, date(2016, 5, 4)),
    ]
    assert [(one.state, one.posted, one.to_post, one.posted_on) for one in letter_lines(now=AT)] == [
        ("sent", 2, 0, date(2016, 5, 4))
    ]


def test_what_has_left_is_neither_reopened_nor_withdrawn() -> None:
    number = ready("ZMB", "NOR", by_email=True)
    posted(number)
    for take_back in (reopen_letter, withdraw_letter):
        with pytest.raises(PaperHasLeft) as caught:
            take_back(letter=number, why="a wrong day", by=clerk(), at=AT)
        assert caught.value.states == ("NOR",)
    strike_postings(letter=number, states=["NOR"], why="it lay here", by=clerk(), at=AT)
    reopen_letter(letter=number, why="a wrong day", by=clerk(), at=AT)
    assert told(number).state == "drafting"


def test_slips_with_postings_are_refused_and_leave_nothing() -> None:
    number = a_letter("ZMB", "NOR", "HRV", by_email=False)
    leave_out(letter=number, states=["HRV"], why="no", by=clerk(), at=AT)
    with pytest.raises(PostedBeforeMade):
        posted(number, "ZMB")
    approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    make_copies(letter=number, writing=WRITING, by=clerk(), at=AT)
    with pytest.raises(PostedInTheFuture):
        posted(number, "ZMB", posting=Posting(on=date(2016, 5, 5), way="post"))
    with pytest.raises(NoSuchCopy):
        posted(number, "ZMB", "HRV")
    with pytest.raises(NoStateChosen):
        record_posting(letter=number, states=[], posting=BAG, day=DAY, by=clerk(), at=AT)
    with pytest.raises(WithoutReason):
        strike_postings(letter=number, states=["ZMB"], why=" ", by=clerk(), at=AT)
    assert told(number).posted == ()


def test_audiences_and_answers_take_a_posted_paper_for_sent() -> None:
    on_paper, both = ready("ZMB", "NOR"), ready("ZMB", "NOR", by_email=True)
    posted(on_paper, "ZMB")
    posted(both, "NOR")
    found = letters_sent()
    # The second was not let out: of its States only the one with a posted paper got it.
    assert {number: (one.sent_on, one.to) for number, one in found.items()} == {
        on_paper: (date(2016, 5, 3), {"ZMB": date(2016, 5, 3)}),
        both: (date(2016, 5, 3), {"NOR": date(2016, 5, 3)}),
    }
    came = AnswerCame(received_on=DAY, channel="telephone")
    record_answer(letter=both, iso3="NOR", came=came, day=DAY, by=clerk(), at=AT)
    send_letter(letter=both, mail=mail_settings(), by=clerk(), at=AT)
    assert letters_sent()[both].to == {"NOR": date(2016, 5, 3), "ZMB": AT.date()}
    assert letters_sent()[both].answered == {"NOR": DAY}
