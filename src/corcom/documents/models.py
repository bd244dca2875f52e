from __future__ import annotations

from django.db import models
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
