"""What the register says of a State, for its page: how it stands to each convention, what it owes, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.recurring import next_due_on
from corcom.obligations.queries import registers_owed
from corcom.register.domain.participation import Membership, Participation
from corcom.register.domain.registered import Register
from corcom.register.queries import believed_actions, registers
from corcom.web.conventions.page import nothing_recorded
from corcom.web.day import page_day
from corcom.web.filters import convention_of
from corcom.web.obligations.marks import deadline_of, mark_of, status_mark
from corcom.web.obligations.steps import missing_in_words, steps_of, way_on, worded
from corcom.web.obligations.words import article_of, by_article, obligation_name, owed_name
from corcom.web.pieces import Column, Event, Link, Row, Source, Stack, Step, Table, Timeline, Together
from corcom.web.register.asked import known_at, known_on_of
from corcom.web.register.beliefs import act_belief
from corcom.web.register.participation_words import STATUS_WORDS, certainty_in_words, kind_in_words
from corcom.web.rights import holds
from corcom.web.wording import convention_in_words, days_in_words, in_words

MOST_EVENTS = 14
"""In the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a State stands to one convention on the day, and what follows from it; addresses are "" for who may not act."""

    code: str
    name: str
    address: str
    status: str
    since: str
    way: tuple[Step, ...]
    acts: Table | None
    owed: Table | None
    timeline: Timeline | None
    what_if: str
    record: str


def standings(request: HttpRequest, iso3: str) -> dict[str, Any]:
    """The part of a State's page that the register gives. Two SQL queries; a third for those who may read the history."""
    days, known = page_day(request), known_at(known_on_of(request))
    every, chosen = registers(known_at=known), convention_of(request)
    found = {chosen: every[chosen]} if chosen in every else every
    owed = registers_owed(found.values(), iso3=iso3, day=days.on, known_at=known)
    may_record = holds(request, "record") and days.is_today
    history = (
        believed_actions(iso3=iso3, convention=chosen if chosen in every else "") if holds(request, "read") else []
    )
    return {
        "stands": _in_a_line([(register, owed[code]) for code, register in found.items()], iso3, days.on),
        "known_on": known_on_of(request),
        "standings": [
            _standing(register, iso3, owed[code], days.on, may_record=may_record)
            for code, register in found.items()
            if register.states or may_record
        ],
        "history": [act_belief(each, days.on, may_change=may_record) for each in history if each.value.day <= days.on],
    }


def _in_a_line(found: list[tuple[Register, list[Owed]]], iso3: str, day: date) -> str:
    """How the State stands to each convention of which something is recorded, and what falls due next, in words."""
    said = []
    for register, owed in found:
        if not register.states:
            continue
        state, code = register.of(iso3), register.book.convention
        since, status = state.since_on(day), str(STATUS_WORDS[state.status_on(day)])
        words = _("%(convention)s: %(status)s since %(day)s") if since else _("%(convention)s: %(status)s")
        said.append(words % {"convention": code, "status": status, "day": in_words(since)})
        leaves_on = next((each.until for each in state.memberships if each.binds_on(day)), None)
        due = [(on, one) for one in owed if (on := next_due_on(one)) and (leaves_on is None or on < leaves_on)]
        if due:
            on, one = min(due, key=lambda each: each[0])
            what = {"what": obligation_name(one.obligation), "day": in_words(on)}
            said[-1] = _("%(status)s; next due: %(what)s, %(day)s") % {"status": said[-1], **what}
    return " · ".join(said)


def _standing(register: Register, iso3: str, owed: list[Owed], day: date, *, may_record: bool) -> Standing:
    code, state = register.book.convention, register.of(iso3)
    since, status = state.since_on(day), state.status_on(day)
    membership = state.membership_on(day) or _left(state, day)
    is_in = status in {"party", "contracting"}
    return Standing(
        code=code,
        name=convention_in_words(code),
        address=reverse("convention", args=[code]),
        status=str(STATUS_WORDS[status]) if register.states else nothing_recorded(),
        since=_("since %(day)s") % {"day": in_words(since)} if since else "",
        way=worded(way_on(register, membership, day), register) if membership else (),
        acts=_acts(state, day),
        owed=_owed(register, owed) if owed else None,
        timeline=_timeline(register, state, membership, owed, day),
        what_if="" if is_in or not register.states else f"{reverse('what_if', args=[code])}?state={iso3}",
        record=reverse("record_act", args=[code, iso3]) if may_record else "",
    )


def _left(state: Participation, day: date) -> Membership | None:
    """The membership that ended last before a day."""
    ended = [each for each in state.memberships if each.until is not None and each.until <= day]
    return ended[-1] if ended else None


def _acts(state: Participation, day: date) -> Table | None:
    """What the State did under the convention by the day, each act with its source."""
    acts = [action for action in state.actions if action.day <= day]
    rows = []
    for act in acts:
        sure = certainty_in_words(act.certainty)
        source = Source(document=act.source, about=kind_in_words(act), is_recorded=True, place=act.note)
        rows.append(
            Row(
                (
                    Together((kind_in_words(act).capitalize(), source)),
                    Stack((days_in_words(act.on), sure)) if sure else days_in_words(act.on),
                    in_words(act.effective_on),
                )
            )
        )
    columns: tuple[Column, ...] = (
        Column(_("Treaty action")),
        Column(_("On")),
        Column(_("In effect from, as the depositary names it")),
    )
    if not any(act.effective_on for act in acts):
        columns, rows = columns[:2], [Row(row.cells[:2]) for row in rows]
    caption = _("Treaty actions under the %(convention)s") % {"convention": state.actions[0].convention} if acts else ""
    return Table(id=f"acts-{acts[0].convention}", caption=caption, columns=columns, rows=tuple(rows)) if acts else None


def _owed(register: Register, owed: list[Owed]) -> Table:
    """What it owes: each deadline with its steps; what another source prints; what would settle an unknown."""
    code = register.book.convention
    rows = []
    order = by_article(register.book.obligations)
    for one in sorted(owed, key=lambda each: order.index(each.obligation)):
        page = reverse("obligation", args=[code, one.iso3, one.obligation.code])
        remarks = [
            _("published elsewhere: %(day)s (%(source)s)") % {"day": in_words(fact.until), "source": fact.source}
            for fact in one.published
        ]
        status = Stack((status_mark(one), *remarks, missing_in_words(one)))
        due = deadline_of(one, steps_of(one, register)) if one.due_on else ""
        name = Stack((Link(owed_name(one), page), article_of(one.obligation)))
        rows.append(Row((name, due, status), id=f"{code}-{one.obligation.code}"))
    columns = (Column(_("Obligation"), is_wide=True), Column(_("Due")), Column(_("Status")))
    return Table(
        id=f"owed-{code}",
        caption=_("What it owes under the %(convention)s") % {"convention": code},
        columns=columns,
        rows=tuple(rows),
    )


def _timeline(
    register: Register, state: Participation, membership: Membership | None, owed: list[Owed], day: date
) -> Timeline | None:
    """Its acts, the entry into force and the deadlines."""
    events = [Event(act.day, kind_in_words(act).capitalize()) for act in state.actions if act.day <= day]
    if membership is not None and membership.since is not None:
        events.append(Event(membership.since, _("In force for the State")))
    if membership is not None and membership.until is not None and membership.until <= day:
        events.append(Event(membership.until, _("Withdrawal in effect")))
    code = register.book.convention
    for one in owed:
        if one.due_on is not None and one.status not in {"not_applicable", "lasting"}:
            address = reverse("obligation", args=[code, one.iso3, one.obligation.code])
            events.append(Event(one.due_on, owed_name(one), mark_of(one), address))
    latest = tuple(sorted(events, key=lambda event: event.on)[-MOST_EVENTS:])
    title = _("%(convention)s over the years") % {"convention": convention_in_words(code)}
    return Timeline(id=f"years-{code}", title=title, events=latest, day=day) if len(latest) > 1 else None
