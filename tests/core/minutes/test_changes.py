from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.minutes import TEXT, a_reading

from corcom.minutes.domain.changes import Found, compare
from corcom.minutes.domain.findings import proposals
from corcom.minutes.domain.fingerprint import fingerprint


def found(key: int, text: str, start: int, end: int, source: str) -> Found:
    payload = {"text": text}
    quote = source[start:end]
    return Found(
        key=key,
        kind="action_point",
        payload=payload,
        start=start,
        end=end,
        quote=quote,
        fingerprint=fingerprint("action_point", payload, quote),
    )


def all_of(offset: int = 0) -> list[Found]:
    return [
        Found(
            key=key + offset,
            kind=p.kind,
            payload=p.payload,
            start=p.evidence.start,
            end=p.evidence.end,
            quote=p.evidence.quote,
            fingerprint=p.fingerprint,
        )
        for key, p in enumerate(proposals(a_reading()))
    ]


def test_the_same_reading_is_all_kept() -> None:
    comparison = compare(all_of(), all_of(100), TEXT)
    assert sorted(comparison.same) == [(key, key + 100) for key in range(16)]
    assert (comparison.changes.none, comparison.changes.kept) == (True, 16)


@given(st.sets(st.integers(0, 15)), st.sets(st.integers(0, 15)))
def test_every_finding_is_new_gone_changed_or_kept(left: set[int], right: set[int]) -> None:
    old, new = [all_of()[n] for n in sorted(left)], [all_of(100)[n] for n in sorted(right)]
    changes = compare(old, new, TEXT).changes
    assert changes.kept + len(changes.changed) + len(changes.gone) == len(old)
    assert changes.kept + len(changes.changed) + len(changes.new) == len(new)
    assert changes.kept >= len(left & right)


def test_a_finding_that_stands_twice_is_paired_in_order() -> None:
    text = "Norway to write. Norway to write."
    old = [found(1, "write", 0, 16, text), found(2, "write", 17, 33, text)]
    new = [found(12, "write", 17, 33, text), found(11, "write", 0, 16, text)]
    assert sorted(compare(old, new, text).same) == [(1, 11), (2, 12)]


def test_overlap_counts_from_six_tenths_of_the_longer_span() -> None:
    text = "abcdefghij" * 3
    old = [found(1, "write", 0, 10, text)]
    assert compare(old, [found(2, "write", 4, 10, text)], text).same == ((1, 2),)
    assert compare(old, [found(2, "write", 5, 10, text)], text).same == ()


def test_other_words_at_one_place_are_replaced_and_not_the_same() -> None:
    text = "Norway to write to all States."
    comparison = compare([found(1, "write", 0, 30, text)], [found(2, "write to all States", 0, 29, text)], text)
    assert (comparison.same, comparison.replaced) == ((), ((1, 2),))
    assert comparison.changes.changed[0].values == (("text", "write", "write to all States"),)


def test_words_that_moved_are_found_at_their_new_place() -> None:
    before, after = "Norway to write today.", "A new first line.\nNorway to write today."
    longer = found(2, "write", after.index("Norway") - 1, len(after), after)
    assert compare([found(1, "write", 0, 22, before)], [longer], after).same == ((1, 2),)
