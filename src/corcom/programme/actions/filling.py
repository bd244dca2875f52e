"""Filling a programme from a template of the rulebook."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.queries.plans import plan_of
from corcom.programme.actions.errors import NoSuchTemplate
from corcom.programme.actions.timing import write_hours
from corcom.programme.actions.writing import new_session, programme_row, record_step
from corcom.programme.domain.templates import sessions_from
from corcom.programme.queries.drafts import chairs_by_roster
from corcom.rulebooks.programme_reading import programme_rules


@transaction.atomic
def fill_from_template(*, meeting: int, template: str, by: User, at: datetime, wording: Wording = ENGLISH) -> int:
    """Add the sessions of a template that are not there yet, with those who hold the chairing offices on their days.

    A session is there where one has its theme, or its title. Shares of time come with the template where none were given.
    Answers how many sessions were added. Errors: `NotPlanned`, `AlreadyHeld`, `NoSuchTemplate`, `TemplateTooLarge`.
    """
    programme = programme_row(meeting, by=by, at=at)
    plan = plan_of(programme.plan)
    found = programme_rules(plan.convention).template(template)
    if found is None:
        raise NoSuchTemplate(template)
    sessions = sessions_from(
        found,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        holders=chairs_by_roster(convention=plan.convention),
        wording=wording,
    )
    known = set(programme.sessions.filter(withdrawn=False).values_list("title", "theme"))
    changes: list[dict[str, Any]] = [
        new_session(programme, one, by=by, at=at) for one in sessions if (one.title, one.theme) not in known
    ]
    added = len(changes)
    if found.shares and not programme.shares:
        changes += write_hours(programme, shares=dict(found.shares), by=by, at=at)
    if changes:
        record_step(programme, "filled", changes, by=by, at=at)
    return added
