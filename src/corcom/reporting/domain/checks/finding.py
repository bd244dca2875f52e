"""What a check finds in a report: what it asks, the two things that it compared, where each stands, and how it came to ask."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from corcom.kernel.marked import Filled

Severity = Literal["question", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""`question`: two things cannot both be, or something is missing. `note`: worth knowing, and may well be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two things that were compared: what it is, its value with its unit, and where it stands.

    `place` names that for a page: "report:2024", "obligation:clearance", "action_point:12", or "".
    """

    label: Filled
    value: Filled
    source: Filled
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `check` is the code of the check, `part` and `field` say where in the report it stands.

    `detail` tells it from others of the same check at the same place. `arithmetic` says how the values were compared,
    `rule` from where it follows that they should agree.
    """

    check: str
    part: str
    field: str = ""
    detail: str = ""
    severity: Severity = "question"
    words: Filled
    arithmetic: Filled
    sides: tuple[Side, Side]
    rule: Filled

    @property
    def key(self) -> str:
        """What stays the same about it while its values change."""
        return f"{self.check}:{self.part}:{self.field}:{self.detail}"

    @property
    def mark(self) -> str:
        """What is another as soon as a value or the arithmetic is another: sixteen letters and digits."""
        told = "|".join((self.key, *(str(side.value) for side in self.sides), str(self.arithmetic)))
        return hashlib.sha256(told.encode()).hexdigest()[:16]
