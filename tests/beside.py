"""Tests beside each other in several processes, as `make test` runs them: who measures time has the machine alone, and what one
process could not run is named in the summary of all."""

from __future__ import annotations

import fcntl
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.availability import UNAVAILABLE


@contextmanager
def locked(path: Path, how: int) -> Iterator[None]:
    """Hold a file until the end: `LOCK_SH` with others, `LOCK_EX` alone. A process that is killed lets go of it."""
    with path.open("a+b") as file:
        fcntl.lockf(file, how)
        yield


@contextmanager
def turn(folder: Path, *, alone: bool) -> Iterator[None]:
    """Begin when those who want to be alone have been, and, who wants to be alone, when the others have ended."""
    with ExitStack() as waiting:
        # Who waits at the door keeps those behind out, or a room that is never empty would never be his.
        waiting.enter_context(locked(folder / "door", fcntl.LOCK_EX))
        room = locked(folder / "room", fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        with ExitStack() as inside:
            inside.enter_context(room)
            waiting.close()
            yield


def wants_to_be_alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None


class Beside:
    """The rules of one of several processes."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Who wants to be alone comes first, while the others have tests of milliseconds for which nobody waits long."""
        items.sort(key=lambda item: not wants_to_be_alone(item))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        ours: Path = item.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # the fixture of this name needs a test
        with turn(ours.parent, alone=wants_to_be_alone(item)):
            return (yield)

    @pytest.hookimpl
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        session.config.workeroutput["unavailable"] = UNAVAILABLE  # type: ignore[attr-defined]  # xdist gives it to its processes


class Summary:
    """The rules of the process that started the others."""

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A process has ended: keep what it could not run."""
        UNAVAILABLE.update(getattr(node, "workeroutput", {}).get("unavailable", {}))
