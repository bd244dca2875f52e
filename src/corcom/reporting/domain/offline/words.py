"""What an offline form says beside its questions, marked for translation."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.kernel.marked import gettext_noop
from corcom.reporting.domain.answers import PartState
from corcom.rulebooks.form_fields import Unit

STATE = gettext_noop("This part is")
SINCE = gettext_noop("Year of the report since which it is unchanged")
BECAUSE = gettext_noop("Why it does not apply, in a sentence")
RESTRICTED = gettext_noop("Only States Parties may read this part")
CHOOSE = gettext_noop("(choose)")
YES = gettext_noop("yes")
NO = gettext_noop("no")
QUANTITY = gettext_noop("quantity")
CARRIED = gettext_noop(
    "The answers below are those of the report for %(year)s. Say whether they still hold, or change them."
)
ARTICLE = gettext_noop("Article %(number)s")

STATES: Mapping[PartState, str] = {
    "changed": gettext_noop("changed: the answers are those of this period"),
    "unchanged": gettext_noop("unchanged since an earlier report"),
    "not_applicable": gettext_noop("not applicable"),
}

UNIT: Mapping[Unit, str] = {"items": QUANTITY, "submunitions": QUANTITY, "people": QUANTITY}
"""What a number counts, where its name does not say it."""

HOW = (
    gettext_noop("Fill in what is white, save the file, and send it back by the page from which you took it."),
    gettext_noop("Say of each part whether it has changed, is unchanged since an earlier report, or does not apply."),
    gettext_noop("Rows can be added to a table and taken out of it; leave its head and the questions as they are."),
    gettext_noop("Write days as year-month-day, numbers in digits, and remarks where a table has a column for them."),
    gettext_noop("Nothing is handed in by sending it back: you see first what was read, and confirm it."),
)
