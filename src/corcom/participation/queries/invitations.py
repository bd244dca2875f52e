"""Invitations of a meeting: who was invited, what they answered, which letters were prepared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db.models import QuerySet

from corcom.access.queries import GivenLink
from corcom.access.queries.links import link_as_value
from corcom.kernel.errors import CorcomError
from corcom.participation.domain.answers import DelegationAnswer, Nominee, Said
from corcom.participation.domain.invitees import InvitedAs
from corcom.participation.models import Invitation, InvitationAnswer


class NoSuchInvitation(CorcomError):
    """There is no invitation with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no invitation {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTold:
    """A letter in the outbox: the invitation (`number` 0) or a reminder; `message` is its number there."""

    number: int
    message: int
    prepared_at: datetime
    by_this_link: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVersion:
    """One version of an answer; `by` is empty where it came by the link."""

    version: int
    answer: DelegationAnswer
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedDelegation:
    """One invitation as it stands; `last` is its latest answer, None as long as there is none."""

    number: int
    meeting: int
    code: str
    name: str
    invited_as: InvitedAs
    email: str
    language: str
    answer_by: date
    link: GivenLink
    is_withdrawn: bool
    last: AnswerVersion | None
    letters: tuple[LetterTold, ...]

    @property
    def version(self) -> int:
        """That of the latest answer; 0 where there is none."""
        return self.last.version if self.last else 0

    @property
    def letter(self) -> LetterTold | None:
        """The letter of invitation that has the link which opens now."""
        return next((one for one in self.letters if one.number == 0 and one.by_this_link), None)


def invitations(*, meeting: int) -> list[InvitedDelegation]:
    """The invitations of a meeting, the withdrawn too, by name. Three SQL queries."""
    return [_invitation(row) for row in _rows().filter(plan__meeting=meeting)]


def invitation(*, number: int) -> InvitedDelegation:
    """One invitation. Three SQL queries. Errors: `NoSuchInvitation`."""
    row = _rows().filter(pk=number).first()
    if row is None:
        raise NoSuchInvitation(number)
    return _invitation(row)


def invitation_by_link(*, link: int) -> InvitedDelegation:
    """The invitation that is answered by a signed link. Three SQL queries. Errors: `NoSuchInvitation`."""
    row = _rows().filter(link=link).first()
    if row is None:
        raise NoSuchInvitation(link)
    return _invitation(row)


def answers(*, invitation: int) -> list[AnswerVersion]:
    """All that was ever answered, the latest first. One SQL query."""
    return [answer_of(row) for row in InvitationAnswer.objects.filter(invitation=invitation).select_related("by")]


def answer_at(*, invitation: int, version: int) -> DelegationAnswer | None:
    """The answer as it was at a version; None for 0, before there was any. One SQL query."""
    row = InvitationAnswer.objects.filter(invitation=invitation, version=version).select_related("by").first()
    return answer_of(row).answer if row else None


def next_reminder(found: Iterable[InvitedDelegation]) -> int:
    """The number of the reminder that comes next: one more than the last that was prepared for anybody."""
    return 1 + max((letter.number for one in found for letter in one.letters), default=0)


def answer_of(row: InvitationAnswer) -> AnswerVersion:
    """A row as a value."""
    people = tuple(Nominee(**{**one, "languages": tuple(one["languages"])}) for one in row.people)
    answer = DelegationAnswer(said=cast("Said", row.said), people=people, note=row.note)
    return AnswerVersion(
        version=row.version, answer=answer, at=row.at, by=row.by.get_full_name() if row.by is not None else ""
    )


def _rows() -> QuerySet[Invitation]:
    return Invitation.objects.select_related("link", "plan").prefetch_related("letters", "answers__by")


def _invitation(row: Invitation) -> InvitedDelegation:
    last = next(iter(row.answers.all()), None)
    return InvitedDelegation(
        number=row.pk,
        meeting=row.plan.meeting_id,
        code=row.code,
        name=row.name,
        invited_as=cast("InvitedAs", row.invited_as),
        email=row.email,
        language=row.language,
        answer_by=row.answer_by,
        link=link_as_value(row.link),
        is_withdrawn=row.withdrawn_at is not None,
        last=answer_of(last) if last else None,
        letters=tuple(
            LetterTold(
                number=one.number,
                message=one.message_id,
                prepared_at=one.prepared_at,
                by_this_link=one.link_id == row.link_id,
            )
            for one in row.letters.all()
        ),
    )
