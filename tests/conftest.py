from __future__ import annotations

import pytest
from tests.availability import UNAVAILABLE


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the groups that could not run, just above the last line."""
    for group, reason in sorted(UNAVAILABLE.items()):
        terminalreporter.write_line(f"not run here: {group}: {reason}")
