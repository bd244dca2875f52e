from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from corcom.minutes.models import Reading
from corcom.oversight.matching import SearchWords


class Passage(models.Model):
    """A passage of a current reading, as search finds it. All of it follows from the reading and can be made anew.

    Its words stand in an index of the engine too. On SQLite triggers of this table keep that index: a migration that
    changes the table must make them again (see migration 0003).
    """

    reading = models.ForeignKey(Reading, models.CASCADE, verbose_name=_("reading"), related_name="passages")
    position = models.PositiveIntegerField(_("position"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    text = models.TextField(_("text"))
    words = SearchWords(_("words as search compares them"))
    convention = models.CharField(_("convention"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200, blank=True)
    # As the record has it, and its first day; empty where nobody knows the day of the meeting.
    date = models.CharField(_("date"), max_length=40, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    agenda = models.CharField(_("agenda item"), max_length=300, blank=True)
    theme = models.CharField(_("theme"), max_length=200, blank=True, db_index=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        indexes = [models.Index(fields=["starts_on", "reading", "position"], name="passage_newest_first")]
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="passage_position_in_reading")]


class PassageActor(models.Model):
    """A State, organisation or office that a passage names or concerns."""

    passage = models.ForeignKey(Passage, models.CASCADE, verbose_name=_("passage"), related_name="actors")
    code = models.CharField(_("code"), max_length=120, db_index=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        app_label = "corcom"
        verbose_name = _("actor of a passage")
        verbose_name_plural = _("actors of passages")
        constraints = [models.UniqueConstraint(fields=["passage", "code"], name="actor_once_per_passage")]
