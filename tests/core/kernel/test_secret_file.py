from __future__ import annotations

from pathlib import Path

from corcom.kernel.secret_file import keep_secret, kept_secret


def test_the_first_secret_is_kept_and_nobody_else_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "site" / "secret.key"
    assert kept_secret(path) == ""
    assert [keep_secret(path, "one"), keep_secret(path, "two"), kept_secret(path)] == ["one"] * 3
    assert [each.name for each in path.parent.iterdir()] == ["secret.key"]
    assert path.stat().st_mode & 0o777 == 0o600
