from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DirectoryPerson(models.Model):
    """A person. One that was merged into another keeps its row and its number."""

    name = models.CharField(_("name"), max_length=200, db_index=True)
    title = models.CharField(_("title"), max_length=60, blank=True)
    # Codes of ISO 639, the preferred one first.
    languages = models.JSONField(_("languages"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("merged into"), related_name="merged"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "id"]


class PersonAffiliation(models.Model):
    """That a person belongs to a delegation for a time."""

    person = models.ForeignKey(DirectoryPerson, models.CASCADE, verbose_name=_("person"), related_name="affiliations")
    delegation = models.CharField(_("delegation"), max_length=60, db_index=True)
    function = models.CharField(_("function"), max_length=200, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["id"]


class DirectoryContact(models.Model):
    """A way to reach a person, or a delegation itself where there is no person."""

    person = models.ForeignKey(
        DirectoryPerson, models.CASCADE, null=True, blank=True, verbose_name=_("person"), related_name="contacts"
    )
    delegation = models.CharField(_("delegation"), max_length=60, blank=True, db_index=True)
    purpose = models.CharField(_("purpose"), max_length=40)
    kind = models.CharField(_("kind"), max_length=10)
    value = models.CharField(_("address"), max_length=500)
    public = models.BooleanField(_("public"), default=False)
    convention = models.CharField(_("convention"), max_length=40, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="contact_of_one",
                condition=models.Q(person__isnull=False, delegation="")
                | models.Q(person__isnull=True) & ~models.Q(delegation=""),
            )
        ]


class DirectoryStep(models.Model):
    """What was done in the directory: the verb, by whom and when, and what stood there before, so that it can be undone."""

    person = models.ForeignKey(
        DirectoryPerson, models.CASCADE, null=True, blank=True, verbose_name=_("person"), related_name="steps"
    )
    delegation = models.CharField(_("delegation"), max_length=60, blank=True, db_index=True)
    verb = models.CharField(_("step"), max_length=40)
    at = models.DateTimeField(_("at"))
    # The account's name and not a key: accounts stand above the directory. Empty for a command.
    by = models.CharField(_("by"), max_length=150, blank=True)
    before = models.JSONField(_("before"), default=dict, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step in the directory")
        verbose_name_plural = _("steps in the directory")
        ordering = ["id"]
