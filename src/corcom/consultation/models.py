from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.outbox.models import IncomingMessage


class Consultation(models.Model):
    """A text as it was circulated. What was circulated never changes; another round is another row."""

    title = models.CharField(_("title"), max_length=500)
    # A kind and a key of whoever keeps what it is: "minutes:7".
    about = models.CharField(_("about"), max_length=120, db_index=True)
    convention = models.CharField(_("convention"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=20)
    procedure = models.CharField(_("procedure"), max_length=20)
    circle = models.CharField(_("for whom"), max_length=20)
    note = models.TextField(_("note"), blank=True)
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("after the round"), related_name="followed_by"
    )
    circulated_at = models.DateTimeField(_("circulated at"))
    circulated_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("circulated by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-circulated_at", "-id"]


class ConsultationDeadline(models.Model):
    """Until when comments are taken. An extension is another row; the last one holds."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, verbose_name=_("consultation"), related_name="deadlines"
    )
    closes_at = models.DateTimeField(_("closes at"))
    zone = models.CharField(_("time zone"), max_length=60)
    reason = models.TextField(_("reason"), blank=True)
    set_at = models.DateTimeField(_("set at"))
    set_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("set by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("deadline of a consultation")
        verbose_name_plural = _("deadlines of consultations")
        ordering = ["id"]


class CirculatedParagraph(models.Model):
    consultation = models.ForeignKey(
        Consultation, models.CASCADE, verbose_name=_("consultation"), related_name="paragraphs"
    )
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.CharField(_("number"), max_length=20)
    text = models.TextField(_("text"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("circulated paragraph")
        verbose_name_plural = _("circulated paragraphs")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="circulated_paragraph_once"),
            models.UniqueConstraint(fields=["consultation", "position"], name="circulated_paragraph_at_one_place"),
        ]


class ConsultedParty(models.Model):
    """A delegation to which a text was circulated."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, verbose_name=_("consultation"), related_name="parties"
    )
    code = models.CharField(_("code"), max_length=120)
    # Of a silence procedure: what the delegation said, encrypted; there from the beginning, whether it says anything or not.
    sealed = models.BinaryField(_("sealed"), null=True, blank=True)
    sealed_until = models.DateTimeField(_("sealed until"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("consulted party")
        verbose_name_plural = _("consulted parties")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "code"], name="party_consulted_once"),
            models.CheckConstraint(
                condition=Q(sealed__isnull=True, sealed_until__isnull=True)
                | Q(sealed__isnull=False, sealed_until__isnull=False),
                name="sealed_until_a_moment",
            ),
        ]


class CommentVersion(models.Model):
    """What a delegation says at one place of the text. Rows are added and never changed; the highest version holds."""

    party = models.ForeignKey(ConsultedParty, models.CASCADE, verbose_name=_("delegation"), related_name="comments")
    place = models.CharField(_("place"), max_length=10)
    paragraph = models.CharField(_("paragraph"), max_length=20, blank=True)
    version = models.PositiveSmallIntegerField(_("version"))
    # All three are empty where the comment was taken back.
    text = models.TextField(_("comment"), blank=True)
    change = models.CharField(_("what is proposed"), max_length=10, blank=True)
    wording = models.TextField(_("proposed wording"), blank=True)
    withdrawn = models.BooleanField(_("taken back"), default=False)
    # Who wrote, as they said; or the account of whoever of the secretariat wrote it down.
    said_by = models.CharField(_("written by"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("recorded by"), related_name="+"
    )
    reply = models.ForeignKey(
        IncomingMessage, models.PROTECT, null=True, blank=True, verbose_name=_("from the message"), related_name="+"
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["id"]
        constraints = [
            # Of two who write at once, one is told.
            models.UniqueConstraint(fields=["party", "place", "paragraph", "version"], name="comment_version_once"),
        ]


class CommentTreatment(models.Model):
    """What became of a comment. One that was taken back stays readable."""

    comment = models.ForeignKey(CommentVersion, models.PROTECT, verbose_name=_("comment"), related_name="treatments")
    outcome = models.CharField(_("what became of it"), max_length=20)
    wording = models.TextField(_("wording that was taken"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("taken back by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("treatment of a comment")
        verbose_name_plural = _("treatments of comments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment"], condition=Q(undone_at__isnull=True), name="comment_treated_once"
            )
        ]


class DraftedParagraph(models.Model):
    """A paragraph of the next draft as somebody edited it. Rows are added; the highest version holds."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, verbose_name=_("consultation"), related_name="drafted"
    )
    place = models.CharField(_("place"), max_length=10)
    paragraph = models.CharField(_("paragraph"), max_length=20)
    version = models.PositiveSmallIntegerField(_("version"))
    # Empty where the paragraph goes.
    text = models.TextField(_("text"), blank=True)
    # What came out of the accepted comments when it was edited.
    base = models.TextField(_("was made from"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("paragraph of the next draft")
        verbose_name_plural = _("paragraphs of the next draft")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "place", "paragraph", "version"], name="drafted_version_once"
            )
        ]


class ReplyTaken(models.Model):
    """That a person took an answer by e-mail up, or said that nothing of it is a comment."""

    reply = models.OneToOneField(
        IncomingMessage, models.PROTECT, verbose_name=_("message"), related_name="taken_as_comment"
    )
    party = models.ForeignKey(ConsultedParty, models.PROTECT, verbose_name=_("delegation"), related_name="replies")
    is_aside = models.BooleanField(_("set aside"), default=False)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer that was taken up")
        verbose_name_plural = _("answers that were taken up")
