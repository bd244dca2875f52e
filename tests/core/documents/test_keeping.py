from __future__ import annotations

import hashlib
import os
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corcom.documents.domain.keeping import INCOMING, keep, place_of, sweep


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000))
def test_what_is_kept_is_what_was_given(tmp_path: Path, content: bytes) -> None:
    kept = keep(tmp_path, BytesIO(content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.size, kept.place) == (len(content), place_of(kept.sha256))
    assert (tmp_path / kept.place).read_bytes() == content
    assert list((tmp_path / INCOMING).iterdir()) == []


def test_what_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / keep(tmp_path, BytesIO(b"minutes")).place
    before = place.stat()
    keep(tmp_path, BytesIO(b"minutes"))
    after = place.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


class _Torn(BytesIO):
    def read(self, *_: object) -> NoReturn:
        raise OSError(5, "Input/output error")


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Input/output"):
        keep(tmp_path, _Torn(b"minutes"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_only_what_is_old_and_not_wanted_is_swept(tmp_path: Path) -> None:
    wanted, forgotten = keep(tmp_path, BytesIO(b"wanted")), keep(tmp_path, BytesIO(b"forgotten"))
    young = keep(tmp_path, BytesIO(b"young"))
    torn = tmp_path / INCOMING / "torn"
    torn.write_bytes(b"half")
    for path in (tmp_path / wanted.place, tmp_path / forgotten.place, torn):
        os.utime(path, (1000, 1000))
    swept = set(sweep(tmp_path, before=2000, wanted={wanted.sha256}))
    assert swept == {torn, tmp_path / forgotten.place}
    assert (tmp_path / wanted.place).exists()
    assert (tmp_path / young.place).exists()
