"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import corcom.consultation.domain as package

MODULES = [f"{package.__name__}.{each.name}" for each in pkgutil.iter_modules(package.__path__)]


@pytest.mark.parametrize("name", [*MODULES, "corcom.kernel.wordwise"])
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
