from corcom.correspondence.queries.reminders.coming import PlanToday, plan_today
from corcom.correspondence.queries.reminders.in_hand import ReminderInHand, reminders_in_hand
from corcom.correspondence.queries.reminders.plans import reminder_plan, reminder_plans
from corcom.correspondence.queries.reminders.sent import REMINDER, reminders_numbered, reminders_told

__all__ = [
    "REMINDER",
    "PlanToday",
    "ReminderInHand",
    "plan_today",
    "reminder_plan",
    "reminder_plans",
    "reminders_in_hand",
    "reminders_numbered",
    "reminders_told",
]
