"""Reminders as rows of tables: those that go today, those that come, those that were prepared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.reminders.answers import ReminderAnswer
from corcom.correspondence.domain.reminders.due import ReminderDue
from corcom.correspondence.domain.reminders.told import PlanTold, ReminderTold
from corcom.correspondence.queries.reminders import ReminderInHand
from corcom.web.day import AS_OF
from corcom.web.language_words import language_by_itself
from corcom.web.letters.found import letter_writing
from corcom.web.outbox.words import incoming_mark, message_mark
from corcom.web.pieces import Column, Link, Row, Stack, StateName, StatusMark, Table, Together
from corcom.web.reminders.words import (
    SENT_TO,
    STOPPED,
    days_in_words,
    lack_in_words,
    owed_in_words,
    plan_name,
    standing_mark,
    waits_in_words,
    ways_in_words,
)
from corcom.web.state_names import state_name
from corcom.web.wording import in_words


def today_tables(found: Sequence[tuple[PlanTold, ReminderInHand]], day: date) -> tuple[Table, Table]:
    """What goes today, State by State; and what waits, with what is missing."""
    ready = [_today(plan, one) for plan, one in found if one.goes]
    waiting = [_today(plan, one) for plan, one in found if not one.goes]
    title = _("Due on %(day)s") % {"day": in_words(day)}
    return _today_table("today", title, ready), _today_table("waiting", _("Waiting for what is missing"), waiting)


def _today_table(name: str, title: str, rows: list[Row]) -> Table:
    return Table(
        id=name,
        caption=title,
        columns=(
            Column(_("State"), is_wide=True),
            Column(_("About"), is_wide=True),
            Column(_("How it stands")),
            Column(_("Stage")),
            Column(_("Goes to")),
        ),
        rows=tuple(rows),
        count=len(rows),
    )


def _today(plan: PlanTold, one: ReminderInHand) -> Row:
    owed, stage = one.due.owed, one.due.stage
    what = owed_in_words(plan.plan.convention, plan.plan.obligation, owed.period)
    return Row(
        (
            _state(plan, one),
            Stack((what, _("due on %(day)s") % {"day": in_words(owed.due_on)})),
            standing_mark(owed.status),
            Stack((Link(days_in_words(stage.days), is_whole=True), ways_in_words(stage))),
            _goes_to(one),
        )
    )


def preview_row(plan: PlanTold, one: ReminderInHand) -> Row:
    """A reminder that goes on a day, in the list of its plan."""
    owed, stage, written = one.due.owed, one.due.stage, one.written(letter_writing())
    about = written.words.subject if written else owed_in_words(plan.plan.convention, plan.plan.obligation, owed.period)
    return Row(
        (
            _state(plan, one),
            Stack((Link(about), standing_mark(owed.status))),
            Stack((Link(days_in_words(stage.days), is_whole=True), ways_in_words(stage))),
            language_by_itself(one.language),
            _goes_to(one),
        ),
        id=f"preview-{one.key}",
    )


def _state(plan: PlanTold, one: ReminderInHand) -> Link:
    """The State, leading to the words that it would read."""
    return Link(state_name(one.due.owed.iso3), reverse("reminder_preview_of", args=[plan.number, one.key]))


def _goes_to(one: ReminderInHand) -> Stack:
    """What is missing, and to which addresses a reminder goes."""
    waits: list[Any] = [StatusMark("unknown", lack_in_words(lack)) for lack in one.lacks]
    if one.unread:
        waits.append(StatusMark("soon", waits_in_words(one)))
    if one.due.stage.by_email:
        copies = [_("copy: %(address)s") % {"address": each} for each in one.copies]
        waits += [Link(each) for each in (*one.addresses, *(copies if one.addresses else ()))]
    return Stack(tuple(waits))


def coming_table(found: Iterable[tuple[PlanTold, Sequence[ReminderDue]]]) -> Table:
    """What comes in the next days: each day and stage with how many States."""
    counted: Counter[tuple[date, int, int]] = Counter()
    plans = {}
    for plan, several in found:
        plans[plan.number] = plan
        for one in several:
            counted[one.on, plan.number, plan.plan.stages.index(one.stage)] += 1
    rows = [_coming(plans[number], on, at, count) for (on, number, at), count in sorted(counted.items())]
    return Table(
        id="coming",
        caption=_("In the next 30 days, if nothing is recorded until then"),
        columns=(
            Column(_("On")),
            Column(_("Plan"), is_wide=True),
            Column(_("Stage")),
            Column(_("For which States")),
            Column(_("States"), is_number=True),
        ),
        rows=tuple(rows),
        count=len(rows),
    )


def _coming(plan: PlanTold, on: date, at: int, count: int) -> Row:
    stage, terms = plan.plan.stages[at], plan.plan
    name = Link(plan_name(terms.convention, terms.obligation), reverse("reminder_plan", args=[plan.number]))
    day = Link(in_words(on), f"{reverse('reminder_preview', args=[plan.number])}?{AS_OF}={on.isoformat()}")
    return Row((day, name, Link(days_in_words(stage.days), is_whole=True), str(SENT_TO[stage.sent_to]), count))


def answers_table(found: Sequence[ReminderAnswer]) -> Table:
    """What States answered to reminders of a plan: first what nobody has read, then the latest."""
    ordered = sorted(found, key=lambda one: one.on, reverse=True)
    rows = [_answer(one) for one in sorted(ordered, key=lambda one: one.is_read)]
    columns = (Column(_("State"), is_wide=True), Column(_("Came on")), Column(_("Answer")), Column(_("Read")))
    return Table(id="answers", caption=_("Answers"), columns=columns, rows=tuple(rows), count=len(rows))


def _answer(one: ReminderAnswer) -> Row:
    read = one.read_at and _("%(day)s, %(who)s") % {"day": in_words(one.read_at.date()), "who": one.read_by}
    mark = read or StatusMark("soon", _("waits to be read"))
    answer = Link(f"{one.sender}: {one.says[:80]}", f"{reverse('reminder', args=[one.reminder])}#answers")
    return Row((StateName(one.sent.iso3), in_words(one.on), answer, mark))


def sent_table(found: Sequence[ReminderTold], *, may_send: bool, with_state: bool = True) -> Table:
    """Reminders that were prepared, with what became of each."""
    columns: tuple[Column, ...] = (
        Column(_("Prepared")),
        Column(_("About"), is_wide=True),
        Column(_("Stage")),
        Column(_("What became of it")),
    )
    rows = [_sent(one, may_send=may_send) for one in found]
    if with_state:
        columns = (Column(_("State"), is_wide=True), *columns)
        rows = [Row((StateName(one.sent.iso3), *row.cells), id=row.id) for one, row in zip(found, rows, strict=True)]
    return Table(id="reminders", caption=_("Reminders"), columns=columns, rows=tuple(rows), count=len(rows))


def _sent(one: ReminderTold, *, may_send: bool) -> Row:
    about = owed_in_words(one.convention, one.obligation, one.sent.period)
    return Row(
        (
            Stack((in_words(one.on), _reference(one, may_send=may_send))),
            Stack((about, _("due on %(day)s") % {"day": in_words(one.sent.due_on)})),
            Link(days_in_words(one.sent.order[0]), is_whole=True),
            Stack(tuple(_became(one, may_send=may_send))),
        ),
        id=f"reminder-{one.number}",
    )


def _reference(one: ReminderTold, *, may_send: bool) -> Link:
    return Link(one.reference, reverse("reminder", args=[one.number]) if may_send else "")


def _became(one: ReminderTold, *, may_send: bool) -> Iterable[Any]:
    if one.stopped:
        on = in_words(one.stopped_at.date()) if one.stopped_at else ""
        yield _("%(what)s, %(day)s") % {"what": STOPPED[one.stopped], "day": on}
    for message in one.messages:
        mark = message_mark(message.state)
        yield (
            Together((Link(message.recipient, reverse("outgoing_message", args=[message.number])), mark))
            if may_send
            else mark
        )
        if message.came_back:
            yield incoming_mark("bounce")
    for answer in one.answers:
        words = _("answered on %(day)s") if answer.is_read else _("answered on %(day)s, waits to be read")
        yield StatusMark("met" if answer.is_read else "soon", words % {"day": in_words(answer.on)})
    if one.docx and may_send:
        links = [Link(form, reverse("reminder_file", args=[one.number, form])) for form in ("docx", "pdf")]
        yield Together((_("on paper:"), *links))
    elif one.docx:
        yield _("on paper")
