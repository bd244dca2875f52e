from __future__ import annotations

from pathlib import Path

from corcom.management.sources import files_below


def _names(*paths: Path) -> list[tuple[str, bool]]:
    return [(path.name, refused is None) for path, refused in files_below(paths)]


def test_folders_are_walked_in_the_order_of_names_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert _names(tmp_path) == [("a.txt", True), ("b.txt", True), ("c.txt", True)]


def test_a_file_that_is_named_twice_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert _names(tmp_path / "a.txt", tmp_path) == [("a.txt", True)]


def test_a_file_that_is_missing_is_left_to_the_reader_to_refuse(tmp_path: Path) -> None:
    assert _names(tmp_path / "missing.txt") == [("missing.txt", True)]


def test_a_link_that_leads_round_in_a_circle_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "a.txt").write_text("a")
    assert _names(tmp_path) == [("a.txt", True), ("self.txt", True)]
