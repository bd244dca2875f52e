from corcom.correspondence.actions.reminders.errors import (
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
from corcom.correspondence.actions.reminders.plans import change_plan, draft_plan, switch_off_plan, switch_on_plan
from corcom.correspondence.actions.reminders.preparing import prepare_reminder
from corcom.correspondence.actions.reminders.reading import read_answer
from corcom.correspondence.actions.reminders.ready_made import begin_ready_made
from corcom.correspondence.actions.reminders.stopping import StoppedReminder, stop_reminders

__all__ = [
    "NoSuchAnswer",
    "NoSuchObligation",
    "NoSuchPlan",
    "PlanChanged",
    "PlanSwitched",
    "PlanThere",
    "ReminderRefused",
    "StageSaysOverdue",
    "StoppedReminder",
    "TemplateMissing",
    "begin_ready_made",
    "change_plan",
    "draft_plan",
    "prepare_reminder",
    "read_answer",
    "stop_reminders",
    "switch_off_plan",
    "switch_on_plan",
]
