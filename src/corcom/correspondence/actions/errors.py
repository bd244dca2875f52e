"""What is refused of a letter, with the values that an interface needs to say so."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.correspondence.domain.letter_lacks import LetterLack
from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind
from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class LetterRefused(CorcomError):
    """A step that cannot be taken with a letter or a template."""


class NoSuchLetter(LetterRefused):
    """There is no letter with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no letter {number}")
        self.number = number


class NoSuchTemplate(LetterRefused):
    """There is no template with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no template {number}")
        self.number = number


class LetterStepRefused(LetterRefused):
    """The letter stands so that the step makes no sense."""

    def __init__(self, kind: LetterStepKind, state: LetterState) -> None:
        super().__init__(f"{kind} does not apply to a letter that is {state}")
        self.kind = kind
        self.state = state


class LetterChanged(LetterRefused, ChangedMeanwhile):
    """Somebody else changed the letter or template after it was read; `revision` is the one that holds now."""

    def __init__(self, revision: int) -> None:
        super().__init__(version=revision)
        self.revision = revision


class NobodyToWriteTo(LetterRefused):
    """No State gets the letter."""

    def __init__(self) -> None:
        super().__init__("the letter goes to no State")


class LetterIncomplete(LetterRefused):
    """Something is missing for one or more States."""

    def __init__(self, lacks: Sequence[LetterLack]) -> None:
        super().__init__(f"{len(lacks)} things are missing")
        self.lacks = tuple(lacks)


class LetterOnUnknown(LetterRefused):
    """Of some States nothing recorded shows whether that came about which they are written to, and nobody said that it may ask."""

    def __init__(self, states: Sequence[str]) -> None:
        super().__init__(f"nothing is recorded of {', '.join(states)}")
        self.states = tuple(states)


class WithoutName(LetterRefused):
    """A letter or a template has no name."""

    def __init__(self) -> None:
        super().__init__("it has no name")


class NoSuchCopy(LetterRefused):
    """The letter has no copy for this State."""

    def __init__(self, iso3: str) -> None:
        super().__init__(f"no copy for {iso3}")
        self.iso3 = iso3


class AnswerInTheFuture(LetterRefused):
    """An answer cannot have come on a day that has not."""

    def __init__(self) -> None:
        super().__init__("an answer came on a day that has not come")


class AnsweredBeforeSent(LetterRefused):
    """A letter that has not left cannot have been answered."""

    def __init__(self, number: int) -> None:
        super().__init__(f"letter {number} has not left")
        self.number = number


class PostedInTheFuture(LetterRefused):
    """A paper cannot have left on a day that has not come."""

    def __init__(self) -> None:
        super().__init__("a paper left on a day that has not come")


class PostedBeforeMade(LetterRefused):
    """The paper of a letter whose copies are not made cannot have left."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the copies of letter {number} are not made")
        self.number = number


class AddressesGone(LetterRefused):
    """A letter goes by e-mail only, and some `states` (ISO3) have no address any more."""

    def __init__(self, states: Sequence[str]) -> None:
        super().__init__(f"no address any more for {', '.join(states)}")
        self.states = tuple(states)


class NothingToPost(LetterRefused):
    """No copy is left that goes on paper and was not posted."""

    def __init__(self) -> None:
        super().__init__("nothing is left to post")


class PaperHasLeft(LetterRefused):
    """What has left on paper can neither be changed nor withdrawn. `states` are those whose copies were posted, by ISO3."""

    def __init__(self, states: Sequence[str]) -> None:
        super().__init__(f"posted to {', '.join(states)}")
        self.states = tuple(states)


class AudienceMoved(LetterRefused):
    """The audience does not name the States of the draft any more: who `came` in, who `went`, whose concern is `other`, by ISO3."""

    def __init__(self, came: Sequence[str], went: Sequence[str], other: Sequence[str]) -> None:
        super().__init__(f"came {', '.join(came)}; went {', '.join(went)}; other {', '.join(other)}")
        self.came = tuple(came)
        self.went = tuple(went)
        self.other = tuple(other)


class AddresseesGone(AudienceMoved):
    """Since the approval States left the audience, or are named for something else; nobody `came` who would matter any more."""


class NoReportToLinkTo(LetterRefused):
    """A State owes no report to which a link could lead."""

    def __init__(self, iso3: str) -> None:
        super().__init__(f"{iso3} owes no such report")
        self.iso3 = iso3


class NoStateChosen(LetterRefused):
    """A step with some of the States, and none was named."""

    def __init__(self) -> None:
        super().__init__("no State was chosen")


class WithoutReason(LetterRefused):
    """A step that needs a reason has none."""

    def __init__(self) -> None:
        super().__init__("no reason is given")
