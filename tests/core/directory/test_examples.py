"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import corcom.directory.domain as package

# vCards are tried in a file of their own, where their library is installed.
MODULES = [each.name for each in pkgutil.iter_modules(package.__path__) if each.name != "vcards"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"{package.__name__}.{name}"))
    assert found.failed == 0
