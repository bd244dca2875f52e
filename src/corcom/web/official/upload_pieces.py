"""Files that come in piece by piece: the core of the tus protocol 1.0, with creation, termination and expiration.

A client asks for room (POST), sends pieces from the byte that the server has (PATCH), and asks after a break how many are there
(HEAD). Any client that speaks tus can send; `static/corcom/resumable.js` does it for the form.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corcom.documents import actions
from corcom.documents.domain.parts_on_disk import PieceNotNext, UploadHeld
from corcom.documents.queries import NoSuchUpload, upload_of
from corcom.web import day as days
from corcom.web.documents.upload_bounds import FILE_BYTES
from corcom.web.official.refusals import in_words
from corcom.web.person import person
from corcom.web.rights import requires

VERSION = "1.0.0"
PIECES = "application/offset+octet-stream"
SUM_DIFFERS = 460
"""What tus answers where a checksum differs."""
HEADERS = {
    "Tus-Resumable": VERSION,
    "Tus-Version": VERSION,
    "Tus-Extension": "creation,termination,expiration",
    "Tus-Max-Size": str(FILE_BYTES),
    "Cache-Control": "no-store",
}
_SUM = re.compile(r"[0-9a-f]{64}")
Page = Callable[..., HttpResponse]


def speaks_tus(page: Page) -> Page:
    """A page for those who speak this version of tus."""

    @wraps(page)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSION:
            answer = said(412, _("This address takes files in pieces, by version 1.0.0 of the tus protocol."))
        else:
            answer = page(request, *args, **kwargs)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        return answer

    return answered


def said(status: int, words: str = "") -> HttpResponse:
    """An answer for a program, with words for the person behind it."""
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


@requires("upload")
@require_http_methods(["POST", "OPTIONS"])
@speaks_tus
def uploads(request: HttpRequest) -> HttpResponse:
    """Room for a file that comes in pieces; the answer says where they are sent."""
    if request.method == "OPTIONS":
        return said(204)
    size = _number(request, "Upload-Length")
    if size is None:
        return said(400, _("Say in Upload-Length how many bytes will come."))
    told = _metadata(request.headers.get("Upload-Metadata", ""))
    checksum = told.get("sha256", "").lower()
    if checksum and not _SUM.fullmatch(checksum):
        return said(400, _("This is no SHA-256."))
    try:
        made = actions.begin_upload(
            name=told.get("filename", ""), size=size, sha256=checksum, by=_who(request), at=days.moment()
        )
    except actions.UploadRefused as refused:
        status = {"size": 413, "many": 429}.get(refused.wrong, 400)
        return said(status, in_words(refused))
    answer = said(201)
    answer.headers["Location"] = reverse("upload_piece", args=[made])
    return _expiring(answer)


@requires("upload")
@require_http_methods(["HEAD", "PATCH", "DELETE"])
@speaks_tus
def upload_piece(request: HttpRequest, upload: str) -> HttpResponse:
    """How far a file is; its next piece; or the end of it."""
    try:
        return METHODS[str(request.method)](request, upload)
    except NoSuchUpload as gone:
        return said(404, in_words(gone))


def _how_far(request: HttpRequest, upload: str) -> HttpResponse:
    found = upload_of(upload=upload, by=_who(request))
    answer = said(200)
    answer.headers["Upload-Offset"] = str(found.here)
    answer.headers["Upload-Length"] = str(found.size)
    return _expiring(answer)


def _piece(request: HttpRequest, upload: str) -> HttpResponse:
    offset = _number(request, "Upload-Offset")
    if request.content_type != PIECES:
        return said(415, _("A piece is sent as %(kind)s.") % {"kind": PIECES})
    if offset is None:
        return said(400, _("Say in Upload-Offset at which byte the piece begins."))
    try:
        here = actions.receive_piece(
            upload=upload, by=_who(request), offset=offset, read=request.read, at=days.moment()
        )
    except PieceNotNext as gap:
        return said(409, _("%(here)s bytes are here; go on from there.") % {"here": gap.here})
    except UploadHeld:
        return said(423, _("A piece of this file is coming in at this moment."))
    except actions.SumDiffers as refused:
        return said(SUM_DIFFERS, in_words(refused))
    except OSError:
        # The line broke; what came before it is kept, and whoever hears this goes on from there.
        here = upload_of(upload=upload, by=_who(request)).here
    answer = said(204)
    answer.headers["Upload-Offset"] = str(here)
    return _expiring(answer)


def _throw_away(request: HttpRequest, upload: str) -> HttpResponse:
    actions.discard_upload(upload=upload, by=_who(request))
    return said(204)


METHODS: dict[str, Callable[[HttpRequest, str], HttpResponse]] = {
    "HEAD": _how_far,
    "PATCH": _piece,
    "DELETE": _throw_away,
}


def _expiring(answer: HttpResponse) -> HttpResponse:
    """Says until when what arrived is kept if nothing more does."""
    answer.headers["Upload-Expires"] = http_date((days.moment() + actions.ABANDONED).timestamp())
    return answer


def _who(request: HttpRequest) -> str:
    return str(person(request).get_username())


def _number(request: HttpRequest, header: str) -> int | None:
    value = request.headers.get(header, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None


def _metadata(header: str) -> dict[str, str]:
    """What `Upload-Metadata` says: keys, each with a text in Base64; what cannot be read is left out."""
    found: dict[str, str] = {}
    for pair in header.split(","):
        key, _space, value = pair.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found
