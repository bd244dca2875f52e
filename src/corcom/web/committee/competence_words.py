"""What a body may decide, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.followup.domain.competence import CompetenceOf


def competence_in_words(found: CompetenceOf) -> str:
    """Whether a body decides on matters of substance; "" where no rulebook says."""
    if found.competence == "substance":
        return _("The %(body)s decides on matters of substance.") % {"body": found.body}
    if found.competence == "own_work":
        return _("The %(body)s discusses and prepares; it decides on its own work alone.") % {"body": found.body}
    return ""
