"""The examples in the docstrings of the words, dates and figures of minutes hold."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = (
    "date_resolution",
    "date_words",
    "dates",
    "figure_words",
    "meeting_names",
    "times",
    "words_before",
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"corcom.minutes.domain.{name}"))
    assert (result.failed, result.attempted > 0) == (0, True)
