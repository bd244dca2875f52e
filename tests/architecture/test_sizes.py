"""Nothing grows until nobody reads it any more."""

from __future__ import annotations

from pathlib import Path
from statistics import median, quantiles

from tests.house import ROOT, classes, functions, length, short, sources

LARGER: dict[str, str] = {}
"""Files and functions that may be larger, each with its reason."""

SOURCE = sources(".py")
OTHERS = sources(".html", ".css", ".js")
TESTS = sources(".py", below=ROOT / "tests") + sources(".py", below=ROOT / "bench")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def larger(found: dict[str, int], bound: int) -> dict[str, int]:
    return {name: size for name, size in found.items() if size > bound and name not in LARGER}


def ninth(sizes: list[int]) -> float:
    """What 90 of 100 do not go beyond."""
    return quantiles(sizes, n=10)[-1]


def test_no_file_is_too_long() -> None:
    assert larger({short(path): lines(path) for path in [*SOURCE, *OTHERS]}, 400) == {}
    assert larger({short(path): lines(path) for path in TESTS}, 600) == {}


def test_files_are_mostly_short() -> None:
    sizes = [lines(path) for path in SOURCE]
    assert median(sizes) <= 80
    assert ninth(sizes) <= 250


def test_no_function_is_too_long() -> None:
    found = {f"{short(path)}:{each.name}": length(each) for path in SOURCE for each in functions(path)}
    assert larger(found, 50) == {}


def test_functions_are_mostly_short() -> None:
    assert ninth([length(each) for path in SOURCE for each in functions(path)]) <= 25


def test_no_class_is_too_long() -> None:
    found = {f"{short(path)}:{each.name}": length(each) for path in SOURCE for each in classes(path)}
    assert larger(found, 250) == {}


def test_what_may_be_larger_is_there() -> None:
    assert [name for name in LARGER if not (ROOT / name.partition(":")[0]).is_file()] == []
