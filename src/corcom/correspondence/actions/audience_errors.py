"""What is refused when an audience is saved."""

from __future__ import annotations

from corcom.correspondence.queries.audiences import AudienceTold
from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class NoSuchAudience(CorcomError):
    """There is no audience of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no audience {number}")
        self.number = number


class AudienceNameRefused(CorcomError):
    """The name is empty or too long."""


class AudienceNameTaken(CorcomError):
    """Another audience, `number`, has this name."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(f"audience {number} is called {name!r}")
        self.name = name
        self.number = number


class AudienceChanged(ChangedMeanwhile):
    """Somebody else changed the audience since it was read: as it stands `now`."""

    def __init__(self, now: AudienceTold) -> None:
        super().__init__(version=now.revision, by=now.changed_by, at=now.changed_at)
        self.now = now


class AudienceUnasked(CorcomError):
    """What the audience asks cannot be asked any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"audience {number} cannot be asked any more")
        self.number = number


class AudienceRetired(CorcomError):
    """The audience is retired, and is neither changed nor used."""

    def __init__(self, number: int) -> None:
        super().__init__(f"audience {number} is retired")
        self.number = number
