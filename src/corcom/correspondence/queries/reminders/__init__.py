from corcom.correspondence.queries.reminders.answers import plan_answers, reminders_by_number
from corcom.correspondence.queries.reminders.coming import PlanToday, plan_today
from corcom.correspondence.queries.reminders.in_hand import ReminderInHand, reminders_in_hand
from corcom.correspondence.queries.reminders.plans import reminder_plan, reminder_plans
from corcom.correspondence.queries.reminders.sent import REMINDER
from corcom.correspondence.queries.reminders.told import reminders_numbered, reminders_told

__all__ = [
    "REMINDER",
    "PlanToday",
    "ReminderInHand",
    "plan_answers",
    "plan_today",
    "reminder_plan",
    "reminder_plans",
    "reminders_by_number",
    "reminders_in_hand",
    "reminders_numbered",
    "reminders_told",
]
