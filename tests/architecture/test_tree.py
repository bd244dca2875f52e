"""What every file of the project may and must hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from tests.house import LAYERS, PACKAGE, ROOT, files, short

# Put together, so that this file does not name what it looks for.
NEVER = re.compile(
    "|".join(
        (
            r"(?:test\.)?pypi" + r"\.(?:org|python\.org)",
            "files.python" + "hosted",
            "registry.npm" + "js",
            "(?<![\\w.~-])/" + "work/",
            "(?<![\\w.~-])/" + "root/",
        )
    )
)


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in files():
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_names_a_package_index_or_somebodys_folder() -> None:
    named = {(short(path), match[0]) for path, text in texts() for match in NEVER.finditer(text)}
    assert named == set()


@pytest.mark.parametrize("name", ["base.txt", "test.txt"])
def test_what_is_installed_is_known_by_its_hash(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    packages = [line for line in lines if line and not line.startswith("#")]
    assert len(packages) > 20
    unknown = [line for line in packages if not re.match(r"[\w.\[\]-]+==\S+.*--hash=sha256:[0-9a-f]{64}", line)]
    assert unknown == []


def test_what_the_tests_install_is_what_the_site_runs_with() -> None:
    def versions(name: str) -> dict[str, str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.\[\]-]+)==(\S+)", text, re.MULTILINE))

    base, test = versions("base.txt"), versions("test.txt")
    assert {name: test.get(name) for name in base} == base


def test_every_dependency_is_bounded_or_a_tool() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name for name in project["dependencies"] if not re.search(r">=[\d.]+,<[\d.]+$", name)] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_package_has_half_a_page_about_itself(layer: str) -> None:
    text = (PACKAGE / layer / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert 3 <= len(text.splitlines()) <= 60


def test_no_room_is_empty() -> None:
    # A package with nothing in it but its own name was laid out too early.
    held = [path.parent for path in files() if path.is_relative_to(PACKAGE) and path.name != "__init__.py"]
    silent = [path for path in PACKAGE.rglob("__init__.py") if not path.read_text(encoding="utf-8").strip()]
    assert [short(path) for path in silent if not any(each.is_relative_to(path.parent) for each in held)] == []
