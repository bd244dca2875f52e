"""A programme as rows, for a table that programs and people take home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.programme.domain.programme_json import ProgrammeJson, SessionJson
from corcom.web.downloads import Cell
from corcom.web.programme.words import chairs_in_words

COLUMNS = (
    gettext_lazy("Day"),
    gettext_lazy("Starts at"),
    gettext_lazy("Ends at"),
    gettext_lazy("Session"),
    gettext_lazy("Room"),
    gettext_lazy("Chairs"),
    gettext_lazy("People"),
    gettext_lazy("Minutes"),
    gettext_lazy("Parts"),
    gettext_lazy("Note"),
)


def columns() -> list[str]:
    """The heads of the table."""
    return [str(one) for one in COLUMNS]


def rows_of(content: ProgrammeJson) -> Iterator[tuple[Cell, ...]]:
    """One row for each session, by day and time."""
    for session in content["sessions"]:
        yield (
            date.fromisoformat(session["day"]),
            session["start"],
            session["end"],
            released_name(session),
            session["room"],
            chairs_in_words(chair["code"] for chair in session["chairs"]),
            _(", ").join(session["people"]),
            session["minutes"],
            "\n".join(f"{part['title']} ({part['minutes']})" for part in session["parts"]),
            session["note"],
        )


def released_name(session: SessionJson) -> str:
    """What a released session is called: its title as it was written, or its theme in the reader's language."""
    return session["title"] or _(session["name"])
