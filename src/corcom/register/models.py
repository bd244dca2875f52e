from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    CERTAIN = "certain", _("certain")
    LIKELY = "likely", _("likely")
    DOUBTFUL = "doubtful", _("unverified")


class Recorded(models.Model):
    """A fact with its source. Rows are added; what is not believed any more is ended, and stays readable."""

    source = models.TextField(_("source"))
    certainty = models.CharField(_("certainty"), max_length=20, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))
    # The account's name and not a key: accounts stand above the register. Empty for a command.
    recorded_by = models.CharField(_("recorded by"), max_length=150, blank=True)
    # From this moment it is not believed any more: corrected by another row, or struck with a reason.
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.CharField(_("ended by"), max_length=150, blank=True)
    ended_why = models.TextField(_("reason"), blank=True)
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("superseded by"), related_name="supersedes"
    )

    class Meta:
        abstract = True


class RecordedTreatyAction(Recorded):
    convention = models.CharField(_("convention"), max_length=40)
    iso3 = models.CharField(_("State"), max_length=3, db_index=True)
    kind = models.CharField(_("kind"), max_length=40)
    # A day, a month or a year in ISO 8601.
    on = models.CharField(_("on"), max_length=40)
    effective_on = models.DateField(_("effective on"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("treaty action")
        verbose_name_plural = _("treaty actions")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "iso3", "kind"], name="treaty_action_of_state")]


class AssessmentRate(Recorded):
    """The rate of a State in the scale of assessments of the United Nations, per cent."""

    iso3 = models.CharField(_("State"), max_length=3)
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    percent = models.DecimalField(_("per cent"), max_digits=7, decimal_places=4)

    class Meta:
        app_label = "corcom"
        verbose_name = _("assessment rate")
        verbose_name_plural = _("scale of assessments")
        ordering = ["id"]
        indexes = [models.Index(fields=["first_year", "iso3"], name="rate_of_state")]


class RecordedVote(Recorded):
    """How a State voted on a resolution of the General Assembly; one that was absent has no row."""

    iso3 = models.CharField(_("State"), max_length=3)
    year = models.PositiveSmallIntegerField(_("year"))
    resolution = models.CharField(_("resolution"), max_length=60)
    vote = models.CharField(_("vote"), max_length=10)

    class Meta:
        app_label = "corcom"
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["id"]
        indexes = [models.Index(fields=["resolution", "iso3"], name="vote_of_state")]
