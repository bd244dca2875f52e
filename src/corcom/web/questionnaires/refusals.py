"""What was refused of a questionnaire, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.access.actions import NoSuchLink
from corcom.kernel.errors import CorcomError
from corcom.questionnaires import actions
from corcom.questionnaires.domain.editing import NoSuchQuestion, QuestionsRefused
from corcom.web.wording import moment_in_words

REFUSED = (actions.QuestionnaireRefused, NoSuchLink, NoSuchQuestion, QuestionsRefused)
"""What a form can be answered with; anything else is a fault of the program."""

ANSWERS = {
    "hand": gettext_lazy("Write your name, so that the secretariat knows who answers for the State."),
    "office": gettext_lazy("Write your office or function."),
    "quoting": gettext_lazy("Choose how the answer may be used."),
    "channel": gettext_lazy("Say how the answer came."),
    "received_on": gettext_lazy("The day on which it came has not come yet."),
    "nothing": gettext_lazy("No question is answered yet. Answer at least one, or file the letter that came."),
}


# The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        actions.QuestionnaireChanged,
        gettext_lazy(
            "%(by)s changed the questionnaire while you wrote. What you wrote stands below; save again to put it into what"
            " stands there now."
        ),
    ),
    (
        actions.NotComplete,
        gettext_lazy("It is not complete yet: see below what is missing. Nothing that you wrote is lost."),
    ),
    (
        actions.ClosesInThePast,
        gettext_lazy("The last day for answers has passed already. Choose a later one."),
    ),
    (actions.NobodyToAsk, gettext_lazy("Choose at least one State that is not asked yet.")),
    (actions.NotAsked, gettext_lazy("“%(what)s” is no State, or no language of the questionnaire.")),
    (NoSuchLink, gettext_lazy("This link was withdrawn before.")),
)
BOUNDS = {
    "parts": gettext_lazy("A questionnaire has at most %(most)d parts."),
    "questions": gettext_lazy("A questionnaire has at most %(most)d questions."),
}


def refused_in_words(refused: CorcomError) -> str:
    """Why, and what to do."""
    match refused:
        case actions.AnswerRefused():
            return str(ANSWERS[refused.what])
        case actions.NotNow():
            return _not_now(refused)
        case QuestionsRefused():
            return str(BOUNDS[refused.what]) % {"most": refused.most}
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence) % vars(refused)
    return _("This is not there any more. Open the page anew.")


def _not_now(refused: actions.NotNow) -> str:
    if refused.state == "draft":
        return _("The questionnaire is not open yet.")
    if refused.state == "open":
        return _("The questionnaire is open: what it asks does not change any more.")
    if refused.ended_at is None:
        return _("The questionnaire is closed: it takes no answers any more.")
    when = {"when": moment_in_words(refused.ended_at)}
    return _("The questionnaire takes no answers any more: its last day passed on %(when)s.") % when
