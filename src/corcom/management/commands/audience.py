"""`corcom audience`: the States that are in a saved audience on a day, each with what brought it in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.correspondence.domain.audience.addressee_json import (
    COLUMNS,
    AddresseeLine,
    AudienceRecord,
    addressee_lines,
    addressee_row,
    audience_json,
)
from corcom.correspondence.domain.audience.question import addressees
from corcom.correspondence.queries.audience_facts import audience_facts
from corcom.correspondence.queries.audiences import AudienceTold, audience, audience_named
from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import add_how_written, asked_day
from corcom.management.ending import REFUSED, one_line
from corcom.management.tables import as_csv, as_json, as_table
from corcom.management.writing import put


class Command(BaseCommand):
    help = "Say which States are in a saved audience on a day, and what brought each of them in."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("audience", metavar="AUDIENCE", help="its name or its number")
        parser.add_argument("--as-of", metavar="DATE", help="the day, such as 2016-04-28 (default: today)")
        add_how_written(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        day = asked_day(options["as_of"])
        with one_line():
            record = _asked(_found(options["audience"]), day)
        put(_written(record, options["format"]), options["output"], text=True)


def _found(wanted: str) -> AudienceTold:
    """The audience of a name, or of a number where none is called so. Errors: `CommandError`."""
    found = audience_named(name=wanted)
    if found is None and wanted.isdecimal() and len(wanted) < 19:
        found = audience(number=int(wanted))
    if found is None:
        said = _("There is no audience %(wanted)s; “/audiences/” lists them.")
        raise CommandError(said % {"wanted": wanted}, returncode=REFUSED)
    return found


def _asked(told: AudienceTold, day: date) -> AudienceRecord:
    """The answer on a day. Errors: `CommandError` for a question that cannot be asked any more."""
    if told.question is None:
        raise CommandError(f"{told.name}: {told.flaw}", returncode=REFUSED)
    facts = audience_facts(convention=told.convention)[told.convention]
    found = addressees(told.question, facts, day, audience=told.number)
    return AudienceRecord(
        audience=told.name,
        convention=told.convention,
        as_of=day,
        question=str(told.question.sentence()),
        states=tuple(addressee_lines(found, day=day)),
    )


def _written(record: AudienceRecord, form: str) -> bytes:
    if form == "json":
        return as_json(audience_json(record))
    if form == "csv":
        return as_csv(COLUMNS, map(addressee_row, record.states))
    title = _("%(audience)s: %(count)d States on %(day)s") % {
        "audience": record.audience,
        "count": len(record.states),
        "day": ENGLISH.day(record.as_of.isoformat()),
    }
    head = (_("Code"), _("State"), _("Obligation"), _("Period"), _("Due"))
    return as_table(title, [f"  {record.question}"], head, [_dashed(line) for line in record.states])


def _dashed(line: AddresseeLine) -> tuple[str, ...]:
    return tuple(cell or "–" for cell in addressee_row(line))
