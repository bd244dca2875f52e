from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.register.models import Recorded


class RecordedFigure(Recorded):
    """A number that a source gives for a State and a year; the measures are those of `domain.measures`."""

    convention = models.CharField(_("convention"), max_length=40)
    iso3 = models.CharField(_("State"), max_length=3, db_index=True)
    year = models.PositiveSmallIntegerField(_("year"))
    measure = models.CharField(_("figure"), max_length=40)
    # Digits, and no number of the database: SQLite would keep a float.
    value = models.CharField(_("value"), max_length=40)
    type = models.CharField(_("type"), max_length=120, blank=True)
    sex = models.CharField(_("sex"), max_length=10, blank=True)
    age = models.CharField(_("age"), max_length=10, blank=True)
    area_kind = models.CharField(_("kind of area"), max_length=20, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    # The circle of readers, as of the report that it comes from.
    circle = models.CharField(_("for"), max_length=20, default="public")
    told_on = models.DateField(_("day of the source"), null=True, blank=True)
    # The report that it stands in: the code of the obligation, the year that it covers, its version. Names and no key:
    # reports stand above figures.
    report = models.CharField(_("report"), max_length=60, blank=True)
    period = models.PositiveSmallIntegerField(_("period"), null=True, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "iso3", "year"], name="figure_of_state")]
