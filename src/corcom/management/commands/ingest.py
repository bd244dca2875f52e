"""`corcom ingest FILE|DIR…`: store minutes, read them, and propose what they say."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.documents.actions import sweep_files
from corcom.documents.domain.errors import on_one_line
from corcom.kernel import clock
from corcom.management.ending import REFUSED, one_line
from corcom.management.found import found_in_words
from corcom.management.intake import Outcome, take_in_files
from corcom.management.progress import watched
from corcom.management.sources import files_below
from corcom.minutes.domain.changes import Difference


class Command(BaseCommand):
    help = (
        "Store minutes (files, or folders of them), read them, and propose what they say. "
        "What was read before is counted; -v 2 names it."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="a document, or a folder of them")
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="files read at a time (default: the cores)"
        )
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to say what was found")

    def handle(self, *args: Any, **options: Any) -> None:
        outcomes: list[Outcome] = []
        with one_line(stopped=_("Stopped. What was read is kept; the same command goes on from here.")):
            sweep_files(at=clock.now())
            sources = list(files_below(options["paths"]))
            taken_in = take_in_files(sources, workers=max(1, options["workers"]), now=clock.now)
            for outcome in watched(taken_in, len(sources)):
                outcomes.append(outcome)
                if outcome.news == "refused":
                    self.stderr.write(on_one_line(f"{outcome.path}: {outcome.reason}"))
                elif options["format"] == "text" and (outcome.news != "same" or options["verbosity"] > 1):
                    self._say(outcome)
        if options["format"] == "json":
            self.stdout.write(json.dumps(_as_json(outcomes), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(_summary(outcomes))
        if any(outcome.news == "refused" for outcome in outcomes):
            sys.exit(REFUSED)

    def _say(self, outcome: Outcome) -> None:
        if outcome.news == "same":
            self.stdout.write(_("%(file)s: already read, nothing changed") % {"file": outcome.path})
        elif outcome.news == "first":
            self.stdout.write(_("%(file)s: %(found)s") % {"file": outcome.path, "found": found_in_words(outcome.found)})
        else:
            self.stdout.write(_("%(file)s: read again by a newer reader") % {"file": outcome.path})
            for sign, differences in _differences(outcome):
                for difference in differences:
                    self.stdout.write(f"  {sign} {difference.kind.replace('_', ' ')}: {_in_words(difference)}")
            kept = {"count": outcome.changes.kept}
            self.stdout.write(
                "  "
                + ngettext("%(count)d finding is the same", "%(count)d findings are the same", outcome.changes.kept)
                % kept
            )


def _differences(outcome: Outcome) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
    changes = outcome.changes
    return (("+", changes.new), ("-", changes.gone), ("~", changes.changed))


def _in_words(difference: Difference) -> str:
    if not difference.values:
        return difference.words
    values = "; ".join(f"{key}: {_value(before)} → {_value(after)}" for key, before, after in difference.values)
    return f"{difference.words} ({values})"


def _value(value: object) -> str:
    if value is None or value == []:
        return _("none")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _summary(outcomes: list[Outcome]) -> str:
    counts = Counter(outcome.news for outcome in outcomes)
    parts = [
        _("%(count)d taken in") % {"count": counts["first"]},
        _("%(count)d read again") % {"count": counts["better"]},
        _("%(count)d unchanged") % {"count": counts["same"]},
        _("%(count)d refused") % {"count": counts["refused"]},
    ]
    files = ngettext("%(count)d file", "%(count)d files", len(outcomes)) % {"count": len(outcomes)}
    return f"{files}: {', '.join(parts)}"


def _as_json(outcomes: list[Outcome]) -> dict[str, Any]:
    counts = Counter(outcome.news for outcome in outcomes)
    names = ("first", "better", "same", "refused")
    return {
        "summary": {name: counts[name] for name in names},
        "files": [outcome.as_json() for outcome in outcomes],
    }
