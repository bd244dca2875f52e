from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint
from corcom.outbox.models import OutgoingMessage


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("present")
    APOLOGIES = "apologies", _("apologies")
    ABSENT = "absent", _("absent")


class Meeting(models.Model):
    """A meeting of a body: as its record shows it, or, until there is a record, as it was planned."""

    convention = models.CharField(_("convention"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    number_scope = models.CharField(_("counted within"), max_length=100, blank=True)
    # As the record has it: a day, a month or a period in ISO 8601.
    date = models.CharField(_("date"), max_length=40)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    start_time = models.CharField(_("start time"), max_length=5, blank=True)
    end_time = models.CharField(_("end time"), max_length=5, blank=True)
    venue = models.CharField(_("venue"), max_length=300, blank=True)
    chair_code = models.CharField(_("chair, code"), max_length=120, blank=True)
    chair_name = models.CharField(_("chair"), max_length=200, blank=True)
    chair_person = models.CharField(_("person in the chair"), max_length=200, blank=True)
    chair_role = models.CharField(_("office of the chair"), max_length=200, blank=True)
    next_date = models.CharField(_("next meeting"), max_length=40, blank=True)
    next_on = models.DateField(_("next meeting on"), null=True, blank=True)
    next_time = models.CharField(_("next meeting at"), max_length=5, blank=True)
    next_place = models.CharField(_("place of the next meeting"), max_length=300, blank=True)
    next_tentative = models.BooleanField(_("next meeting is tentative"), default=False)
    # Without a record the columns above say what is planned; then `plan` is there.
    on_record = models.BooleanField(_("has a record"), default=True, db_index=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_on", "body", "id"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "body", "starts_on"], name="meeting_of_a_body_on_a_day")
        ]


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, verbose_name=_("meeting"), related_name="agenda")
    number = models.CharField(_("number"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]


class Attendance(models.Model):
    """One delegation at a meeting, or missing from it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, verbose_name=_("meeting"), related_name="attendance")
    # Empty for people who came without a delegation.
    code = models.CharField(_("code"), max_length=120, blank=True, db_index=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=AttendanceStatus.choices)
    people = models.JSONField(_("people"), default=list)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["position"]


class PlanSaid(models.TextChoices):
    TENTATIVE = "tentative", _("tentative")
    CONFIRMED = "confirmed", _("confirmed")
    CANCELLED = "cancelled", _("cancelled")


class MeetingPlan(models.Model):
    """What was planned of a meeting. It stays as it was when the record comes."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, verbose_name=_("meeting"), related_name="plan")
    # Never changes, whatever else does: calendars know the meeting by it.
    uid = models.UUIDField(_("name in calendars"), unique=True)
    kind = models.CharField(_("kind"), max_length=40)
    said = models.CharField(_("status"), max_length=20, choices=PlanSaid.choices, default=PlanSaid.TENTATIVE)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    # Times of the clock in `zone`; the moments follow from them and from the rules of the zone.
    start_time = models.CharField(_("start time"), max_length=5)
    end_time = models.CharField(_("end time"), max_length=5, blank=True)
    zone = models.CharField(_("time zone"), max_length=60)
    place = models.CharField(_("place"), max_length=300, blank=True)
    joining_link = models.CharField(_("joining link"), max_length=500, blank=True)
    languages = models.JSONField(_("languages"), default=list)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    number_scope = models.CharField(_("counted within"), max_length=100, blank=True)
    cloned_from = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, verbose_name=_("made after"), related_name="+"
    )
    # Grows with every change, so that calendars know the later one.
    revision = models.PositiveIntegerField(_("revision"), default=0)
    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("planned meeting")
        verbose_name_plural = _("planned meetings")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="plan_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(zone=""), name="plan_has_a_zone"),
        ]


class PlanEventKind(models.TextChoices):
    SCHEDULED = "scheduled", _("scheduled")
    CHANGED = "changed", _("changed")
    CONFIRMED = "confirmed", _("confirmed")
    MOVED = "moved", _("moved")
    CANCELLED = "cancelled", _("cancelled")
    ITEM_ADDED = "item_added", _("item added")
    ITEM_CHANGED = "item_changed", _("item changed")
    ITEM_WITHDRAWN = "item_withdrawn", _("item withdrawn")
    RELEASED = "released", _("agenda released")


class PlanEvent(models.Model):
    """One step in the planning of a meeting. Rows are added and never changed."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="events")
    kind = models.CharField(_("kind"), max_length=20, choices=PlanEventKind.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, verbose_name=_("by"), related_name="+")
    note = models.TextField(_("note"), blank=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Meta:
        app_label = "corcom"
        verbose_name = _("step of planning")
        verbose_name_plural = _("steps of planning")
        ordering = ["id"]


class DraftAgendaItem(models.Model):
    """One item of the agenda of a planned meeting, while it is drafted."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=500)
    introduced_by = models.CharField(_("introduced by"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0)
    text = models.TextField(_("text"), blank=True)
    papers = models.ManyToManyField(StoredFile, verbose_name=_("papers"), related_name="+", blank=True)
    origin = models.CharField(_("where it comes from"), max_length=20)
    key = models.CharField(_("key"), max_length=120, blank=True)
    came_on = models.DateField(_("from the meeting of"), null=True, blank=True)
    open = models.PositiveIntegerField(_("open"), default=0)
    due = models.PositiveIntegerField(_("due"), default=0)
    # Told afterwards; the next agenda takes it up.
    unfinished = models.BooleanField(_("left unfinished"), default=False)
    # Grows with every change; whoever writes says which one they read.
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("changed by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("item of a draft agenda")
        verbose_name_plural = _("items of draft agendas")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], condition=~Q(key=""), name="automatic_item_once")
        ]


class AgendaRelease(models.Model):
    """An agenda as it went out. Rows are added and never changed; the highest version holds."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="releases")
    version = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(_("content"))
    released_at = models.DateTimeField(_("released at"))
    released_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("released by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("released agenda")
        verbose_name_plural = _("released agendas")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["plan", "version"], name="release_once")]


class ForumDates(models.Model):
    """When another forum meets, for warnings. A date that was wrong is taken back and added anew."""

    name = models.CharField(_("name"), max_length=200)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=500)
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("recorded by"), related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("withdrawn by"), related_name="+"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("dates of another forum")
        verbose_name_plural = _("dates of other forums")
        ordering = ["starts_on", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="forum_ends_after_it_starts")
        ]


class CalendarFeed(models.Model):
    """A calendar that programs subscribe to by a secret address, for one account and with one filter."""

    account = models.ForeignKey(User, models.CASCADE, verbose_name=_("account"), related_name="calendar_feeds")
    # A part of the secret address; it is signed there. What is revoked opens nothing.
    secret = models.CharField(_("secret"), max_length=64, unique=True)
    convention = models.CharField(_("convention"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200, blank=True)
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    state = models.CharField(_("State"), max_length=120, blank=True)
    made_at = models.DateTimeField(_("made at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        app_label = "corcom"
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        ordering = ["-made_at", "-id"]


class FollowedTimeline(models.Model):
    """A time-line whose steps were made action points. Its text, of which each has a line, is the file."""

    # Codes of a rulebook.
    convention = models.CharField(_("convention"), max_length=40)
    template = models.CharField(_("template"), max_length=80)
    meeting_start = models.DateField(_("first day of the meeting"))
    meeting_end = models.DateField(_("last day of the meeting"))
    committee_meetings = models.JSONField(_("committee meetings"), default=list)
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("source"), related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("recorded by"), related_name="+")

    class Meta:
        app_label = "corcom"
        verbose_name = _("time-line")
        verbose_name_plural = _("time-lines")
        ordering = ["-meeting_start", "template"]
        constraints = [models.UniqueConstraint(fields=["template", "meeting_start"], name="timeline_of_a_meeting")]


class TimelinePoint(models.Model):
    """The action point of one step of a time-line."""

    timeline = models.ForeignKey(FollowedTimeline, models.CASCADE, verbose_name=_("time-line"), related_name="points")
    step = models.CharField(_("step"), max_length=80)
    action_point = models.OneToOneField(
        ActionPoint, models.PROTECT, verbose_name=_("action point"), related_name="timeline_point"
    )

    class Meta:
        app_label = "corcom"
        verbose_name = _("action point of a time-line")
        verbose_name_plural = _("action points of time-lines")
        constraints = [models.UniqueConstraint(fields=["timeline", "step"], name="step_once_per_timeline")]


class PlanMessage(models.Model):
    """A message by which somebody was told of a planned meeting, and as of which revision of it. Rows are never changed."""

    plan = models.ForeignKey(MeetingPlan, models.CASCADE, verbose_name=_("planned meeting"), related_name="messages")
    message = models.OneToOneField(
        OutgoingMessage, models.PROTECT, verbose_name=_("message"), related_name="plan_message"
    )
    # REQUEST or CANCEL, as calendars call it.
    method = models.CharField(_("method"), max_length=10)
    revision = models.PositiveIntegerField(_("revision"))

    class Meta:
        app_label = "corcom"
        verbose_name = _("message about a planned meeting")
        verbose_name_plural = _("messages about planned meetings")
        ordering = ["id"]
