"""Questionnaires in words and marks."""

from __future__ import annotations

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from corcom.consultation.domain.letters import deadline_in_words
from corcom.questionnaires.domain.completeness import QuestionFlaw
from corcom.questionnaires.domain.questionnaire_told import QuestionnaireStepTold, QuestionnaireTold
from corcom.questionnaires.domain.questions import QuestionForm, Words
from corcom.questionnaires.domain.quoting import QUOTING_WORDS, Quoting
from corcom.questionnaires.domain.standing import QuestionnaireState
from corcom.rulebooks.form_fields import FieldKind, Unit
from corcom.web.filled import filled
from corcom.web.language_words import language_in_words
from corcom.web.pieces import Status, StatusMark
from corcom.web.spoken_in import spoken
from corcom.web.wording import moment_in_words

STATES: dict[QuestionnaireState, Promise] = {
    "draft": pgettext_lazy("questionnaire", "draft"),
    "open": pgettext_lazy("questionnaire", "open for answers"),
    "closed": pgettext_lazy("questionnaire", "closed"),
}
MARKS: dict[QuestionnaireState, Status] = {"draft": "none", "open": "due", "closed": "met"}
KINDS: dict[FieldKind, Promise] = {
    "text": gettext_lazy("words"),
    "number": gettext_lazy("a number"),
    "day": gettext_lazy("a day"),
    "year": gettext_lazy("a year"),
    "yes_no": gettext_lazy("yes or no"),
    "choice": gettext_lazy("one of several answers"),
    "table": gettext_lazy("a table"),
}
UNITS: dict[Unit, Promise] = {
    "": gettext_lazy("nothing in particular"),
    "items": gettext_lazy("items"),
    "submunitions": gettext_lazy("submunitions"),
    "people": gettext_lazy("people"),
    "km2": gettext_lazy("square kilometres"),
    "currency": gettext_lazy("an amount of money"),
}
CHANNELS: dict[str, Promise] = {
    "web": pgettext_lazy("channel", "filled in here"),
    "e-mail": pgettext_lazy("channel", "by e-mail"),
    "letter": pgettext_lazy("channel", "by letter"),
}
STEPS: dict[str, Promise] = {
    "started": pgettext_lazy("questionnaire step", "Begun"),
    "opened": pgettext_lazy("questionnaire step", "Opened for answers"),
    "moved": pgettext_lazy("questionnaire step", "Given another closing day"),
    "closed": pgettext_lazy("questionnaire step", "Closed"),
}


def title_of(form: QuestionForm) -> str:
    """What a questionnaire is called in the reader's language, or in its own first one."""
    return in_words(form, form.title) or _("Questionnaire without a title")


def in_words(form: QuestionForm, words: Words) -> str:
    """Words of a questionnaire in the reader's language, or in its own first one."""
    return form.say(words, get_language() or "en")


def quoting_in_words(quoting: Quoting) -> str:
    """How an answer may be quoted."""
    return _(QUOTING_WORDS[quoting])


def closing_in_words(found: QuestionnaireTold) -> str:
    """The last moment for answers in its zone."""
    return deadline_in_words(found.closes_at, found.zone, spoken()) if found.closes_at else ""


def standing_mark(found: QuestionnaireTold, at: datetime) -> StatusMark:
    """How it stands."""
    state = found.state(at)
    return StatusMark(MARKS[state], str(STATES[state]))


def progress_in_words(found: QuestionnaireTold, at: datetime) -> list[str]:
    """Until when it is open, and how many answered."""
    if found.state(at) == "draft":
        return []
    said = _("answers until %(when)s") % {"when": closing_in_words(found)}
    if found.ended_at is not None:
        said = _("closed on %(when)s") % {"when": moment_in_words(found.ended_at)}
    count = {"answered": found.answered, "asked": found.asked}
    return [said, _("%(answered)d of %(asked)d States answered") % count]


def step_in_words(step: QuestionnaireStepTold) -> str:
    """What was done."""
    n = {"n": step.count}
    match step.kind:
        case "asked":
            return ngettext("Put to %(n)d State", "Put to %(n)d States", step.count) % n
        case "invitation":
            return ngettext("%(n)d invitation prepared", "%(n)d invitations prepared", step.count) % n
        case "reminder":
            return ngettext("%(n)d reminder prepared", "%(n)d reminders prepared", step.count) % n
        case "addresses":
            words = ngettext("Address of %(n)d State noted", "Addresses of %(n)d States noted", step.count)
            return words % n
        case kind:
            return str(STEPS[kind])


def flaw_in_words(form: QuestionForm, flaw: QuestionFlaw) -> str:
    """What is missing, with the part, the question and the language."""
    part, question = form.part(flaw.part), form.question(flaw.question)
    places = [
        in_words(form, part.title) or _("a part without a title") if part else "",
        in_words(form, question.name) or _("a question without words") if question else "",
        language_in_words(flaw.language) if flaw.language else "",
    ]
    where = _(" – ").join(place for place in places if place)
    said = filled(flaw.words)
    return _("%(where)s: %(said)s") % {"where": where, "said": said} if where else said
