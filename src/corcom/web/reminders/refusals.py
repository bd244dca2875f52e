"""What a plan of reminders refuses, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.actions.reminders import (
    NoSuchAnswer,
    NoSuchObligation,
    NoSuchPlan,
    PlanChanged,
    PlanSwitched,
    PlanThere,
    ReminderRefused,
    StageSaysOverdue,
    TemplateMissing,
)
from corcom.correspondence.domain.reminders.filling import StageFieldRefused
from corcom.correspondence.domain.reminders.stages import FARTHEST, LONGEST_ANSWER, MOST_STAGES, StagesRefused
from corcom.kernel.errors import CorcomError
from corcom.outbox.actions import OutboxRefused
from corcom.web.outbox import words as outbox_words
from corcom.web.reminders.words import days_in_words

REFUSED = (ReminderRefused, StagesRefused, StageFieldRefused, OutboxRefused)
"""What a form can be answered with; anything else is a fault of the program."""

_STAGES: dict[str, Promise] = {
    "none": gettext_lazy("A plan needs at least one stage."),
    "many": gettext_lazy("A plan has at most %(most)d stages."),
    "twice": gettext_lazy("Two stages for the same States lie %(stage)s. Take one of them out."),
    "before": gettext_lazy(
        "The stage %(stage)s is for States for which the day has not passed, and by then it has. Choose another kind of State, or a day before."
    ),
    "after": gettext_lazy(
        "The stage %(stage)s is for States of which the day has passed, and by then it has not. Choose another kind of State, or a day after."
    ),
    "way": gettext_lazy("The stage %(stage)s goes neither by e-mail nor on paper. Choose one of them."),
    "answer": gettext_lazy(
        "The stage %(stage)s asks for an answer within too many days: at most %(longest)d; 0 asks by no day."
    ),
    "far": gettext_lazy("The stage %(stage)s lies too far away: at most %(farthest)d days."),
}
_FILL: dict[str, Promise] = {
    "answer_by": gettext_lazy("Say in the stage within how many days an answer is asked for, or take the field out."),
    "link": gettext_lazy("A link leads to a report, and this obligation is none. Take the field out."),
    "signatory": gettext_lazy("Say in the plan who signs, or take the field out."),
    "office": gettext_lazy("Say in the plan the office of whoever signs, or take the field out."),
}
_FILL_ELSE = gettext_lazy("Take the field out of the template, or choose another.")
_SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (NoSuchAnswer, gettext_lazy("No such answer came to this reminder.")),
    (NoSuchPlan, gettext_lazy("There is no such plan.")),
    (PlanThere, gettext_lazy("There is a plan for this obligation already. Change that one.")),
    (NoSuchObligation, gettext_lazy("This obligation has no deadline for which there could be such a plan.")),
    (
        PlanChanged,
        gettext_lazy("Somebody else changed the plan after you opened it. Look at what stands now; nothing was kept."),
    ),
    (TemplateMissing, gettext_lazy("Choose a template for the stage %(stage)s; it needs words.")),
    (
        StageSaysOverdue,
        gettext_lazy(
            "The template of the stage %(stage)s says “%(found)s” (%(language)s), and it goes to States of which no record shows that. Choose another template, or States recorded as overdue."
        ),
    ),
)


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, OutboxRefused):
        return outbox_words.in_words(refused)
    if isinstance(refused, PlanSwitched):
        return _("The plan is on already.") if refused.is_on else _("The plan is off already.")
    values = {"most": MOST_STAGES, "farthest": FARTHEST, "longest": LONGEST_ANSWER, **vars(refused)}
    if isinstance(days := values.get("days"), int):
        values["stage"] = days_in_words(days)
    if isinstance(refused, StageFieldRefused):
        what = _(
            "The template of the stage %(stage)s has {%(field)s} (%(language)s), of which these reminders know nothing."
        )
        return f"{what} {_FILL.get(refused.field, _FILL_ELSE)}" % values
    if isinstance(refused, StagesRefused):
        return str(_STAGES[refused.why]) % values
    return next(str(words) % values for kind, words in _SENTENCES if isinstance(refused, kind))
