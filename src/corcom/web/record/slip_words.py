"""A count that the register does not bear out, as a remark on the record."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.oversight.queries import SlipFound
from corcom.web.filled import filled
from corcom.web.places import why
from corcom.web.record.lines import Line
from corcom.web.record.page import Sources


def slip_line(found: SlipFound, sources: Sources) -> Line:
    """What was said, what the register counts, and how the slip came about where arithmetic tells."""
    slip = found.slip
    words = _("The record says %(said)d (%(what)s); the register counts %(counted)d that day: %(definition)s.") % {
        "said": slip.said,
        "what": found.figure.item.what,
        "counted": slip.counted,
        "definition": _(slip.definition),
    }
    how = _("It seems to be %(how)s.") % {"how": filled(slip.how)} if slip.how else ""
    words = " ".join(filter(None, (words, how)))
    return Line((words,), why(sources.get(found.figure.finding_id), about=found.figure.item.what))
