"""What both sides said to one place of a report, over all of its versions: to a question, or to a part as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corcom.reporting.domain.versions_told import RemarkTold, ReportVersionTold


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkThread:
    """The remarks to one place, the earliest first; `field` is "" for a part as a whole. `version` is the number of that of the last."""

    part: str
    field: str
    version: int
    remarks: tuple[RemarkTold, ...]

    @property
    def is_open(self) -> bool:
        """Whether the State has not answered the last remark."""
        return not self.remarks[-1].of_state


def remark_threads(versions: Iterable[ReportVersionTold]) -> list[RemarkThread]:
    """The threads of some versions of one report, in the order in which they were begun."""
    said = [(remark, one.number) for one in versions for remark in one.remarks]
    found: dict[tuple[str, str], RemarkThread] = {}
    for remark, version in sorted(said, key=lambda each: each[0].at):
        place = remark.part, remark.field
        before = found[place].remarks if place in found else ()
        found[place] = RemarkThread(part=remark.part, field=remark.field, version=version, remarks=(*before, remark))
    return list(found.values())
