"""A programme of work as an official document, for .docx and .pdf: a heading and a table for each day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from corcom.documents.domain.official import Cell, Column, OfficialDocument
from corcom.kernel.actor import Actor
from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import ENGLISH, Wording
from corcom.programme.domain.programme_json import ProgrammeJson, SessionJson
from corcom.register.domain.conventions import convention_name

WEEKDAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)


def programme_document(
    content: ProgrammeJson, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """A programme as `programme_json` gives it, as a document; its `to_bytes` and `to_pdf` write it."""
    gettext, days = wording.gettext, wording.day(content["date"])
    title = gettext("Programme of work") if content["version"] else gettext("Draft programme of work")
    named = wording.listed((title, content["body"], days))
    running = wording.listed((title, content["body"], days), between=" · ")
    paper = OfficialDocument(title=named, wording=wording, running=running, made_at=made_at)
    convention = convention_name(content["convention"])
    left = [part for part in (gettext(convention) if convention else "", content["body"]) if part]
    version = [gettext("Version %(number)s") % {"number": content["version"]}] if content["version"] else []
    paper.masthead(left, [title, days, *version])
    paper.title(title)
    paper.line(wording.listed((days, content["place"])))
    paper.line(gettext("All times are those of the clock at the place (%(zone)s).") % {"zone": content["zone"]})
    if not content["sessions"]:
        paper.numbered(gettext("Nothing stands on this programme yet."))
    for day, sessions in groupby(content["sessions"], key=lambda one: one["day"]):
        weekday = wording.gettext(WEEKDAYS[date.fromisoformat(day).weekday()])
        paper.heading(wording.listed((weekday, wording.day(day))))
        _table(paper, list(sessions), wording)
    return paper


def _table(paper: OfficialDocument, sessions: Sequence[SessionJson], wording: Wording) -> None:
    gettext = wording.gettext
    columns = (
        Column(head=gettext("Time"), width=2.6),
        Column(head=gettext("Session"), width=7.4),
        Column(head=gettext("Chair"), width=3.8),
        Column(head=gettext("Room"), width=2.2),
    )
    paper.table(columns, [_row(session, wording) for session in sessions])


def _row(session: SessionJson, wording: Wording) -> tuple[Cell, ...]:
    chairs = [wording.name(Actor(chair["code"], chair["name"])) for chair in session["chairs"]]
    return (
        f"{session['start']}–{session['end']}",
        [session_name(session, wording), *_parts(session, wording), *session["note"].splitlines()],
        [*(chairs or ["–"]), *session["people"]],
        session["room"] or "–",
    )


def session_name(session: SessionJson, wording: Wording) -> str:
    """What a session is called: its title as it was written, or its theme in the language of the document."""
    return session["title"] or wording.gettext(session["name"])


def _parts(session: SessionJson, wording: Wording) -> list[str]:
    gettext = wording.gettext
    found = []
    for at, part in enumerate(session["parts"], start=1):
        took = gettext("%(title)s (%(minutes)d minutes)") if part["minutes"] else "%(title)s"
        found.append(f"{at}. {took % {'title': part['title'], 'minutes': part['minutes']}}")
    return found
