from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("present")
    APOLOGIES = "apologies", _("apologies")
    ABSENT = "absent", _("absent")


class Meeting(models.Model):
    """A meeting of a body that was held, as its record shows it."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    number_scope = models.CharField(_("counted within"), max_length=100, blank=True)
    # As the record has it: a day, a month or a period in ISO 8601.
    date = models.CharField(_("date"), max_length=40)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    start_time = models.CharField(_("start time"), max_length=5, blank=True)
    end_time = models.CharField(_("end time"), max_length=5, blank=True)
    venue = models.CharField(_("venue"), max_length=300, blank=True)
    chair_code = models.CharField(_("chair, code"), max_length=120, blank=True)
    chair_name = models.CharField(_("chair"), max_length=200, blank=True)
    chair_person = models.CharField(_("person in the chair"), max_length=200, blank=True)
    chair_role = models.CharField(_("office of the chair"), max_length=200, blank=True)
    next_date = models.CharField(_("next meeting"), max_length=40, blank=True)
    next_on = models.DateField(_("next meeting on"), null=True, blank=True)
    next_time = models.CharField(_("next meeting at"), max_length=5, blank=True)
    next_place = models.CharField(_("place of the next meeting"), max_length=300, blank=True)
    next_tentative = models.BooleanField(_("next meeting is tentative"), default=False)

    class Meta:
        app_label = "corcom"
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_on", "body", "id"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "body", "starts_on"], name="meeting_of_a_body_on_a_day")
        ]


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, verbose_name=_("meeting"), related_name="agenda")
    number = models.CharField(_("number"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]


class Attendance(models.Model):
    """One delegation at a meeting, or missing from it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, verbose_name=_("meeting"), related_name="attendance")
    # Empty for people who came without a delegation.
    code = models.CharField(_("code"), max_length=120, blank=True, db_index=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=AttendanceStatus.choices)
    people = models.JSONField(_("people"), default=list)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["position"]


class FollowedTimeline(models.Model):
    """A time-line whose steps were made action points. Its text, of which each has a line, is the file."""

    # Codes of a rulebook.
    convention = models.CharField(_("convention"), max_length=40)
    template = models.CharField(_("template"), max_length=80)
    meeting_start = models.DateField(_("first day of the meeting"))
    meeting_end = models.DateField(_("last day of the meeting"))
    committee_meetings = models.JSONField(_("committee meetings"), default=list)
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("source"), related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("recorded by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("time-line")
        verbose_name_plural = _("time-lines")
        ordering = ["-meeting_start", "template"]
        constraints = [models.UniqueConstraint(fields=["template", "meeting_start"], name="timeline_of_a_meeting")]


class TimelinePoint(models.Model):
    """The action point of one step of a time-line."""

    timeline = models.ForeignKey(FollowedTimeline, models.CASCADE, verbose_name=_("time-line"), related_name="points")
    step = models.CharField(_("step"), max_length=80)
    action_point = models.OneToOneField(
        ActionPoint, models.PROTECT, verbose_name=_("action point"), related_name="timeline_point"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("action point of a time-line")
        verbose_name_plural = _("action points of time-lines")
        constraints = [models.UniqueConstraint(fields=["timeline", "step"], name="step_once_per_timeline")]
