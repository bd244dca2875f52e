"""What follows from a builder as it stands: the sentence, the States, and what is to be known of both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from corcom.correspondence.domain.audience.question import addressees_on, cautions
from corcom.web import day as days
from corcom.web.audiences.builder import Builder
from corcom.web.audiences.forms import Offered
from corcom.web.audiences.found import convention_asked, facts_or_404
from corcom.web.audiences.states import states_table
from corcom.web.audiences.words import names_for
from corcom.web.filled import filled
from corcom.web.filters import number_sent
from corcom.web.rights import requires


@requires("send")
@require_POST
def audience_preview(request: HttpRequest) -> HttpResponse:
    """The sentence and the States that follow from what stands in the builder; asked by the page itself."""
    offered = Offered(facts=facts_or_404(convention_asked(request)), day=days.day_of(request))
    builder = Builder.of_post(request.POST, offered)
    return render(request, "audiences/preview.html", preview_of(builder, number_sent(request, "audience") or None))


def preview_of(builder: Builder, number: int | None) -> dict[str, Any]:
    """What follows from the forms; those that were not sent are read as they stand."""
    question = builder.asked()
    if question is None:
        return {"sentence": "", "states": None}
    on = builder.offered.facts.on(builder.offered.day, audience=number)
    found, names = addressees_on(question, on), names_for(builder.offered.facts)
    return {
        "sentence": filled(question.sentence(), names),
        "states": states_table(found, on, None),
        "count": len(found),
        "cautions": [filled(one, names) for one in cautions(question, on)],
    }
