"""A list of participants as an official document: provisional until it is final, by status and in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from corcom.documents.domain.official import OfficialDocument
from corcom.kernel.marked import Filled
from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH, Wording
from corcom.participation.domain.participants import (
    DelegationJson,
    ParticipantJson,
    ParticipantsJson,
    SectionJson,
    alphabetical,
    heading_of_section,
    name_in,
)
from corcom.register.domain.conventions import convention_name


def participants_document(
    found: ParticipantsJson,
    wording: Wording = ENGLISH,
    *,
    report: Iterable[Filled] = (),
    made_at: datetime | None = None,
) -> OfficialDocument:
    """A list as a document, to be set as .docx or .pdf; `report` are sentences on who took part, with what they count."""
    gettext, day = wording.gettext, wording.day(found["date"])
    mark = gettext("Final") if found["is_final"] else gettext("Provisional")
    title = gettext("List of participants")
    named = wording.listed((title, mark))
    running = wording.listed((named, found["body"], day), between=" · ")
    paper = OfficialDocument(
        title=wording.listed((title, found["body"], day)), wording=wording, running=running, made_at=made_at
    )
    convention = convention_name(found["convention"])
    left = [part for part in (gettext(convention) if convention else "", found["body"]) if part]
    paper.masthead(left, [mark, day, *_version(found, wording)])
    paper.title(title)
    paper.line(wording.listed((_number(found, wording), day, found["place"])))
    if not found["sections"]:
        paper.numbered(gettext("Nobody stands on this list yet."))
    for section in found["sections"]:
        _section(paper, section, found, wording)
    _proxies(paper, found, wording)
    sentences = list(report)
    if sentences:
        paper.heading(gettext("Participation in figures"))
        for sentence in sentences:
            paper.numbered(said(sentence, wording))
    _remarks(paper, found, wording)
    return paper


def _section(paper: OfficialDocument, section: SectionJson, found: ParticipantsJson, wording: Wording) -> None:
    paper.heading(wording.gettext(heading_of_section(section)))
    day = date.fromisoformat(found["day"])
    paper.pairs(
        [
            (_named(one, wording, day), _people(one, wording))
            for one in alphabetical(section["delegations"], wording.language, day)
        ]
    )


def _named(one: DelegationJson, wording: Wording, day: date) -> str:
    name = name_in(one["code"], one["name"], wording.language, day)
    return f"{name}*" if one["contracting"] else name


def _people(one: DelegationJson, wording: Wording) -> list[str]:
    lines = [one["role"]] if one["role"] else []
    return lines + [_person(person, wording) for person in one["people"]]


def _person(person: ParticipantJson, wording: Wording) -> str:
    called = f"{person['title']} {person['name']}".strip()
    head = wording.gettext("Head of delegation") if person["is_head"] else ""
    return wording.listed((called, person["function"], head))


def _proxies(paper: OfficialDocument, found: ParticipantsJson, wording: Wording) -> None:
    if not found["proxies"]:
        return
    day = date.fromisoformat(found["day"])
    paper.heading(wording.gettext("Represented by another delegation"))
    rows = []
    for one in found["proxies"]:
        speaker = name_in(one["speaker_code"], one["speaker"], wording.language, day)
        name = name_in(one["code"], one["name"], wording.language, day)
        rows.append((name, [wording.gettext("by %(speaker)s") % {"speaker": speaker}]))
    paper.pairs(rows)


def _remarks(paper: OfficialDocument, found: ParticipantsJson, wording: Wording) -> None:
    day = wording.day(found["day"])
    kinds = {section["kind"] for section in found["sections"]}
    if "state_party" in kinds:
        words = wording.gettext("States stand under the status that they had on %(day)s; States Parties by deposit.")
        paper.small(words % {"day": day})
    if any(one["contracting"] for section in found["sections"] for one in section["delegations"]):
        paper.small(wording.gettext("* The consent is deposited; the convention was not yet in force for this State."))


def _version(found: ParticipantsJson, wording: Wording) -> list[str]:
    return [wording.gettext("Version %(number)s") % {"number": found["version"]}] if found["version"] else []


def _number(found: ParticipantsJson, wording: Wording) -> str:
    if found["number"] is None:
        return ""
    number = wording.gettext("Meeting %(number)s") % {"number": found["number"]}
    return f"{number} {found['number_scope']}".strip()
