"""Written minutes as the text that is kept of them, and as a reading of that text: the record's way in.

The reading is not found by a reader: it says what its writer wrote, each item with the exact place of its words. So it goes into
the record by the same way as one that was read from a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corcom.kernel.source import Evidence
from corcom.kernel.wording import ENGLISH, Wording
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.written.titles import meeting_number
from corcom.minuting.domain.attendance_lines import attendance_lines
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection, MinutesContent
from corcom.minuting.domain.paragraphs import ATTENDANCE, KINDS
from corcom.minuting.domain.sheet import Sheet
from corcom.minuting.domain.spoken import due_words, in_full, named_as
from corcom.register.domain.conventions import convention_name

WRITER = "written 1"
"""Stands where a reading names the version of its reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The text, what it says, and the words of each paragraph by its id."""

    text: str
    reading: typed.Reading
    paragraphs: Mapping[int, Evidence] = field(default_factory=dict)


def composed(content: MinutesContent, wording: Wording = ENGLISH, *, version: int = 0) -> Composed:
    """The minutes as text with their reading. `version`, where it is given, stands in the text, so that no two are the same."""
    return _Composer(content, wording, version).composed()


class _Composer:
    def __init__(self, content: MinutesContent, wording: Wording, version: int) -> None:
        self.content = content
        self.version = version
        self.wording = wording
        self.sheet = Sheet()
        self.header: dict[str, tuple[int, int]] = {}
        self.places: dict[int, tuple[int, int]] = {}
        self.lines: list[tuple[str, str, tuple[str, ...], tuple[int, int]]] = []
        self.agenda: list[tuple[IssuedSection, tuple[int, int]]] = []
        self.next_place: tuple[int, int] | None = None

    def composed(self) -> Composed:
        self._head()
        number = 0
        for section in self.content.sections:
            self.sheet.gap()
            self._section(section)
            for paragraph in section.paragraphs:
                number += 1
                self._paragraph(number, paragraph)
        self._next_meeting()
        shown = {key: self.sheet.shown(place) for key, place in self.places.items()}
        return Composed(text=self.sheet.text, reading=self._reading(shown), paragraphs=shown)

    def _head(self) -> None:
        gettext, heading = self.wording.gettext, self.content.heading
        if heading.convention:
            self.header["convention"] = self.sheet.line(convention_name(heading.convention) or heading.convention)
        self.header["body"] = self.sheet.line(heading.body)
        self.sheet.line(gettext("Minutes of the meeting"))
        if self.version:
            self.sheet.line(gettext("Version %(number)s") % {"number": self.version})
        if number := meeting_number(heading, self.wording):
            self.header["meeting_number"] = self.header["meeting_number_scope"] = self.sheet.line(number)
        self.header["date"] = self.sheet.line(self.wording.day(heading.date))
        if heading.start_time:
            times = "–".join(part for part in (heading.start_time, heading.end_time) if part)
            self.header["start_time"] = self.sheet.line(times)
        if heading.end_time:
            self.header["end_time"] = self.header["start_time"]
        if heading.venue:
            self.header["venue"] = self.sheet.line(heading.venue)
        if chair := self._chair_words():
            self.header["chair"] = self.sheet.line(chair, lead=gettext("In the chair") + gettext(": "))

    def _chair_words(self) -> str:
        heading = self.content.heading
        delegation = heading.chair.name if heading.chair else ""
        return self.wording.listed((heading.chair_person, delegation, heading.chair_role))

    def _section(self, section: IssuedSection) -> None:
        gettext = self.wording.gettext
        lead = f"{section.number}. " if section.number else ""
        place = self.sheet.line(section.title, lead=lead)
        if section.number:
            self.agenda.append((section, place))
        if section.papers:
            self.sheet.line(gettext("Papers: %(names)s") % {"names": self.wording.listed(section.papers)})

    def _paragraph(self, number: int, paragraph: IssuedParagraph) -> None:
        lead = f"{number}. "
        if paragraph.kind in ATTENDANCE and not paragraph.withheld:
            kind = self.wording.gettext(KINDS[paragraph.kind])
            self.places[paragraph.id] = self.sheet.line(kind + self.wording.gettext(":"), lead=lead)
            for one in attendance_lines(paragraph.text):
                words = paragraph.text[one.start : one.end]
                self.lines.append((paragraph.kind, one.delegation, one.people, self.sheet.line(words)))
            return
        self.places[paragraph.id] = self.sheet.line(in_full(paragraph, self.content, self.wording), lead=lead)

    def _next_meeting(self) -> None:
        following, gettext = self.content.next_meeting, self.wording.gettext
        if following is None:
            return
        self.sheet.gap()
        words = self.wording.listed((self.wording.day(following.date), following.time, following.place))
        self.next_place = self.sheet.line(words, lead=gettext("Next meeting") + gettext(": "))

    def _reading(self, shown: Mapping[int, Evidence]) -> typed.Reading:
        heading = self.content.heading
        header = {key: self.sheet.shown(place) for key, place in self.header.items() if key != "chair"}
        values: dict[str, Any] = {
            "convention": heading.convention or None,
            "body": heading.body,
            "meeting_number": heading.number,
            "meeting_number_scope": heading.number_scope or None,
            "date": heading.date,
            "start_time": heading.start_time or None,
            "end_time": heading.end_time or None,
            "venue": heading.venue or None,
            "header": header,
            "chair": self._chair(),
            "attendance": tuple(
                typed.Attendance(delegation=name, people=people, evidence=self.sheet.shown(place), certainty="certain")
                for kind, name, people, place in self.lines
                if kind == "present"
            ),
            "absences": tuple(
                typed.Absence(
                    delegation=name,
                    kind="apologies" if kind == "apologies" else "absent",
                    evidence=self.sheet.shown(place),
                    certainty="certain",
                )
                for kind, name, _, place in self.lines
                if kind != "present"
            ),
            "agenda": tuple(
                typed.AgendaItem(
                    number=one.number, title=one.title, evidence=self.sheet.shown(place), certainty="certain"
                )
                for one, place in self.agenda
            ),
            "next_meeting": self._following(),
        }
        return typed.Reading(**values, **self._said(shown))

    def _chair(self) -> typed.Chair | None:
        heading = self.content.heading
        if "chair" not in self.header:
            return None
        return typed.Chair(
            delegation=heading.chair.name if heading.chair else None,
            person=heading.chair_person or None,
            role=heading.chair_role or None,
            evidence=self.sheet.shown(self.header["chair"]),
            certainty="certain",
        )

    def _following(self) -> typed.NextMeeting | None:
        following = self.content.next_meeting
        if following is None or self.next_place is None:
            return None
        return typed.NextMeeting(
            date=following.date or None,
            time=following.time or None,
            place=following.place or None,
            tentative=following.tentative,
            evidence=self.sheet.shown(self.next_place),
            certainty="certain",
        )

    def _said(self, shown: Mapping[int, Evidence]) -> dict[str, Any]:
        """What was said, decided and promised, each under its item; nobody is named whom the minutes do not name."""
        found: dict[str, list[typed.Item]] = {"interventions": [], "decisions": [], "action_points": []}
        for _, section, one in self.content.numbered():
            if one.withheld or one.kind not in {"intervention", "report", "decision", "action_point"}:
                continue
            words: dict[str, Any] = {
                "evidence": shown[one.id],
                "certainty": "certain",
                "agenda": section.number or None,
            }
            text = one.text.strip()
            if one.kind == "decision" and text:
                found["decisions"].append(typed.Decision(text=text, owner=one.owners, due=one.due or None, **words))
            elif one.kind == "action_point" and text:
                found["action_points"].append(self._promised(one, text, words))
            elif text and (who := named_as(one, self.content.attribution)):
                said = typed.Intervention(speaker=who, delegation=one.delegation or None, text=text, **words)
                found["interventions"].append(said)
        return {key: tuple(items) for key, items in found.items()}

    def _promised(self, one: IssuedParagraph, text: str, words: Mapping[str, Any]) -> typed.ActionPoint:
        due = due_words(one, self.wording)
        return typed.ActionPoint(
            owner=one.owners, text=text, due=one.due or None, due_text=due or None, kind="explicit", **words
        )
