from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import SignedLink, User
from corcom.meetings.models import MeetingPlan
from corcom.outbox.models import OutgoingMessage


class InviteeKind(models.TextChoices):
    """What a delegation was invited as; how its State stands to the convention is computed for the day of the meeting."""

    STATE = "state", _("State")
    ORGANISATION = "organisation", _("organisation")
    SPECIAL_INVITEE = "special_invitee", _("special invitee")


class Invitation(models.Model):
    """One delegation that was invited to a meeting, with the signed link by which it answers."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="invitations")
    # ISO3, the slug of an organisation, or "guest:…" for a special invitee; the name is as it was when invited.
    code = models.CharField(_("code"), max_length=120)
    name = models.CharField(_("name"), max_length=200)
    invited_as = models.CharField(_("invited as"), max_length=20, choices=InviteeKind.choices)
    email = models.CharField(_("e-mail"), max_length=320, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en")
    answer_by = models.DateField(_("answer by"))
    link = models.ForeignKey(SignedLink, models.PROTECT, verbose_name=_("signed link"), related_name="+")
    invited_at = models.DateTimeField(_("invited at"))
    invited_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("invited by"), related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("withdrawn by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="invitation_once")]


class InvitationLetter(models.Model):
    """The letter of an invitation (number 0) or a reminder of it (from 1 on), as it was prepared in the outbox."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, verbose_name=_("invitation"), related_name="letters")
    number = models.PositiveSmallIntegerField(_("number of the reminder"))
    # A renewed link asks for a new letter.
    link = models.ForeignKey(SignedLink, models.PROTECT, verbose_name=_("signed link"), related_name="+")
    message = models.OneToOneField(OutgoingMessage, models.PROTECT, verbose_name=_("message"), related_name="+")
    prepared_at = models.DateTimeField(_("prepared at"))
    prepared_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("prepared by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("letter of an invitation")
        verbose_name_plural = _("letters of invitations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["invitation", "number", "link"], name="letter_of_an_invitation_once")
        ]


class AnswerSaid(models.TextChoices):
    ATTENDS = "attends", _("takes part")
    APOLOGIES = "apologies", _("sends apologies")
    NO_PARTICIPATION = "no_participation", _("does not take part")


class InvitationAnswer(models.Model):
    """One version of what a delegation answered. Rows are added and never changed; the highest version holds."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, verbose_name=_("invitation"), related_name="answers")
    version = models.PositiveIntegerField(_("version"))
    said = models.CharField(_("answer"), max_length=20, choices=AnswerSaid.choices)
    people = models.JSONField(_("people"), default=list)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"))
    # Empty where it came by the signed link, from whoever holds it.
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("answer to an invitation")
        verbose_name_plural = _("answers to invitations")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["invitation", "version"], name="answer_version_once")]


class PresenceMark(models.TextChoices):
    EXPECTED = "expected", _("not marked yet")
    PRESENT = "present", _("present")
    APOLOGIES = "apologies", _("apologies")
    ABSENT = "absent", _("absent without apology")
    PROXY = "proxy", _("represented by another")


class DelegationPresence(models.Model):
    """One delegation as attendance was taken at a meeting; name and role are copies, as they were on the day."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="presences")
    code = models.CharField(_("code"), max_length=120)
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=300, blank=True)
    special = models.BooleanField(_("special invitee"), default=False)
    presence = models.CharField(
        _("presence"), max_length=20, choices=PresenceMark.choices, default=PresenceMark.EXPECTED
    )
    # Who speaks for it, where it is represented by another: likewise a copy.
    speaker_code = models.CharField(_("represented by, code"), max_length=120, blank=True)
    speaker_name = models.CharField(_("represented by"), max_length=200, blank=True)
    # Grows with every change; whoever marks says which one they read.
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("presence of a delegation")
        verbose_name_plural = _("presences of delegations")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="presence_once"),
            models.CheckConstraint(
                condition=(Q(presence="proxy") & ~Q(speaker_code="")) | (~Q(presence="proxy") & Q(speaker_code="")),
                name="proxy_has_a_speaker",
            ),
        ]


class PersonPresence(models.Model):
    """Somebody of a delegation at a meeting; every value is a copy, as it was on the day."""

    delegation = models.ForeignKey(
        DelegationPresence, models.CASCADE, verbose_name=_("delegation"), related_name="people"
    )
    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("title"), max_length=60, blank=True)
    function = models.CharField(_("function"), max_length=200, blank=True)
    is_head = models.BooleanField(_("head of delegation"), default=False)
    here = models.BooleanField(_("present"), null=True, blank=True)
    on_the_spot = models.BooleanField(_("added at the meeting"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        app_label = "corcom"
        verbose_name = _("presence of a person")
        verbose_name_plural = _("presences of people")
        ordering = ["-is_head", "id"]


class AttendanceStep(models.Model):
    """One step in taking attendance. Rows are added and never changed."""

    plan = models.ForeignKey(
        MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="attendance_steps"
    )
    verb = models.CharField(_("step"), max_length=20)
    delegation = models.CharField(_("delegation"), max_length=200, blank=True)
    person = models.CharField(_("person"), max_length=200, blank=True)
    before = models.CharField(_("before"), max_length=300, blank=True)
    after = models.CharField(_("after"), max_length=300, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of taking attendance")
        verbose_name_plural = _("steps of taking attendance")
        ordering = ["id"]


class ParticipantsRelease(models.Model):
    """A list of participants as it went out. Rows are added and never changed; a final one closes attendance."""

    plan = models.ForeignKey(
        MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="participants"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    is_final = models.BooleanField(_("final"), default=False)
    content = models.JSONField(_("content"))
    released_at = models.DateTimeField(_("released at"))
    released_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("released by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("released list of participants")
        verbose_name_plural = _("released lists of participants")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["plan", "version"], name="participants_release_once")]


class EntryState(models.TextChoices):
    OPEN = "open", _("open")
    UNDER_WAY = "under_way", _("under way")
    DONE = "done", _("done")
    NOT_NEEDED = "not_needed", _("not needed")


class ChecklistEntry(models.Model):
    """One thing that the host of a meeting sees to."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="checklist")
    # That of the rulebook's template; empty for what somebody added. Its words are a copy.
    code = models.CharField(_("code"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=300)
    state = models.CharField(_("state"), max_length=20, choices=EntryState.choices, default=EntryState.OPEN)
    note = models.TextField(_("note"), blank=True)
    owner = models.CharField(_("owner"), max_length=200, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"))
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("entry of a checklist")
        verbose_name_plural = _("entries of checklists")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "code"], condition=~Q(code=""), name="checklist_entry_of_a_template_once"
            )
        ]


class ChecklistStep(models.Model):
    """One change of an entry: the values before and after. Rows are added and never changed."""

    entry = models.ForeignKey(ChecklistEntry, models.CASCADE, verbose_name=_("entry"), related_name="steps")
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a checklist")
        verbose_name_plural = _("steps of checklists")
        ordering = ["id"]
