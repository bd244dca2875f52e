"""The addresses of files that were taken in."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.documents.list import document_list, original
from corcom.web.documents.uploads import upload, upload_batch, upload_step

urlpatterns = [
    path("", document_list, name="documents"),
    path("upload/", upload, name="upload"),
    path("upload/<slug:number>/", upload_batch, name="upload_batch"),
    path("upload/<slug:number>/step/", upload_step, name="upload_step"),
    path("<number:number>/original/", original, name="document_original"),
]
