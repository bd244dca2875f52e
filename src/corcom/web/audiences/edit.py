"""Making and changing an audience: its name, and the builder of its question with a preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence.actions.audience_errors import (
    AudienceChanged,
    AudienceNameRefused,
    AudienceNameTaken,
    AudienceRetired,
)
from corcom.correspondence.actions.audiences import LONGEST_NAME, change_audience, make_audience
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.starts import starts
from corcom.correspondence.queries.audiences import AudienceTold
from corcom.web import day as days
from corcom.web.addresses import address
from corcom.web.audiences.builder import Builder
from corcom.web.audiences.forms import Offered
from corcom.web.audiences.found import convention_asked, facts_or_404, found_or_404
from corcom.web.audiences.preview import preview_of
from corcom.web.audiences.words import names_for, refused_in_words, sentence
from corcom.web.filters import number_sent, text_in
from corcom.web.person import person
from corcom.web.rights import requires

CHANGED = 409


@requires("send")
def audience_new(request: HttpRequest) -> HttpResponse:
    """A new audience, empty or begun with one that is offered."""
    code = convention_asked(request)
    offered = Offered(facts=facts_or_404(code), day=days.day_of(request))
    if request.method == "POST":
        return _sent(request, offered, None)
    begun = next((one for one in starts(code) if one.code == text_in(request, "start")), None)
    question = begun.question if begun else AudienceQuestion(convention=code)
    return _page(request, Builder.of_question(question, offered), name=_(begun.name) if begun else "")


@requires("send")
def audience_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Another name or question for an audience."""
    told = found_or_404(number)
    offered = Offered(facts=facts_or_404(told.convention), day=days.day_of(request))
    if request.method == "POST":
        return _sent(request, offered, told)
    question = told.question or AudienceQuestion(convention=told.convention)
    return _page(request, Builder.of_question(question, offered), told=told, name=told.name)


def _sent(request: HttpRequest, offered: Offered, told: AudienceTold | None) -> HttpResponse:
    name, revision = request.POST.get("name", "")[: LONGEST_NAME + 1], number_sent(request, "revision")
    if request.POST.get("step", "save") != "save":
        builder = Builder.changed(request.POST, offered)
        return _page(request, builder, told=told, name=name, revision=revision)
    builder = Builder.of_post(request.POST, offered)
    question = builder.question()
    if question is None:
        return _page(request, builder, told=told, name=name, revision=revision, status=400)
    try:
        number = _saved(request, told, name, question, revision)
    except (AudienceNameTaken, AudienceNameRefused) as refused:
        words = refused_in_words(refused)
        return _page(request, builder, told=told, name=name, revision=revision, refused=words, status=400)
    except AudienceChanged as changed:
        now = changed.now
        return _page(request, builder, told=told, name=name, revision=now.revision, now=now, status=CHANGED)
    except AudienceRetired as retired:
        messages.error(request, refused_in_words(retired))
        return redirect("audience", retired.number)
    messages.success(request, _("The audience is saved."))
    return redirect(address(request, "audience", number))


def _saved(
    request: HttpRequest, told: AudienceTold | None, name: str, question: AudienceQuestion, revision: int
) -> int:
    by, at = person(request), days.moment()
    if told is None:
        return make_audience(name=name, question=question, by=by, at=at)
    change_audience(number=told.number, revision=revision, name=name, question=question, by=by, at=at)
    return told.number


def _page(
    request: HttpRequest,
    builder: Builder,
    *,
    name: str,
    told: AudienceTold | None = None,
    revision: int | None = None,
    now: AudienceTold | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    code = builder.offered.facts.register.book.convention
    ours: dict[str, object] = {"convention": code}
    here = address(request, "audience_edit", told.number) if told else address(request, "audience_new", query=ours)
    names = names_for(builder.offered.facts)
    shown: dict[str, Any] = {
        "told": told,
        "name": name,
        "longest": LONGEST_NAME,
        "revision": revision if revision is not None else told.revision if told else 0,
        "builder": builder,
        "here": here,
        "preview_at": address(request, "audience_preview", query=ours),
        "code": code,
        "refused": refused,
        "now": now,
        "now_sentence": sentence(now.question, now.flaw, names) if now else "",
        **preview_of(builder, told.number if told else None),
    }
    return render(request, "audiences/edit.html", shown, status=status)
