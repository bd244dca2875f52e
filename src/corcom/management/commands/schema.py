"""`corcom schema reading|meeting|roster|…`: the JSON Schema of what the program publishes. Needs no database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

ROSTERS = ("roster", "vacancies", "rotation")
"""What `corcom roster` answers."""


class Command(BaseCommand):
    help = "Print the JSON Schema of a reading, of a meeting's record, or of what `corcom roster` answers."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("reading", "meeting", *ROSTERS), help="whose schema")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(_schema(options["what"]), ensure_ascii=False, indent=2))


def _schema(what: str) -> dict[str, Any]:
    if what in ROSTERS:
        from corcom.mandates.domain.roster_json import SCHEMAS  # noqa: PLC0415  the others do without it

        return SCHEMAS[what]
    from corcom.minutes.domain.written import schema  # noqa: PLC0415  it loads every type there is

    return schema.reading_schema() if what == "reading" else schema.meeting_schema()
