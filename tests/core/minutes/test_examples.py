"""The examples in the docstrings of the reader and of the words it stands on hold."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import corcom

HOME = Path(corcom.__file__).parent
MODULES = [
    ".".join(("corcom", *path.relative_to(HOME).with_suffix("").parts)).removesuffix(".__init__")
    for room in ("kernel", "minutes/domain", "register/domain")
    for path in sorted((HOME / room).rglob("*.py"))
    if ">>>" in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert (result.failed, result.attempted > 0) == (0, True)


def test_the_reader_gives_examples() -> None:
    assert len([name for name in MODULES if name.startswith("corcom.minutes.domain.")]) >= 10
