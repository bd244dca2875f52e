"""A short form of `make bench`: generous bounds, so that a slow machine passes and a slow program does not."""

from __future__ import annotations

from collections import Counter

import pytest

from bench import outbox, pages, reader, register

pytestmark = pytest.mark.alone
LINEAR = 1.5
"""Time for each kB of a long text, over that of a short one."""


def test_reading_grows_with_the_text_and_no_faster() -> None:
    # Other work on the machine only ever adds: what was linear once is linear.
    for _ in range(3):
        rows = reader.growth((10_000, 100_000, 300_000), rounds=2)
        faster = {(row.text, row.kilobytes): row.ratio for row in rows if row.ratio > LINEAR}
        if not faster:
            break
    assert faster == {}
    assert min(row.per_second for row in rows) > 40


def test_reading_a_file_takes_little_more_than_extracting_its_text() -> None:
    rows = reader.files(times=20, rounds=2)
    assert [row.format for row in rows] == ["docx", "pdf"]
    assert {row.format: row.to_peer for row in rows if row.to_peer > 8} == {}


def test_pages_are_quick_and_light() -> None:
    lines = pages.run(2, short=True).splitlines()[1:]
    found = {page: tuple(map(float, (ms, kb, first))) for page, ms, kb, first in (line.split() for line in lines)}
    assert len(found) >= 15
    # Design asks for 100 ms; a machine may be slow and busy with other work. 30 kB for a page and 150 kB for a first visit hold
    # on every machine.
    assert {page: ms for page, (ms, _, _) in found.items() if ms > 500} == {}
    assert {page: kb for page, (_, kb, _) in found.items() if kb > 30} == {}
    assert {page: first for page, (_, _, first) in found.items() if first > 150} == {}


def test_a_large_register_answers_at_once() -> None:
    made = register.made(6)
    one = made[0]
    assert register.statuses(made) == Counter({"party": 1200})
    assert len(list(register.owed_of(one))) == 4000
    assert register.daily(one)[-1][1:] == (200, 200)
    # The aims are 1 s for 120,000 memberships and 100 ms for 4,000 obligations.
    assert register.seconds(lambda: register.statuses(made)) < 0.05
    assert register.seconds(lambda: list(register.owed_of(one))) < 0.3
    assert register.seconds(lambda: register.daily(one)) < 0.3


def test_the_matrix_of_obligations_is_streamed() -> None:
    made = register.made(6)
    assert sum(register.counted(made).values()) == 24_000
    few, many = (register.most_memory(lambda: register.counted(made[:number])) for number in (2, 6))  # noqa: B023  called at once
    assert many < few * 1.5


def test_a_letter_to_each_state_is_a_matter_of_seconds() -> None:
    letters, prepared, sent, _, _ = map(float, outbox.run(20).splitlines()[1].split())
    # A hundred and twenty letters go out in five seconds on a quiet machine; a busy one may take longer.
    assert letters == 20
    assert min(prepared, sent) > 5
