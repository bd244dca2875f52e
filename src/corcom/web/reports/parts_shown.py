"""A desk at which a report is filled in, and its parts as they stand on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.reporting.domain import report_document
from corcom.reporting.domain.answers import NOTHING, PartAnswer
from corcom.reporting.domain.remark_threads import RemarkThread
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import ReportVersionTold
from corcom.rulebooks.forms import Form, Part
from corcom.web.pieces import StateName
from corcom.web.reports.inputs import Input, TableInput, inputs
from corcom.web.reports.inputs_read import Sent
from corcom.web.reports.part_states import states
from corcom.web.reports.remarks import Threads, threads_shown
from corcom.web.reports.whose import by_whom
from corcom.web.spoken_in import spoken
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A draft, who writes, and where: the addresses of its page, of working offline, of handing it in, and of what to see afterwards.

    `form` is in the reader's language. `threads`: what the State has been asked about the report and has not answered.
    """

    told: ReportVersionTold
    form: Form
    by: str
    here: str
    offline: str
    submit: str
    done: str
    by_link: bool
    threads: tuple[RemarkThread, ...] = ()

    @property
    def form_as_kept(self) -> Form:
        """The form as it is written, with its words in other languages."""
        return self.told.form or self.form


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """A part as it stands on the page."""

    part: Part
    answer: PartAnswer
    revision: int
    changed: str
    inputs: Sequence[Input | TableInput]
    theirs: str = ""
    problems: tuple[str, ...] = ()
    threads: Threads = ()

    @property
    def title(self) -> str:
        return self.part.title

    @property
    def help(self) -> str:
        return self.part.help

    @property
    def article(self) -> str:
        """The paragraphs that the part answers, in a row."""
        return _(", ").join(self.part.articles)

    @property
    def states(self) -> object:
        return states(self.part, self.answer)


def part_shown(
    desk: Desk,
    part: Part,
    sent: Sent | None = None,
    *,
    revision: int | None = None,
    theirs: str = "",
    problems: tuple[str, ...] = (),
) -> PartShown:
    there = desk.told.revisions.get(part.code)
    answer = sent.answer if sent else desk.told.answers.get(part.code, NOTHING)
    changed = ""
    if there is not None:
        changed = _("Saved %(when)s by %(who)s") % {
            "when": moment_in_words(there.at),
            "who": by_whom(there.by, desk.told.iso3),
        }
    own = [
        each for each in threads_shown(desk.threads, desk.told.iso3, to_state=desk.by_link) if each.part == part.code
    ]
    drawn = inputs(
        part,
        answer,
        errors=sent.errors if sent else {},
        typed=sent.typed if sent else {},
        threads={each.field: each for each in own},
    )
    return PartShown(
        part=part,
        answer=answer,
        revision=revision if revision is not None else there.revision if there else 0,
        changed=changed,
        inputs=drawn,
        threads=[each for each in own if part.field(each.field) is None],
        theirs=theirs,
        problems=problems,
    )


def named(desk: Desk) -> dict[str, object]:
    """Whose report it is, what it is called, on which form, and whether that has no words in the reader's language."""
    told = desk.told
    return {
        "state": StateName(told.iso3),
        "title": report_title(told),
        "form_name": desk.form.name,
        "in_english": desk.form.language != (get_language() or "en").partition("-")[0],
    }


def report_title(told: ReportVersionTold | ReportWanted) -> str:
    """What a report is called, with the year that it covers."""
    return report_document.report_title(told, spoken())
