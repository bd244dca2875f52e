from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.meetings.models import MeetingPlan


class Programme(models.Model):
    """The programme of work of a planned meeting: its hours, and the shares of time that themes were given."""

    plan = models.OneToOneField(
        MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="programme"
    )
    # Hours in which the meeting sits: code, name, start, end.
    slots = models.JSONField(_("hours"), default=list)
    # Per cent by code of the theme.
    shares = models.JSONField(_("shares of time"), default=dict, blank=True)
    # The first day of the meeting when its sessions were put there; another one than now where the meeting was moved.
    starts_on = models.DateField(_("first day"))
    # Grows with every change of hours and shares; whoever writes says which one they read.
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("programme of work")
        verbose_name_plural = _("programmes of work")


class ProgrammeSession(models.Model):
    """One session. What was withdrawn stays, so that it can be brought back and calendars can take it away."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, verbose_name=_("programme of work"), related_name="sessions"
    )
    # Never changes, whatever else does: calendars and releases know the session by it.
    uid = models.UUIDField(_("name in calendars"), unique=True)
    day = models.DateField(_("day"))
    # Times of the clock in the zone of the meeting.
    start = models.CharField(_("start time"), max_length=5)
    end = models.CharField(_("end time"), max_length=5)
    title = models.CharField(_("title"), max_length=300, blank=True)
    # Codes of a rulebook.
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    body = models.CharField(_("body"), max_length=60, blank=True)
    room = models.CharField(_("room"), max_length=200, blank=True)
    # ISO3, or codes of organisations.
    chairs = models.JSONField(_("chairs"), default=list, blank=True)
    people = models.JSONField(_("people"), default=list, blank=True)
    parts = models.JSONField(_("parts"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    withdrawn = models.BooleanField(_("withdrawn"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["day", "start", "end", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="session_ends_after_it_starts"),
            models.CheckConstraint(condition=~(Q(title="") & Q(theme="")), name="session_has_a_name"),
        ]


class ProgrammeStepKind(models.TextChoices):
    ADDED = "added", _("session added")
    CHANGED = "changed", _("session changed")
    MOVED = "moved", _("session moved")
    WITHDRAWN = "withdrawn", _("session withdrawn")
    FILLED = "filled", _("filled from a template")
    FOLLOWED = "followed", _("sessions moved with the meeting")
    TIMED = "timed", _("hours and shares changed")
    UNDONE = "undone", _("undone")
    RELEASED = "released", _("programme released")


class ProgrammeStep(models.Model):
    """One step of drawing up a programme. Rows are added and never changed."""

    programme = models.ForeignKey(Programme, models.CASCADE, verbose_name=_("programme of work"), related_name="steps")
    kind = models.CharField(_("kind"), max_length=20, choices=ProgrammeStepKind.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    # For each session that changed, or for the programme itself (session 0): its values before and after.
    changes = models.JSONField(_("changes"), default=list)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("undoes"), related_name="undone_by"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a programme")
        verbose_name_plural = _("steps of programmes")
        ordering = ["id"]


class ProgrammeRelease(models.Model):
    """A programme as it went out. Rows are added and never changed; the highest version holds."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, verbose_name=_("programme of work"), related_name="releases"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(_("content"))
    released_at = models.DateTimeField(_("released at"))
    released_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("released by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("released programme")
        verbose_name_plural = _("released programmes")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["programme", "version"], name="programme_release_once")]
