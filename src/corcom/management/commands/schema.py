"""`corcom schema NAME`: the JSON Schema of what the program publishes. Needs no database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

ROSTERS = ("roster", "vacancies", "rotation")
"""What `corcom roster` answers."""


class Command(BaseCommand):
    help = "Print the JSON Schema of a reading, a meeting's record, a register, what is owed, reports, figures, a time-line or a roster."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "what",
            choices=("reading", "meeting", "register", "obligations", "reports", "figures", "timeline", *ROSTERS),
            help="whose schema",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        from corcom.figures.domain.figures_json import figures_schema  # noqa: PLC0415  it loads every type there is
        from corcom.mandates.domain.roster_json import SCHEMAS  # noqa: PLC0415  likewise
        from corcom.meetings.domain.timeline_schema import timeline_schema  # noqa: PLC0415  likewise
        from corcom.minutes.domain.written import schema  # noqa: PLC0415  likewise
        from corcom.obligations.domain.owed_json import owed_schema  # noqa: PLC0415  likewise
        from corcom.register.domain.register_json import register_schema  # noqa: PLC0415  likewise
        from corcom.reporting.domain.reports_json import reports_schema  # noqa: PLC0415  likewise

        if options["what"] in ROSTERS:
            self.stdout.write(json.dumps(SCHEMAS[options["what"]], ensure_ascii=False, indent=2))
            return
        made = {
            "reading": schema.reading_schema,
            "meeting": schema.meeting_schema,
            "register": register_schema,
            "obligations": owed_schema,
            "reports": reports_schema,
            "figures": figures_schema,
            "timeline": timeline_schema,
        }[options["what"]]
        self.stdout.write(json.dumps(made(), ensure_ascii=False, indent=2))
