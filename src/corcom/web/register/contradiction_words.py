"""What the register and obligations refuse to record, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.obligations import actions as obligations
from corcom.obligations.domain.misfits import Misfit
from corcom.register import actions as register
from corcom.register.domain.checks import Conflict, Contradiction
from corcom.web.register.beliefs import fact_in_words
from corcom.web.register.participation_words import act_in_words
from corcom.web.wording import days_in_words

REFUSED = (
    register.ActionContradicted,
    register.NoSuchTreatyAction,
    register.WithoutReason,
    obligations.NoSuchObligation,
    obligations.RecordedAlready,
    obligations.InTheFuture,
    obligations.WithoutUntil,
    obligations.NoSuchFact,
    obligations.FactMisfit,
    obligations.ReceivedAlready,
    obligations.ReceivedTooEarly,
)
"""What a form can be answered with; anything else is a fault of the program."""

CONFLICTS: dict[Conflict, Promise] = {
    "recorded_already": gettext_lazy("The same act is recorded already: %(other)s."),
    "withdrawal_without_consent": gettext_lazy("A State cannot withdraw before it has deposited its consent."),
    "consent_twice": gettext_lazy(
        "The State has consented already: %(other)s. Only after a withdrawal can it do so again."
    ),
    "effect_too_early": gettext_lazy("A withdrawal cannot have effect before the convention lets it: %(act)s."),
    "consent_without_signature": gettext_lazy(
        "Only a State that has signed can do this, and no signature by then is recorded: %(act)s. Record the signature first;"
        " a State that did not sign accedes."
    ),
    "accession_after_signature": gettext_lazy(
        "A State that has signed does not accede: %(other)s. It ratifies, accepts or approves."
    ),
    "conflict_without_effect": gettext_lazy(
        "Under this convention an armed conflict does not delay a withdrawal: %(act)s."
    ),
    "before_adoption": gettext_lazy("The convention had not been adopted then: %(act)s."),
    "in_the_future": gettext_lazy("This day has not come yet: %(act)s."),
}
MISFITS: dict[Misfit, Promise] = {
    "no_extension": gettext_lazy("The convention allows no extension of this obligation."),
    "no_declaration": gettext_lazy("This obligation does not end with a declaration of completion."),
    "no_hostilities": gettext_lazy("This obligation does not count from the end of hostilities."),
    "no_deadline": gettext_lazy("This is a lasting duty, without a deadline that could be met or missed."),
    "period_missing": gettext_lazy("Say which calendar year it is about: this obligation falls due every year."),
    "no_period": gettext_lazy("Leave the year out: this obligation does not fall due every year."),
}
SENTENCES: dict[type[CorcomError], Promise] = {
    register.NoSuchTreatyAction: gettext_lazy("It is not there any more: somebody struck or corrected it."),
    register.WithoutReason: gettext_lazy("Say why: a fact is struck with a reason."),
    obligations.NoSuchObligation: gettext_lazy("The rulebook has no such obligation."),
    obligations.RecordedAlready: gettext_lazy("The same fact is recorded already."),
    obligations.InTheFuture: gettext_lazy("This day has not come yet."),
    obligations.WithoutUntil: gettext_lazy("Say the deadline: a request, a grant and a published deadline name a day."),
    obligations.NoSuchFact: gettext_lazy("It is not there any more: somebody struck or corrected it."),
}


def contradiction_in_words(found: Contradiction) -> str:
    """Why an act cannot be."""
    other = act_in_words(found.other) if found.other else ""
    return str(CONFLICTS[found.conflict] % {"other": other, "act": act_in_words(found.action)})


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, register.ActionContradicted):
        return contradiction_in_words(refused.contradiction)
    if isinstance(refused, obligations.ReceivedAlready):
        said = _("It is recorded already: %(other)s. Correct that, if it is wrong.")
        return said % {"other": fact_in_words(refused.other)}
    if isinstance(refused, obligations.ReceivedTooEarly):
        said = _("The convention was in force for the State from %(day)s only; a report that came before is voluntary.")
        return said % {"day": days_in_words(refused.since.isoformat())}
    if isinstance(refused, obligations.FactMisfit):
        return str(MISFITS[refused.misfit])
    sentence = SENTENCES.get(type(refused))
    return str(sentence) if sentence else _("This could not be recorded: %(why)s.") % {"why": refused}
