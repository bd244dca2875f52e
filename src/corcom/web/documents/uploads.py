"""Taking files in: the form, and what became of each file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.documents.domain.limits import MB
from corcom.web.documents.batches import Batch, Sent, batch_of, open_batch, read_on, stop
from corcom.web.documents.upload_bounds import ALL_BYTES, FILE_BYTES, passed_over
from corcom.web.rights import requires

FIRST_SECONDS = 1.5
"""A few small files are read at once; what is left is read step by step while the page shows how far it is."""
STEP_SECONDS = 1.5
PATIENT_SECONDS = 5.0
"""Where the browser runs no script, each step is a click."""
MOST_FILES = 100
"""Django refuses a form with more."""
ENDINGS = ".docx,.odt,.pdf,.txt,.md,.html,.htm,.eml"


@requires("upload")
def upload(request: HttpRequest) -> HttpResponse:
    """Add documents, several at once."""
    if request.method != "POST":
        return render(request, "documents/upload.html", _form())
    files = [(sent.name or "", sent.file) for sent in request.FILES.getlist("files") if sent.file is not None]
    refused = [_too_large(name, bound) for name, bound in passed_over(request)]
    if not files and not refused:
        return render(
            request, "documents/upload.html", {**_form(), "error": _("Choose at least one file.")}, status=400
        )
    batch = open_batch(request, files, refused)
    if batch.waiting:
        read_on(request, batch, seconds=FIRST_SECONDS)
    return HttpResponseRedirect(reverse("upload_batch", args=[batch.id]))


@requires("upload")
def upload_batch(request: HttpRequest, number: str) -> HttpResponse:
    """How far a batch is and, in the end, what became of each of its files."""
    return render(request, "documents/batch.html", _shown(_batch(request, number)))


@requires("upload")
@require_POST
def upload_step(request: HttpRequest, number: str) -> HttpResponse:
    """Read the next files of a batch, or stop. A script asks for one step after the other; without one, each click reads for a while."""
    batch = _batch(request, number)
    scripted = bool(getattr(request, "htmx", False))
    if "stop" in request.POST:
        stop(request, batch)
        messages.info(request, _("Stopped. What was read is kept; the rest was thrown away."))
    elif batch.waiting:
        read_on(request, batch, seconds=STEP_SECONDS if scripted else PATIENT_SECONDS)
    if scripted and batch.waiting:
        return render(request, "documents/batch.html#work", _shown(batch))
    if scripted:
        # The whole page again: its heading and its status line say how it ended.
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return HttpResponseRedirect(reverse("upload_batch", args=[batch.id]))


def _batch(request: HttpRequest, number: str) -> Batch:
    batch = batch_of(request, number)
    if batch is None:
        raise Http404
    return batch


def _form() -> dict[str, object]:
    return {
        "endings": ENDINGS,
        "most_files": MOST_FILES,
        "file_megabytes": FILE_BYTES // MB,
        "all_megabytes": ALL_BYTES // MB,
    }


def _too_large(name: str, bound: int) -> Sent:
    if bound == FILE_BYTES:
        reason = _("too large: more than %(bound)s") % {"bound": _megabytes(FILE_BYTES)}
    else:
        said = _("the files before it were %(bound)s together already; send it by itself")
        reason = said % {"bound": _megabytes(ALL_BYTES)}
    return Sent(name=name, news="refused", reason=reason)


def _megabytes(size: int) -> str:
    return _("%(number)s MB") % {"number": size // MB}


def _shown(batch: Batch) -> dict[str, object]:
    return {
        "batch": batch,
        "read": [sent for sent in batch.files if sent.news in {"first", "better"}],
        "known": [sent for sent in batch.files if sent.news == "same"],
        "refused": [sent for sent in batch.files if sent.news == "refused"],
        "next": batch.waiting[0].name if batch.waiting else "",
    }
