from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.access.models import SignedLink, User
from corcom.documents.models import StoredFile
from corcom.reporting.models import WrittenPart


class Questionnaire(models.Model):
    """Questions to States. Once it is opened, what it asks never changes."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    # All that it asks, in all its languages, as plain values.
    form = models.JSONField(_("questions"), default=dict)
    # Grows with every change of the draft; whoever changes it says which one they read.
    revision = models.PositiveIntegerField(_("revision"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("answers until"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=60, blank=True)
    ended_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering = ["-id"]


class QuestionnaireStep(models.Model):
    """What was done with a questionnaire. Rows are added and never changed."""

    questionnaire = models.ForeignKey(
        Questionnaire, models.CASCADE, verbose_name=_("questionnaire"), related_name="steps"
    )
    kind = models.CharField(_("step"), max_length=20)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    # How many States or letters it was about.
    count = models.PositiveIntegerField(_("number"), default=0)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a questionnaire")
        verbose_name_plural = _("steps of questionnaires")
        ordering = ["id"]


class AskedState(models.Model):
    """A State to which a questionnaire is put, with the link by which it answers."""

    questionnaire = models.ForeignKey(
        Questionnaire, models.CASCADE, verbose_name=_("questionnaire"), related_name="asked"
    )
    iso3 = models.CharField(_("State"), max_length=3)
    address = models.CharField(_("address"), max_length=320, blank=True)
    language = models.CharField(_("language"), max_length=10)
    link = models.OneToOneField(SignedLink, models.PROTECT, verbose_name=_("link"), related_name="+")
    invited_at = models.DateTimeField(_("invitation prepared at"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminder prepared at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("State that is asked")
        verbose_name_plural = _("States that are asked")
        ordering = ["iso3"]
        constraints = [models.UniqueConstraint(fields=["questionnaire", "iso3"], name="state_asked_once")]


class AnsweredPart(WrittenPart):
    """What a State has written to one part so far."""

    asked = models.ForeignKey(AskedState, models.CASCADE, verbose_name=_("State"), related_name="parts")

    class Meta(WrittenPart.Meta):
        verbose_name = _("part of an answer")
        verbose_name_plural = _("parts of answers")
        constraints = [models.UniqueConstraint(fields=["asked", "part"], name="part_answered_once")]


class HandedInAnswer(models.Model):
    """An answer as it was handed in. Rows are added and never changed; the last one counts."""

    asked = models.ForeignKey(AskedState, models.CASCADE, verbose_name=_("State"), related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    # By name, without a name, or counted only.
    quoting = models.CharField(_("may be quoted"), max_length=20)
    # Who answered for the State.
    hand = models.CharField(_("name"), max_length=200)
    office = models.CharField(_("office"), max_length=200)
    channel = models.CharField(_("channel"), max_length=20, default="web")
    received_on = models.DateField(_("received on"))
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("file"), related_name="+"
    )
    at = models.DateTimeField(_("at"))
    # Empty where the State handed it in by its link; else who wrote down what it sent.
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer to a questionnaire")
        verbose_name_plural = _("answers to questionnaires")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["asked", "number"], name="version_of_an_answer_once")]
