from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.circles import CIRCLES, Circle, up_to
from corcom.documents.domain.publication import may_open, standing, visible

NOON = datetime(2016, 9, 5, 12, 0, tzinfo=UTC)


def hour(number: int | None) -> datetime | None:
    return None if number is None else NOON + timedelta(hours=number)


@dataclass(frozen=True)
class Version:
    language: str = "en"
    number: int = 1
    uploaded_at: datetime = NOON
    released_at: datetime | None = None
    withdrawn_at: datetime | None = None


def drawn(number: int, language: str, out: int | None, back: int | None) -> Version:
    return Version(language, number, NOON, hour(out), hour(back))


HOURS = st.none() | st.integers(0, 8)
VERSIONS = st.lists(st.tuples(st.sampled_from(["en", "fr"]), HOURS, HOURS), max_size=6).map(
    lambda drawn_ones: [drawn(at + 1, *one) for at, one in enumerate(drawn_ones)]
)
CIRCLE = st.sampled_from(sorted(CIRCLES))


@given(versions=VERSIONS, circle=CIRCLE, reader=CIRCLE, now=st.integers(0, 9))
def test_nobody_outside_the_circle_and_nobody_but_the_secretariat_sees_a_draft(
    versions: list[Version], circle: Circle, reader: Circle, now: int
) -> None:
    at, circles = NOON + timedelta(hours=now), up_to(reader)
    seen = visible(circle, versions, circles=circles, at=at)
    if circle not in circles:
        assert seen == ()
    elif reader == "secretariat":
        assert list(seen) == versions
    else:
        assert all(one.released_at is not None and one.released_at <= at for one in seen)
        assert len({one.language for one in seen}) == len(seen)
    opened = [one for one in versions if may_open(one, circle, versions, circles=circles, at=at)]
    assert set(opened) <= set(seen)
    if reader != "secretariat":
        assert all(standing(one, versions, at=at) == "released" for one in opened)


@pytest.mark.parametrize(
    ("now", "stand", "opens"),
    [
        (0, ["draft", "draft"], []),
        (1, ["released", "draft"], [1]),
        (3, ["superseded", "released"], [2]),
        (5, ["superseded", "withdrawn"], []),
    ],
)
def test_a_version_supersedes_the_one_before_and_its_withdrawal_brings_none_back(
    now: int, stand: list[str], opens: list[int]
) -> None:
    versions = [drawn(1, "en", 1, None), drawn(2, "en", 3, 5)]
    at = NOON + timedelta(hours=now)
    assert [standing(one, versions, at=at) for one in versions] == stand
    circles = up_to("public")
    assert [one.number for one in versions if may_open(one, "public", versions, circles=circles, at=at)] == opens
    # That it was withdrawn is told; the one before it is not.
    assert [one.number for one in visible("public", versions, circles=circles, at=at)] == ([2] if now == 5 else opens)


def test_a_draft_that_was_withdrawn_is_for_the_secretariat_alone() -> None:
    versions = [drawn(1, "en", None, 1)]
    at = NOON + timedelta(hours=2)
    assert visible("public", versions, circles=up_to("committee"), at=at) == ()
    assert [standing(one, versions, at=at) for one in versions] == ["withdrawn"]
