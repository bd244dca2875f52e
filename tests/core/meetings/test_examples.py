"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import corcom.meetings.domain as package

MODULES = [f"{package.__name__}.{each.name}" for each in pkgutil.iter_modules(package.__path__)]
BELOW = [
    "corcom.followup.domain.owning",
    "corcom.rulebooks.holidays",
    "corcom.rulebooks.timeline_events",
    "corcom.rulebooks.shapes.counted_back",
    "corcom.rulebooks.shapes.way",
]
"""What time-lines rest on."""


@pytest.mark.parametrize("name", [*MODULES, *BELOW])
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
