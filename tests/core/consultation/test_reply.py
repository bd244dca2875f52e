from __future__ import annotations

from corcom.consultation.domain.comments import GENERAL, NO_COMMENTS, Comment, Place
from corcom.consultation.domain.reply import split_reply

NUMBERS = ["1", "2", "3", "12"]
ANSWER = """Dear Anna,

Norway has the following comments:

General comments: a clear text.
Paragraph 2: we were thanked as well,
and would like that to be said.
Para 3 should read: “Austria will circulate a letter by 1 July 2016.”
12. Please delete this paragraph.
New paragraph after 1: The weather was fine.

--
Kari
On 10 May 2016, the secretariat wrote:
> Paragraph 1: what was sent
"""


def test_an_answer_is_split_by_paragraph() -> None:
    found = split_reply(ANSWER, NUMBERS)
    assert found.comments == (
        Comment(place=GENERAL, text="a clear text."),
        Comment(place=Place("at", "2"), text="we were thanked as well,\nand would like that to be said."),
        Comment(place=Place("at", "3"), change="wording", wording="Austria will circulate a letter by 1 July 2016."),
        Comment(place=Place("at", "12"), text="Please delete this paragraph.", change="deletion"),
        Comment(place=Place("after", "1"), change="wording", wording="The weather was fine."),
    )
    assert found.unread == "Dear Anna,\n\nNorway has the following comments:"


def test_no_comments_is_understood() -> None:
    found = split_reply("Dear colleagues,\nZambia has no comments.\n> Paragraph 1: what was sent", NUMBERS)
    assert found.comments == (Comment(place=NO_COMMENTS),)


def test_what_names_no_paragraph_is_left_to_a_person() -> None:
    found = split_reply("Paragraph 99: nothing of ours.\nWe liked it.", NUMBERS)
    assert (found.comments, found.unread) == ((), "Paragraph 99: nothing of ours.\nWe liked it.")


def test_the_longer_number_is_read() -> None:
    assert split_reply("§12: fine", NUMBERS).comments == (Comment(place=Place("at", "12"), text="fine"),)


def test_an_empty_answer_says_nothing() -> None:
    assert split_reply("", NUMBERS) == split_reply("> quoted", NUMBERS)
