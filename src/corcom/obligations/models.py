from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.register.models import Recorded


class RecordedFact(Recorded):
    """What is recorded of a State and an obligation; the kinds are those of `domain.facts`."""

    convention = models.CharField(_("convention"), max_length=40)
    iso3 = models.CharField(_("State"), max_length=3, db_index=True)
    obligation = models.CharField(_("obligation"), max_length=60)
    kind = models.CharField(_("kind"), max_length=40)
    # A day, a month, a year or a period in ISO 8601; empty where no source says it.
    on = models.CharField(_("on"), max_length=40, blank=True)
    # The calendar year that a recurring report covers.
    period = models.PositiveSmallIntegerField(_("period"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    meeting = models.CharField(_("meeting"), max_length=40, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("fact of an obligation")
        verbose_name_plural = _("facts of obligations")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "obligation", "iso3"], name="fact_of_obligation")]
