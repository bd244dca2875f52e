"""`corcom register`: who is bound by a convention on a day, and how many."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import add_how_written, add_which_register, asked_day, asked_words
from corcom.management.ending import one_line
from corcom.management.registers import held
from corcom.management.tables import as_csv, as_json, as_table
from corcom.management.writing import put
from corcom.register.domain.participation import STATUSES, Status
from corcom.register.domain.register_json import COLUMNS, RegisterRecord, register_json, register_record, register_rows


class Command(BaseCommand):
    help = "Say who is bound by a convention on a day, and how many."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_which_register(parser)
        parser.add_argument(
            "--status",
            action="append",
            metavar="STATUS",
            help=f"only States that stand so; may be given again: {', '.join(STATUSES)} (default: all States)",
        )
        add_how_written(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        day, wanted = asked_day(options["as_of"]), asked_words("--status", options["status"], STATUSES)
        known_on = asked_day(options["known_on"]) if options["known_on"] else None
        with one_line():
            record = register_record(held(options["convention"], known_on=known_on).register, day=day)
        if wanted:
            record = replace(record, states=tuple(line for line in record.states if line.status in wanted))
        put(_written(record, options["format"]), options["output"], text=True)


def _written(record: RegisterRecord, form: str) -> bytes:
    if form == "json":
        return as_json(register_json(record))
    if form == "csv":
        return as_csv(COLUMNS, register_rows(record))
    title = _("%(convention)s on %(day)s") % {
        "convention": record.convention,
        "day": ENGLISH.day(record.as_of.isoformat()),
    }
    names = _names()
    counted = [f"  {number:>4}  {names[count]}" for count, number in asdict(record.counts).items()]
    head = (_("Code"), _("State"), _("Status"), _("Since"), _("Deposited"), _("In force from"))
    rows = [
        (line.iso3, line.name, _words(line.status), *map(_day, (line.since, line.deposited_on, line.entry_into_force)))
        for line in record.states
    ]
    return as_table(title, counted, head, rows)


def _names() -> dict[str, str]:
    return {
        "states_parties_by_deposit": _("States Parties by deposit"),
        "states_parties_bound": _("States Parties that are bound"),
        "contracting_states": _("contracting States"),
        "signatories": _("signatories, all that ever signed"),
        "signatories_not_party": _("signatories not party, by deposit"),
        "withdrawn": _("withdrawn"),
        "states_not_party": _("States not party, by deposit"),
        "un_members_not_party": _("members of the United Nations not party, by deposit"),
        "undated": _("of those by deposit, without a day that is known"),
    }


def _day(day: object) -> str:
    return str(day or "–")


def _words(status: Status) -> str:
    return {
        "party": _("State Party (bound)"),
        "contracting": _("contracting State"),
        "signatory": _("signatory"),
        "withdrawn": _("withdrawn"),
        "not_party": _("State not party"),
    }[status]
