"""`corcom export meeting MEETING`: a meeting's record as JSON, as a Word document, as PDF or as Akoma Ntoso.

`corcom export register --what TABLE`: a table of the register as CSV or XLSX.

`corcom export directory`: people, delegations and contact points as CSV, XLSX or vCards.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel import clock
from corcom.management.arguments import day
from corcom.management.directory_export import FORMATS as DIRECTORY_FORMATS
from corcom.management.directory_export import export_directory
from corcom.management.ending import REFUSED, one_line
from corcom.management.named_meetings import meeting_named, name_of
from corcom.management.register_export import FORMATS as REGISTER_FORMATS
from corcom.management.register_export import KINDS, export_register
from corcom.management.writing import PAPERS, paper_as, put
from corcom.minutes.queries import meeting_record, meetings_list, record_json
from corcom.rulebooks.reading import conventions

FORMATS = ("json", "docx", "pdf", "akn")
FORMS = {"meeting": FORMATS, "register": REGISTER_FORMATS, "directory": DIRECTORY_FORMATS}
"""The forms of each, the first where none is named."""


class Command(BaseCommand):
    help = (
        "Write a meeting's record as JSON, Word document, PDF or Akoma Ntoso XML, a table of the register as CSV or XLSX, "
        "or the directory as CSV, XLSX or vCards."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("meeting", "register", "directory"), help="what to write")
        parser.add_argument("meeting", nargs="?", metavar="MEETING", help="its number, or CONVENTION:BODY:DATE")
        parser.add_argument("--list", action="store_true", help="list the meetings instead, with their names")
        parser.add_argument(
            "--format",
            choices=(*FORMATS, *DIRECTORY_FORMATS),
            help="in which form: json, docx, pdf or akn for a meeting (default: json), csv or xlsx for the register (default: csv), "
            "csv, xlsx or vcf for the directory (default: csv)",
        )
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
        parser.add_argument(
            "--day", type=day, metavar="DATE", help="how commitments stand on this day (default: today)"
        )
        parser.add_argument(
            "--symbol", default="", help="the document's symbol, for the head of a Word document or PDF"
        )
        parser.add_argument(
            "--without-originals",
            action="store_true",
            help="JSON without the documents themselves, for a site that has them",
        )
        parser.add_argument(
            "--what", dest="table", choices=KINDS, help="which table of the register (xlsx: default all)"
        )
        parser.add_argument(
            "--convention", choices=conventions(), default="", help="of the register: rows of this convention only"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            form = options["format"] or ("json" if options["what"] == "meeting" else "csv")
            if form not in FORMS[options["what"]]:
                said = _("%(format)s is no form of a %(what)s.")
                raise CommandError(said % {"format": form, "what": options["what"]}, returncode=REFUSED)
            if options["what"] == "register":
                table, convention = options["table"] or "", options["convention"]
                export_register(kind=table, form=form, convention=convention, output=options["output"])
            elif options["what"] == "directory":
                export_directory(form=form, day=options["day"] or clock.today(), output=options["output"])
            elif options["list"]:
                self._list()
            elif not options["meeting"]:
                raise CommandError(_("Say which meeting, or --list."), returncode=REFUSED)
            else:
                put(_written(options, form), options["output"], text=form not in PAPERS)

    def _list(self) -> None:
        for line in meetings_list():
            said = _("%(points)d action points, %(decisions)d decisions, %(waiting)d waiting for review")
            counts = {"points": line.action_points, "decisions": line.decisions, "waiting": line.waiting}
            self.stdout.write(f"{line.id:>5}  {name_of(line.heading)}  {said % counts}")


def _written(options: dict[str, Any], form: str) -> bytes:
    number, on = meeting_named(options["meeting"]).id, options["day"] or clock.today()
    if form == "json":
        values = record_json(meeting=number, day=on, originals=not options["without_originals"])
        return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
    record = meeting_record(meeting=number, day=on)
    if form in PAPERS:
        from corcom.minutes.domain.written.record_document import record_document  # noqa: PLC0415  JSON does without it

        paper = record_document(record, symbol=options["symbol"], made_at=clock.now())
        return paper_as(paper, form)
    from corcom.minutes.domain.written.record_akn import record_akn  # noqa: PLC0415  likewise

    return record_akn(record, made_on=clock.today())
