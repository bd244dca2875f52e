from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    SECRETARIAT = "secretariat", _("secretariat")
    READER = "reader", _("reader")


class User(AbstractUser):
    """A person who signs in. What they may do follows from `role` (see `access.domain.rights`)."""

    first_name = None  # type: ignore[assignment]  # Django takes a field away by None; its stubs know no such thing
    last_name = None  # type: ignore[assignment]  # likewise
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.READER)
    language = models.CharField(_("language"), max_length=10, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        app_label = "corcom"
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def get_full_name(self) -> str:
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.name or self.username


class SignedLink(models.Model):
    """An address that opens one thing to whoever holds it, without an account, until a moment."""

    # A part of the address; it is signed there.
    secret = models.CharField(_("secret"), max_length=64, unique=True)
    # What the link opens: a kind of page ("invitation") and which one ("meeting:12"), as the domain above names them.
    purpose = models.CharField(_("purpose"), max_length=40)
    subject = models.CharField(_("opens"), max_length=120)
    # The delegation or person it was given to, by code.
    party = models.CharField(_("given to"), max_length=120)
    once = models.BooleanField(_("opens once"), default=False)
    ends_at = models.DateTimeField(_("ends at"))
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("made by"), related_name="+"
    )
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("withdrawn by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("signed link")
        verbose_name_plural = _("signed links")
        ordering = ["id"]
        indexes = [models.Index(fields=["purpose", "subject"], name="signed_link_of_what")]
