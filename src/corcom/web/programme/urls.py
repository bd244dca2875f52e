"""The addresses of programmes of work."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.programme.files import programme_file
from corcom.web.programme.hours import programme_hours
from corcom.web.programme.page import programme
from corcom.web.programme.session import add_session, edit_session
from corcom.web.programme.steps import fill, follow, move, release, undo, withdraw
from corcom.web.programme.versions import programme_version

urlpatterns = [
    path("meetings/<number:number>/programme/", programme, name="programme"),
    path("meetings/<number:number>/programme/add/", add_session, name="add_session"),
    path("meetings/<number:number>/programme/hours/", programme_hours, name="programme_hours"),
    path("meetings/<number:number>/programme/fill/", fill, name="programme_fill"),
    path("meetings/<number:number>/programme/follow/", follow, name="programme_follow"),
    path("meetings/<number:number>/programme/undo/", undo, name="programme_undo"),
    path("meetings/<number:number>/programme/release/", release, name="programme_release"),
    path("meetings/<number:number>/programme/<number:session>/", edit_session, name="session"),
    path("meetings/<number:number>/programme/<number:session>/move/", move, name="session_move"),
    path("meetings/<number:number>/programme/<number:session>/withdraw/", withdraw, name="session_withdraw"),
    path("meetings/<number:number>/programme/versions/<number:version>/", programme_version, name="programme_version"),
    path("meetings/<number:number>/programme.<programme_form:form>", programme_file, name="programme_file"),
]
