"""What a returned form would change in the draft, part by part, before anybody confirms it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer
from corcom.reporting.domain.offline.returned import Returned
from corcom.reporting.domain.offline.settling import settled, sum_of
from corcom.reporting.domain.offline.stamps import FormStamp
from corcom.rulebooks.forms import Form, Part

Comparison = Literal["same", "untouched", "changed", "collides", "not_read"]
"""`same`: the draft says so already. `untouched`: nothing was changed in the file, but meanwhile in the draft. `changed`: in the
file alone. `collides`: in both since the form was given out. `not_read`: nothing of the part could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPart:
    """A part: how file and draft stand to each other, both, and the revision of the draft. `fields`: what differs, by code."""

    part: Part
    comparison: Comparison
    now: PartAnswer
    theirs: PartAnswer
    revision: int
    fields: tuple[str, ...]

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it in would change the draft."""
        return self.comparison in {"changed", "collides"}


def compared_parts(
    form: Form, returned: Returned, *, stamp: FormStamp, draft: Answers, revisions: Mapping[str, int], version: int
) -> Iterator[ComparedPart]:
    """Each part of the form; `version` is the number of the draft as it stands, `revisions` those of its parts."""
    for part in form.parts:
        now, found = draft.get(part.code, NOTHING), returned.parts[part.code]
        theirs, revision = settled(part, found.over(now)), revisions.get(part.code, 0)
        if not found.said:
            comparison: Comparison = "not_read"
        elif sum_of(part, theirs) == sum_of(part, now):
            comparison = "same"
        elif sum_of(part, theirs) == stamp.sums.get(part.code):
            comparison = "untouched"
        else:
            is_new = stamp.version == version and stamp.revisions.get(part.code) == revision
            comparison = "changed" if is_new else "collides"
        yield ComparedPart(
            part=part,
            comparison=comparison,
            now=now,
            theirs=theirs,
            revision=revision,
            fields=tuple(_differing(part, settled(part, now), theirs)),
        )


def _differing(part: Part, now: PartAnswer, theirs: PartAnswer) -> Iterator[str]:
    whole = (("/state", "state"), ("/since", "since"), ("/because", "because"), ("/restricted", "restricted"))
    for code, name in whole:
        if getattr(now, name) != getattr(theirs, name):
            yield code
    for field in part.fields:
        if now.values.get(field.code, "") != theirs.values.get(field.code, ""):
            yield field.code
