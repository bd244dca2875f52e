from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint, Decision
from corcom.meetings.models import Meeting


class FindingKind(models.TextChoices):
    MEETING = "meeting", _("meeting")
    ATTENDANCE = "attendance", _("attendance")
    ABSENCE = "absence", _("absence")
    SPEAKER = "speaker", _("speaker")
    AGENDA_ITEM = "agenda_item", _("agenda item")
    ACTION_POINT = "action_point", _("action point")
    DECISION = "decision", _("decision")
    REPORTED_DECISION = "reported_decision", _("reported decision")
    NEXT_MEETING = "next_meeting", _("next meeting")
    MANDATE = "mandate", _("mandate")
    DATE = "date", _("date")
    FIGURE = "figure", _("figure")
    INTERVENTION = "intervention", _("intervention")
    POSITION = "position", _("position")
    PROGRESS = "progress", _("progress")
    REFERENCE = "reference", _("reference")
    WARNING = "warning", _("warning")
    UNREAD = "unread", _("not understood")


class FindingState(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")


class VerdictKind(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    EDITED = "edited", _("edited")
    REJECTED = "rejected", _("rejected")
    UNDONE = "undone", _("undone")


class Reading(models.Model):
    """What one version of the reader took from one file; the newest of a file is current, the others superseded."""

    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("file"), related_name="readings")
    reader = models.CharField(_("reader"), max_length=40)
    text = models.TextField(_("text"))
    marks = models.JSONField(_("marks"), default=list)
    record = models.JSONField(_("record"))
    read_at = models.DateTimeField(_("read at"))
    superseded = models.BooleanField(_("superseded"), default=False)
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, verbose_name=_("meeting"), related_name="readings"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(fields=["file", "reader"], name="file_read_once_by_a_reader"),
            models.UniqueConstraint(
                fields=["file"], condition=Q(superseded=False), name="one_current_reading_of_a_file"
            ),
        ]


class Question(models.Model):
    """An open question on which delegations take positions."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=500)
    # Set when it turned out to be the same as another; what is said on it later goes there.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("merged into"), related_name="merged"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class QuestionName(models.Model):
    """A wording under which a question was found, so that the same wording finds it again after renaming."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    wording = models.CharField(_("wording"), max_length=500)
    question = models.ForeignKey(Question, models.CASCADE, verbose_name=_("question"), related_name="names")

    class Meta:
        app_label = "corcom"
        verbose_name = _("wording of a question")
        verbose_name_plural = _("wordings of questions")
        constraints = [models.UniqueConstraint(fields=["convention", "wording"], name="wording_names_one_question")]


class Finding(models.Model):
    """One thing that a reading found: a proposal, until a person has said what becomes of it."""

    reading = models.ForeignKey(Reading, models.CASCADE, verbose_name=_("reading"), related_name="findings")
    kind = models.CharField(_("kind"), max_length=20, choices=FindingKind.choices)
    position = models.PositiveIntegerField(_("position"))
    payload = models.JSONField(_("as proposed"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words quoted"))
    certainty = models.CharField(_("certainty"), max_length=10)
    # The same for the same thing found by another version of the reader.
    fingerprint = models.CharField(_("fingerprint"), max_length=64, db_index=True)
    # `state` and `confirmed` follow from the verdicts and stand here for quick lists; `oversight` compares them.
    state = models.CharField(
        _("state"), max_length=10, choices=FindingState.choices, default=FindingState.PROPOSED, db_index=True
    )
    confirmed = models.JSONField(_("as confirmed"), null=True, blank=True)
    action_point = models.ForeignKey(
        ActionPoint, models.PROTECT, null=True, blank=True, verbose_name=_("action point"), related_name="findings"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, verbose_name=_("decision"), related_name="findings"
    )
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, verbose_name=_("question"), related_name="findings"
    )
    # What an earlier reading said at this place, where a person had a verdict on it and the words have changed since.
    replaces = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, verbose_name=_("replaces"), related_name="replaced_by"
    )
    # The same thing in a later reading, which now holds the verdict.
    carried_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, verbose_name=_("carried to"), related_name="carried_from"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["reading", "position"]
        indexes = [models.Index(fields=["kind", "state"], name="finding_kind_state")]
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="finding_position_in_reading")]


class FindingActor(models.Model):
    """A State, organisation or office that a finding concerns."""

    finding = models.ForeignKey(Finding, models.CASCADE, verbose_name=_("finding"), related_name="actors")
    code = models.CharField(_("code"), max_length=120, db_index=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        app_label = "corcom"
        verbose_name = _("actor of a finding")
        verbose_name_plural = _("actors of findings")
        constraints = [models.UniqueConstraint(fields=["finding", "code"], name="actor_once_per_finding")]


class Verdict(models.Model):
    """What a person said of a finding. Rows are added and never changed; undoing is a row too."""

    finding = models.ForeignKey(Finding, models.PROTECT, verbose_name=_("finding"), related_name="verdicts")
    verdict = models.CharField(_("verdict"), max_length=10, choices=VerdictKind.choices)
    payload = models.JSONField(_("as confirmed"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["id"]
