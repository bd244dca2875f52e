"""The tree as the tests of architecture and documentation see it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "corcom"
_NAMES = (
    "site web management oversight correspondence questionnaires reporting figures obligations minuting "
    "minutes participation programme polls meetings followup consultation outbox access mandates "
    "directory register documents rulebooks kernel"
)
LAYERS = tuple(_NAMES.split())
"""From top to bottom; a test holds them to the contract in pyproject.toml."""

_OURS = ("src", "tests", "bench", "docs", "requirements", ".ci")
_MADE = {"__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", ".pytest_cache", "corcom.egg-info"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project; nothing that tools leave behind."""
    here = [path for path in ROOT.iterdir() if path.is_file() and ".sqlite3" not in path.name]
    below = (path for name in _OURS for path in (ROOT / name).rglob("*") if path.is_file())
    return tuple(sorted([*here, *(path for path in below if not _MADE & set(path.parts))]))


def sources(*suffixes: str, below: Path = PACKAGE) -> list[Path]:
    """The sources below a folder, without what is generated or comes from others."""
    return [
        path
        for path in files()
        if path.is_relative_to(below)
        and path.suffix in suffixes
        and "migrations" not in path.parts
        and "vendor" not in path.parts
    ]


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Every class of a file."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines from the first decorator to the end."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def short(path: Path) -> str:
    """A path as it is named to people."""
    return path.relative_to(ROOT).as_posix()
