"""`corcom import meeting FILE…`: take over what `corcom export meeting --format json` wrote, all of it or nothing.

`corcom import register [FILE…]`: take over tables of the register, or the facts that come with CorCom.

`corcom import directory FILE…`: put people and contact points into the directory from CSV, XLSX or vCards.
"""
# ruff: noqa: N999  a command is called as its file is

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.access.queries import account_named
from corcom.kernel import clock
from corcom.management.directory_import import import_directory
from corcom.management.ending import REFUSED, one_line
from corcom.management.named_meetings import name_of
from corcom.management.register_import import import_files, import_packaged
from corcom.minutes.actions import ImportRefused
from corcom.minutes.domain.written.meeting_file import MeetingFile
from corcom.minutes.domain.written.meeting_reading import NotAMeeting, from_meeting_json
from corcom.oversight.actions import import_records
from corcom.rulebooks.reading import conventions

LARGEST = 512_000_000
"""Bytes. A record with its originals is far smaller."""


class Command(BaseCommand):
    help = (
        "Take over the record of a meeting, tables of the register, or people of the directory: all of it, or nothing."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def create_parser(self, *args: Any, **options: Any) -> CommandParser:
        parser = super().create_parser(*args, **options)
        # Else files that stand after an option would not be taken, since there may be none.
        parser.parse_args = parser.parse_intermixed_args  # type: ignore[method-assign]  # as its manual says
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("meeting", "register", "directory"), help="what to take over")
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            metavar="FILE",
            help="what `corcom export` wrote, vCards, or a status table of the UN Treaty Collection in XML; for the register, none: "
            "the facts that come with CorCom",
        )
        parser.add_argument(
            "--by",
            metavar="ACCOUNT",
            default="",
            help="who confirms it here (default: an account of the command's own)",
        )
        parser.add_argument("--convention", choices=conventions(), default="", help="of the register: this one only")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="of register and directory: say what differs and write nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "register":
            with one_line():
                self._import_register(options)
        elif not options["files"]:
            raise CommandError(_("Say which files."), returncode=REFUSED)
        elif options["what"] == "directory":
            with one_line():
                self._import_directory(options)
        else:
            self._import_meetings(options)

    def _import_register(self, options: dict[str, Any]) -> None:
        at, whole = clock.now(), options["verbosity"] > 1
        if options["files"]:
            _check_account(options["by"])
            import_files(
                options["files"],
                convention=options["convention"],
                by=options["by"],
                dry_run=options["dry_run"],
                at=at,
                out=self.stdout,
                err=self.stderr,
                whole=whole,
            )
        elif options["dry_run"] or options["convention"] or options["by"]:
            said = _(
                "--dry-run, --convention and --by go with files; without any, the facts of this release are taken over."
            )
            raise CommandError(said, returncode=REFUSED)
        else:
            import_packaged(at=at, out=self.stdout, whole=whole)

    def _import_directory(self, options: dict[str, Any]) -> None:
        _check_account(options["by"])
        paths, dry_run, at = options["files"], options["dry_run"], clock.now()
        import_directory(paths, by=options["by"], dry_run=dry_run, at=at, out=self.stdout, err=self.stderr)

    def _import_meetings(self, options: dict[str, Any]) -> None:
        paths: list[Path] = options["files"]
        files = [self._checked(path) for path in paths]
        if any(file is None for file in files):
            sys.exit(REFUSED)
        whole = [file for file in files if file is not None]
        with one_line():
            _check_account(options["by"])
            by = account_named(username=options["by"]) if options["by"] else None
            at = clock.now()
            try:
                done = import_records(files=whole, by=by or account_of_command(command="import", at=at), at=at)
            except ImportRefused as refused:
                self._refuse(paths[refused.file], refused.problems)
                sys.exit(REFUSED)
        for path, file, one in zip(paths, whole, done, strict=True):
            said = _("%(file)s: taken over as meeting %(number)d, %(name)s")
            same = _("%(file)s: here already as meeting %(number)d, %(name)s; nothing changed")
            values = {"file": path, "number": one.meeting_id, "name": name_of(file.heading)}
            self.stdout.write((said if one.new else same) % values)

    def _checked(self, path: Path) -> MeetingFile | None:
        """The file as a value; None, and a line for each place that is wrong, where it is none."""
        try:
            if path.stat().st_size > LARGEST:
                self._refuse(path, [_("it is too large")])
                return None
            return from_meeting_json(json.loads(path.read_text(encoding="utf-8-sig")))
        except NotAMeeting as refused:
            self._refuse(path, refused.problems)
        except OSError as error:
            self._refuse(path, [error.strerror or str(error)])
        except (ValueError, RecursionError) as error:
            self._refuse(path, [_("it is no JSON: %(error)s") % {"error": error}])
        return None

    def _refuse(self, path: Path, problems: list[str] | tuple[str, ...]) -> None:
        for problem in problems:
            self.stderr.write(f"{path}: {' '.join(problem.split())}")


def _check_account(name: str) -> None:
    """Refuse the name of an account that is not there. Errors: `CommandError`."""
    if name and account_named(username=name) is None:
        raise CommandError(_("There is no account %(name)s.") % {"name": name}, returncode=REFUSED)
