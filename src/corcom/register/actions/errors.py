"""What recording, correcting and striking refuse, with the values that an interface needs to say so."""

from __future__ import annotations

from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.register.domain.checks import Contradiction


class ActionContradicted(CorcomError):
    """A treaty action contradicts what is recorded: `contradiction` says how."""

    def __init__(self, contradiction: Contradiction) -> None:
        super().__init__(contradiction.conflict)
        self.contradiction = contradiction


class NoSuchTreatyAction(CorcomError):
    """There is no such treaty action, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class CorrectedMeanwhile(ChangedMeanwhile):
    """A fact that was to be corrected is not believed any more: somebody corrected or struck it in between."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"a fact that was to be corrected (number {number}) was corrected or struck meanwhile; try again"
        )
        self.number = number


class WithoutReason(CorcomError):
    """A fact is struck with a reason, or not at all."""
