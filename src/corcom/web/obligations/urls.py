"""The addresses of obligations."""

from __future__ import annotations

from django.urls import path

from corcom.web.obligations.overview import all_obligations, convention_obligations
from corcom.web.obligations.page import obligation

urlpatterns = [
    path("conventions/<slug:convention>/obligations/", convention_obligations, name="convention_obligations"),
    path("conventions/<slug:convention>/obligations/<slug:iso3>/<slug:code>/", obligation, name="obligation"),
    path("obligations/", all_obligations, name="obligations"),
]
