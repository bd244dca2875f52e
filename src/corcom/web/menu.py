"""The menu, in the parts of a secretariat's work. An entry whose page does not exist yet is not shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corcom.access.domain.rights import Right
from corcom.web.rights import holds_some


@dataclass(frozen=True, slots=True)
class Entry:
    """`page` is the name of an address in urls.py; `also` are further pages that belong to it, wherever they stand.

    An entry without a right is there for everybody.
    """

    label: Promise
    page: str
    right: Right | None = "read"
    also: frozenset[str] = frozenset()


FILES_READ = frozenset(
    {"documents", "upload", "upload_batch", "document_review", "document_changes", "accept_certain", "accept_kind"}
)
"""The pages of files that were read, which stand under documents too."""

WITH_FIGURES = frozenset({"convention_figures", "state_figures", "figures_file", "record_figure"})
WITH_LETTERS = frozenset(
    {"reminders", "reminder_plan", "reminder_edit", "reminder_new"}
    | {"audiences", "audience", "audience_new", "audience_edit", "audience_why"}
)
"""They belong to the letters, and stand at addresses of their own."""

COMMITTEE, TREATY, CORRESPONDENCE, RECORDS = _("Committee work"), _("The treaty"), _("Correspondence"), _("Records")

# A new page adds one line, in the part to which it belongs.
MENU: Mapping[Promise | str, tuple[Entry, ...]] = {
    "": (Entry(_("Today"), "today"), Entry(_("Our delegation"), "own", "own")),
    COMMITTEE: (
        Entry(_("Meetings"), "meetings", also=frozenset({"poll", "poll_record"})),
        Entry(_("Calendar"), "calendar", also=frozenset({"work_plan"})),
        Entry(_("Follow-up"), "followup"),
        Entry(_("Matters arising"), "matters"),
        Entry(_("Decisions"), "decisions"),
        Entry(_("Questions"), "questions"),
        Entry(_("Consultations"), "consultations"),
        Entry(_("Committee"), "committee"),
        Entry(_("Time-lines"), "timelines"),
    ),
    TREATY: (
        Entry(_("Conventions"), "conventions", None, frozenset({"state_groups"})),
        Entry(_("States"), "states"),
        Entry(
            _("Obligations"), "obligations", None, frozenset({"convention_obligations", "obligation", "record_fact"})
        ),
        Entry(_("Reports"), "reports", None, frozenset({"convention_reports"})),
        Entry(_("Figures"), "figures", None, WITH_FIGURES),
        Entry(_("Questionnaires"), "questionnaires"),
    ),
    CORRESPONDENCE: (
        Entry(_("Letters"), "letters", "send", WITH_LETTERS),
        Entry(_("Outbox"), "outbox", "send"),
        Entry(_("Directory"), "directory", "contacts"),
    ),
    RECORDS: (
        Entry(_("Documents"), "official", None, FILES_READ),
        Entry(_("Search"), "search"),
        Entry(_("Accounts"), "accounts", "accounts"),
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the reader sees it."""

    label: Promise
    address: str
    is_current: bool
    part: Promise | str = ""


def address_of(page: str) -> str | None:
    """Where a page stands, or None while it does not exist."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return None


def menu_for(request: HttpRequest) -> list[Shown]:
    """The entries that exist and that this person may open; the one they are in is marked."""
    found = [
        (part, entry, address)
        for part, entries in MENU.items()
        for entry in entries
        if (entry.right is None or holds_some(request, entry.right)) and (address := address_of(entry.page))
    ]
    # `/` begins every address, so it counts only where it is the whole of it; else the longest that fits.
    around = [
        address
        for _, _, address in found
        if request.path == address or (address != "/" and request.path.startswith(address))
    ]
    here = request.resolver_match.url_name if request.resolver_match else ""
    inside = next((address for _, entry, address in found if here in entry.also), max(around, key=len, default=""))
    return [Shown(entry.label, address, is_current=address == inside, part=part) for part, entry, address in found]
