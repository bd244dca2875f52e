from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.documents.models import StoredFile
from corcom.obligations.models import RecordedFact
from corcom.register.models import Recorded


class TransparencyReport(models.Model):
    """One report that a State owes, whatever versions of it there are."""

    convention = models.CharField(_("convention"), max_length=40)
    iso3 = models.CharField(_("State"), max_length=3)
    # The code of the obligation that it meets.
    report = models.CharField(_("report"), max_length=60)
    # The calendar year that it covers; 0 for a report that is made once.
    period = models.PositiveSmallIntegerField(_("period"), default=0)

    class Meta:
        app_label = "corcom"
        verbose_name = _("transparency report")
        verbose_name_plural = _("transparency reports")
        ordering = ["convention", "iso3", "period"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "iso3", "report", "period"], name="one_report_of_a_period")
        ]


class ReportVersion(models.Model):
    """One version of a report. Once it is submitted, what it says never changes."""

    report = models.ForeignKey(TransparencyReport, models.PROTECT, verbose_name=_("report"), related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    # The day from which its form holds; forms change.
    form_since = models.DateField(_("form of"))
    # By part, as they were submitted; while it is drafted they stand in its parts.
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    channel = models.CharField(_("channel"), max_length=20, default="web")
    received_on = models.DateField(_("received on"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("file"), related_name="+"
    )
    # The circle of readers: the public or the States Parties.
    circle = models.CharField(_("for"), max_length=20, default="public")
    provisional = models.BooleanField(_("provisional"), default=False)
    receipt = models.ForeignKey(
        RecordedFact, models.PROTECT, null=True, blank=True, verbose_name=_("receipt"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("version of a report")
        verbose_name_plural = _("versions of reports")
        ordering = ["report", "number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="version_of_a_report_once")]


class WrittenPart(models.Model):
    """What is written to one part of a form so far, by several hands."""

    part = models.CharField(_("part"), max_length=20)
    answer = models.JSONField(_("answer"), default=dict, blank=True)
    # Grows with every change; whoever writes says which one they read.
    revision = models.PositiveIntegerField(_("revision"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    # An account or whoever holds a signed link, by name.
    changed_by = models.CharField(_("changed by"), max_length=200)

    class Meta:
        abstract = True
        app_label = "corcom"
        ordering = ["id"]


class ReportPart(WrittenPart):
    """What is answered to one part while a version is drafted."""

    version = models.ForeignKey(ReportVersion, models.CASCADE, verbose_name=_("version"), related_name="parts")

    class Meta(WrittenPart.Meta):
        verbose_name = _("part of a report")
        verbose_name_plural = _("parts of reports")
        constraints = [models.UniqueConstraint(fields=["version", "part"], name="part_of_a_version_once")]


class ReportStep(models.Model):
    """What happened to a version. Rows are added and never changed."""

    version = models.ForeignKey(ReportVersion, models.CASCADE, verbose_name=_("version"), related_name="steps")
    kind = models.CharField(_("step"), max_length=20)
    at = models.DateTimeField(_("at"))
    by = models.CharField(_("by"), max_length=200)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a report")
        verbose_name_plural = _("steps of reports")
        ordering = ["id"]


class ReturnedForm(models.Model):
    """A form that was filled in offline and came back. Its file is kept whatever becomes of it; only that it was taken in is added."""

    report = models.ForeignKey(TransparencyReport, models.PROTECT, verbose_name=_("report"), related_name="returned")
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("file"), related_name="+")
    # As it was called when it came: the same file is stored once, under its first name.
    name = models.CharField(_("name"), max_length=255)
    came_at = models.DateTimeField(_("came at"))
    came_by = models.CharField(_("sent by"), max_length=200)
    # Why it was refused, in English; empty where it could be read.
    refused = models.TextField(_("refused because"), blank=True)
    taken_at = models.DateTimeField(_("taken in at"), null=True, blank=True)
    taken_by = models.CharField(_("taken in by"), max_length=200, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("returned form")
        verbose_name_plural = _("returned forms")
        ordering = ["-id"]


class ReportRemark(models.Model):
    """What the secretariat or the State says to a part or a field of a version. Rows are added and never changed."""

    version = models.ForeignKey(ReportVersion, models.CASCADE, verbose_name=_("version"), related_name="remarks")
    part = models.CharField(_("part"), max_length=20)
    field = models.CharField(_("field"), max_length=60, blank=True)
    of_state = models.BooleanField(_("of the State"))
    words = models.TextField(_("remark"))
    at = models.DateTimeField(_("at"))
    by = models.CharField(_("by"), max_length=200)

    class Meta:
        app_label = "corcom"
        verbose_name = _("remark on a report")
        verbose_name_plural = _("remarks on reports")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="remark_says_something")]


class ReportFindingStep(models.Model):
    """What was done about a finding of a check. Findings are computed each time; rows here are added and never changed."""

    report = models.ForeignKey(
        TransparencyReport, models.CASCADE, verbose_name=_("report"), related_name="finding_steps"
    )
    # The version in which it was found.
    version = models.ForeignKey(ReportVersion, models.PROTECT, verbose_name=_("version"), related_name="+")
    # Which finding, whatever its values; and its mark, which is another with other values.
    key = models.CharField(_("finding"), max_length=200)
    mark = models.CharField(_("mark"), max_length=16)
    # As it was read by whoever took the step; it may be found no longer.
    words = models.TextField(_("words"))
    kind = models.CharField(_("step"), max_length=20)
    note = models.TextField(_("note"), blank=True)
    # Of a letter: what its messages in the outbox have in common.
    batch = models.CharField(_("letter"), max_length=40, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.CharField(_("by"), max_length=200)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a finding")
        verbose_name_plural = _("steps of findings")
        ordering = ["id"]


class ReportCountOnRecord(Recorded):
    """That a record counts so many reports, without naming the States."""

    convention = models.CharField(_("convention"), max_length=40)
    # The code of the obligation that the reports meet.
    report = models.CharField(_("report"), max_length=60)
    # The calendar year that they cover; empty for reports that are made once.
    period = models.PositiveSmallIntegerField(_("period"), null=True, blank=True)
    # overdue or received
    counts = models.CharField(_("what is counted"), max_length=20)
    reports = models.PositiveIntegerField(_("reports"))
    # The legal date of which the record speaks.
    on = models.DateField(_("on"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("count of reports on record")
        verbose_name_plural = _("counts of reports on record")
        ordering = ["-on", "id"]
