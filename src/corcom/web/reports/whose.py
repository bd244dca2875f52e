"""Who wrote in a report, as a reader reads it: a State by its name in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.kernel.languages import LANGUAGES
from corcom.register.domain.state_names import short_names
from corcom.web.pieces import StateName

JOINTS = (", ", "، ")
"""What stands between a person and the State, in the languages in which it was kept."""


def by_whom(by: str, iso3: str) -> str:
    """As it was kept; the State's own name, in whatever language it was kept, in that of the reader."""
    here = StateName(iso3).words
    for name in {short_names(language).get(iso3, "") for language in LANGUAGES} - {""}:
        if by == name:
            return here
        for joint in JOINTS:
            if by.endswith(f"{joint}{name}"):
                return _("%(who)s, %(state)s") % {"who": by.removesuffix(f"{joint}{name}"), "state": here}
    return by
