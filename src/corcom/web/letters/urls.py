"""The addresses of letters and their templates."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.letters.copy import letter_copy
from corcom.web.letters.edit import letter_edit, letter_words
from corcom.web.letters.list import letters
from corcom.web.letters.new import letter_new
from corcom.web.letters.page import letter_page
from corcom.web.letters.pouch import letter_pouch
from corcom.web.letters.steps import letter_answer, letter_step
from corcom.web.letters.templates import (
    letter_template,
    letter_template_new,
    letter_template_step,
    letter_template_words,
    letter_templates,
    letter_templates_ready,
)

urlpatterns = [
    path("letters/", letters, name="letters"),
    path("letters/new/", letter_new, name="letter_new"),
    path("letters/templates/", letter_templates, name="letter_templates"),
    path("letters/templates/ready/", letter_templates_ready, name="letter_templates_ready"),
    path("letters/templates/new/", letter_template_new, name="letter_template_new"),
    path("letters/templates/<number:number>/", letter_template, name="letter_template"),
    path("letters/templates/<number:number>/step/", letter_template_step, name="letter_template_step"),
    path("letters/templates/<number:number>/<slug:language>/", letter_template_words, name="letter_template_words"),
    path("letters/<number:number>/", letter_page, name="letter"),
    path("letters/<number:number>/edit/", letter_edit, name="letter_edit"),
    path("letters/<number:number>/words/<slug:language>/", letter_words, name="letter_words"),
    path("letters/<number:number>/step/", letter_step, name="letter_step"),
    path("letters/<number:number>/bag/", letter_pouch, name="letter_pouch"),
    path("letters/<number:number>/<slug:iso3>/", letter_copy, name="letter_copy"),
    path("letters/<number:number>/<slug:iso3>/answer/", letter_answer, name="letter_answer"),
]
