"""The table of comments and the next draft as files."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.consultation.domain.comments_document import CommentsHead, comments_document, next_draft_document
from corcom.consultation.domain.comments_table import TreatedComment, columns, sheet_rows
from corcom.consultation.domain.next_draft import numbered
from corcom.consultation.queries import CommentMade, Consultation, answers, comments_on, draft_after
from corcom.documents.domain.tables import xlsx_file
from corcom.web import day as days
from corcom.web.committee.words import holder_in_words
from corcom.web.consultations.found import found_for
from corcom.web.downloads import as_document, as_file
from corcom.web.pieces import Download
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken


def consultation_downloads(request: HttpRequest, found: Consultation, at: datetime) -> list[Download]:
    """What can be taken home of a consultation for comments: for the circle once it is over."""
    if found.procedure != "comments" or not holds(request, "export"):
        return []
    if found.is_open(at) and not holds(request, "consult"):
        return []
    forms = (
        (_("Table of comments, Word"), "docx"),
        (_("Table of comments, PDF"), "pdf"),
        (_("Table of comments, XLSX"), "xlsx"),
    )
    files = [Download(name, reverse("comments_file", args=[found.number, form])) for name, form in forms]
    if not found.is_open(at):
        drafts = ((_("Next draft, Word"), "docx"), (_("Next draft, PDF"), "pdf"))
        files += [Download(name, reverse("next_draft_file", args=[found.number, form])) for name, form in drafts]
    return files


@requires("export")
def comments_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The table of what became of each comment."""
    found = _exported(request, number)
    made = [_treated(each) for each in comments_on(number) if each.place.kind != "none"]
    name = f"comments-{number}"
    if form == "xlsx":
        return as_file(xlsx_file(columns(spoken()), sheet_rows(made, spoken())), name, "xlsx")
    paper = comments_document(_head(found), found.paragraphs, made, spoken(), made_at=days.moment())
    return as_document(request, paper, name, form)


@requires("export")
def next_draft_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The next draft as it stands."""
    found = _exported(request, number)
    if found.is_open(days.moment()):
        raise Http404
    paragraphs = numbered([line.drafted for line in draft_after(number)])
    paper = next_draft_document(_head(found), paragraphs, spoken(), made_at=days.moment())
    return as_document(request, paper, f"next-draft-{number}", form)


def _exported(request: HttpRequest, number: int) -> Consultation:
    """A consultation whose comments this person may see now."""
    found = found_for(request, number)
    if found.procedure != "comments" or (found.is_open(days.moment()) and not holds(request, "consult")):
        raise Http404
    return found


def _treated(each: CommentMade) -> TreatedComment:
    became = each.treatment
    return TreatedComment(
        party=holder_in_words(each.party),
        comment=each.comment,
        outcome=became.outcome if became else "",
        wording=became.wording if became else "",
        reason=became.reason if became else "",
    )


def _head(found: Consultation) -> CommentsHead:
    told = answers(found.number)
    return CommentsHead(
        title=found.title,
        convention=found.convention,
        round=found.round,
        closes_at=found.closes_at,
        zone=found.zone,
        no_comments=tuple(holder_in_words(each.party) for each in told if each.no_comments),
        silent=tuple(holder_in_words(each.party) for each in told if not each.answered),
    )
