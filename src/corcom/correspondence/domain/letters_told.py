"""A letter as it is shown: its copies, what became of each, and its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from corcom.correspondence.domain.addressee import Concern
from corcom.correspondence.domain.letter_posting import PostedTogether, PostingTold, goes_on_paper, posted_together
from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.outbox.domain.standing import State as MessageState

_WORST_FIRST: Final[tuple[MessageState, ...]] = (
    *("uncertain", "failed", "held", "prepared", "waiting"),
    *("released", "sending", "sent", "cancelled"),
)
"""A message that was prepared anew to another address is sent, or cancelled: it does not hide the one that took its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStepTold:
    """One step of a letter, by whom and when."""

    kind: LetterStepKind
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """An answer to a copy. `message` is the number of the incoming e-mail, `recorded` that of what a person wrote down."""

    on: date
    channel: str
    says: str
    message: int | None = None
    recorded: int | None = None
    file: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTold:
    """A message that carries a copy: its number in the outbox, to which address it goes, and how it stands.

    `is_replaced`: its words were prepared anew to another address, so that it stands for the copy no more.
    """

    number: int
    recipient: str
    state: MessageState
    came_back: bool
    is_replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTold:
    """A copy: its State, language and words (None while the letter is drafted), its files, messages, postings and answers.

    `left_out` says why the State does not get the letter; "" where it does. `all_postings` have those that were struck.
    """

    number: int
    iso3: str
    language: str
    concern: Concern | None
    left_out: str
    words: LetterWords | None
    addresses: tuple[str, ...]
    docx: int | None
    pdf: int | None
    messages: tuple[MessageTold, ...]
    answers: tuple[AnswerTold, ...]
    all_postings: tuple[PostingTold, ...] = ()

    @property
    def postings(self) -> tuple[PostingTold, ...]:
        """The postings that count, by day."""
        return tuple(one for one in self.all_postings if one.struck_at is None)

    @property
    def posted_on(self) -> date | None:
        """The day on which its paper first left; None where it is not known to have."""
        return self.postings[0].posting.on if self.postings else None

    @property
    def is_answered(self) -> bool:
        """Whether the State answered."""
        return bool(self.answers)

    @property
    def standing_messages(self) -> tuple[MessageTold, ...]:
        """Its messages without those whose words went to another address instead."""
        return tuple(one for one in self.messages if not one.is_replaced)

    @property
    def came_back(self) -> bool:
        """Whether a message came back and none took its place."""
        return any(one.came_back for one in self.standing_messages)

    @property
    def standing(self) -> MessageState | None:
        """How the one of its messages stands that most needs somebody; None where it has no message."""
        return min((one.state for one in self.standing_messages), key=_WORST_FIRST.index, default=None)

    @property
    def uncertain(self) -> tuple[MessageTold, ...]:
        """Its messages of which nobody but the recipient knows whether they arrived; a person says so of each."""
        return tuple(one for one in self.messages if one.state == "uncertain")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTold:
    """A letter with all its copies by State; `reference` is its number in the register, "" until it is approved."""

    number: int
    reference: str
    terms: LetterTerms
    revision: int
    state: LetterState
    steps: tuple[LetterStepTold, ...]
    copies: tuple[CopyTold, ...]

    @property
    def going(self) -> tuple[CopyTold, ...]:
        """The copies that are not left out."""
        return tuple(copy for copy in self.copies if not copy.left_out)

    @property
    def answered(self) -> tuple[CopyTold, ...]:
        """The copies that were answered."""
        return tuple(copy for copy in self.going if copy.is_answered)

    @property
    def uncertain(self) -> tuple[CopyTold, ...]:
        """The copies with a message of which it is not known whether it arrived."""
        return tuple(copy for copy in self.copies if copy.uncertain)

    def number_of(self, copy: CopyTold) -> str:
        """The number of a copy in the register, such as CCM/L/2026/3-ZMB; "" until the letter is approved."""
        return f"{self.reference}-{copy.iso3}" if self.reference else ""

    @property
    def posted(self) -> tuple[CopyTold, ...]:
        """The copies whose paper left."""
        return tuple(copy for copy in self.going if copy.postings)

    @property
    def to_post(self) -> tuple[CopyTold, ...]:
        """The copies that go on paper and were not posted; nobody knows before the approval which those are."""
        if self.state not in {"made", "sent"}:
            return ()
        return tuple(copy for copy in self.going if not copy.postings and is_on_paper(self, copy))

    @property
    def all_posted(self) -> tuple[PostedTogether, ...]:
        """Every posting, those struck too, as they were written down."""
        return tuple(posted_together((copy.iso3, one) for copy in self.copies for one in copy.all_postings))

    def copy(self, iso3: str) -> CopyTold | None:
        """The copy of a State."""
        return next((copy for copy in self.copies if copy.iso3 == iso3), None)


def is_on_paper(letter: LetterTold, copy: CopyTold) -> bool:
    """Whether an approved copy goes on paper, since the letter does or its State has no address."""
    return goes_on_paper(by_email=letter.terms.by_email, addresses=copy.addresses)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter in the register: to how many States it goes, how many answered, how many copies came back or are uncertain.

    `posted` is how many left on paper, `to_post` how many that go on paper have not; `posted_on` the last day of these.
    """

    number: int
    reference: str
    terms: LetterTerms
    state: LetterState
    sent_at: datetime | None
    going: int
    answered: int
    came_back: int
    uncertain: int
    posted: int = 0
    to_post: int = 0
    posted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTold:
    """A template: its words by language, and the revision of each, those taken away too."""

    number: int
    name: str
    convention: str
    is_retired: bool
    wordings: Mapping[str, LetterWords]
    revisions: Mapping[str, int]
