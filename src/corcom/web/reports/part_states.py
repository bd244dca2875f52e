"""What may be said of a part of a report as a whole."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.reporting.domain.answers import PartAnswer, PartState
from corcom.rulebooks.forms import Part


def states(part: Part, answer: PartAnswer) -> list[tuple[PartState, str, bool]]:
    """What may be said of a part as a whole, and which of it is said."""
    words: dict[PartState, str] = {
        "changed": _("changed: the answers below are those of this period"),
        "unchanged": _("unchanged since the report for"),
        "not_applicable": _("not applicable, because"),
    }
    return [
        (state, text, state == answer.state) for state, text in words.items() if not part.always or state == "changed"
    ]
