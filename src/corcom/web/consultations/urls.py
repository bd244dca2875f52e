"""The addresses of consultations."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.consultations.comments_page import comments
from corcom.web.consultations.compare import comment_treat, consultation_compare
from corcom.web.consultations.draft import consultation_draft, draft_paragraph
from corcom.web.consultations.files import comments_file, next_draft_file
from corcom.web.consultations.page import consultation_list, consultation_page
from corcom.web.consultations.replies import comment_reply, consultation_replies, reply_aside
from corcom.web.consultations.steps import (
    consultation_again,
    consultation_extend,
    consultation_letters,
    consultation_new,
)

urlpatterns = [
    path("comments/", comments, name="comments"),
    path("consultations/", consultation_list, name="consultations"),
    path("consultations/new/", consultation_new, name="consultation_new"),
    path("consultations/<number:number>/", consultation_page, name="consultation"),
    path("consultations/<number:number>/letters/", consultation_letters, name="consultation_letters"),
    path("consultations/<number:number>/extend/", consultation_extend, name="consultation_extend"),
    path("consultations/<number:number>/again/", consultation_again, name="consultation_again"),
    path("consultations/<number:number>/compare/", consultation_compare, name="consultation_compare"),
    path("consultations/<number:number>/compare/<number:comment>/", comment_treat, name="comment_treat"),
    path("consultations/<number:number>/draft/", consultation_draft, name="consultation_draft"),
    path("consultations/<number:number>/draft/paragraph/", draft_paragraph, name="draft_paragraph"),
    path("consultations/<number:number>/draft.<list_form:form>", next_draft_file, name="next_draft_file"),
    path("consultations/<number:number>/replies/", consultation_replies, name="consultation_replies"),
    path("consultations/<number:number>/replies/<number:reply>/", comment_reply, name="comment_reply"),
    path("consultations/<number:number>/replies/<number:reply>/aside/", reply_aside, name="reply_aside"),
    path("consultations/<number:number>/comments.<comments_form:form>", comments_file, name="comments_file"),
]
