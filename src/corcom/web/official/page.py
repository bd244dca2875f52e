"""An official document: what it is, its versions by language, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from corcom.documents.domain.papers import ENDINGS as ENDINGS_OF_FILES
from corcom.documents.domain.symbols import ENDINGS
from corcom.documents.queries import (
    NoSuchDocument,
    NoSuchVersion,
    ShownDocument,
    ShownVersion,
    Translated,
    document_for,
    history_for,
    version_for,
)
from corcom.kernel.languages import LANGUAGES
from corcom.meetings.queries import meeting_at
from corcom.web.day import today
from corcom.web.language_words import language_in_words
from corcom.web.official.asked import for_whom
from corcom.web.official.history import history_lines
from corcom.web.official.words import (
    circle_in_words,
    file_link,
    kind_in_words,
    meeting_in_words,
    named,
    size_in_words,
    standing_mark,
    translation_mark,
    under_way,
)
from corcom.web.pieces import Column, Link, Row, Stack, StatusMark, Table, Together
from corcom.web.places import meeting_address
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import convention_in_words, in_words


@dataclass(frozen=True, slots=True)
class Verb:
    """A button of the page; `form` is its drawing."""

    label: str
    icon: str
    address: str


def found_or_404(request: HttpRequest, number: int) -> ShownDocument:
    """A document that whoever asks may see; another one is not there."""
    try:
        return document_for(for_whom(request), number=number)
    except NoSuchDocument as missing:
        raise Http404 from missing


@open_to_the_public
def official_document(request: HttpRequest, number: int) -> HttpResponse:
    """An official document with the versions that whoever asks may see."""
    found = found_or_404(request, number)
    shown = {
        "found": found,
        "name": named(found),
        "facts": _facts(request, found),
        "languages": _by_language(found, may_edit=found.sees_drafts and holds(request, "upload")),
        "versions": _all_versions(request, found) if found.sees_drafts and found.versions else None,
        "withdrawn": [
            _withdrawn(one) for one in found.versions if one.standing == "withdrawn" and not found.sees_drafts
        ],
        "verbs": _verbs(request, found) if found.sees_drafts else [],
        "follow_ups": _follow_ups(request, found) if found.sees_drafts else [],
        "history": history_lines(history_for(for_whom(request), number=number)) if found.sees_drafts else [],
        "released": in_words(found.released_at.date()) if found.released_at and found.released else "",
    }
    return render(request, "official/page.html", shown)


def _withdrawn(one: ShownVersion) -> tuple[str, str]:
    """That a version was withdrawn, and why."""
    words = _("The version in %(language)s was withdrawn on %(day)s.")
    day = in_words(one.withdrawn_at.date()) if one.withdrawn_at else ""
    return words % {"language": language_in_words(one.language), "day": day}, one.reason


@open_to_the_public
def official_file(request: HttpRequest, number: int, version: int) -> HttpResponseBase:
    """The file of a version, saved under its symbol and language: always saved and never shown, whatever is in it."""
    try:
        opened = version_for(for_whom(request), number=number, version=version)
        content = opened.file.content.open("rb")
    except (NoSuchDocument, NoSuchVersion, FileNotFoundError) as missing:
        raise Http404 from missing
    answer = FileResponse(content, as_attachment=True, filename=opened.name, content_type=opened.media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # No cache on the way keeps it: it may be withdrawn, or given to fewer people.
    answer.headers["Cache-Control"] = "private, no-store, no-transform"
    return answer


def _facts(request: HttpRequest, found: ShownDocument) -> list[tuple[str, Any]]:
    meeting: Any = meeting_in_words(found.body, found.meeting_on)
    if meeting and found.meeting_on and holds(request, "read"):
        number = meeting_at(convention=found.convention, body=found.body, starts_on=found.meeting_on)
        meeting = Link(meeting, meeting_address(number)) if number else meeting
    rows = [
        (_("Symbol"), Link(found.symbol) if found.symbol else _("no symbol")),
        (_("Convention"), convention_in_words(found.convention)),
        (_("Meeting"), meeting),
        (_("Kind"), kind_in_words(found.kind)),
        (_("Original language"), language_in_words(found.original_language)),
    ]
    if request.user.is_authenticated:
        rows.append((_("Class"), circle_in_words(found.circle)))
    return [(label, value) for label, value in rows if value]


def _by_language(found: ShownDocument, *, may_edit: bool) -> Table:
    """One row for each of the six languages: how far it is, and the version that stands."""
    columns = [Column(_("Language")), Column(pgettext("translation", "State")), Column(_("File"))]
    columns += [Column(pgettext("version", "Released"))]
    columns += [Column(_("Change"))] if may_edit else []
    said = {one.language: one for one in found.translations}
    current = {one.language: one for one in found.released}
    rows = []
    for language in LANGUAGES:
        one, version = said.get(language), current.get(language)
        words = language_in_words(language)
        original = (words, _("original")) if language == found.original_language else (words,)
        cells: list[Any] = [Together(original, " · "), _state(one), _file(found.number, version), _since(version)]
        if may_edit:
            change, upload = (f"{reverse(page, args=[found.number])}?language={language}" for page in _CHANGES)
            cells.append(Together((Link(_("Upload"), upload), Link(pgettext("translation", "State"), change)), " · "))
        rows.append(Row(tuple(cells), id=f"language-{language}"))
    caption = _("Languages")
    return Table(id="languages", caption=caption, columns=tuple(columns), rows=tuple(rows))


_CHANGES = ("official_translation", "upload_version")


def _state(one: Translated | None) -> Any:
    if one is None:
        return StatusMark("none", _("not available"))
    return Stack((translation_mark(one, today()), under_way(one)))


def _file(number: int, version: ShownVersion | None) -> Any:
    if version is None:
        return ""
    size = size_in_words(version.size)
    name = _("Save (%(ending)s)") % {"ending": ENDINGS_OF_FILES.get(version.media_type, "")}
    return Stack((file_link(number, version, name), _("%(size)s, version %(n)s") % {"size": size, "n": version.number}))


def _since(version: ShownVersion | None) -> str:
    return in_words(version.released_at.date()) if version and version.released_at else ""


def _all_versions(request: HttpRequest, found: ShownDocument) -> Table:
    """Every version that was ever uploaded, for the secretariat."""
    may_publish = holds(request, "publish")
    columns = [Column(_("Version")), Column(_("Status")), Column(_("Uploaded")), Column(_("Note"))]
    columns += [Column(_("Change"))] if may_publish else []
    rows = []
    for one in found.versions:
        name = _("%(language)s, version %(n)s") % {"language": language_in_words(one.language), "n": one.number}
        who = _("%(day)s by %(who)s") % {"day": in_words(one.uploaded_at.date()), "who": one.uploaded_by}
        cells: list[Any] = [
            file_link(found.number, one, name),
            Stack((standing_mark(one), one.reason)),
            Stack((Link(who), Link(one.sent_as))),
            Link(one.note),
        ]
        if may_publish:
            cells.append(Together(tuple(_steps(found.number, one)), " · "))
        rows.append(Row(tuple(cells), id=f"version-{one.key}"))
    return Table(id="versions", caption=_("All versions"), columns=tuple(columns), rows=tuple(rows))


def _steps(number: int, version: ShownVersion) -> list[Link]:
    release = Link(_("Release"), reverse("release_version", args=[number, version.key]))
    withdraw = Link(_("Withdraw"), reverse("withdraw_version", args=[number, version.key]))
    if version.standing == "draft":
        return [release, withdraw]
    return [withdraw] if version.standing in {"released", "superseded"} else []


def _verbs(request: HttpRequest, found: ShownDocument) -> list[Verb]:
    shown = []
    if holds(request, "upload"):
        shown.append(Verb(_("Upload a version"), "document", reverse("upload_version", args=[found.number])))
        shown.append(Verb(_("Change"), "edit", reverse("change_document", args=[found.number])))
    if holds(request, "publish"):
        shown.append(Verb(_("Change the class"), "person", reverse("change_class", args=[found.number])))
    return shown


def _follow_ups(request: HttpRequest, found: ShownDocument) -> list[tuple[str, str]]:
    """What can be registered after this document, each with its words."""
    if not found.symbol or not holds(request, "upload"):
        return []
    address = reverse("register_document")
    return [
        (_(words), f"{address}?{urlencode({'after': found.number, 'ending': ending})}")
        for ending, words in ENDINGS.items()
    ]
