"""Forms that were filled in offline: keeping what came back, and taking it into the draft after somebody confirmed it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.documents.actions import store_file
from corcom.reporting.actions.drafting import drafted_version, save_part
from corcom.reporting.actions.errors import NoSuchReturnedForm, NoSuchVersion
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.models import ReportVersion, ReturnedForm


@dataclass(frozen=True, slots=True)
class SentForm:
    """A file as it was sent back: its content, its name, its media type as the sender states it."""

    content: bytes
    name: str
    media_type: str


@transaction.atomic
def keep_form(*, version: int, sent: SentForm, at: datetime, by: str, refused: str = "") -> int:
    """Keep a form that came back for the report of a version, also one that was `refused`; gives its number.

    Errors: `NoSuchVersion`.
    """
    row = ReportVersion.objects.filter(pk=version).first()
    if row is None:
        raise NoSuchVersion(version)
    stored = store_file(content=io.BytesIO(sent.content), name=sent.name, media_type=sent.media_type[:100], at=at)
    kept = ReturnedForm.objects.create(
        report_id=row.report_id, file=stored, name=sent.name[:255], came_at=at, came_by=by[:200], refused=refused
    )
    return kept.pk


@transaction.atomic
def take_in_form(
    *, kept: int, version: int, parts: Mapping[str, tuple[PartAnswer, int]], at: datetime, by: str
) -> None:
    """Save parts as a returned form says them, each with the revision of the draft that was seen; all of them or none.

    Errors: `NoSuchReturnedForm`, and those of `save_part`.
    """
    row = drafted_version(version)
    form = ReturnedForm.objects.select_for_update().filter(pk=kept, report=row.report_id, refused="").first()
    if form is None:
        raise NoSuchReturnedForm(kept)
    for part, (answer, revision) in parts.items():
        save_part(version=version, part=part, answer=answer, revision=revision, at=at, by=by)
    row.file, row.channel = form.file, "form"
    row.save()
    form.taken_at, form.taken_by = at, by[:200]
    form.save()
