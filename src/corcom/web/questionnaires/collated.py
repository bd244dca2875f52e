"""All answers to a questionnaire together: who answered, and question by question what was said; as a page and as files.

Those who put the questionnaire see on the page all totals, as of any day. Everybody else, and every file, gets what is told to all:
see `questionnaires/domain/told_to_all.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.documents.domain.official import NoGlyph
from corcom.documents.domain.tables import csv_file, workbook
from corcom.questionnaires.domain.collation_document import collation_document
from corcom.questionnaires.domain.collation_rows import collation_sheets, long_columns, long_rows
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.collation_words import method
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireTold
from corcom.questionnaires.queries import collation_for_all, collation_of
from corcom.web import day as days
from corcom.web.day import day_of
from corcom.web.downloads import as_file
from corcom.web.filled import filled
from corcom.web.pieces import Download
from corcom.web.questionnaires.collated_shown import question_shown, who_answered
from corcom.web.questionnaires.found import found_or_404, language_asked, may_put
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken
from corcom.web.wording import moment_in_words

FORMS = (("Word", "docx"), ("PDF", "pdf"), ("XLSX", "xlsx"), ("CSV", "csv"))


TOLD = "told"
"""The key of an address with which those who put the questionnaire see what everybody else does."""


@requires("read")
def questionnaire_collated(request: HttpRequest, number: int) -> HttpResponse:
    """The answers together: all of them as of the day of the page, or what is told to all."""
    told = found_or_404(number)
    may = may_put(request, told)
    if not may and day_of(request) != days.today():
        return _now(request, number)
    whole = may and TOLD not in request.GET
    found = _whole(request, told) if whole else _for_all(request, told)
    shown: dict[str, Any] = {
        "number": number,
        "title": found.title,
        "at": moment_in_words(found.at),
        "answered": len(found.answered),
        "asked": len(found.asked),
        "method": [filled(one) for one in method(found)],
        "who": who_answered(found),
        "parts": [(part.part, [question_shown(one) for one in part.questions]) for part in found.parts],
        "downloads": _downloads(request, found),
        "may": may,
        "whole": whole,
        "may_grow": told.may_grow(days.moment()),
    }
    return render(request, "questionnaires/collated.html", shown)


@requires("export")
def questionnaire_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """What is told to all of the answers together, as a document or as tables: what leaves the house may be read by anybody."""
    found, wording = _for_all(request, found_or_404(number)), spoken()
    name = f"questionnaire-{number}-{found.at.date().isoformat()}"
    if form == "csv":
        return as_file(csv_file(long_columns(wording), long_rows(found, wording)), name, form)
    if form == "xlsx":
        return as_file(workbook(collation_sheets(found, wording)), name, form)
    paper = collation_document(found, wording, made_at=days.moment())
    try:
        return as_file(paper.to_bytes() if form == "docx" else paper.to_pdf(), name, form)
    except NoGlyph as missing:
        said = _("No font that CorCom brings has “%(letters)s”, so there is no .pdf. Take the Word document instead.")
        messages.error(request, said % {"letters": missing.letters})
        return redirect("questionnaire_collated", number)


def _now(request: HttpRequest, number: int) -> HttpResponse:
    """To the page of today, with why."""
    words = _(
        "Answers together are shown as they are told now, and not as of another day: the difference between two days would"
        " tell the answer of one State."
    )
    messages.info(request, words)
    return redirect("questionnaire_collated", number)


def _whole(request: HttpRequest, told: QuestionnaireTold) -> Collation:
    """Everything: today as of now, another day as of its end."""
    day = day_of(request)
    at = days.moment() if day == days.today() else datetime.combine(day, time.max, tzinfo=UTC)
    return _there(collation_of(told, at=at, language=_language(request, told)))


def _for_all(request: HttpRequest, told: QuestionnaireTold) -> Collation:
    return _there(collation_for_all(told, at=days.moment(), language=_language(request, told)))


def _there(found: Collation | None) -> Collation:
    if found is None:
        raise Http404
    return found


def _language(request: HttpRequest, told: QuestionnaireTold) -> str:
    return language_asked(request, told, get_language() or "en")


def _downloads(request: HttpRequest, found: Collation) -> list[Download]:
    if not holds(request, "export"):
        return []
    kept = {key: request.GET[key] for key in ("language",) if key in request.GET}
    query = f"?{urlencode(kept)}" if kept else ""
    return [
        Download(name, f"{reverse('questionnaire_file', args=[found.number, form])}{query}") for name, form in FORMS
    ]
