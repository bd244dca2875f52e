"""`corcom import register`: what files say goes into the register, whole or not at all, and what differs is told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import OutputWrapper
from django.db import transaction
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.kernel.tables import Differences
from corcom.management.ending import REFUSED
from corcom.management.register_files import RegisterFiles, read_register_files
from corcom.management.register_report import report
from corcom.oversight.actions import LinesRefused, take_over_packaged, take_over_register
from corcom.oversight.register_tables import refused_lines, register_differences
from corcom.register.actions import keep_site_rows
from corcom.register.domain.release_checks import release_refusals

REFUSALS = 200
"""Lines of refusal that are shown unless all are asked for."""


def import_packaged(*, at: datetime, out: OutputWrapper, whole: bool) -> None:
    """Take over the facts that come with CorCom."""
    for line in report(take_over_packaged(day=at.date(), at=at), whole=whole, what_is_new=False):
        out.write(line)


def import_files(
    paths: Sequence[Path],
    *,
    convention: str,
    by: str,
    dry_run: bool,
    at: datetime,
    out: OutputWrapper,
    err: OutputWrapper,
    whole: bool,
) -> None:
    """Take files over, or only say what would change. Exits with `REFUSED` where any line is refused."""
    files = read_register_files(paths, convention=convention)
    for remark in files.remarks:
        err.write(_one_line(remark))
    if files.refused:
        _refuse(files.refused, err, whole=whole)
    of_the_release = files.of_the_release()
    refused = refused_lines(of_the_release) or release_refusals(of_the_release)
    if dry_run:
        found = register_differences(files.told(), day=at.date())
        refused.extend(refused_lines(found))
    if refused:
        _refuse(list(map(str, refused)), err, whole=whole)
    if not dry_run:
        try:
            found = _taken_over(files, of_the_release, by, at)
        except LinesRefused as lines:
            _refuse(list(map(str, lines.lines)), err, whole=whole)
    for line in report([*of_the_release, *found], whole=whole):
        out.write(line)
    if not dry_run and any(each.new or each.changed for each in of_the_release):
        out.write(
            _("Processes that run go on with the States and meetings that they began with: start the site again.")
        )
    if dry_run:
        out.write(_("Nothing was written (--dry-run)."))


def _taken_over(
    files: RegisterFiles, of_the_release: Sequence[Differences[Any]], by: str, at: datetime
) -> list[Differences[Any]]:
    """Facts are written first; where the files of the site cannot be, neither are they. Errors: `LinesRefused`."""
    told = files.told()
    found: list[Differences[Any]] = []
    with transaction.atomic() if told else nullcontext():
        if told:
            account = by or account_of_command(command="import", at=at).username
            found = take_over_register(told=told, day=at.date(), at=at, by=account)
        if any(each.new or each.changed for each in of_the_release):
            keep_site_rows(found=of_the_release, folder=settings.SITE_ROWS, at=at)
    return found


def _refuse(lines: Sequence[str], err: OutputWrapper, *, whole: bool) -> NoReturn:
    shown = lines if whole else lines[:REFUSALS]
    for line in shown:
        err.write(_one_line(line))
    if more := len(lines) - len(shown):
        err.write(_("… and %(count)d more; -v 2 lists all") % {"count": more})
    err.write(_("Nothing was written."))
    sys.exit(REFUSED)


def _one_line(text: str) -> str:
    return " ".join(text.split())
