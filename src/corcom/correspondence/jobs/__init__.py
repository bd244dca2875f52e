from corcom.correspondence.jobs.reminding import PlanRun, ReminderOutcome, run_reminders, stop_before_sending

__all__ = ["PlanRun", "ReminderOutcome", "run_reminders", "stop_before_sending"]
