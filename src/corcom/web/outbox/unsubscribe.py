"""Leaving messages of one kind by the link in one of them, without an account, and getting them again.

Mail programs send the form of RFC 8058 by themselves, without cookies: the signed link alone is the proof. Opening the
page changes nothing, since programs that look into mail open every link.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from corcom.access.queries import GivenLink
from corcom.outbox.actions import set_preference
from corcom.outbox.domain.leaving import PURPOSE
from corcom.outbox.queries import preference_of
from corcom.web import day as days
from corcom.web.by_link import by_link
from corcom.web.outbox.words import REFUSED, in_words, kind_in_words
from corcom.web.wording import moment_in_words


@csrf_exempt
@by_link(PURPOSE)
def unsubscribe(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """What is left and what is not; a form that is sent leaves, or comes back where it says `again`."""
    refused = ""
    if request.method == "POST":
        try:
            set_preference(address=link.party, kind=link.subject, is_wanted="again" in request.POST, at=days.moment())
        except REFUSED as error:
            refused = in_words(error)
    found = preference_of(address=link.party, kind=link.subject)
    shown = {
        "refused": refused,
        "kind": kind_in_words(link.subject),
        "address": link.party,
        "left": moment_in_words(found.at) if found and not found.is_wanted else "",
        "is_back": request.method == "POST" and bool(found and found.is_wanted),
    }
    return render(request, "outbox/unsubscribe.html", shown, status=400 if refused else 200)
