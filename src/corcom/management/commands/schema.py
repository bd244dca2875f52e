"""`corcom schema reading|meeting`: the JSON Schema of what the program publishes. Needs no database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Print the JSON Schema of a reading, or of a meeting's record."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("reading", "meeting"), help="whose schema")

    def handle(self, *args: Any, **options: Any) -> None:
        from corcom.minutes.domain.written import schema  # noqa: PLC0415  it loads every type there is

        found = schema.reading_schema() if options["what"] == "reading" else schema.meeting_schema()
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
