"""What a question about official documents is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from corcom.documents.domain.circles import Circle, up_to
from corcom.documents.domain.papers import PaperKind, TranslationState
from corcom.documents.domain.publication import Standing
from corcom.documents.models import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """Who asks, and when: `circles` by the code of a convention; whoever is in none of one is the public."""

    circles: Mapping[str, frozenset[Circle]]
    at: datetime

    def of(self, convention: str) -> frozenset[Circle]:
        """The circles of whoever asks, for one convention."""
        return self.circles.get(convention, up_to("public"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """A version in one language; `key` is its number among all, `number` that within its language, `size` in bytes."""

    key: int
    language: str
    number: int
    file: int
    sent_as: str
    media_type: str
    size: int
    sha256: str
    note: str
    uploaded_at: datetime
    uploaded_by: str
    released_at: datetime | None
    released_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    reason: str
    standing: Standing = "draft"
    may_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """How far a language version is; `version` is the one that a change of it is based on."""

    language: str
    state: TranslationState
    due_on: date | None = None
    translator: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document as the reader may see it: of its versions those that are for the reader, newest of a language first."""

    number: int
    title: str
    symbol: str
    convention: str
    kind: PaperKind
    body: str
    meeting_on: date | None
    original_language: str
    circle: Circle
    version: int
    registered_at: datetime
    sees_drafts: bool
    versions: tuple[ShownVersion, ...]
    translations: tuple[Translated, ...]

    @property
    def released(self) -> tuple[ShownVersion, ...]:
        """The versions that stand, one for each language."""
        return tuple(one for one in self.versions if one.standing == "released")

    @property
    def released_at(self) -> datetime | None:
        """When the reader could have it first, as far as its versions tell."""
        return min((one.released_at for one in self.versions if one.released_at), default=None)

    def state_of(self, language: str) -> TranslationState:
        """How far a language version is."""
        return next((one.state for one in self.translations if one.language == language), "not_begun")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVersion:
    """A file to be sent, under its `name`."""

    name: str
    media_type: str
    file: StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """One step: `version` counts within its language; `before` and `after` hold what differed."""

    kind: str
    language: str
    version: int | None
    at: datetime
    by: str
    note: str
    before: Mapping[str, object]
    after: Mapping[str, object]
