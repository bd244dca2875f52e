"""One check: what it is called, why it asks, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`reading` says why it asks and how it reads the form; `source` where that comes from. `run` gives what it finds."""

    code: str
    title: str
    reading: str
    source: str
    run: Callable[[Checked], Iterator[Finding]]
