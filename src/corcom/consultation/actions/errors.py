"""What a consultation refuses, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import datetime

from corcom.consultation.domain.comments import Place
from corcom.consultation.queries.comments import CommentMade
from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class ConsultationRefused(CorcomError):
    """A step that cannot be taken in a consultation."""


class NotConsulted(ConsultationRefused):
    """The text was not circulated to the delegation with this code, `party`."""

    def __init__(self, party: str) -> None:
        super().__init__(f"not circulated to {party}")
        self.party = party


class ConsultationClosed(ConsultationRefused):
    """The deadline passed at `closes_at`."""

    def __init__(self, closes_at: datetime) -> None:
        super().__init__(f"closed at {closes_at}")
        self.closes_at = closes_at


class ConsultationOpen(ConsultationRefused):
    """Comments are taken until `closes_at`, so that it is too early for this."""

    def __init__(self, closes_at: datetime) -> None:
        super().__init__(f"open until {closes_at}")
        self.closes_at = closes_at


class OtherProcedure(ConsultationRefused):
    """The text was circulated under another `procedure`."""

    def __init__(self, procedure: str) -> None:
        super().__init__(f"circulated under the procedure {procedure}")
        self.procedure = procedure


class CommentChanged(ConsultationRefused, ChangedMeanwhile):
    """Somebody else of the delegation wrote at this place meanwhile: `theirs`, which holds now."""

    def __init__(self, theirs: CommentMade) -> None:
        super().__init__(version=theirs.version, by=theirs.said_by or theirs.recorded_by, at=theirs.at)
        self.theirs = theirs


class CommentsThere(ConsultationRefused):
    """The delegation has made `count` comments, so that it cannot say that it has none."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} comments are there")
        self.count = count


class DeadlineNotLater(ConsultationRefused):
    """An extension that is not after the deadline that holds, `closes_at`."""

    def __init__(self, closes_at: datetime) -> None:
        super().__init__(f"not after {closes_at}")
        self.closes_at = closes_at


class TreatmentRefused(ConsultationRefused):
    """What becomes of a comment cannot be so.

    `wrong` is outcome (unknown), reason or wording (missing), long, or none (it says that there are no comments).
    """

    def __init__(self, wrong: str) -> None:
        super().__init__(f"treatment: {wrong}")
        self.wrong = wrong


class AlreadyTreated(ConsultationRefused):
    """Somebody, `by`, said before what becomes of the comment: `outcome`."""

    def __init__(self, *, outcome: str, by: str) -> None:
        super().__init__(f"{outcome} by {by}")
        self.outcome = outcome
        self.by = by


class NotTreated(ConsultationRefused):
    """Nobody said what becomes of `count` comments, or of the comment that is to be taken back."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} comments wait")
        self.count = count


class ParagraphChanged(ConsultationRefused, ChangedMeanwhile):
    """Somebody else, `by`, edited the paragraph meanwhile; it is at `version` now and reads `text`."""

    def __init__(self, *, version: int, by: str, text: str) -> None:
        super().__init__(version=version, by=by)
        self.text = text


class NoSuchParagraph(ConsultationRefused):
    """The next draft has no paragraph at this `place`."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"nothing {place.kind} {place.paragraph}")
        self.place = place
        self.paragraph = place.paragraph


class ParagraphsCollide(ConsultationRefused):
    """Accepted proposals collide at these `places`, and nobody edited the paragraphs yet."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__(f"proposals collide at {', '.join(place.paragraph for place in places)}")
        self.places = places
        self.paragraphs = ", ".join(place.paragraph for place in places)


class AlreadyFollowed(ConsultationRefused):
    """The next draft was circulated already, as consultation `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(f"followed by {number}")
        self.number = number


class NoSuchReply(ConsultationRefused):
    """No answer by e-mail to this consultation has this `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no answer {number}")
        self.number = number


class ReplyAlreadyTaken(ConsultationRefused):
    """The answer `number` was taken up, or set aside, before."""

    def __init__(self, number: int) -> None:
        super().__init__(f"answer {number} was taken up already")
        self.number = number
