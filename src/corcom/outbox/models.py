from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile


class Turn(models.TextChoices):
    """How the last step of a person or a rule left a message. What came of it on its way is said by its attempts."""

    PREPARED = "prepared", _("prepared")
    RELEASED = "released", _("released")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class OutgoingMessage(models.Model):
    """One message to one recipient. Its words never change; where it stands is computed from its last attempt."""

    kind = models.CharField(_("kind"), max_length=40)
    about_kind = models.CharField(_("about: kind"), max_length=40, blank=True)
    about_number = models.PositiveBigIntegerField(_("about: number"), null=True, blank=True)
    # Messages that were prepared together: the 120 of one letter.
    batch = models.CharField(_("prepared together"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=10)
    sender = models.CharField(_("sender"), max_length=320)
    sender_name = models.CharField(_("name of the sender"), max_length=200, blank=True)
    reply_to = models.CharField(_("reply to"), max_length=320, blank=True)
    # Where the server of the recipient says that it cannot deliver.
    bounces_to = models.CharField(_("bounces to"), max_length=320, blank=True)
    recipient = models.CharField(_("recipient"), max_length=320)
    recipient_name = models.CharField(_("name of the recipient"), max_length=200, blank=True)
    subject = models.TextField(_("subject"))
    text = models.TextField(_("text"))
    html = models.TextField(_("text as HTML"), blank=True)
    # What calendars are told, and by which method; both or neither.
    calendar = models.TextField(_("part for calendars"), blank=True)
    calendar_method = models.CharField(_("method of the part for calendars"), max_length=10, blank=True)
    # A word that nobody guesses; answers that carry it belong to this message.
    token = models.CharField(_("token"), max_length=40, unique=True)
    message_id = models.CharField(_("Message-ID"), max_length=400, unique=True)
    in_reply_to = models.CharField(_("in reply to"), max_length=1000, blank=True)
    # The message that did not arrive, whose words this one takes to another address.
    instead_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("instead of"), related_name="again"
    )
    references = models.TextField(_("references"), blank=True)
    is_automatic = models.BooleanField(_("written by a program"), default=False)
    unsubscribe = models.CharField(_("where to unsubscribe"), max_length=1000, blank=True)
    prepared_at = models.DateTimeField(_("prepared at"))
    prepared_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("prepared by"), related_name="+")
    # Stored beside the steps that say it, and the moment of the first release, which is the date of the message.
    turn = models.CharField(_("last step"), max_length=10, choices=Turn.choices, default=Turn.PREPARED)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)
    # From when on a worker may take it up; empty while there is nothing to take up.
    due_at = models.DateTimeField(_("due at"), null=True, blank=True)
    last_attempt = models.OneToOneField(
        "MessageAttempt", models.PROTECT, null=True, blank=True, verbose_name=_("last attempt"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("outgoing message")
        verbose_name_plural = _("outgoing messages")
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(due_at__isnull=False), name="message_due"),
            models.Index(fields=["about_kind", "about_number"], name="message_about"),
            models.Index(fields=["batch"], name="message_batch"),
            models.Index(fields=["in_reply_to"], condition=~Q(in_reply_to=""), name="message_in_reply_to"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(turn__in=("prepared", "held", "cancelled")) | Q(released_at__isnull=False),
                name="message_released_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(calendar="", calendar_method="") | (~Q(calendar="") & ~Q(calendar_method="")),
                name="message_for_calendars_has_a_method",
            ),
        ]


class MessageAttachment(models.Model):
    message = models.ForeignKey(OutgoingMessage, models.PROTECT, verbose_name=_("message"), related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("file"), related_name="+")
    name = models.CharField(_("name"), max_length=255)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("attachment of a message")
        verbose_name_plural = _("attachments of messages")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["message", "position"], name="attachment_at_one_place")]


class MessageStep(models.Model):
    """Releasing, holding or cancelling a message, by a person or by a rule that was on. Rows are added, never changed."""

    message = models.ForeignKey(OutgoingMessage, models.PROTECT, verbose_name=_("message"), related_name="steps")
    kind = models.CharField(_("kind"), max_length=10, choices=Turn.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+")
    rule = models.ForeignKey(
        "ReleaseRule", models.PROTECT, null=True, blank=True, verbose_name=_("by the rule"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of a message")
        verbose_name_plural = _("steps of messages")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, rule__isnull=True)
                | Q(by__isnull=True, rule__isnull=False, kind="released"),
                name="message_step_by_a_person_or_a_rule",
            )
        ]


class Outcome(models.TextChoices):
    SENT = "sent", _("the server took it")
    LATER = "later", _("not now")
    REFUSED = "refused", _("the server refused it")
    GIVEN_UP = "given_up", _("given up")
    LOST = "lost", _("the worker stopped before the letter was handed over")
    UNCLEAR = "unclear", _("the server did not say whether it took it")


class Settled(models.TextChoices):
    ARRIVED = "arrived", _("it arrived")
    AGAIN = "again", _("send it again")


class MessageAttempt(models.Model):
    """One try to send a message. The row is there before the server is spoken to."""

    message = models.ForeignKey(OutgoingMessage, models.PROTECT, verbose_name=_("message"), related_name="attempts")
    number = models.PositiveSmallIntegerField(_("number of the try"))
    worker = models.CharField(_("worker"), max_length=200)
    started_at = models.DateTimeField(_("started at"), db_index=True)
    leased_until = models.DateTimeField(_("leased until"))
    # Committed just before the end of the letter is sent: without it, the server cannot have taken it.
    handed_at = models.DateTimeField(_("handed over at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True)
    reply = models.TextField(_("the server's words"), blank=True)
    # What a person said of an uncertain or a failed one.
    settled_as = models.CharField(_("settled as"), max_length=10, choices=Settled.choices, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("settled by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("attempt to send a message")
        verbose_name_plural = _("attempts to send messages")
        ordering = ["id"]
        constraints = [
            # Two workers cannot send one message at a time, whatever they believe.
            models.UniqueConstraint(
                fields=["message"], condition=Q(ended_at__isnull=True), name="one_open_attempt_of_a_message"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="") | (Q(ended_at__isnull=False) & ~Q(outcome="")),
                name="attempt_ended_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(settled_as="", settled_at__isnull=True, settled_by__isnull=True)
                | (~Q(settled_as="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="attempt_settled_by_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["leased_until"], condition=Q(ended_at__isnull=True), name="attempt_open"),
        ]


class ReleaseRule(models.Model):
    """That messages of one kind go out without a person, from when until when."""

    kind = models.CharField(_("kind"), max_length=40)
    on_at = models.DateTimeField(_("switched on at"))
    on_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("switched on by"), related_name="+")
    off_at = models.DateTimeField(_("switched off at"), null=True, blank=True)
    off_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("switched off by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("rule of release")
        verbose_name_plural = _("rules of release")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=Q(off_at__isnull=True), name="one_rule_on_for_a_kind")
        ]


class IncomingKind(models.TextChoices):
    REPLY = "reply", _("reply")
    BOUNCE = "bounce", _("could not be delivered")
    DELAY = "delay", _("not yet delivered")
    AUTOMATIC = "automatic", _("automatic answer")


class IncomingMessage(models.Model):
    """A message that came in, with its original. One that belongs to no message of ours waits for a person."""

    file = models.OneToOneField(StoredFile, models.PROTECT, verbose_name=_("original"), related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=IncomingKind.choices)
    message_id = models.CharField(_("Message-ID"), max_length=400, blank=True)
    sender = models.CharField(_("sender"), max_length=320, blank=True)
    sender_name = models.CharField(_("name of the sender"), max_length=200, blank=True)
    subject = models.TextField(_("subject"), blank=True)
    text = models.TextField(_("text"), blank=True)
    attachments = models.JSONField(_("names of what is attached"), default=list)
    # What was not read or was cut and why, as pairs of a text to be translated and the values in it.
    not_read = models.JSONField(_("what was not read"), default=list)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    received_at = models.DateTimeField(_("received at"))
    # Of a message that could not be delivered: to whom, the code, the words of the server.
    failed_recipient = models.CharField(_("recipient that failed"), max_length=320, blank=True)
    failed_code = models.CharField(_("code"), max_length=20, blank=True)
    failed_words = models.TextField(_("why"), blank=True)
    answers = models.ForeignKey(
        OutgoingMessage, models.PROTECT, null=True, blank=True, verbose_name=_("answers"), related_name="incoming"
    )
    # How it was filed: by which of its headers, or by whom.
    filed_through = models.CharField(_("filed through"), max_length=20, blank=True)
    filed_at = models.DateTimeField(_("filed at"), null=True, blank=True)
    filed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("filed by"), related_name="+"
    )
    # A person said that it belongs to nothing.
    set_aside_at = models.DateTimeField(_("set aside at"), null=True, blank=True)
    set_aside_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("set aside by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("incoming message")
        verbose_name_plural = _("incoming messages")
        ordering = ["-received_at", "-id"]
        indexes = [models.Index(fields=["received_at", "id"], name="incoming_received")]
        constraints = [
            models.UniqueConstraint(fields=["message_id", "sender"], condition=~Q(message_id=""), name="incoming_once"),
            models.CheckConstraint(
                condition=Q(answers__isnull=True, filed_at__isnull=True)
                | Q(answers__isnull=False, filed_at__isnull=False),
                name="incoming_filed_at_a_moment",
            ),
        ]


class AddressFact(models.Model):
    """What a person said of an address that failed: another is used instead, or it works again. Rows are added, never changed."""

    # In small letters.
    address = models.CharField(_("address"), max_length=320, db_index=True)
    # The address that is used instead; empty where the same works again.
    instead = models.CharField(_("used instead"), max_length=320, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("fact about an address")
        verbose_name_plural = _("facts about addresses")
        ordering = ["id"]


class MailPreference(models.Model):
    """That an address gets no messages of one kind any more, or gets them again. Rows are added, never changed."""

    # In small letters.
    address = models.CharField(_("address"), max_length=320)
    kind = models.CharField(_("kind"), max_length=40)
    is_wanted = models.BooleanField(_("wanted"))
    at = models.DateTimeField(_("at"))
    # Empty where it was said by the link in a message.
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("preference for mail")
        verbose_name_plural = _("preferences for mail")
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "address"], name="preference_of_an_address")]
