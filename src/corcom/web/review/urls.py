"""The addresses under which what was read in a document is reviewed."""

from __future__ import annotations

from django.urls import path

from corcom.web.review.steps import all_certain, all_of_kind, changes, review, undo_together, verdict

urlpatterns = [
    path("review/", review, name="document_review"),
    path("review/verdict/", verdict, name="verdict"),
    path("review/certain/", all_certain, name="accept_certain"),
    path("review/kind/", all_of_kind, name="accept_kind"),
    path("review/undo/", undo_together, name="undo_together"),
    path("changes/", changes, name="document_changes"),
]
