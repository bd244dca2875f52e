from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile


class EventKind(models.TextChoices):
    RECORDED = "recorded", _("recorded")
    CORRECTED = "corrected", _("corrected")
    CLOSED = "closed", _("closed")
    REOPENED = "reopened", _("reopened")
    TAKEN_UP = "taken_up", _("taken up")
    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Commitment(models.Model):
    """What an action point and a decision have in common. Whether it is open is never stored: the events say it."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200)
    text = models.TextField(_("text"))
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    agenda = models.CharField(_("agenda item"), max_length=300, blank=True)
    # The day of the meeting whose record names it; from then on it exists.
    raised_on = models.DateField(_("raised on"))
    due = models.CharField(_("due"), max_length=40, blank=True)
    # The last day that `due` can mean.
    due_on = models.DateField(_("due on"), null=True, blank=True)
    due_text = models.CharField(_("due, in the words of the text"), max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("source"), related_name="+")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words quoted"))

    class Meta:
        abstract = True


class ActionPoint(Commitment):
    tentative = models.BooleanField(_("tentative"), default=False)

    class Meta:
        app_label = "corcom"
        verbose_name = _("action point")
        verbose_name_plural = _("action points")
        indexes = [
            models.Index(fields=["convention", "body", "raised_on"], name="action_point_meeting"),
            models.Index(fields=["due_on"], name="action_point_due"),
        ]


class Decision(Commitment):
    paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    # Empty where minutes report a decision of another body without its day.
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    reported = models.BooleanField(_("reported by another body"), default=False)
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("superseded by"), related_name="supersedes"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(fields=["convention", "body", "raised_on"], name="decision_meeting"),
            models.Index(fields=["due_on"], name="decision_due"),
        ]


class Ownership(models.Model):
    """One who is to act."""

    code = models.CharField(_("code"), max_length=120, db_index=True)
    name = models.CharField(_("name"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        abstract = True


class ActionPointOwner(Ownership):
    action_point = models.ForeignKey(ActionPoint, models.CASCADE, verbose_name=_("action point"), related_name="owners")

    class Meta:
        app_label = "corcom"
        verbose_name = _("owner of an action point")
        verbose_name_plural = _("owners of action points")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["action_point", "code"], name="owner_once_per_action_point")]


class DecisionOwner(Ownership):
    decision = models.ForeignKey(Decision, models.CASCADE, verbose_name=_("decision"), related_name="owners")

    class Meta:
        app_label = "corcom"
        verbose_name = _("owner of a decision")
        verbose_name_plural = _("owners of decisions")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["decision", "code"], name="owner_once_per_decision")]


class FollowUpEvent(models.Model):
    """One step in the life of an action point or a decision. Rows are added and never changed."""

    action_point = models.ForeignKey(
        ActionPoint, models.PROTECT, null=True, blank=True, verbose_name=_("action point"), related_name="events"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, verbose_name=_("decision"), related_name="events"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices)
    on = models.DateField(_("on"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    note = models.TextField(_("note"), blank=True)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)
    # The words of a later document that show the step.
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("evidence"), related_name="+"
    )
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    quote = models.TextField(_("words quoted"), blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of follow-up")
        verbose_name_plural = _("steps of follow-up")
        ordering = ["on", "id"]
        indexes = [
            models.Index(fields=["action_point", "on", "id"], name="event_action_point_on"),
            models.Index(fields=["decision", "on", "id"], name="event_decision_on"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(action_point__isnull=False, decision__isnull=True)
                | Q(action_point__isnull=True, decision__isnull=False),
                name="event_of_exactly_one",
            )
        ]
