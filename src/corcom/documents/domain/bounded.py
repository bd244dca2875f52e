"""Reading files in child processes that may take so much time and memory and no more.

No reader can promise that no file will ever make it run away, so each file is read in a child that the system itself
holds to its bounds: address space and processor time by `setrlimit`, time on the clock by the parent, which ends the
child. A child that goes past a bound, or crashes, costs its own file and nothing else: the rest of the batch goes on
with a new child.

Children come from a fork server (a process of its own without threads), so that they can be started from a web server
with threads; each reads many files, because starting one costs as much as reading a dozen. They end with their parent,
however that ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from corcom.documents.domain.errors import PastBound, ReaderFailed
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.packaged import site_folder, use_site_folder

S = TypeVar("S")
R = TypeVar("R")

_NO_MEMORY: Final = 77
"""Exit status of a child that had no memory left even to say so."""
_PAGE: Final = resource.getpagesize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What reading one file may take."""

    seconds: float = 60.0
    """On the clock, from handing the file over to having its result."""
    processor_seconds: int = 60
    """Of processor time; holds even where the parent is gone."""
    memory: int = 1_000_000_000
    """Bytes of address space on top of what the child has when it starts."""
    files: int = 200
    """Files that one child reads before it is replaced."""


BOUNDS: Final = Bounds()


def name_of(source: object) -> str:
    """The name by which an error calls a source: a path's last part, the first part of (name, content)."""
    if isinstance(source, tuple) and source:
        return name_of(source[0])
    return source.name if isinstance(source, Path) else str(source) if isinstance(source, str) else "document"


def run_bounded(
    function: Callable[[S], R],
    sources: Iterable[S],
    *,
    workers: int = 2,
    limits: Bounds = BOUNDS,
    name: Callable[[S], str] = name_of,
) -> Iterator[tuple[S, R | CorcomError]]:
    """The results of `function` for each of `sources`, in the order in which they are ready.

    Instead of a result comes the `CorcomError` that `function` raised, or one that names the bound that was passed
    (`PastBound`) or the crash (`ReaderFailed`). `function` must be importable by name, sources and results picklable.
    Closing the generator, or an interrupt, ends all children.
    """
    batch = _Batch(function, limits, name)
    waiting = iter(sources)
    try:
        more = True
        while True:
            while more and len(batch.busy) < max(1, workers):
                try:
                    batch.give(next(waiting))
                except StopIteration:
                    more = False
            if not batch.busy:
                return
            yield from batch.ready()
    finally:
        batch.end()


def run_one(function: Callable[[S], R], source: S, *, limits: Bounds = BOUNDS, name: str = "") -> R:
    """The result of `function` for one source, within the bounds; raises what `run_bounded` would give."""
    for _, outcome in run_bounded(function, [source], workers=1, limits=limits, name=lambda _: name or name_of(source)):
        if isinstance(outcome, CorcomError):
            raise outcome
        return outcome
    raise ReaderFailed(name or name_of(source), what=gettext_noop("no result"))


@dataclass(slots=True)
class _Child(Generic[S]):
    process: ForkServerProcess
    line: Connection
    source: S | None = None
    deadline: float = 0.0
    read: int = 0


@dataclass(slots=True)
class _Batch(Generic[S, R]):
    """The children of one call: those that read, and those that wait for the next file."""

    function: Callable[[S], R]
    limits: Bounds
    name: Callable[[S], str]
    busy: list[_Child[S]] = field(default_factory=list)
    idle: list[_Child[S]] = field(default_factory=list)

    def give(self, source: S) -> None:
        """Hand `source` to a child that is free, or to a new one."""
        while True:
            child = self.idle.pop() if self.idle else self._started()
            try:
                child.line.send(source)
            except (BrokenPipeError, ConnectionResetError):
                _finish(child)  # it ended while it was idle
                continue
            child.source = source
            child.deadline = time.monotonic() + self.limits.seconds
            self.busy.append(child)
            return

    def _started(self) -> _Child[S]:
        context = multiprocessing.get_context("forkserver")
        # The server loads the reader once; what it has loaded, its children have.
        context.set_forkserver_preload([self.function.__module__])
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.function, self.limits, site_folder()), daemon=True)
        process.start()
        theirs.close()
        return _Child(process, ours)

    def ready(self) -> list[tuple[S, R | CorcomError]]:
        """Wait for a child to answer or to pass its time; the outcomes there are then."""
        now = time.monotonic()
        left = max(0.0, min(child.deadline for child in self.busy) - now)
        answered = wait([child.line for child in self.busy], timeout=left)
        now = time.monotonic()
        outcomes: list[tuple[S, R | CorcomError]] = []
        for child in list(self.busy):
            if child.line in answered:
                outcomes.append((self._source(child), self._answer(child)))
            elif now >= child.deadline:
                error = PastBound(
                    self.name(self._source(child)),
                    bound=Filled(gettext_noop("%(number)s seconds"), number=f"{self.limits.seconds:g}"),
                )
                outcomes.append((self._source(child), error))
                _finish(child)
            else:
                continue
            self.busy.remove(child)
        return outcomes

    def _source(self, child: _Child[S]) -> S:
        source = child.source
        assert source is not None  # noqa: S101  a busy child always has one
        return source

    def _answer(self, child: _Child[S]) -> R | CorcomError:
        name = self.name(self._source(child))
        try:
            outcome, last = child.line.recv()
        except (EOFError, ConnectionResetError):
            _finish(child, wait_for=1.0)
            return _ended(child.process.exitcode, name, self.limits)
        child.read += 1
        if last or child.read >= self.limits.files:
            _finish(child)
        else:
            self.idle.append(child)
        if isinstance(outcome, _Failure):
            return outcome.error(name, self.limits)
        result: R | CorcomError = outcome
        return result

    def end(self) -> None:
        for child in [*self.busy, *self.idle]:
            _finish(child)
        self.busy, self.idle = [], []


def _finish(child: _Child[Any], *, wait_for: float = 0.0) -> None:
    """End a child for good; none stays behind."""
    child.line.close()
    if wait_for:
        child.process.join(wait_for)
    child.process.kill()
    child.process.join()


def _ended(status: int | None, name: str, limits: Bounds) -> CorcomError:
    """What the end of a child says that gave no answer."""
    if status == _NO_MEMORY:
        return PastBound(name, bound=_spoken(limits.memory))
    if status == -signal.SIGXCPU:
        return PastBound(
            name, bound=Filled(gettext_noop("%(number)s seconds of processor time"), number=limits.processor_seconds)
        )
    what = signal.Signals(-status).name if status is not None and status < 0 else f"exit status {status}"
    return ReaderFailed(name, what=Filled(gettext_noop("crash, %(what)s"), what=what))


def _spoken(size: int) -> Filled:
    if size >= 1e9:
        return Filled(gettext_noop("%(number)s GB of memory"), number=f"{size / 1e9:g}")
    return Filled(gettext_noop("%(number)s MB of memory"), number=f"{size / 1e6:g}")


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception that was not foreseen, as it comes back from a child."""

    kind: str
    detail: str

    def error(self, name: str, limits: Bounds) -> CorcomError:
        if self.kind == "MemoryError":
            return PastBound(name, bound=_spoken(limits.memory))
        return ReaderFailed(name, what=self.kind, detail=self.detail)


def _serve(line: Connection, function: Callable[[Any], Any], limits: Bounds, folder: Path | None) -> None:
    """A child's life: read what it is given, until nobody is there to give. `folder`: of the site's own rows."""
    use_site_folder(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when it is over
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    base = _address_space()
    _lower(resource.RLIMIT_AS, base + limits.memory)
    while True:
        try:
            source = line.recv()
        except (EOFError, OSError):
            return
        _lower(resource.RLIMIT_CPU, int(time.process_time()) + 1 + limits.processor_seconds)
        outcome, last = _outcome(function, source)
        del source
        last = last or _address_space() - base > limits.memory // 2
        try:
            line.send((outcome, last))
        except MemoryError:
            os._exit(_NO_MEMORY)
        except (BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # noqa: BLE001  a result that cannot be sent is a failure of its reader
            line.send((_Failure(type(error).__name__, traceback.format_exc()), last))


def _outcome(function: Callable[[Any], Any], source: object) -> tuple[object, bool]:
    """The result or the error of one file, and whether the child had better not go on."""
    try:
        return function(source), False
    except CorcomError as error:
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return error, False
    except MemoryError:
        return _Failure("MemoryError", ""), True
    except Exception as error:  # noqa: BLE001  whatever goes wrong with one file must not stop the others
        return _Failure(type(error).__name__, traceback.format_exc(limit=-8)), True


def _lower(kind: int, soft: int) -> None:
    """Set a soft limit of this process, under the hard one that holds already."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _address_space() -> int:
    """Bytes of address space in use."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
    return 0


def _end_with_parent() -> None:
    """Leave at once when the parent is gone, even in the middle of a file."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
