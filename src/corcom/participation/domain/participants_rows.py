"""A list of participants as rows of a table, for .xlsx and .csv: one for each person, one for a delegation without names."""

from __future__ import annotations

from datetime import date

from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import ENGLISH, Wording
from corcom.participation.domain.participants import ParticipantsJson, alphabetical, heading_of_section, name_in

COLUMNS = (
    gettext_noop("Status"),
    gettext_noop("Delegation"),
    gettext_noop("Code"),
    gettext_noop("Form of address"),
    gettext_noop("Name"),
    gettext_noop("Function"),
    gettext_noop("Head of delegation"),
    gettext_noop("Role"),
    gettext_noop("List"),
)


def participants_rows(found: ParticipantsJson, wording: Wording = ENGLISH) -> list[tuple[str, ...]]:
    """The rows below `COLUMNS`, in the order of the list; each says whether the list is provisional or final."""
    gettext, day = wording.gettext, date.fromisoformat(found["day"])
    mark = gettext("Final") if found["is_final"] else gettext("Provisional")
    rows: list[tuple[str, ...]] = []
    for section in found["sections"]:
        status = gettext(heading_of_section(section))
        for one in alphabetical(section["delegations"], wording.language, day):
            named = (status, name_in(one["code"], one["name"], wording.language, day), one["code"])
            for person in one["people"]:
                head = gettext("yes") if person["is_head"] else ""
                rows.append((*named, person["title"], person["name"], person["function"], head, one["role"], mark))
            if not one["people"]:
                rows.append((*named, "", "", "", "", one["role"], mark))
    return rows
