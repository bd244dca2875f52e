from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User


class Audience(models.Model):
    """A saved question about States. People edit it; every change is a step."""

    name = models.CharField(_("name"), max_length=200)
    convention = models.CharField(_("convention"), max_length=40)
    # As `domain/audience/question_json.py` writes it.
    question = models.JSONField(_("question"))
    # Grows with every change; whoever changes it says which one they read.
    revision = models.PositiveIntegerField(_("revision"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="audience_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="audience_has_a_name"),
        ]


class AudienceStep(models.Model):
    """What happened to an audience, and what it asked from then on. Rows are added and never changed."""

    audience = models.ForeignKey(Audience, models.CASCADE, verbose_name=_("audience"), related_name="steps")
    # made, changed, retired, taken_up
    kind = models.CharField(_("step"), max_length=20)
    name = models.CharField(_("name"), max_length=200)
    question = models.JSONField(_("question"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of an audience")
        verbose_name_plural = _("steps of audiences")
        ordering = ["id"]


class AudienceUse(models.Model):
    """The answer of an audience as it was used, with what was asked then. Rows are added and never changed."""

    audience = models.ForeignKey(Audience, models.PROTECT, verbose_name=_("audience"), related_name="uses")
    # The legal date of which the answer speaks.
    day = models.DateField(_("as of"))
    question = models.JSONField(_("question"))
    # Each State with its concern, in the order of the names.
    states = models.JSONField(_("States"))
    purpose = models.CharField(_("used for"), max_length=200, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("use of an audience")
        verbose_name_plural = _("uses of audiences")
        ordering = ["id"]
