"""The addresses of States, organisations and offices."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.states.page import state, states

urlpatterns = [
    path("states/", states, name="states"),
    path("states/<code:code>/", state, name="state"),
]
