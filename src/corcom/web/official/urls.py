"""The addresses of official documents."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.official.list import official
from corcom.web.official.page import official_document, official_file
from corcom.web.official.steps import change_document, register_document
from corcom.web.official.upload import throw_away_upload, upload_version
from corcom.web.official.upload_pieces import upload_piece, uploads
from corcom.web.official.versions import change_class, official_translation, release_version, withdraw_version

urlpatterns = [
    path("", official, name="official"),
    path("register/", register_document, name="register_document"),
    path("uploads/", uploads, name="uploads"),
    path("uploads/<slug:upload>/", upload_piece, name="upload_piece"),
    path("<number:number>/", official_document, name="official_document"),
    path("<number:number>/files/<number:version>/", official_file, name="official_file"),
    path("<number:number>/change/", change_document, name="change_document"),
    path("<number:number>/class/", change_class, name="change_class"),
    path("<number:number>/translation/", official_translation, name="official_translation"),
    path("<number:number>/upload/", upload_version, name="upload_version"),
    path("<number:number>/upload/throw-away/", throw_away_upload, name="throw_away_upload"),
    path("<number:number>/versions/<number:version>/release/", release_version, name="release_version"),
    path("<number:number>/versions/<number:version>/withdraw/", withdraw_version, name="withdraw_version"),
]
