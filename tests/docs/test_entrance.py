"""What a newcomer meets first: README, Makefile, changelog, the package that is built."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.house import PACKAGE, ROOT, files

from corcom.minutes import read


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_two_commands_of_the_readme_are_there() -> None:
    blocks = re.findall(r"^```\n(make \w+)\n```$", text("README.md"), re.MULTILINE)
    assert blocks == ["make demo", "make test"]
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    told = set(
        re.findall(r"`make ([a-z-]+)", "".join(path.read_text("utf-8") for path in files() if path.suffix == ".md"))
    )
    assert told <= targets
    assert re.search(r"^exec make test$", text(".ci/run"), re.MULTILINE)


def test_every_target_is_explained_by_make_itself() -> None:
    makefile = text("Makefile")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(phony[1].split()) == targets
    helped = set(re.findall(r'"make ([a-z-]+)', makefile))
    assert helped == targets - {"clean", "help"}


def test_the_changelog_says_what_a_user_sees() -> None:
    lines = text("CHANGELOG.md").splitlines()
    assert lines[0] == "# Changelog"
    versions = [line for line in lines if line.startswith("## ")]
    assert versions[0] == "## Unreleased"
    assert all(re.fullmatch(r"## \d+\.\d+\.\d+, \d{4}-\d\d-\d\d", line) for line in versions[1:])
    sections = [line for line in lines if line.startswith("### ")]
    assert set(sections) <= {"### Added", "### Changed", "### Mended", "### Removed"}
    told = [line for line in lines[3:] if line and not line.startswith("#")]
    assert [line for line in told if not re.fullmatch(r"- [A-Z`].{10,140}\.", line)] == []


def test_the_readme_shows_how_the_library_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.+?)```", text("README.md"), re.DOTALL)
    assert code
    sample = PACKAGE / "minutes" / "samples" / "2019-07-11-coordination-committee.docx"
    exec(code[1].replace('"minutes.docx"', repr(str(sample))), {})  # noqa: S102  the README's own words
    assert len(capsys.readouterr().out.splitlines()) == len(read(sample).action_points)


def test_the_package_that_is_built_has_everything_it_needs(tmp_path: Path) -> None:
    quietly = ("--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-build-isolation", "--no-deps")
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *quietly, "--wheel-dir", tmp_path, _copy(tmp_path / "source")],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (built.returncode, built.stderr) == (0, "")
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    with zipfile.ZipFile(tmp_path / f"corcom-{version}-py3-none-any.whl") as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("corcom/")}
    ours = [path for path in files() if path.is_relative_to(PACKAGE) and not path.name.startswith(".")]
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in ours}
    assert wanted - packed == set()
    kinds = {Path(name).suffix for name in packed}
    assert {".html", ".css", ".js", ".woff2", ".svg", ".mo", ".docx", ".eml", ".csv", ".yaml"} <= kinds


def _copy(folder: Path) -> Path:
    """The project as it would be downloaded: building leaves folders behind, which do not belong into the tree."""
    for path in files():
        if path.is_relative_to(PACKAGE) or path.parent == ROOT:
            there = folder / path.relative_to(ROOT)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())
    return folder
