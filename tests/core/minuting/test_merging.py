from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.wordwise import pieces
from corcom.minuting.domain.merging import Collision, Merged, merged

TEXTS = st.lists(st.sampled_from("Croatia will report , . by May June 日 本 \n".split(" ")), max_size=12).map(" ".join)
BEFORE = "The Chair opened the meeting. Croatia reported on its visit. The meeting closed."


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        (BEFORE + " Thanks were given.", BEFORE.replace("visit", "long visit"), None),
        (BEFORE.replace("Chair", "President"), BEFORE.replace("closed", "rose"), None),
        (BEFORE, BEFORE.replace("closed", "rose"), BEFORE.replace("closed", "rose")),
        (BEFORE.replace("closed", "rose"), BEFORE, BEFORE.replace("closed", "rose")),
        (BEFORE.replace("closed", "rose"), BEFORE.replace("closed", "rose"), BEFORE.replace("closed", "rose")),
    ],
)
def test_changes_at_different_places_are_both_kept(mine: str, theirs: str, together: str | None) -> None:
    if together is None:
        together = {
            " Thanks were given.": BEFORE.replace("visit", "long visit") + " Thanks were given.",
        }.get(mine.removeprefix(BEFORE)) or BEFORE.replace("Chair", "President").replace("closed", "rose")
    found = merged(BEFORE, mine, theirs)
    assert (found.text, found.collisions) == (together, ())


def test_where_both_wrote_something_else_both_are_shown_and_the_rest_is_merged() -> None:
    mine = BEFORE.replace("Croatia", "Zambia") + " End."
    theirs = BEFORE.replace("Croatia", "Norway").replace("The Chair", "The President")
    found = merged(BEFORE, mine, theirs)
    assert found.text == BEFORE.replace("Croatia", "Zambia").replace("The Chair", "The President") + " End."
    assert found.collisions == (Collision(before="Croatia", mine="Zambia", theirs="Norway"),)


def test_two_insertions_at_one_place_collide() -> None:
    found = merged("A B", "A x B", "A y B")
    assert found.collisions == (Collision(before="", mine="x ", theirs="y "),)


def test_the_words_typed_while_the_last_were_being_merged_are_merged_too() -> None:
    """A page sends what it said when it last sent, what it says now, and the site knows what both made of it."""
    assert merged("B. x", "B. x y", "T B. x").text == "T B. x y"


def test_chinese_is_merged_by_character() -> None:
    assert merged("会议于五月举行", "会议于六月举行", "本会议于五月举行").text == "本会议于六月举行"


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_is_lost(before: str, mine: str, theirs: str) -> None:
    """Whatever both wrote: it stands in the text that comes of it, or is shown as a collision."""
    found = merged(before, mine, theirs)
    shown = found.text + "".join(one.theirs for one in found.collisions)
    for wrote in (mine, theirs):
        added = [one.text for one in pieces(before, wrote) if one.kind == "new"]
        assert [words for words in added if words not in shown and any(w not in shown for w in words.split())] == []


@given(TEXTS, TEXTS, TEXTS)
def test_both_see_the_same_where_nothing_collides(before: str, mine: str, theirs: str) -> None:
    one, other = merged(before, mine, theirs), merged(before, theirs, mine)
    assert len(one.collisions) == len(other.collisions)
    if not one.collisions:
        assert one.text == other.text


@given(TEXTS, TEXTS)
def test_where_one_changed_it_theirs_is_the_text(before: str, wrote: str) -> None:
    assert (merged(before, wrote, before), merged(before, before, wrote)) == (Merged(text=wrote), Merged(text=wrote))
