"""Rows as a table for a terminal, as CSV, or as JSON, ready to be put somewhere."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

FORMATS = ("table", "csv", "json")
UNWATCHED_WIDTH = 110
"""Columns of a table where it goes into a file or a pipe."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its head, comma separated, UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return written.getvalue().encode()


def as_json(values: dict[str, Any]) -> bytes:
    """JSON that a person can read."""
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def as_table(title: str, lines: Iterable[str], head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A title, some lines and a table, as wide as the terminal."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style="bold")
    for name in head:
        table.add_column(name)
    for row in rows:
        table.add_row(*map(Text, row))
    watched = sys.stdout.isatty()
    console = Console(width=None if watched else UNWATCHED_WIDTH, force_terminal=watched, highlight=False)
    with console.capture() as captured:
        console.print(Text(title, style="bold"))
        for line in lines:
            console.print(Text(line))
        console.print()
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()).encode()
