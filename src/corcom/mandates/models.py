from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.directory.models import DirectoryPerson
from corcom.register.models import Recorded


class RecordedTerm(Recorded):
    """Who holds an office, from when until when, as one source says; the codes are those of the rulebook."""

    convention = models.CharField(_("convention"), max_length=40)
    office = models.CharField(_("office"), max_length=60)
    body = models.CharField(_("body"), max_length=60, blank=True)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    # ISO3, or the code of an organisation.
    holder = models.CharField(_("holder"), max_length=60, db_index=True)
    # A day in ISO 8601, or the code of the meeting at whose close the term begins or ends.
    since = models.CharField(_("since"), max_length=20, blank=True)
    until = models.CharField(_("until"), max_length=20, blank=True)
    seen_on = models.DateField(_("seen in office on"), null=True, blank=True)
    # The confirmed finding that it was recorded from. A number and not a key: minutes stand above mandates.
    finding = models.PositiveBigIntegerField(_("finding"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "office", "theme"], name="term_of_office")]


class SoundingTaken(Recorded):
    """Who was approached for an office, or came forward, and what they answered. Confidential: for secretariat and presidency."""

    convention = models.CharField(_("convention"), max_length=40)
    # The meeting from whose close on, by its code; its days need not be known yet.
    meeting = models.CharField(_("meeting"), max_length=20)
    office = models.CharField(_("office"), max_length=60)
    # Codes of themes, the dearest first; none for any.
    themes = models.JSONField(_("themes"), default=list, blank=True)
    holder = models.CharField(_("holder"), max_length=60)
    answer = models.CharField(_("answer"), max_length=20)
    on = models.DateField(_("on"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("sounding")
        verbose_name_plural = _("soundings")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "meeting"], name="sounding_for_meeting")]


class ActingPerson(Recorded):
    """Who acts for a holder in an office, for a time."""

    convention = models.CharField(_("convention"), max_length=40)
    office = models.CharField(_("office"), max_length=60)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    holder = models.CharField(_("holder"), max_length=60)
    person = models.ForeignKey(DirectoryPerson, models.PROTECT, verbose_name=_("person"), related_name="offices")
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("person in an office")
        verbose_name_plural = _("people in offices")
        ordering = ["id"]
        indexes = [models.Index(fields=["convention", "office", "theme"], name="person_in_office")]
