"""Rows that tests need to be there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import factory

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint, Decision, FollowUpEvent
from corcom.meetings.models import Meeting
from corcom.minutes.models import Finding, Question, Reading, Verdict

AT = datetime(2016, 5, 2, 9, 30, tzinfo=UTC)
"""A moment at which somebody of the secretariat works."""

# factory-boy has no types.
boy: Any = factory

new_user: Callable[..., User] = boy.make_factory(
    User,
    FACTORY_CLASS=boy.django.DjangoModelFactory,
    username=boy.Sequence(lambda n: f"officer{n}"),
    name=boy.Sequence(lambda n: f"Officer {n}"),
    role="secretariat",
)

new_file: Callable[..., StoredFile] = boy.make_factory(
    StoredFile,
    FACTORY_CLASS=boy.django.DjangoModelFactory,
    name=boy.Sequence(lambda n: f"minutes-{n}.txt"),
    sha256=boy.LazyAttribute(lambda row: hashlib.sha256(row.name.encode()).hexdigest()),
    media_type="text/plain",
    size=1000,
    content=boy.LazyAttribute(lambda row: f"{row.sha256[:2]}/{row.sha256[2:4]}/{row.sha256}"),
    stored_at=AT,
)


def forget_everything() -> None:
    """Make this another site, where nothing was taken in."""
    for model in (Verdict, FollowUpEvent):
        model.objects.all().delete()
    Finding.objects.update(carried_to=None, replaces=None)
    Finding.objects.all().delete()
    Question.objects.all().delete()
    Decision.objects.update(superseded_by=None)
    for rows in (Decision, ActionPoint, Reading, Meeting, StoredFile, User):
        rows.objects.all().delete()
