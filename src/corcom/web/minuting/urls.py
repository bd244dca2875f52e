"""The addresses of minutes that are written in CorCom."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.minuting.files import minutes_file, public_minutes_file
from corcom.web.minuting.page import minutes
from corcom.web.minuting.save import minutes_news, save_paragraph
from corcom.web.minuting.steps import minutes_head, minutes_step, publish_minutes, start_minutes
from corcom.web.minuting.versions import (
    minutes_paragraph,
    minutes_preview,
    minutes_version,
    minutes_versions,
    public_minutes_page,
)

urlpatterns = [
    path("", minutes, name="minutes"),
    path("start/", start_minutes, name="minutes_start"),
    path("head/", minutes_head, name="minutes_head"),
    path("news/", minutes_news, name="minutes_news"),
    path("paragraphs/<number:paragraph>/", minutes_paragraph, name="minutes_paragraph"),
    path("paragraphs/<number:paragraph>/save/", save_paragraph, name="minutes_save"),
    path("versions/", minutes_versions, name="minutes_versions"),
    path("versions/<number:version>/", minutes_version, name="minutes_version"),
    path("preview/", minutes_preview, name="minutes_preview"),
    path("preview/publish/", publish_minutes, name="minutes_publish"),
    path("step/<slug:verb>/", minutes_step, name="minutes_step"),
    path("minutes.<minutes_form:form>", minutes_file, name="minutes_file"),
    path("public/", public_minutes_page, name="public_minutes"),
    path("public/minutes.<minutes_form:form>", public_minutes_file, name="public_minutes_file"),
]
