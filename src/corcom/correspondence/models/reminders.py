from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.correspondence.models.letters import LetterTemplate
from corcom.documents.models import StoredFile
from corcom.outbox.models import IncomingMessage


class ReminderSchedule(models.Model):
    """The plan of reminders for one obligation of a convention. What it says stands in the last of its steps."""

    convention = models.CharField(_("convention"), max_length=40)
    obligation = models.CharField(_("obligation"), max_length=60)
    # Grows with every step; whoever writes says which one they read.
    revision = models.PositiveIntegerField(_("revision"), default=1)

    class Meta:
        app_label = "corcom"
        verbose_name = _("plan of reminders")
        verbose_name_plural = _("plans of reminders")
        ordering = ["convention", "obligation"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "obligation"], name="one_plan_of_reminders"),
        ]


class ScheduleStep(models.Model):
    """What was done to a plan of reminders, and what it says from then on. Rows are added and never changed."""

    schedule = models.ForeignKey(
        ReminderSchedule, models.PROTECT, verbose_name=_("plan of reminders"), related_name="steps"
    )
    kind = models.CharField(_("step"), max_length=20)
    stages = models.JSONField(_("stages"), default=list)
    signatory = models.CharField(_("who signs"), max_length=200, blank=True)
    office = models.CharField(_("office of whoever signs"), max_length=300, blank=True)
    # Stages before this day do not go; empty: the plan makes up for what was missed.
    since = models.DateField(_("stages from this day on"), null=True, blank=True)
    # Whether a State whose answer nobody has read yet is left alone.
    waits_for_answers = models.BooleanField(_("not while an answer waits to be read"), default=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a plan of reminders")
        verbose_name_plural = _("steps of plans of reminders")
        ordering = ["id"]


class StateReminder(models.Model):
    """A reminder that was prepared for a State, together with its messages: for each stage and deadline one, whoever runs it."""

    schedule = models.ForeignKey(
        ReminderSchedule, models.PROTECT, verbose_name=_("plan of reminders"), related_name="reminders"
    )
    stage = models.CharField(_("stage"), max_length=20)
    iso3 = models.CharField(_("State"), max_length=3, db_index=True)
    # 0 for what is owed once.
    period = models.PositiveSmallIntegerField(_("calendar year that it covers"), default=0)
    due_on = models.DateField(_("due on"))
    # How the stage stood when it went: its days from the deadline, and for whom it is.
    days = models.SmallIntegerField(_("days from the deadline"))
    sent_to = models.CharField(_("for whom the stage is"), max_length=20)
    on = models.DateField(_("prepared on"))
    answer_due_on = models.DateField(_("an answer is asked for by"), null=True, blank=True)
    template = models.ForeignKey(LetterTemplate, models.PROTECT, verbose_name=_("template"), related_name="+")
    language = models.CharField(_("language"), max_length=10)
    words = models.JSONField(_("words"), default=dict)
    addresses = models.JSONField(_("addresses"), default=list, blank=True)
    copies = models.JSONField(_("addresses of copies"), default=list, blank=True)
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=".docx", related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=".pdf", related_name="+")
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    # That it did not leave any more, and why.
    stopped_at = models.DateTimeField(_("stopped at"), null=True, blank=True)
    stopped_why = models.CharField(_("why stopped"), max_length=20, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("reminder to a State")
        verbose_name_plural = _("reminders to States")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["schedule", "stage", "iso3", "period", "due_on"], name="no_reminder_twice"),
            models.CheckConstraint(
                condition=models.Q(stopped_at__isnull=True, stopped_why="")
                | models.Q(stopped_at__isnull=False) & ~models.Q(stopped_why=""),
                name="reminder_stopped_with_a_reason",
            ),
        ]


class ReadAnswer(models.Model):
    """That somebody has read an answer to a reminder. Rows are added and never changed."""

    message = models.OneToOneField(IncomingMessage, models.PROTECT, verbose_name=_("answer"), related_name="+")
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer that was read")
        verbose_name_plural = _("answers that were read")
        ordering = ["id"]
