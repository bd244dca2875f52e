"""The documents that were taken in, and their originals."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from corcom.documents.queries import NoSuchFile, is_kept_for_documents, stored_file
from corcom.meetings.domain.meeting import Heading
from corcom.minutes.queries import readers_of
from corcom.minutes.queries.documents import SORTS, DocumentLine, DocumentPage, DocumentsWanted, Review, documents
from corcom.web.addresses import link
from corcom.web.day import page_day
from corcom.web.downloads import downloads, sheet, wants_sheet
from corcom.web.followup.commitment_words import isolated
from corcom.web.official.words import tabs
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Pages, Row, Table
from corcom.web.preferences import chosen
from corcom.web.rights import holds, requires
from corcom.web.wording import days_in_words, in_words

SIZE = 50
KINDS: dict[str, Promise] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": gettext_lazy("Word document"),
    "application/vnd.oasis.opendocument.text": gettext_lazy("OpenDocument text"),
    "application/pdf": gettext_lazy("PDF"),
    "text/plain": gettext_lazy("Plain text"),
    "text/markdown": gettext_lazy("Markdown"),
    "text/html": gettext_lazy("Web page"),
    "message/rfc822": gettext_lazy("E-mail"),
}
REVIEWS: dict[Review, Promise] = {
    "waiting": pgettext_lazy("documents", "Something waits"),
    "done": pgettext_lazy("documents", "Nothing waits"),
}


def meeting_words(heading: Heading) -> str:
    """A meeting in a line: "CCM Coordination Committee, 28 April 2016"."""
    name = " ".join(part for part in (heading.convention, heading.body) if part)
    return _("%(meeting)s, %(day)s") % {"meeting": isolated(name), "day": days_in_words(heading.date)}


def chosen_convention(request: HttpRequest) -> str:
    """The code of the convention that the bar has, "" for all."""
    choice = chosen(request, "convention")
    return "" if choice == "all" else choice.upper()


@requires("read")
def document_list(request: HttpRequest) -> HttpResponse:
    """Everything that was taken in, and how far its review is."""
    sort, number = request.GET.get("sort", "-taken_in"), _number(request)
    wanted = _wanted(request)
    whole = wants_sheet(request)
    page = documents(wanted=wanted, sort=sort, size=None if whole else SIZE, number=number)
    if answer := sheet(request, "documents", _columns(), [_values(line) for line in page.lines]):
        return answer
    waiting = page.by_review["waiting"]
    return render(
        request,
        "documents/list.html",
        {
            "table": _table(request, page, wanted, sort, number),
            "waiting": waiting,
            "all": waiting + page.by_review["done"],
            "later": page.later,
            "may_upload": holds(request, "upload"),
            "tabs": tabs(request, "documents"),
        },
    )


@requires("read")
def original(request: HttpRequest, number: int) -> HttpResponseBase:
    """The file as it came in: always saved and never shown, whatever is in it.

    One that is here as an official document alone goes out by its page, which asks for whom it is. One that nobody read as a
    document, such as what came or goes by mail or a report that was filed, is for those who do the mail.
    """
    try:
        stored = stored_file(number=number)
        content = stored.content.open("rb")
    except (NoSuchFile, FileNotFoundError):
        raise Http404 from None
    was_read = bool(readers_of(sha256=stored.sha256))
    if not was_read and (is_kept_for_documents(file=number) or not holds(request, "send")):
        content.close()
        raise Http404
    answer = FileResponse(content, as_attachment=True, filename=stored.name, content_type="application/octet-stream")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "private, no-transform"
    return answer


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def _wanted(request: HttpRequest) -> DocumentsWanted:
    review, kind = request.GET.get("review", ""), request.GET.get("kind", "")
    day = page_day(request)
    return DocumentsWanted(
        review=next((one for one in REVIEWS if one == review), None),
        media_type=kind if kind in KINDS else "",
        convention=chosen_convention(request),
        until=None if day.is_today else day.on,
    )


def _columns() -> tuple[str, ...]:
    return (
        _("Document"),
        _("What it is"),
        _("Meeting"),
        _("Taken in"),
        pgettext("findings", "Waiting"),
        pgettext("findings", "Confirmed"),
        pgettext("findings", "Rejected"),
    )


def _values(line: DocumentLine) -> tuple[str | int | None, ...]:
    return (
        line.name,
        _kind(line.media_type),
        meeting_words(line.heading) if line.heading else "",
        line.stored_at.date().isoformat(),
        line.waiting,
        line.confirmed,
        line.rejected,
    )


def _kind(media_type: str) -> str:
    return str(KINDS.get(media_type, media_type))


def _table(request: HttpRequest, page: DocumentPage, wanted: DocumentsWanted, sort: str, number: int) -> Table:
    names = _columns()
    keys = ("name", "", "meeting", "taken_in")
    # The first may be as long as a file's name: it is given its part of the line and breaks within.
    columns = [Column(name, key, is_wide=key == "name") for name, key in zip(names[:4], keys, strict=True)]
    columns += [Column(name, is_number=True) for name in names[4:]]
    return Table(
        id="documents",
        caption=_("Documents"),
        columns=tuple(columns),
        rows=tuple(_row(request, line) for line in page.lines),
        count=page.total,
        sort=sort if sort.removeprefix("-") in SORTS else "-taken_in",
        filters=_filters(page, wanted),
        downloads=downloads(request) if page.lines else (),
        pages=Pages(number=number, size=SIZE, total=page.total),
        empty=_empty(request, wanted),
    )


def _row(request: HttpRequest, line: DocumentLine) -> Row:
    heading = line.heading
    meeting = link(request, meeting_words(heading), "meeting", line.meeting_id) if heading else _("not yet confirmed")
    return Row(
        id=f"document-{line.file_id}",
        cells=(
            link(request, line.name, "document_review", line.file_id),
            _kind(line.media_type),
            meeting,
            Link(in_words(line.stored_at.date()), is_whole=True),
            line.waiting,
            line.confirmed,
            line.rejected,
        ),
    )


def _filters(page: DocumentPage, wanted: DocumentsWanted) -> tuple[Filter, ...]:
    if not (page.lines or wanted.review or wanted.media_type):
        return ()
    reviews = [Option(_("All"), "", sum(page.by_review.values()))]
    reviews += [Option(str(words), review, page.by_review[review]) for review, words in REVIEWS.items()]
    kinds = [Option(_("All"), "", sum(page.by_media_type.values()))]
    kinds += [Option(_kind(kind), kind, n) for kind, n in page.by_media_type.items() if kind in KINDS]
    return (
        Filter(_("Review"), "review", tuple(reviews), wanted.review or ""),
        Filter(_("What it is"), "kind", tuple(kinds), wanted.media_type),
    )


def _empty(request: HttpRequest, wanted: DocumentsWanted) -> Empty | None:
    if wanted.review or wanted.media_type:
        return None
    words = _("Minutes and other records stand here once they were taken in, each with what was found in it.")
    if not holds(request, "upload"):
        return Empty(_("No documents yet"), words)
    return Empty(_("No documents yet"), words, _("Take in the first file"), reverse("upload"))
