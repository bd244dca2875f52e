"""A meeting's record as an official document, as a meeting of the United Nations expects it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from corcom.documents.domain.official import OfficialDocument
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.in_words import due_in_words, names, sentence, state_in_words
from corcom.kernel.wording import ENGLISH, Wording
from corcom.minutes.domain.reading import Absence, Attendance
from corcom.minutes.domain.record import AgendaPart, MeetingRecord, Sourced
from corcom.minutes.domain.written.action_table import write_action_table
from corcom.minutes.domain.written.titles import meeting_number, meeting_title
from corcom.register.domain.conventions import convention_name


def record_document(
    record: MeetingRecord,
    wording: Wording = ENGLISH,
    *,
    symbol: str = "",
    original: str = "English",
    made_at: datetime | None = None,
) -> OfficialDocument:
    """The record as a document; its `to_bytes` and `to_pdf` write it.

    `symbol`: the document's own, where it has one. `original`: the language in which the minutes were written.
    """
    return _Writer(record, wording, symbol, original, made_at).written()


class _Writer:
    def __init__(
        self, record: MeetingRecord, wording: Wording, symbol: str, original: str, made_at: datetime | None
    ) -> None:
        self.record = record
        self.heading = record.heading
        self.gettext = wording.gettext
        self.day = wording.day
        self.wording = wording
        self.symbol = symbol
        self.original = original
        running = wording.listed((symbol or self.heading.body, self.day(self.heading.date)), between=" · ")
        title = wording.listed((meeting_title(self.heading, wording), self.day(self.heading.date)))
        self.paper = OfficialDocument(title=title, wording=wording, running=running, made_at=made_at)

    def written(self) -> OfficialDocument:
        self._head()
        self._opening()
        self._attendance()
        self._agenda()
        self._decisions()
        self._action_points()
        self._next_meeting()
        self._end()
        return self.paper

    def _head(self) -> None:
        gettext, heading = self.gettext, self.heading
        original = gettext("Original: %(language)s") % {"language": gettext(self.original)}
        right = [part for part in (self.symbol, self.day(heading.date), original) if part]
        convention = convention_name(heading.convention)
        left = [part for part in (self.wording.gettext(convention) if convention else "", heading.body) if part]
        self.paper.masthead(left, right)
        self.paper.title(gettext("Record of the meeting"))
        times = "–".join(part for part in (heading.start_time, heading.end_time) if part)
        number = meeting_number(heading, self.wording)
        self.paper.line(self.wording.listed((number, heading.venue, self.day(heading.date), times)))
        if self.record.waiting:
            draft = gettext("Draft: of what was found in the minutes, %(count)s could still be confirmed.")
            self.paper.small(draft % {"count": self.record.waiting})

    def _opening(self) -> None:
        gettext, heading = self.gettext, self.heading
        self.paper.heading(gettext("Opening of the meeting"))
        self.paper.numbered(self._met())
        chair = names([heading.chair] if heading.chair else [], self.wording)
        who = self.wording.listed((heading.chair_person, chair, heading.chair_role))
        if who:
            self.paper.numbered(gettext("In the chair: %(who)s.") % {"who": who})

    def _met(self) -> str:
        gettext, heading = self.gettext, self.heading
        values = {"day": self.day(heading.date), "start": heading.start_time, "end": heading.end_time}
        if heading.start_time and heading.end_time:
            return gettext("The meeting was held on %(day)s, from %(start)s to %(end)s.") % values
        if heading.start_time:
            return gettext("The meeting was held on %(day)s; it was opened at %(start)s.") % values
        return gettext("The meeting was held on %(day)s.") % values

    def _attendance(self) -> None:
        gettext, record = self.gettext, self.record
        if not (record.attendance or record.absences):
            return
        self.paper.heading(gettext("Attendance"))
        if record.attendance:
            self.paper.numbered(gettext("The following took part:"))
            self.paper.pairs(
                [(self._delegation(self._name(one), one.item.role), one.item.people) for one in record.attendance]
            )
        for kind, words in (
            ("apologies", gettext("Apologies were received from: %(who)s.")),
            ("absent", gettext("Absent: %(who)s.")),
        ):
            missed = [self._name(one) for one in record.absences if one.item.kind == kind]
            if missed:
                self.paper.numbered(words % {"who": self.wording.listed(missed)})

    def _name(self, one: Sourced[Attendance] | Sourced[Absence]) -> str:
        """A State is called as the reader's language calls it."""
        return names(one.actors[:1], self.wording) or one.item.delegation or ""

    def _delegation(self, name: str, role: str | None) -> str:
        shown = name or self.gettext("Without a delegation")
        return f"{shown} ({role})" if role else shown

    def _agenda(self) -> None:
        gettext = self.gettext
        if not self.record.agenda:
            return
        self.paper.heading(gettext("Agenda and discussion"))
        for part in self.record.agenda:
            self.paper.heading(self._item(part), level=2)
            for said in _once(intervention.item.text for intervention in part.interventions):
                self.paper.numbered(said)

    def _item(self, part: AgendaPart) -> str:
        if part.item is None:
            return self.gettext("Other interventions")
        number, title = part.item.item.number, part.item.item.title
        item = self.gettext("Item %(number)s") % {"number": number}
        return item + self.gettext(": ") + title if number else title

    def _decisions(self) -> None:
        gettext, record = self.gettext, self.record
        if record.decisions:
            self.paper.heading(gettext("Decisions"))
            for promised in record.decisions:
                self.paper.numbered(self._decision(promised.followed))
            if record.competence.flagged:
                self.paper.small(gettext("This body discusses and prepares; on matters of substance others decide."))
        if record.reported_decisions:
            self.paper.heading(gettext("Decisions of other bodies that were reported"))
            for promised in record.reported_decisions:
                body = promised.followed.terms.body or gettext("another body")
                self.paper.numbered(body + gettext(": ") + self._decision(promised.followed))

    def _decision(self, followed: Followed) -> str:
        """The decision, and in brackets who is to carry it out, by when, and what became of it."""
        gettext, terms = self.gettext, followed.terms
        notes = [names(terms.owners, self.wording)]
        if terms.due or terms.due_text:
            notes.append(gettext("by %(day)s") % {"day": due_in_words(terms, self.wording)})
        if followed.state in {"done", "superseded"}:
            notes.append(state_in_words(followed, self.wording))
        shown = self.wording.listed(notes, between=gettext("; "))
        text = sentence(terms.text)
        return f"{text.rstrip('.:; ')} ({shown})." if shown else text

    def _action_points(self) -> None:
        gettext = self.gettext
        if not self.record.action_points:
            return
        self.paper.heading(gettext("Action points"))
        rows = [
            (
                sentence(promised.followed.terms.text),
                names(promised.followed.terms.owners, self.wording) or gettext("nobody named"),
                due_in_words(promised.followed.terms, self.wording),
                state_in_words(promised.followed, self.wording),
            )
            for promised in self.record.action_points
        ]
        write_action_table(self.paper, rows, self.wording, last=gettext("Status"))

    def _next_meeting(self) -> None:
        gettext, following = self.gettext, self.record.next_meeting
        if following is None:
            return
        self.paper.heading(gettext("Next meeting"))
        when = self.wording.listed((self.day(following.date), following.time, following.place))
        words = gettext("Tentatively: %(when)s.") if following.tentative else gettext("The next meeting: %(when)s.")
        self.paper.numbered(words % {"when": when})

    def _end(self) -> None:
        gettext, heading = self.gettext, self.heading
        self.paper.line("")
        office = heading.chair_role or gettext("Chair")
        chair = names([heading.chair] if heading.chair else [], self.wording)
        who = self.wording.listed((heading.chair_person, chair))
        self.paper.signatures([f"{office}\n{who}" if who else office, gettext("Secretariat")])
        self.paper.line("")
        if self.record.files:
            sources = self.wording.listed(file.name for file in self.record.files)
            self.paper.small(gettext("This record rests on: %(files)s.") % {"files": sources})


def _once(texts: Iterator[str]) -> Iterator[str]:
    """Each text once: what two States said in one breath stands under both."""
    yield from dict.fromkeys(texts)
