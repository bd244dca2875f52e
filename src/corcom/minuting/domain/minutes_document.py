"""An issue of minutes as an official document: heading block, numbered paragraphs, table of action points, approval."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import OfficialDocument
from corcom.followup.domain.in_words import names, sentence
from corcom.kernel.wording import ENGLISH, Wording
from corcom.minutes.domain.written.action_table import PointRow, write_action_table
from corcom.minutes.domain.written.titles import meeting_number, meeting_title
from corcom.minuting.domain.attendance_lines import attendance_lines
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection
from corcom.minuting.domain.corrections import NotedCorrection
from corcom.minuting.domain.issue import ISSUES, Issue
from corcom.minuting.domain.paragraphs import ATTENDANCE
from corcom.minuting.domain.redaction import public_copy
from corcom.minuting.domain.spoken import due_words, in_full
from corcom.register.domain.conventions import convention_name


def minutes_document(
    issue: Issue, wording: Wording = ENGLISH, *, made_at: datetime | None = None, public: bool = False
) -> OfficialDocument:
    """The minutes as a document that gives itself out in each form; with `public` the public copy, and nothing else."""
    return _Writer(issue, wording, made_at, public=public).written()


class _Writer:
    def __init__(self, issue: Issue, wording: Wording, made_at: datetime | None, *, public: bool) -> None:
        self.issue = issue
        self.public = public
        self.content = public_copy(issue.content) if public else issue.content
        self.heading = self.content.heading
        self.wording = wording
        self.gettext = wording.gettext
        day = wording.day(self.heading.date)
        self.paper = OfficialDocument(
            title=wording.listed((self.gettext("Minutes of the meeting"), meeting_title(self.heading, wording), day)),
            wording=wording,
            running=wording.listed((self.heading.body, day), between=" · "),
            made_at=made_at,
        )

    def written(self) -> OfficialDocument:
        self._head()
        for section in self.content.sections:
            self._section(section)
        self._action_points()
        self._next_meeting()
        self._approval()
        return self.paper

    def _head(self) -> None:
        gettext, heading, wording = self.gettext, self.heading, self.wording
        convention = convention_name(heading.convention)
        left = [part for part in (gettext(convention) if convention else "", heading.body) if part]
        version = gettext("Version %(number)s") % {"number": self.issue.version} if self.issue.version else ""
        copy = gettext("Public copy") if self.public else ""
        self.paper.masthead(left, [part for part in (wording.day(heading.date), version, copy) if part])
        self.paper.title(gettext("Minutes of the meeting"))
        times = "–".join(part for part in (heading.start_time, heading.end_time) if part)
        self.paper.line(
            wording.listed((meeting_number(heading, wording), wording.day(heading.date), times, heading.venue))
        )
        chair = names([heading.chair] if heading.chair else [], wording)
        if who := wording.listed((heading.chair_person, chair, heading.chair_role)):
            self.paper.line(gettext("In the chair: %(who)s.") % {"who": who})
        self.paper.line("")
        self.paper.small(gettext(ISSUES[self.issue.kind]) + self._by_whom())
        if self.public:
            self.paper.small(gettext("Public copy: people are not named, and what is confidential is left out."))
        if self.public and self.content.attribution == "nobody":
            self.paper.small(gettext("Nobody is named who spoke."))

    def _by_whom(self) -> str:
        approval = self.issue.approval
        if approval is None:
            return "."
        values = {"body": approval.body, "day": self.wording.day(approval.date)}
        return self.gettext(" by the meeting of the %(body)s on %(day)s.") % values

    def _section(self, section: IssuedSection) -> None:
        gettext = self.gettext
        number = gettext("Item %(number)s") % {"number": section.number} if section.number else ""
        self.paper.heading(f"{number}{gettext(': ')}{section.title}" if number else section.title)
        if section.papers:
            self.paper.small(gettext("Papers: %(names)s") % {"names": self.wording.listed(section.papers)})
        for paragraph in section.paragraphs:
            self._paragraph(paragraph)

    def _paragraph(self, one: IssuedParagraph) -> None:
        gettext = self.gettext
        if one.kind not in ATTENDANCE or one.withheld:
            self.paper.numbered(in_full(one, self.content, self.wording))
            return
        lines = list(attendance_lines(one.text))
        if one.kind == "present":
            self.paper.numbered(gettext("The following took part:"))
            self.paper.pairs([(line.delegation, line.people) for line in lines])
            return
        words = (
            gettext("Apologies were received from: %(who)s.")
            if one.kind == "apologies"
            else gettext("Absent: %(who)s.")
        )
        self.paper.numbered(words % {"who": self.wording.listed(line.delegation for line in lines)})

    def _action_points(self) -> None:
        gettext = self.gettext
        rows = [self._row(number, one) for number, _, one in self.content.numbered() if one.kind == "action_point"]
        if rows:
            self.paper.heading(gettext("Action points"))
            write_action_table(self.paper, rows, self.wording, last=gettext("Paragraph"))

    def _row(self, number: int, one: IssuedParagraph) -> PointRow:
        owners = self.wording.listed(one.owners) or self.gettext("nobody named")
        return (sentence(one.text.strip()), owners, due_words(one, self.wording) or "–", str(number))

    def _next_meeting(self) -> None:
        following = self.content.next_meeting
        if following is None:
            return
        self.paper.heading(self.gettext("Next meeting"))
        when = self.wording.listed((self.wording.day(following.date), following.time, following.place))
        words = (
            self.gettext("Tentatively: %(when)s.")
            if following.tentative
            else self.gettext("The next meeting: %(when)s.")
        )
        self.paper.numbered(words % {"when": when})

    def _approval(self) -> None:
        approval, gettext = self.issue.approval, self.gettext
        if approval is None:
            return
        self.paper.heading(gettext("Approval"))
        values = {"body": approval.body, "day": self.wording.day(approval.date)}
        words = gettext("The meeting of the %(body)s on %(day)s took these minutes as a correct record.")
        self.paper.numbered(words % values)
        # What was corrected would tell what stood there before.
        if approval.note and not self.public:
            self.paper.numbered(approval.note)
        for one in self.issue.corrections:
            self.paper.numbered(correction_words(one, self.wording, public=self.public))


def correction_words(one: NotedCorrection, wording: Wording, *, public: bool = False) -> str:
    """One noted correction as a sentence; in the public copy only which paragraph it was."""
    gettext = wording.gettext
    if public:
        words = {
            "changed": gettext("Paragraph %(number)s was corrected."),
            "added": gettext("Paragraph %(number)s was added."),
            "removed": gettext("What was paragraph %(number)s was taken out."),
        }[one.kind]
        return words % {"number": one.number}
    words = {
        "changed": gettext("Paragraph %(number)s was corrected from “%(before)s” to “%(after)s”."),
        "added": gettext("Paragraph %(number)s was added: “%(after)s”."),
        "removed": gettext("What was paragraph %(number)s was taken out: “%(before)s”."),
    }[one.kind]
    return words % {"number": one.number, "before": one.before, "after": one.after}
