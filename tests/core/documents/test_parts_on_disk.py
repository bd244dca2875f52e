from __future__ import annotations

import io
from pathlib import Path

import pytest

from corcom.documents.domain import parts_on_disk as parts

NAME = "0123456789abcdef" * 2


class Line:
    """A line that breaks after so many bytes."""

    def __init__(self, data: bytes, breaks_after: int) -> None:
        self.left = io.BytesIO(data[:breaks_after])

    def read(self, size: int) -> bytes:
        if piece := self.left.read(min(size, 1000)):
            return piece
        raise OSError("the line broke")


def test_what_came_before_the_line_broke_stays_and_the_next_piece_goes_on_there(tmp_path: Path) -> None:
    data = bytes(range(256)) * 40
    parts.begin(tmp_path, NAME)
    with pytest.raises(OSError, match="broke"):
        parts.add_piece(tmp_path, NAME, Line(data, 5_500).read, offset=0, most=len(data))
    here = parts.size_of(tmp_path, NAME)
    assert here == 5_500
    rest = io.BytesIO(data[here:])
    assert parts.add_piece(tmp_path, NAME, rest.read, offset=here, most=len(data)) == len(data)
    assert parts.place(tmp_path, NAME).read_bytes() == data


def test_a_piece_that_does_not_fit_on_is_refused_and_none_goes_past_the_end(tmp_path: Path) -> None:
    parts.begin(tmp_path, NAME)
    with pytest.raises(parts.PieceNotNext) as refused:
        parts.add_piece(tmp_path, NAME, io.BytesIO(b"abc").read, offset=2, most=10)
    assert (refused.value.sent, refused.value.here, parts.size_of(tmp_path, NAME)) == (2, 0, 0)
    assert parts.add_piece(tmp_path, NAME, io.BytesIO(b"abcdef").read, offset=0, most=4) == 4
    assert parts.place(tmp_path, NAME).read_bytes() == b"abcd"


def test_two_who_send_at_once_do_not_mix(tmp_path: Path) -> None:
    parts.begin(tmp_path, NAME)

    def read(size: int) -> bytes:
        with pytest.raises(parts.UploadHeld):
            parts.add_piece(tmp_path, NAME, io.BytesIO(b"other").read, offset=0, most=5)
        return b""

    assert parts.add_piece(tmp_path, NAME, read, offset=0, most=5) == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0" * 31, NAME.upper(), f"{NAME}\n"])
def test_a_name_is_never_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(parts.NoUpload):
        parts.size_of(tmp_path, name)


def test_what_is_thrown_away_is_gone(tmp_path: Path) -> None:
    parts.begin(tmp_path, NAME)
    assert parts.names_on_disk(tmp_path) == [NAME]
    parts.discard(tmp_path, NAME)
    parts.discard(tmp_path, NAME)
    assert parts.names_on_disk(tmp_path) == []
