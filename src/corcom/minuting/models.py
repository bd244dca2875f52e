from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.meetings.models import MeetingPlan
from corcom.minutes.models import Reading


class AttributionKind(models.TextChoices):
    STATE = "state", _("by State or organisation")
    INITIALS = "initials", _("by the initials of who spoke")
    NOBODY = "nobody", _("nobody is named")


class WrittenMinutes(models.Model):
    """The minutes of a planned meeting, as they are being written: what stands at their head."""

    plan = models.OneToOneField(
        MeetingPlan, models.PROTECT, verbose_name=_("planned meeting"), related_name="written_minutes"
    )
    # In which they are written, and in which their labels are set.
    language = models.CharField(_("language"), max_length=10, default="en")
    attribution = models.CharField(_("who spoke"), max_length=10, choices=AttributionKind.choices, default="state")
    public_attribution = models.CharField(
        _("who spoke, in the public copy"), max_length=10, choices=AttributionKind.choices, default="nobody"
    )
    chair_delegation = models.CharField(_("delegation in the chair"), max_length=200, blank=True)
    chair_person = models.CharField(_("person in the chair"), max_length=200, blank=True)
    chair_role = models.CharField(_("office of the chair"), max_length=200, blank=True)
    # As the meeting was held; empty where it began and ended as planned.
    start_time = models.CharField(_("start time"), max_length=5, blank=True)
    end_time = models.CharField(_("end time"), max_length=5, blank=True)
    # Grows with every change of the head; whoever writes says which one they read.
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("written minutes")
        verbose_name_plural = _("written minutes")


class MinutesSection(models.Model):
    """An item of the agenda as it was released, or what stands before all of them."""

    minutes = models.ForeignKey(
        WrittenMinutes, models.CASCADE, verbose_name=_("written minutes"), related_name="sections"
    )
    position = models.PositiveSmallIntegerField(_("position"))
    # Empty for what stands before the agenda.
    number = models.CharField(_("number"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=500)
    papers = models.JSONField(_("papers"), default=list)

    class Meta:
        app_label = "corcom"
        verbose_name = _("section of minutes")
        verbose_name_plural = _("sections of minutes")
        ordering = ["position", "id"]


class MinutesParagraph(models.Model):
    """One paragraph as it stands; how it came to stand so is in its versions."""

    section = models.ForeignKey(MinutesSection, models.CASCADE, verbose_name=_("section"), related_name="paragraphs")
    position = models.PositiveIntegerField(_("position"))
    # The values of `domain.paragraphs.TakingDown`.
    said = models.JSONField(_("what it says"))
    removed = models.BooleanField(_("taken out"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("paragraph of minutes")
        verbose_name_plural = _("paragraphs of minutes")
        ordering = ["position", "id"]


class ParagraphChange(models.TextChoices):
    STARTED = "started", _("there from the beginning")
    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    MERGED = "merged", _("merged with another change")
    COLLIDED = "collided", _("collided with another change")
    MOVED = "moved", _("moved")
    REMOVED = "removed", _("taken out")
    UNDONE = "undone", _("undone")


class ParagraphVersion(models.Model):
    """What a change made of a paragraph. Rows are added and never changed."""

    paragraph = models.ForeignKey(
        MinutesParagraph, models.CASCADE, verbose_name=_("paragraph"), related_name="versions"
    )
    version = models.PositiveIntegerField(_("version"))
    # What collided is kept here, and is not what the paragraph says.
    kind = models.CharField(_("kind"), max_length=10, choices=ParagraphChange.choices)
    said = models.JSONField(_("what it says"))
    removed = models.BooleanField(_("taken out"), default=False)
    section = models.ForeignKey(MinutesSection, models.CASCADE, verbose_name=_("section"), related_name="+")
    # The paragraph before it in its section, by number; None at the top.
    after = models.BigIntegerField(_("stands after"), null=True, blank=True)
    undoes = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, verbose_name=_("undoes"), related_name="undone_by"
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("paragraph version")
        verbose_name_plural = _("paragraph versions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["paragraph", "version"],
                condition=~models.Q(kind="collided"),
                name="paragraph_version_once",
            )
        ]


class MinutesIssueKind(models.TextChoices):
    CIRCULATED = "circulated", _("circulated")
    APPROVED = "approved", _("approved")
    CORRECTED = "corrected", _("corrected after approval")


class MinutesIssue(models.Model):
    """The minutes as they were circulated or approved. Rows are added and never changed; the highest version holds."""

    minutes = models.ForeignKey(
        WrittenMinutes, models.PROTECT, verbose_name=_("written minutes"), related_name="issues"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=10, choices=MinutesIssueKind.choices)
    content = models.JSONField(_("content"))
    corrections = models.JSONField(_("corrections"), default=list)
    # The text that the record of the meeting rests on, and what it says.
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("text"), related_name="+")
    reading = models.ForeignKey(Reading, models.PROTECT, verbose_name=_("reading"), related_name="+")
    approved_at = models.ForeignKey(
        MeetingPlan,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("approved at"),
        related_name="approved_minutes",
    )
    note = models.TextField(_("note"), blank=True)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("issued by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("issue of minutes")
        verbose_name_plural = _("issues of minutes")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "version"], name="minutes_issue_once"),
            models.CheckConstraint(
                condition=models.Q(kind="circulated", approved_at=None)
                | models.Q(kind__in=["approved", "corrected"], approved_at__isnull=False),
                name="minutes_approved_by_a_meeting",
            ),
        ]


class MinutesStepKind(models.TextChoices):
    STARTED = "started", _("started")
    CIRCULATED = "circulated", _("circulated")
    APPROVED = "approved", _("approved")
    REOPENED = "reopened", _("opened for a correction")
    PUBLISHED = "published", _("public copy made public")
    HIDDEN = "hidden", _("public copy taken back")


class MinutesStep(models.Model):
    """What happened to minutes as a whole. Rows are added and never changed; where minutes stand follows from them."""

    minutes = models.ForeignKey(WrittenMinutes, models.CASCADE, verbose_name=_("written minutes"), related_name="steps")
    kind = models.CharField(_("kind"), max_length=12, choices=MinutesStepKind.choices)
    issue = models.ForeignKey(
        MinutesIssue, models.PROTECT, null=True, blank=True, verbose_name=_("issue"), related_name="steps"
    )
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of minutes")
        verbose_name_plural = _("steps of minutes")
        ordering = ["id"]
