from __future__ import annotations

import hashlib
import io
import time
from pathlib import Path

import pytest

from corcom.documents.domain.keeping import sweep
from corcom.documents.domain.laying_aside import SweptAway, lay_aside, taken_up, throw_away


def test_what_was_laid_aside_is_given_back_until_it_is_thrown_away(tmp_path: Path) -> None:
    aside = lay_aside(tmp_path, io.BytesIO(b"minutes"))
    assert (aside.sha256, aside.size) == (hashlib.sha256(b"minutes").hexdigest(), 7)
    assert taken_up(tmp_path, aside.ticket) == taken_up(tmp_path, aside.ticket) == b"minutes"
    throw_away(tmp_path, aside.ticket)
    throw_away(tmp_path, aside.ticket)
    with pytest.raises(SweptAway):
        taken_up(tmp_path, aside.ticket)


def test_what_nobody_takes_up_is_swept(tmp_path: Path) -> None:
    aside = lay_aside(tmp_path, io.BytesIO(b"minutes"))
    assert list(sweep(tmp_path, before=time.time() - 60, wanted=())) == []
    assert [path.name for path in sweep(tmp_path, before=time.time() + 60, wanted=())] == [aside.ticket]


@pytest.mark.parametrize("ticket", ["", "../secret", "waiting-../../x", "/etc/passwd", "waiting-", "other-abcd1234"])
def test_a_ticket_is_never_a_path(tmp_path: Path, ticket: str) -> None:
    with pytest.raises(SweptAway):
        taken_up(tmp_path, ticket)
    with pytest.raises(SweptAway):
        throw_away(tmp_path, ticket)
