"""The addresses of conventions."""

from __future__ import annotations

from django.urls import path

from corcom.web.conventions.page import convention, conventions
from corcom.web.conventions.states import convention_states

urlpatterns = [
    path("conventions/", conventions, name="conventions"),
    path("conventions/<slug:convention>/", convention, name="convention"),
    path("conventions/<slug:convention>/states/", convention_states, name="convention_states"),
]
