"""The questionnaire of an address, and the State in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from corcom.access.domain.grants import Matter
from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.questionnaires.queries import asked_states, questionnaire
from corcom.web import day as days
from corcom.web.rights import holds


def found_or_404(number: int) -> QuestionnaireTold:
    """The questionnaire. Errors: `Http404`."""
    found = questionnaire(number=number)
    if found is None:
        raise Http404
    return found


def draft_or_404(number: int) -> QuestionnaireTold:
    """The questionnaire while it is a draft. Errors: `Http404`."""
    found = found_or_404(number)
    if found.state(days.moment()) != "draft":
        raise Http404
    return found


def asked_or_404(found: QuestionnaireTold, iso3: str) -> AskedTold:
    """A State to which it is put. Errors: `Http404`."""
    asked = asked_states(number=found.number, iso3=iso3)
    if not asked:
        raise Http404
    return asked[0]


def questionnaire_asked(_request: HttpRequest, number: int, **_rest: object) -> Matter:
    """What a page about it is about, for the right that it asks for."""
    return matter_of(found_or_404(number))


def matter_of(found: QuestionnaireTold) -> Matter:
    """Its convention."""
    return Matter(convention=found.convention)


def may_put(request: HttpRequest, found: QuestionnaireTold) -> bool:
    """Whether the person who asks puts it together and to States."""
    return holds(request, "consult", matter_of(found))


def language_asked(request: HttpRequest, found: QuestionnaireTold, usual: str) -> str:
    """The language of the questions: the one in the address, else the usual one, else the first."""
    wanted = request.GET.get("language", ""), usual
    return next((code for code in wanted if code in found.form.languages), (*found.form.languages, "en")[0])
