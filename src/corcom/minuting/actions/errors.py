"""What writes on minutes refuse, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import date

from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class MinutesRefused(CorcomError):
    """Something that cannot be done with written minutes."""


class NoAgendaReleased(MinutesRefused):
    """Minutes follow the agenda as it went out, and none of this meeting was released."""

    def __init__(self) -> None:
        super().__init__("no agenda was released")


class AlreadyWritten(MinutesRefused):
    """Somebody has begun to write them."""

    def __init__(self) -> None:
        super().__init__("they are being written")


class AlreadyOnRecord(MinutesRefused):
    """The meeting has a record that was read from a file."""

    def __init__(self) -> None:
        super().__init__("the meeting has a record")


class AlreadyApproved(MinutesRefused):
    """Approved minutes never change; a correction has to be opened first."""

    def __init__(self) -> None:
        super().__init__("they were approved")


class NotHeldYet(MinutesRefused):
    """The meeting begins on a day that has not come; its minutes can be prepared, and not issued."""

    def __init__(self, on: date) -> None:
        super().__init__(f"it begins on {on}")
        self.on = on


class NotApproved(MinutesRefused):
    """Only approved minutes can be opened for a correction or made public."""

    def __init__(self) -> None:
        super().__init__("they were not approved")


class NotCirculated(MinutesRefused):
    """Minutes are approved after they were circulated."""

    def __init__(self) -> None:
        super().__init__("they were not circulated")


class NothingWritten(MinutesRefused):
    """Nothing stands in the minutes."""

    def __init__(self) -> None:
        super().__init__("nothing is written")


class NothingNew(MinutesRefused):
    """They say what issue `version` says."""

    def __init__(self, version: int) -> None:
        super().__init__(f"as in version {version}")
        self.version = version


class NotALaterMeeting(MinutesRefused):
    """Minutes are approved by a later meeting of the same body; `on` is the first day of the meeting that was named."""

    def __init__(self, on: date | None) -> None:
        super().__init__(f"no later meeting of the body: {on}")
        self.on = on


class WithoutANote(MinutesRefused):
    """A correction of approved minutes says why."""

    def __init__(self) -> None:
        super().__init__("a correction needs a note")


class NothingToUndo(MinutesRefused):
    """Whoever asks has changed nothing that could be undone."""

    def __init__(self) -> None:
        super().__init__("nothing to undo")


class ChangedSince(MinutesRefused, ChangedMeanwhile):
    """Somebody else changed the same paragraph after the change that was to be undone."""


class HeadRefused(MinutesRefused):
    """What is said at the head cannot be: `key` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(f"head: {key}")
        self.key = key
