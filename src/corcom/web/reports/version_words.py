"""The versions of a report in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.reporting.domain.remark_threads import remark_threads
from corcom.reporting.domain.report_flow import StepKind, VersionState
from corcom.reporting.queries import ReportVersionTold
from corcom.web.pieces import Download
from corcom.web.reports.answers import AnswerShown, answers_shown
from corcom.web.reports.handed_in_paper import paper_downloads
from corcom.web.reports.remarks import threads_shown
from corcom.web.reports.whose import by_whom
from corcom.web.wording import in_words as day_in_words
from corcom.web.wording import moment_in_words

STATES: dict[VersionState, Promise] = {
    "drafting": pgettext_lazy("report version", "being drafted"),
    "submitted": pgettext_lazy("report version", "submitted"),
    "under_review": pgettext_lazy("report version", "under review"),
    "accepted": pgettext_lazy("report version", "accepted"),
    "recalled": pgettext_lazy("report version", "recalled"),
}


STEPS: dict[StepKind, Promise] = {
    "opened": pgettext_lazy("report step", "A draft was begun"),
    "submitted": pgettext_lazy("report step", "Submitted"),
    "taken_up": pgettext_lazy("report step", "Taken up for review"),
    "accepted": pgettext_lazy("report step", "Accepted"),
    "recalled": pgettext_lazy("report step", "Recalled"),
}


CHANNELS: dict[str, Promise] = {
    "web": pgettext_lazy("channel", "filled in here"),
    "form": pgettext_lazy("channel", "on the form, as a file"),
    "e-mail": pgettext_lazy("channel", "by e-mail"),
    "letter": pgettext_lazy("channel", "by letter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version in words; what it answers, where the reader may see it.

    Each step is what was done and when, and for whoever handles reports by whom, and why.
    """

    told: ReportVersionTold
    marks: str
    received: str
    steps: tuple[tuple[str, str, str, str], ...]
    downloads: tuple[Download, ...]
    answers: tuple[AnswerShown, ...]

    @property
    def state(self) -> str:
        return str(STATES[self.told.state])


def shown_version(one: ReportVersionTold, circles: frozenset[str], *, with_hands: bool) -> VersionShown:
    marks = [str(STATES[one.state])]
    if one.provisional:
        marks.append(_("provisional"))
    if one.is_superseded:
        marks.append(_("superseded"))
    if one.circle != "public":
        marks.append(_("for States Parties only"))
    threads = threads_shown(remark_threads([one]), one.iso3, to_state=False) if with_hands else []
    received = _("%(day)s, %(channel)s") % {"day": day_in_words(one.received_on), "channel": CHANNELS[one.channel]}
    return VersionShown(
        told=one,
        marks=_(", ").join(marks),
        received=received if one.received_on else "",
        steps=tuple(
            (
                str(STEPS[step.kind]),
                moment_in_words(step.at),
                *((by_whom(step.by, one.iso3), step.note) if with_hands else ("", "")),
            )
            for step in one.steps
        ),
        downloads=paper_downloads(one),
        answers=answers_shown(one, restricted="states_parties" in circles, threads=threads),
    )
