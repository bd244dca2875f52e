"""Steps of an audience: retired, taken up again, its answer kept as used."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.correspondence.actions.audiences import record_use, retire_audience, take_up_audience
from corcom.correspondence.domain.audience.question import addressees
from corcom.web import day as days
from corcom.web.addresses import address
from corcom.web.audiences.found import facts_or_404, found_or_404
from corcom.web.audiences.words import REFUSED, refused_in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("send")
@require_POST
def audience_step(request: HttpRequest, number: int) -> HttpResponse:
    """One of them, by the button that was pressed."""
    verb, by, at = request.POST.get("verb", ""), person(request), days.moment()
    try:
        if verb == "retire":
            retire_audience(number=number, by=by, at=at)
            said = _("The audience is retired. It stays readable, and can be taken up again.")
        elif verb == "take_up":
            take_up_audience(number=number, by=by, at=at)
            said = _("The audience is in use again.")
        elif verb == "use":
            said = _use(request, number)
        else:
            raise Http404
    except REFUSED as refused:
        messages.error(request, refused_in_words(refused))
    else:
        messages.success(request, said)
    return redirect(address(request, "audience", number))


def _use(request: HttpRequest, number: int) -> str:
    told, day = found_or_404(number), days.day_of(request)
    if told.question is None:
        raise Http404
    states = addressees(told.question, facts_or_404(told.convention), day, audience=number)
    purpose = " ".join(request.POST.get("purpose", "").replace("\x00", "").split())
    record_use(number=number, day=day, states=states, by=person(request), at=days.moment(), purpose=purpose)
    return _("The answer is kept; later ones are compared with it.")
