"""The terms of office that a command speaks of: those of the site, else those that come with CorCom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, ProgrammingError
from django.utils.translation import gettext as _

from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.domain.terms import Term
from corcom.mandates.queries import terms


def site_terms(convention: str, tell: Callable[[str], None]) -> list[Term]:
    """The terms of a convention; `tell` hears it where they are not the site's own."""
    try:
        found = terms(convention=convention) if _has_site() else []
    except (OperationalError, ProgrammingError):
        # A site whose tables are older than this command has no terms either.
        found = []
    if not found:
        tell(_("No terms are recorded on this site; these are the ones that come with CorCom."))
        found = [term for term in packaged_terms() if term.convention == convention]
    return found


def _has_site() -> bool:
    """Whether there is a database; asking SQLite for one that is not there would make it."""
    database = settings.DATABASES["default"]
    return "sqlite" not in database["ENGINE"] or _exists(str(database["NAME"]))


def _exists(name: str) -> bool:
    return name.startswith(":memory:") or "mode=memory" in name or Path(name).is_file()
