from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.correspondence.models.audiences import Audience
from corcom.documents.models import StoredFile


class LetterTemplate(models.Model):
    """Words that letters begin with, in several languages. Its wordings are added, never changed."""

    name = models.CharField(_("name"), max_length=200)
    # Empty: for letters under any convention.
    convention = models.CharField(_("convention"), max_length=40, blank=True)
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("template of letters")
        verbose_name_plural = _("templates of letters")
        ordering = ["name", "id"]


class TemplateWording(models.Model):
    """The words of a template in one language at one revision; the latest one holds, and an empty one takes the language away."""

    template = models.ForeignKey(LetterTemplate, models.PROTECT, verbose_name=_("template"), related_name="wordings")
    language = models.CharField(_("language"), max_length=10)
    revision = models.PositiveIntegerField(_("revision"))
    words = models.JSONField(_("words"), default=dict, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("wording of a template")
        verbose_name_plural = _("wordings of templates")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["template", "language", "revision"], name="template_wording_once")
        ]


class StateLetter(models.Model):
    """One letter to States. Until it is approved it may be changed; after that its words and its copies stand."""

    convention = models.CharField(_("convention"), max_length=40)
    # Asked again until the letter is approved; empty for one to States that a person named.
    audience = models.ForeignKey(
        Audience, models.PROTECT, null=True, blank=True, verbose_name=_("audience"), related_name="letters"
    )
    # Given with the approval: which letter of the year under the convention.
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    position = models.PositiveIntegerField(_("number"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    # One for each language, in the order in which they are preferred.
    wordings = models.JSONField(_("words"), default=list)
    signatory = models.CharField(_("who signs"), max_length=200, blank=True)
    office = models.CharField(_("office of whoever signs"), max_length=300, blank=True)
    dated = models.DateField(_("date"))
    answer_due_on = models.DateField(_("answer asked for by"), null=True, blank=True)
    by_email = models.BooleanField(_("by e-mail"), default=True)
    on_paper = models.BooleanField(_("on paper"), default=True)
    # Grows with every change; whoever writes says which one they read.
    revision = models.PositiveIntegerField(_("revision"), default=1)

    class Meta:
        app_label = "corcom"
        verbose_name = _("letter to States")
        verbose_name_plural = _("letters to States")
        ordering = ["-dated", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "year", "position"], name="letter_numbered_once"),
        ]


class LetterCopy(models.Model):
    """What one State gets of a letter."""

    letter = models.ForeignKey(StateLetter, models.PROTECT, verbose_name=_("letter"), related_name="copies")
    iso3 = models.CharField(_("State"), max_length=3, db_index=True)
    language = models.CharField(_("language"), max_length=10)
    # What the State is written to about; empty where the audience asks about no obligation.
    concern = models.JSONField(_("concern"), default=dict, blank=True)
    # Why it does not get the letter though the audience names it; empty: it gets it.
    left_out = models.CharField(_("left out"), max_length=300, blank=True)
    # Fixed with the approval: the words with their values, and the addresses.
    words = models.JSONField(_("words"), default=dict, blank=True)
    addresses = models.JSONField(_("addresses"), default=list, blank=True)
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=".docx", related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=".pdf", related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("copy of a letter")
        verbose_name_plural = _("copies of letters")
        ordering = ["iso3"]
        constraints = [models.UniqueConstraint(fields=["letter", "iso3"], name="one_copy_for_a_state")]


class LetterStep(models.Model):
    """What happened to a letter. Rows are added and never changed."""

    letter = models.ForeignKey(StateLetter, models.PROTECT, verbose_name=_("letter"), related_name="steps")
    kind = models.CharField(_("step"), max_length=20)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    note = models.TextField(_("note"), blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a letter")
        verbose_name_plural = _("steps of letters")
        ordering = ["id"]


class LetterPosting(models.Model):
    """That the paper of a copy left. Rows are added; one may be struck."""

    copy = models.ForeignKey(LetterCopy, models.PROTECT, verbose_name=_("copy"), related_name="postings")
    posted_on = models.DateField(_("posted on"))
    # One of `POSTING_WAYS`.
    way = models.CharField(_("way"), max_length=20)
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    struck_at = models.DateTimeField(_("struck at"), null=True, blank=True)
    struck_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("struck by"), related_name="+"
    )
    struck_why = models.CharField(_("why struck"), max_length=300, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("posting of a letter")
        verbose_name_plural = _("postings of letters")
        ordering = ["posted_on", "id"]


class LetterAnswer(models.Model):
    """An answer that came otherwise than by e-mail, or that a person took for one. Rows are added; one may be struck."""

    copy = models.ForeignKey(LetterCopy, models.PROTECT, verbose_name=_("copy"), related_name="answers")
    received_on = models.DateField(_("received on"))
    channel = models.CharField(_("channel"), max_length=20)
    says = models.TextField(_("what it says"), blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("file"), related_name="+"
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    struck_at = models.DateTimeField(_("struck at"), null=True, blank=True)
    struck_why = models.CharField(_("why struck"), max_length=300, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer to a letter")
        verbose_name_plural = _("answers to letters")
        ordering = ["received_on", "id"]
