"""The work plan of a year as an official document: a table for each month that has something in it."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import Column, OfficialDocument
from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH, Wording
from corcom.oversight.domain.work_plan import WorkLine, WorkPlan
from corcom.register.domain.conventions import convention_name


def work_plan_document(
    plan: WorkPlan, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """The plan as a document; its `to_bytes` and `to_pdf` write it."""
    gettext = wording.gettext
    title = gettext("Work plan of %(year)s") % {"year": plan.year}
    whose = gettext(convention_name(plan.convention)) if plan.convention else gettext("All conventions")
    paper = OfficialDocument(
        title=title, wording=wording, running=wording.listed((title, whose), between=" · "), made_at=made_at
    )
    paper.masthead([whose], [title])
    paper.title(title)
    columns = (
        Column(head=gettext("When"), width=4.6),
        Column(head=gettext("What"), width=8.6),
        Column(head=gettext("Status"), width=2.8),
    )
    for month, lines in plan.months():
        if lines:
            paper.heading(wording.day(month.isoformat()[:7]), level=2)
            paper.table(columns, [_row(one, wording) for one in lines])
    if not plan.lines:
        paper.line(gettext("Nothing stands in this year yet."))
    return paper


def _row(one: WorkLine, wording: Wording) -> tuple[str, str, str]:
    return wording.day(one.period), said(one.words, wording), wording.gettext(one.status) if one.status else ""
