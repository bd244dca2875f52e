"""Kinds of argument that several commands take, and what is said of one that does not fit."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel import clock
from corcom.kernel.calendar import LAST_YEAR, exact_day
from corcom.management.ending import REFUSED
from corcom.management.tables import FORMATS


def day(words: str) -> date:
    """A day as it is written on the command line.

    >>> day("2026-05-31")
    datetime.date(2026, 5, 31)
    """
    try:
        return exact_day(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{words!r} is no day; write one as 2026-05-31") from error


def asked_day(words: str | None) -> date:
    """The day that was asked for, today where none was. Errors: `CommandError`, in one line."""
    try:
        found = day(words) if words else clock.today()
    except argparse.ArgumentTypeError as error:
        raise CommandError(str(error), returncode=REFUSED) from error
    if found.year > LAST_YEAR:
        said = _("%(day)s is too far ahead; what falls due is worked out until the end of %(year)d.")
        raise CommandError(said % {"day": found, "year": LAST_YEAR}, returncode=REFUSED)
    return found


def asked_words(option: str, words: list[str] | None, allowed: Collection[str]) -> frozenset[str]:
    """The words that an option was given, each one of those allowed; none where it was not given. Errors: `CommandError`."""
    for word in words or ():
        if word not in allowed:
            shown = (
                ", ".join(allowed) if len(allowed) < 20 else _("a code of ISO 3166, such as %(code)s") % {"code": "NOR"}
            )
            said = _("%(option)s does not know %(word)r; allowed: %(allowed)s")
            raise CommandError(said % {"option": option, "word": word, "allowed": shown}, returncode=REFUSED)
    return frozenset(words or ())


def add_which_register(parser: CommandParser) -> None:
    """The arguments that say which convention is meant, on which day, as known when."""
    parser.add_argument("--convention", required=True, metavar="CODE", help="its code, such as CCM")
    parser.add_argument("--as-of", metavar="DATE", help="the day, such as 2016-04-28 (default: today)")
    parser.add_argument("--known-on", metavar="DATE", help="as the site knew it at the end of that day")


def add_how_written(parser: CommandParser) -> None:
    """The arguments that say in which form an answer is written, and where to."""
    parser.add_argument("--format", choices=FORMATS, default="table", help="in which form (default: table)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
