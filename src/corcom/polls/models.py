from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import SignedLink, User
from corcom.meetings.models import MeetingPlan


class Poll(models.Model):
    """A poll of dates for a planned meeting. What was offered and who was asked never changes; it ends once."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="polls")
    zone = models.CharField(_("time zone"), max_length=60)
    closes_at = models.DateTimeField(_("answers until"))
    note = models.TextField(_("note to the delegations"), blank=True)
    opened_at = models.DateTimeField(_("opened at"))
    opened_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("opened by"), related_name="+")
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("ended by"), related_name="+"
    )
    # Empty for one that ended without a date.
    chosen = models.OneToOneField(
        "PollDate", models.SET_NULL, null=True, blank=True, verbose_name=_("date that was chosen"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("poll of dates")
        verbose_name_plural = _("polls of dates")
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(ended_at__isnull=True), name="one_open_poll_of_a_plan")
        ]


class PollDate(models.Model):
    """One of the dates that a poll offers."""

    poll = models.ForeignKey(Poll, models.CASCADE, verbose_name=_("poll"), related_name="dates")
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    start_time = models.CharField(_("start time"), max_length=5)
    end_time = models.CharField(_("end time"), max_length=5, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("date of a poll")
        verbose_name_plural = _("dates of polls")
        ordering = ["starts_on", "start_time", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="poll_date_ends_after_it_starts"),
            models.UniqueConstraint(fields=["poll", "starts_on", "start_time"], name="poll_date_once"),
        ]


class PollParty(models.Model):
    """A delegation that is asked, with the link by which it answers."""

    poll = models.ForeignKey(Poll, models.CASCADE, verbose_name=_("poll"), related_name="parties")
    code = models.CharField(_("code"), max_length=120)
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=320, blank=True)
    link = models.OneToOneField(SignedLink, models.PROTECT, verbose_name=_("link"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("delegation of a poll")
        verbose_name_plural = _("delegations of polls")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["poll", "code"], name="asked_once_in_a_poll")]


class PollAnswer(models.Model):
    """What a delegation said of all dates at one time. Rows are added and never changed; the last one holds."""

    party = models.ForeignKey(PollParty, models.CASCADE, verbose_name=_("delegation"), related_name="answers")
    # By the number of the date: yes, if_need_be, no.
    choices = models.JSONField(_("answers"), default=dict)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"))
    # Empty where the delegation answered by its link; else who wrote down what it said.
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer to a poll")
        verbose_name_plural = _("answers to polls")
        ordering = ["id"]
