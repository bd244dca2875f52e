"""`corcom import register`: what files say goes into the register, whole or not at all, and what differs is told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.kernel.tables import Differences
from corcom.management.ending import REFUSED
from corcom.management.register_files import RegisterFiles, read_register_files
from corcom.management.register_report import report
from corcom.oversight.actions import LinesRefused, take_over_packaged, take_over_register
from corcom.oversight.register_tables import refused_lines, register_differences


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
        _refuse(files.refused, err)
    if dry_run:
        found = register_differences(files.told(), day=at.date())
        if refused := refused_lines(found):
            _refuse(list(map(str, refused)), err)
    else:
        found = _taken_over(files, by, at, err)
    if files.states:
        out.write(_("states: %(same)d the same as in this release") % {"same": files.states})
    for line in report(found, whole=whole):
        out.write(line)
    if dry_run:
        out.write(_("Nothing was written (--dry-run)."))


def _taken_over(files: RegisterFiles, by: str, at: datetime, err: OutputWrapper) -> list[Differences[Any]]:
    told = files.told()
    if not told:
        return []
    try:
        account = by or account_of_command(command="import", at=at).username
        return take_over_register(told=told, day=at.date(), at=at, by=account)
    except LinesRefused as refused:
        _refuse(list(map(str, refused.lines)), err)


def _refuse(lines: Sequence[str], err: OutputWrapper) -> NoReturn:
    for line in lines:
        err.write(_one_line(line))
    err.write(_("Nothing was written."))
    sys.exit(REFUSED)


def _one_line(text: str) -> str:
    return " ".join(text.split())
