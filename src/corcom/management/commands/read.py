"""`corcom read FILE|DIR…`: say what minutes say, and keep nothing. Needs no database."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.documents.domain.errors import on_one_line
from corcom.management.ending import REFUSED, one_line
from corcom.management.reading_files import FileRead, FileRefused, read_files
from corcom.management.reading_names import check_targets, names_for
from corcom.management.sources import Source, files_below


class Command(BaseCommand):
    help = "Read minutes and say what they say: who was there, what was decided, who promised what by when."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="a document, or a folder of them")
        parser.add_argument(
            "--format", choices=("text", "json"), default="text", help="a summary to read, or all of it as JSON"
        )
        parser.add_argument(
            "--output", type=Path, metavar="DIR", help="write one NAME.json for each file here (with --format json)"
        )
        parser.add_argument(
            "--with-text",
            action="store_true",
            help="write NAME.txt too: the very text that the offsets refer to (with --output)",
        )
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="files read at a time (default: the cores)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path | None = options["output"]
        if folder is not None and options["format"] != "json":
            raise CommandError(_("--output goes with --format json."), returncode=REFUSED)
        if options["with_text"] and folder is None:
            raise CommandError(_("--with-text needs --output."), returncode=REFUSED)
        sources = list(files_below(options["paths"]))
        if not sources:
            raise CommandError(_("There is no file to read."), returncode=REFUSED)
        with one_line():
            refused = self._read(sources, folder, options)
        if refused:
            sys.exit(REFUSED)

    def _read(self, sources: list[Source], folder: Path | None, options: dict[str, Any]) -> int:
        """Read and show; gives how many were refused."""
        outcomes = self._watched(sources, max(1, options["workers"]))
        try:
            if folder is not None:
                return self._write(outcomes, sources, folder, with_text=options["with_text"])
            if options["format"] == "json":
                alone = len(options["paths"]) == 1 and not options["paths"][0].is_dir()
                return self._print_json(outcomes, alone=alone)
            return self._print_summaries(outcomes)
        except BrokenPipeError:  # whoever read along has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except OSError as error:
            raise CommandError(str(error), returncode=REFUSED) from error

    def _watched(self, sources: list[Source], workers: int) -> Iterator[FileRead | FileRefused]:
        """The outcomes, each refusal said at once, with a bar on standard error where somebody looks at it."""
        for outcome in _with_progress(sources, workers):
            if isinstance(outcome, FileRefused):
                self.stderr.write(on_one_line(f"{outcome.path}: {outcome.reason}"))
            yield outcome

    def _print_summaries(self, outcomes: Iterator[FileRead | FileRefused]) -> int:
        from rich.console import Console  # noqa: PLC0415  JSON does without it

        from corcom.management.summary import show  # noqa: PLC0415  likewise

        console = Console(force_terminal=self.stdout.isatty(), highlight=False, emoji=False, markup=False)
        refused = shown = 0
        for outcome in outcomes:
            if isinstance(outcome, FileRefused):
                refused += 1
                continue
            with console.capture() as captured:
                if shown:
                    console.print(f"\n{'─' * min(console.width, 80)}\n")
                show(console, str(outcome.path), outcome.reading)
            self.stdout.write(_trimmed(captured.get()), ending="")
            shown += 1
        return refused

    def _print_json(self, outcomes: Iterator[FileRead | FileRefused], *, alone: bool) -> int:
        """One object for one file; for several a list in their order, with `null` for what was refused."""
        records = [outcome.record if isinstance(outcome, FileRead) else None for outcome in outcomes]
        refused = records.count(None)
        if not alone:
            self.stdout.write(_json(records))
        elif not refused:
            self.stdout.write(_json(records[0]))
        return refused

    def _write(
        self, outcomes: Iterator[FileRead | FileRefused], sources: list[Source], folder: Path, *, with_text: bool
    ) -> int:
        names = names_for(path for path, _ in sources)
        check_targets(names, folder, (".json", ".txt") if with_text else (".json",))
        _made(folder)
        refused = 0
        for outcome in outcomes:
            if isinstance(outcome, FileRefused):
                refused += 1
                continue
            name = names[outcome.path]
            if name != outcome.path.stem:
                said = _("%(file)s: written as %(name)s.json, for there is another %(stem)s.json")
                self.stderr.write(said % {"file": outcome.path, "name": name, "stem": outcome.path.stem})
            _put(folder / f"{name}.json", _json(outcome.record) + "\n")
            if with_text:
                _put(folder / f"{name}.txt", outcome.text)
        return refused


def _with_progress(sources: list[Source], workers: int) -> Iterator[FileRead | FileRefused]:
    outcomes = read_files(sources, workers=workers)
    if len(sources) == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    from corcom.management.progress import watched  # noqa: PLC0415  only where there is a bar to draw

    yield from watched(outcomes, len(sources))


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        said = _("--output names a file, %(path)s; it must be a folder.")
        raise CommandError(said % {"path": error.filename or folder}, returncode=REFUSED) from error


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1)


def _put(path: Path, content: str) -> None:
    """Write a text exactly, line ends as they stand; whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(content, encoding="utf-8", newline="")
    beside.replace(path)


def _trimmed(text: str) -> str:
    """Without the blanks with which a table fills its lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
