"""Stored files, and official documents with their versions in six languages.

Official documents are read through `queries.published` alone (a test looks for other ways): what somebody may see is decided there.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StoredFile(models.Model):
    """A file as it came in, kept once for all who need it; what it holds is its name on disk."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    content = models.FileField(_("content"), max_length=120)
    stored_at = models.DateTimeField(_("stored at"))
    # The account's name and not a key: accounts stand above documents. Empty for a command.
    stored_by = models.CharField(_("stored by"), max_length=150, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")


class RegisteredDocument(models.Model):
    """A document with its symbol. Its words are edited freely; its versions are what is released."""

    title = models.CharField(_("title"), max_length=500)
    convention = models.CharField(_("convention"), max_length=40)
    symbol = models.CharField(_("symbol"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=40)
    # The meeting by its body and first day: meetings stand above documents.
    body = models.CharField(_("body"), max_length=200, blank=True)
    meeting_on = models.DateField(_("first day of the meeting"), null=True, blank=True)
    original_language = models.CharField(_("original language"), max_length=2)
    circle = models.CharField(_("class"), max_length=20)
    # Grows with every change; whoever writes says which one they read.
    version = models.PositiveIntegerField(_("version"), default=1)
    registered_at = models.DateTimeField(_("registered at"))
    registered_by = models.CharField(_("registered by"), max_length=150)

    class Meta:
        app_label = "corcom"
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        ordering = ["-meeting_on", "symbol", "id"]
        indexes = [models.Index(fields=["convention", "body", "meeting_on"], name="document_of_meeting")]
        constraints = [
            models.UniqueConstraint(fields=["symbol"], condition=~Q(symbol=""), name="symbol_once"),
            models.CheckConstraint(
                condition=Q(circle__in=["public", "states_parties", "committee", "secretariat"]),
                name="document_is_for_a_circle",
            ),
        ]


class Translation(models.Model):
    """How far one language version of a document is; that it is released shows by its versions."""

    document = models.ForeignKey(
        RegisteredDocument, models.CASCADE, verbose_name=_("document"), related_name="translations"
    )
    language = models.CharField(_("language"), max_length=2)
    said = models.CharField(_("state"), max_length=20)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    translator = models.CharField(_("translated by"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        app_label = "corcom"
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [models.UniqueConstraint(fields=["document", "language"], name="translation_once")]


class LanguageVersion(models.Model):
    """One version of a document in one language. Once `released_at` is there the database lets nothing of it change."""

    document = models.ForeignKey(
        RegisteredDocument, models.PROTECT, verbose_name=_("document"), related_name="versions"
    )
    language = models.CharField(_("language"), max_length=2)
    number = models.PositiveSmallIntegerField(_("number"))
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("file"), related_name="+")
    note = models.TextField(_("note"), blank=True)
    uploaded_at = models.DateTimeField(_("uploaded at"))
    uploaded_by = models.CharField(_("uploaded by"), max_length=150)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)
    released_by = models.CharField(_("released by"), max_length=150, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        ordering = ["language", "-number"]
        constraints = [models.UniqueConstraint(fields=["document", "language", "number"], name="version_once")]


class WithdrawnVersion(models.Model):
    """That a version does not stand any more, and why. Rows are added and never changed."""

    version = models.OneToOneField(
        LanguageVersion, models.PROTECT, verbose_name=_("language version"), related_name="withdrawn"
    )
    reason = models.TextField(_("reason"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    withdrawn_by = models.CharField(_("withdrawn by"), max_length=150)

    class Meta:
        app_label = "corcom"
        verbose_name = _("withdrawn version")
        verbose_name_plural = _("withdrawn versions")


class DocumentStepKind(models.TextChoices):
    REGISTERED = "registered", _("registered")
    CHANGED = "changed", _("changed")
    CLASS_CHANGED = "class_changed", _("class changed")
    TRANSLATION = "translation", _("state of translation changed")
    UPLOADED = "uploaded", _("version uploaded")
    RELEASED = "released", _("version released")
    WITHDRAWN = "withdrawn", _("version withdrawn")


class DocumentStep(models.Model):
    """One step in the life of an official document. Rows are added and never changed."""

    document = models.ForeignKey(RegisteredDocument, models.PROTECT, verbose_name=_("document"), related_name="steps")
    # So that no version goes away of which something is told.
    version = models.ForeignKey(
        LanguageVersion, models.PROTECT, null=True, blank=True, verbose_name=_("language version"), related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentStepKind.choices)
    language = models.CharField(_("language"), max_length=2, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.CharField(_("by"), max_length=150)
    note = models.TextField(_("note"), blank=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a document")
        verbose_name_plural = _("steps of documents")
        ordering = ["id"]


class Upload(models.Model):
    """A file that comes in piece by piece. Its bytes lie on disk under `name_on_disk`; their number says how far it is."""

    name_on_disk = models.CharField(_("name on disk"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=255)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    # What the sender says it will be; empty where it does not say.
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    started_at = models.DateTimeField(_("started at"))
    started_by = models.CharField(_("started by"), max_length=150)
    # When a piece arrived last; what nobody goes on with is cleared away by it.
    last_at = models.DateTimeField(_("last piece at"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["started_at", "id"]
