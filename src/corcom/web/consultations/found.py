"""The consultation that a page is asked for: only for those who belong to its circle."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from corcom.access.queries import circles_of
from corcom.consultation.queries import Consultation, NoSuchConsultation, consultation, consultations
from corcom.web import day as days
from corcom.web.person import person


def found_for(request: HttpRequest, number: int) -> Consultation:
    """The consultation with a number; to whoever may not read it, there is none."""
    try:
        found = consultation(number)
    except NoSuchConsultation as missing:
        raise Http404 from missing
    if found.circle not in circles_of(account=person(request), convention=found.convention, day=days.today()):
        raise Http404
    return found


def all_for(request: HttpRequest) -> list[Consultation]:
    """The consultations that this person may read, the latest first."""
    account, day = person(request), days.today()
    widest = circles_of(account=account, convention="", day=day)
    every = consultations(circles=("public", "states_parties", "committee", "secretariat"))
    by_convention = {
        code: circles_of(account=account, convention=code, day=day) if code else widest
        for code in {each.convention for each in every}
    }
    return [each for each in every if each.circle in by_convention[each.convention]]
