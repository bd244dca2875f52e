"""Official documents: what whoever asks may see of them, as a page and as a table to take home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from corcom.documents.domain.circles import CIRCLES
from corcom.documents.domain.papers import KINDS
from corcom.documents.queries import SORTS, DocumentsFound, DocumentsWanted, ShownDocument, documents_found
from corcom.kernel.languages import LANGUAGES
from corcom.web.day import today
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.filters import on_page, pages_of, sort_in
from corcom.web.language_words import language_in_words
from corcom.web.official.asked import for_whom, meeting_key, wanted
from corcom.web.official.words import (
    STATES,
    circle_in_words,
    file_link,
    kind_in_words,
    meeting_in_words,
    tabs,
    translation_mark,
    under_way,
)
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, StatusMark, Table, Together
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import in_words

SIZE = 50
MOST_MEETINGS = 8
"""Meetings that are offered as a filter; the latest, and the one that is chosen."""


@open_to_the_public
def official(request: HttpRequest) -> HttpResponse:
    """Official documents, each with the languages in which it can be had."""
    asked = wanted(request)
    sort = sort_in(request, SORTS, "-meeting")
    found = documents_found(for_whom(request), wanted=asked, sort=sort)
    may_edit = holds(request, "upload")
    if answer := sheet(request, "official-documents", _file_columns(), map(_file_row, found.documents)):
        return answer
    shown = {
        "table": _table(request, found, asked, sort, sees_all=may_edit),
        "tabs": tabs(request, "official"),
        "name": _("Documents"),
        "q": asked.words,
        "kept": [(key, value) for key, value in request.GET.items() if key not in {"q", "page"}],
        "count": len(found.documents),
        "may_register": may_edit,
        "is_public": not request.user.is_authenticated,
    }
    return render(request, "official/list.html", shown)


def _table(request: HttpRequest, found: DocumentsFound, asked: DocumentsWanted, sort: str, *, sees_all: bool) -> Table:
    pages = pages_of(request, len(found.documents), SIZE)
    signed_in = request.user.is_authenticated
    columns = [
        Column(_("Symbol"), "symbol"),
        Column(_("Title"), "title", is_wide=True),
        Column(_("Meeting"), "meeting"),
        Column(_("Kind"), "kind"),
        *([Column(_("Class"), "class")] if signed_in else []),
        Column(_("Languages")),
    ]
    rows = on_page(pages, found.documents)
    return Table(
        id="official-documents",
        caption=_("Official documents"),
        columns=tuple(columns),
        rows=tuple(_row(one, signed_in=signed_in) for one in rows),
        count=len(found.documents),
        sort=sort,
        filters=_filters(found, asked, signed_in=signed_in, sees_all=sees_all),
        downloads=downloads(request) if rows else (),
        pages=pages,
        empty=_empty(request, asked),
    )


def _row(one: ShownDocument, *, signed_in: bool) -> Row:
    address = reverse("official_document", args=[one.number])
    cells = [
        Link(one.symbol or _("no symbol"), address, is_whole=True),
        Link(one.title, "" if one.symbol else address),
        Stack((Link(_(one.body)), Link(in_words(one.meeting_on), is_whole=True))) if one.body else "",
        kind_in_words(one.kind),
        *([circle_in_words(one.circle)] if signed_in else []),
        _languages(one),
    ]
    return Row(id=f"document-{one.number}", cells=tuple(cells))


def _languages(one: ShownDocument) -> Stack | StatusMark:
    """The languages that can be had, as links that save the file; below them those that are being made, and drafts."""
    order = list(LANGUAGES)
    released = sorted(one.released, key=lambda version: order.index(version.language))
    links = tuple(file_link(one.number, each, each.language.upper()) for each in released)
    made = [each for each in one.translations if each.state == "in_translation"]
    lines: list[Together] = [Together((each.language.upper(), translation_mark(each, today()))) for each in made]
    drafts = sorted({each.language.upper() for each in one.versions if each.standing == "draft"})
    if drafts:
        lines.append(Together((" ".join(drafts), StatusMark("soon", pgettext("version", "draft")))))
    if not links and not lines:
        withdrawn = any(each.standing == "withdrawn" for each in one.versions)
        return StatusMark("overdue", _("withdrawn")) if withdrawn else StatusMark("none", _("none yet"))
    return Stack((Together(links) if links else "", *lines))


def _filters(found: DocumentsFound, asked: DocumentsWanted, *, signed_in: bool, sees_all: bool) -> tuple[Filter, ...]:
    meetings = sorted(found.by_meeting, key=lambda one: (one[1] is not None, one[1], one[0]), reverse=True)
    shown = {meeting_key(*one): meeting_in_words(*one) for one in meetings[:MOST_MEETINGS]}
    chosen = meeting_key(*asked.meeting) if asked.meeting else ""
    if asked.meeting:
        shown.setdefault(chosen, meeting_in_words(*asked.meeting))
    by_meeting = {meeting_key(*one): count for one, count in found.by_meeting.items()}
    filters = [
        _filter(_("Meeting"), "meeting", shown, by_meeting, chosen),
        _filter(_("Kind"), "kind", {key: _(words) for key, words in KINDS.items()}, found.by_kind, asked.kind),
        _filter(
            _("Language"),
            "language",
            {key: _(words) for key, words in LANGUAGES.items()},
            found.by_language,
            asked.language,
        ),
    ]
    if signed_in:
        circles = {circle: circle_in_words(circle) for circle in CIRCLES}
        filters.append(_filter(_("Class"), "class", circles, found.by_circle, asked.circle))
    if sees_all:
        states = {state: str(words) for state, words in STATES.items()}
        filters.append(_filter(_("State of translation"), "state", states, found.by_state, asked.state))
    return tuple(one for one in filters if len(one.options) > 2 or one.chosen)


def _filter(label: str, name: str, words: Mapping[Any, str], counts: Mapping[str, int], chosen: str) -> Filter:
    """One with what would leave something, and what is chosen."""
    options = [Option(said, key, counts.get(key, 0)) for key, said in words.items() if counts.get(key) or key == chosen]
    return Filter(label, name, (Option(_("All")), *options), chosen)


def _empty(request: HttpRequest, asked: DocumentsWanted) -> Empty | None:
    if asked != DocumentsWanted(convention=asked.convention, until=asked.until):
        return None
    words = _("Documents stand here with their symbols, in the languages in which they were released.")
    if not holds(request, "upload"):
        return Empty(_("No official documents yet"), words)
    return Empty(_("No official documents yet"), words, _("Register the first one"), reverse("register_document"))


def _file_columns() -> tuple[str, ...]:
    said = (_("Symbol"), _("Title"), _("Convention"), _("Body"), _("First day"), _("Kind"), _("Class"))
    return (*said, _("Original language"), *(language_in_words(each) for each in LANGUAGES))


def _file_row(one: ShownDocument) -> tuple[Cell, ...]:
    day = one.meeting_on.isoformat() if one.meeting_on else ""
    return (
        one.symbol,
        one.title,
        one.convention,
        one.body,
        day,
        kind_in_words(one.kind),
        circle_in_words(one.circle),
        language_in_words(one.original_language),
        *(_state(one, language) for language in LANGUAGES),
    )


def _state(one: ShownDocument, language: str) -> str:
    """How far a language is, with until when and by whom; nothing for whoever sees no drafts and finds none."""
    found = next((each for each in one.translations if each.language == language), None)
    if found is None:
        return ""
    words = str(STATES[found.state])
    return f"{words} ({said})" if (said := under_way(found)) else words
