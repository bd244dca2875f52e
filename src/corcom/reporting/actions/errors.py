"""What is refused when a report is written, handed in or reviewed."""

from __future__ import annotations

from datetime import date, datetime

from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.reporting.domain.answer_checks import ReportFlaw
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.report_flow import StepKind, VersionState
from corcom.reporting.domain.report_values import ReportWanted


class ReportNotOwed(CorcomError):
    """The State owes no such report on the day."""

    def __init__(self, wanted: ReportWanted, day: date) -> None:
        super().__init__(f"{wanted.iso3} owes no {wanted.report} for {wanted.period} on {day}")
        self.wanted = wanted
        self.day = day


class NoSuchVersion(CorcomError):
    """There is no version of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no version {number}")
        self.number = number


class StepRefused(CorcomError):
    """A version that stands so (`state`) cannot take the step (`kind`)."""

    def __init__(self, kind: StepKind, state: VersionState) -> None:
        super().__init__(f"{kind} cannot follow {state}")
        self.kind = kind
        self.state = state


class ReportIncomplete(CorcomError):
    """Something is missing before the report can be handed in."""

    def __init__(self, flaws: tuple[ReportFlaw, ...]) -> None:
        super().__init__("; ".join(f"{one.part}: {one.words}" for one in flaws))
        self.flaws = flaws


class PartChanged(ChangedMeanwhile):
    """Somebody else changed the part since it was read: what stands there now, by whom and since when."""

    def __init__(self, now: PartAnswer, revision: int, by: str, at: datetime | None) -> None:
        super().__init__(version=revision, by=by, at=at)
        self.now = now
        self.revision = revision


class NoSuchPart(CorcomError):
    """The form has no part of this code."""

    def __init__(self, part: str) -> None:
        super().__init__(f"no part {part}")
        self.part = part


class NoSuchReturnedForm(CorcomError):
    """No form of this number came back for this report, or it was refused."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no returned form {number}")
        self.number = number


class MayNotBeRestricted(CorcomError):
    """The convention does not let a State keep this part of its report alone for the States Parties."""

    def __init__(self, part: str) -> None:
        super().__init__(f"not to be restricted: {part}")
        self.part = part


class ReceivedInTheFuture(CorcomError):
    """A report cannot have been received after the day on which it is filed."""

    def __init__(self, received_on: date) -> None:
        super().__init__(f"received on {received_on}")
        self.received_on = received_on


class WithoutWords(CorcomError):
    """A remark, or a reason, says nothing."""

    def __init__(self) -> None:
        super().__init__("no words")


class NoFindingChosen(CorcomError):
    """No finding was chosen for a step."""

    def __init__(self) -> None:
        super().__init__("no finding chosen")


class FindingGone(CorcomError):
    """A finding that was chosen is found no longer, or with other values."""

    def __init__(self) -> None:
        super().__init__("found no longer")


class FindingTakenUp(ChangedMeanwhile):
    """Somebody else took a step about a finding since it was read."""

    def __init__(self, by: str) -> None:
        super().__init__(f"taken up by {by}", by=by)


class NoAddressOfState(CorcomError):
    """The directory has no e-mail address of the State for its reports."""

    def __init__(self, iso3: str) -> None:
        super().__init__(f"no address of {iso3}")
        self.iso3 = iso3


class CountMisfit(CorcomError):
    """A count of reports that the rulebook does not provide for; `what` is report, period or counts."""

    def __init__(self, what: str, value: str) -> None:
        super().__init__(f"{what}: {value}")
        self.what = what
        self.value = value


class CountInTheFuture(CorcomError):
    """A record cannot count on a day that has not come."""

    def __init__(self, on: date) -> None:
        super().__init__(on.isoformat())
        self.on = on


class NoSuchCount(CorcomError):
    """There is no such count on record, or it is believed no more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
