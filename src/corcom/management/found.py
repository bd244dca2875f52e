"""What was found in a document, by kind, in one line."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def found_in_words(found: Mapping[str, int]) -> str:
    """How many findings of each kind there are that a person looks for first; `found` counts them by kind."""

    def said(kind: str, words: str) -> str:
        return words % {"count": found[kind]} if found.get(kind) else ""

    def counted(kind: str) -> int:
        return found.get(kind, 0)

    parts = (
        said("attendance", ngettext("%(count)d delegation", "%(count)d delegations", counted("attendance"))),
        said("agenda_item", ngettext("%(count)d agenda item", "%(count)d agenda items", counted("agenda_item"))),
        said("action_point", ngettext("%(count)d action point", "%(count)d action points", counted("action_point"))),
        said("decision", ngettext("%(count)d decision", "%(count)d decisions", counted("decision"))),
        said("mandate", ngettext("%(count)d mandate", "%(count)d mandates", counted("mandate"))),
        said(
            "unread",
            ngettext("%(count)d passage not understood", "%(count)d passages not understood", counted("unread")),
        ),
    )
    return ", ".join(part for part in parts if part) or _("nothing found")
