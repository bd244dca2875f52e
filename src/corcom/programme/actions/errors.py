"""What actions on programmes refuse."""

from __future__ import annotations

from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class SessionChanged(ChangedMeanwhile):
    """Somebody else changed the session meanwhile; it is at `version` now, and was changed by `by`."""


class ProgrammeChanged(ChangedMeanwhile):
    """Somebody else, `by`, changed the programme meanwhile."""


class NoSuchTemplate(CorcomError):
    """There is no template with this code for the convention."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no template {code}")
        self.code = code


class NothingToUndo(CorcomError):
    """No step is left that can be taken back."""

    def __init__(self) -> None:
        super().__init__("nothing to undo")


class EmptyProgramme(CorcomError):
    """Nothing stands on the programme, so there is nothing to release."""

    def __init__(self) -> None:
        super().__init__("an empty programme")


class ProgrammeReleased(CorcomError):
    """The programme was released as it stands, as `version`."""

    def __init__(self, version: int) -> None:
        super().__init__(f"released as version {version}")
        self.version = version


class Unsettled(CorcomError):
    """So many conflicts (`conflicts`) stand in the way of a release, unless somebody says that it goes out all the same."""

    def __init__(self, conflicts: int) -> None:
        super().__init__(f"{conflicts} conflicts")
        self.conflicts = conflicts
