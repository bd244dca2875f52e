from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.touching import Cluster, clusters, colliding
from corcom.kernel.wordwise import Edit, edits, words_of

TEXTS = st.lists(st.sampled_from("the State 1 15 June , . 日 本 \n".split(" ")), max_size=10).map(" ".join)


def changes(before: str, *wordings: str) -> tuple[list[str], list[list[Edit]]]:
    words = words_of(before)
    return words, [edits(words, words_of(each)) for each in wordings]


def test_changes_of_words_beside_each_other_touch() -> None:
    told = changes("by 1 June in Oslo", "by 15 June in Oslo", "by 1 July in Oslo", "by 1 June in Bern")
    assert colliding(*told) == ((0, 1),)
    assert list(clusters(*told)) == [
        Cluster(2, 5, ((0, Edit(2, 3, ("15",))), (1, Edit(4, 5, ("July",))))),
        Cluster(8, 9, ((2, Edit(8, 9, ("Bern",))),)),
    ]


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_between_two_clusters_a_word_stands_that_nobody_changed(before: str, wordings: list[str]) -> None:
    words, made = changes(before, *wordings)
    found = list(clusters(words, made))
    assert sorted((place, edit.start) for one in found for place, edit in one.edits) == [
        (place, edit.start) for place, each in enumerate(made) for edit in each
    ]
    assert all(any(not word.isspace() for word in words[one.end : two.start]) for one, two in pairwise(found))


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_only_what_stands_in_one_cluster_collides(before: str, wordings: list[str]) -> None:
    words, made = changes(before, *wordings)
    together = {pair for one in clusters(words, made) for pair in combinations(sorted(one.wordings), 2)}
    assert set(colliding(words, made)) - together == set()


@given(TEXTS, TEXTS, TEXTS)
def test_two_collide_whatever_else_is_there_and_in_either_order(before: str, one: str, other: str) -> None:
    alone = bool(colliding(*changes(before, one, other)))
    assert bool(colliding(*changes(before, other, one))) is alone
    assert ((0, 2) in colliding(*changes(before, one, before, other))) is alone
