"""Each person's first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from corcom.web.rights import requires


@requires("read")
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "today.html")
