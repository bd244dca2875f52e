"""The register and the facts that a command works on: the site's, or those that come with CorCom where there are none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _

from corcom.management.ending import REFUSED
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.facts import Fact
from corcom.obligations.queries import facts
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.queries import treaty_actions
from corcom.rulebooks.reading import conventions, rulebook


@dataclass(frozen=True, slots=True)
class Held:
    """The register of one convention and the facts of its obligations."""

    register: Register
    facts: Sequence[Fact]


def held(convention: str, *, known_on: date | None = None) -> Held:
    """What is known of a convention, or was at the end of a day; says on standard error where it is not the site's own.

    Errors: `CommandError` for a convention without a rulebook, and for a day on which a site knew something where there is no site.
    """
    book = rulebook(convention.upper())
    if book is None:
        said = _("There is no convention %(code)s; there are %(known)s.")
        raise CommandError(said % {"code": convention, "known": ", ".join(conventions())}, returncode=REFUSED)
    code = book.convention
    known_at = datetime.combine(known_on, time.max, UTC) if known_on else None
    if _has_register(code):
        actions = treaty_actions(convention=code, known_at=known_at)
        if not actions:
            said = _(
                "No treaty action under the %(code)s is recorded: that a State is not party means no more than that."
            )
            sys.stderr.write(f"{said % {'code': code}}\n")
        return Held(register_from(book, actions), facts(convention=code, known_at=known_at))
    if known_at is not None:
        said = _("--known-on asks what a site knew; there is no site here, or its register is empty.")
        raise CommandError(said, returncode=REFUSED)
    said = _("There is no site here, or its register is empty: these are the facts that come with CorCom.")
    sys.stderr.write(f"{said}\n")
    return Held(register_from(book, packaged_actions()), [fact for fact in packaged_facts() if fact.convention == code])


def is_there_a_site() -> bool:
    """Whether there are tables. Looking for them makes no database."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).is_file():
        return False
    return bool(connection.introspection.table_names())


def _has_register(convention: str) -> bool:
    """Whether there is a site in whose register something is recorded."""
    if not is_there_a_site():
        return False
    # One of which nothing is recorded is empty only where all are.
    return bool(treaty_actions(convention=convention) or treaty_actions())
