from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("corcom.web.urls"))]

handler400 = "corcom.web.errors.bad_request"
handler403 = "corcom.web.errors.forbidden"
handler404 = "corcom.web.errors.not_found"
handler500 = "corcom.web.errors.failed"
