from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corcom.consultation.domain.merging import merge
from corcom.kernel.wordwise import pieces

TEXTS = st.lists(st.sampled_from("Croatia will report , . by 1 15 June 日 本 \n".split(" ")), max_size=12).map(" ".join)
BEFORE = "The Chair opened the meeting. Croatia reported on its visit. The meeting closed by 6."
ONE_WORD = st.sampled_from(["Chair", "opened", "Croatia", "on", "visit", "closed", "6"])
WORDINGS = st.lists(
    st.tuples(ONE_WORD, st.sampled_from(["x", "x y", ""])).map(lambda one: BEFORE.replace(*one, 1)), max_size=5
)
"""Wordings that change a word each: often some collide, and often none does."""


@given(TEXTS, TEXTS, st.integers(0, 3), st.integers(0, 3))
def test_where_one_changed_it_theirs_is_the_text(before: str, wording: str, ahead: int, behind: int) -> None:
    assert merge(before, [before] * ahead + [wording] + [before] * behind).text == wording


@given(TEXTS, TEXTS, st.integers(1, 4))
def test_whoever_writes_the_same_does_not_collide(before: str, wording: str, times: int) -> None:
    assert merge(before, [wording] * times).text == wording


@given(WORDINGS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(wordings: list[str], chance: Random) -> None:
    mixed = list(range(len(wordings)))
    chance.shuffle(mixed)
    found, other = merge(BEFORE, wordings), merge(BEFORE, [wordings[place] for place in mixed])
    assert other.text == found.text
    assert {tuple(sorted((mixed[one], mixed[two]))) for one, two in other.collide} == set(found.collide)


@given(WORDINGS | st.lists(TEXTS.map(lambda text: f"{BEFORE} {text}"), max_size=3))
def test_nothing_is_lost(wordings: list[str]) -> None:
    """All that anybody added stands in the text, or some collide; those that collide are named."""
    found = merge(BEFORE, wordings)
    named = {place for pair in found.collide for place in pair}
    together = merge(BEFORE, [each for place, each in enumerate(wordings) if place not in named])
    assert (found.text is None) is bool(found.collide)
    assert together.collide == ()
    for place, wording in enumerate(wordings):
        if place not in named:
            added = [word for one in pieces(BEFORE, wording) if one.kind == "new" for word in one.text.split()]
            assert [word for word in added if word not in (together.text or "")] == []


@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=4))
def test_two_collide_whoever_else_writes(before: str, wordings: list[str]) -> None:
    pairs = [
        pair for pair in combinations(range(len(wordings)), 2) if merge(before, [wordings[at] for at in pair]).collide
    ]
    assert merge(before, wordings).collide == tuple(pairs)
