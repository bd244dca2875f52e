"""Uploading a version of an official document: as a plain form, or in pieces where a script runs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.documents import actions
from corcom.documents.domain.limits import MB
from corcom.documents.queries import Arriving, NoSuchUpload, uploads_of
from corcom.web.documents.upload_bounds import FILE_BYTES, passed_over
from corcom.web.filters import text_in
from corcom.web.official.forms import UploadForm
from corcom.web.official.page import found_or_404
from corcom.web.official.refusals import too_large
from corcom.web.official.steps import hand
from corcom.web.official.versions import shown_step, taken
from corcom.web.official.words import size_in_words
from corcom.web.person import person
from corcom.web.rights import requires

ENDINGS = ".docx,.odt,.pdf,.xlsx,.ods"


@requires("upload")
def upload_version(request: HttpRequest, number: int) -> HttpResponse:
    """Upload a version of a document in one language; a file that has arrived in pieces is taken as it is."""
    found = found_or_404(request, number)
    form = UploadForm(
        request.POST or None, initial={"language": text_in(request, "language") or found.original_language}
    )
    if form.is_bound and form.is_valid() and _store(request, number, form):
        messages.success(request, _("The version is there as a draft. Release it once it is right."))
        return redirect("official_document", number)
    coming = uploads_of(by=person(request).get_username())
    shown: dict[str, Any] = {
        "asks": "",
        "files": True,
        "endings": ENDINGS,
        "most_bytes": FILE_BYTES,
        "megabytes": FILE_BYTES // MB,
        "too_large": too_large(FILE_BYTES),
        "uploads": reverse("uploads"),
        "arriving": [_arriving(one) for one in coming],
        "chosen_upload": request.POST.get("upload", ""),
    }
    return shown_step(request, found, form, _("Upload a version"), **shown)


def _store(request: HttpRequest, number: int, form: UploadForm) -> bool:
    said: dict[str, Any] = {"number": number, **form.cleaned_data, **hand(request)}
    if upload := request.POST.get("upload", ""):
        return taken(form, lambda: actions.add_uploaded_version(upload=upload, **said))
    if passed_over(request):
        form.add_error(None, too_large(FILE_BYTES))
        return False
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile):
        form.add_error(None, _("Choose a file."))
        return False
    return taken(form, lambda: actions.add_version(content=sent.read(), name=sent.name or "", **said))


def _arriving(one: Arriving) -> dict[str, Any]:
    """A file that has begun to arrive, with how far it is."""
    words = _("%(here)s of %(size)s") % {"here": size_in_words(one.here), "size": size_in_words(one.size)}
    return {"one": one, "words": words}


@requires("upload")
@require_POST
def throw_away_upload(request: HttpRequest, number: int) -> HttpResponse:
    """Throw away what has arrived of a file."""
    try:
        actions.discard_upload(upload=request.POST.get("upload", ""), by=person(request).get_username())
    except NoSuchUpload:
        messages.info(request, _("It was cleared away already."))
    else:
        messages.success(request, _("It is thrown away."))
    return redirect("upload_version", number)
