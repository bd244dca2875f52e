"""The addresses of audiences."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.audiences.edit import audience_edit, audience_new
from corcom.web.audiences.list import audience_list
from corcom.web.audiences.page import audience_page
from corcom.web.audiences.preview import audience_preview
from corcom.web.audiences.steps import audience_step
from corcom.web.audiences.why import audience_ask_why, audience_why

urlpatterns = [
    path("", audience_list, name="audiences"),
    path("new/", audience_new, name="audience_new"),
    path("preview/", audience_preview, name="audience_preview"),
    path("<number:number>/", audience_page, name="audience"),
    path("<number:number>/edit/", audience_edit, name="audience_edit"),
    path("<number:number>/step/", audience_step, name="audience_step"),
    path("<number:number>/why/", audience_ask_why, name="audience_ask_why"),
    path("<number:number>/why/<str:iso3>/", audience_why, name="audience_why"),
]
