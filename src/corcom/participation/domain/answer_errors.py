"""What is refused of an answer to an invitation, each with its values."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError

MOST_PEOPLE = 200
"""People of one delegation."""


class AnswerRefused(CorcomError):
    """An answer that cannot be."""


class NoAnswer(AnswerRefused):
    """`said` is none of the answers."""

    def __init__(self, said: str) -> None:
        super().__init__(f"no answer: {said!r}")
        self.said = said


class NoNominee(AnswerRefused):
    """A delegation takes part and names nobody."""

    def __init__(self) -> None:
        super().__init__("nobody is nominated")


class DelegationTooLarge(AnswerRefused):
    """More people than one delegation can have; `most` says how many it can."""

    def __init__(self, most: int = MOST_PEOPLE) -> None:
        super().__init__(f"more than {most} people")
        self.most = most


class NoName(AnswerRefused):
    """The person in place `place`, counted from 1, has no name."""

    def __init__(self, place: int) -> None:
        super().__init__(f"person {place} has no name")
        self.place = place


class NoHead(AnswerRefused):
    """Nobody is named as head of the delegation."""

    def __init__(self) -> None:
        super().__init__("no head of delegation")


class DuplicateHeads(AnswerRefused):
    """More than one person is named as head of the delegation: `names`."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"several heads of delegation: {', '.join(names)}")
        self.names = names


class DuplicateNominee(AnswerRefused):
    """One person stands twice: `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} stands twice")
        self.name = name


class NoSuchAddress(AnswerRefused):
    """`value`, written for `name`, is no e-mail address."""

    def __init__(self, *, name: str, value: str) -> None:
        super().__init__(f"{value!r} of {name} is no e-mail address")
        self.name = name
        self.value = value


class NoSuchLanguage(AnswerRefused):
    """`language`, written for `name`, is none of the languages of meetings."""

    def __init__(self, *, name: str, language: str) -> None:
        super().__init__(f"{language!r} of {name} is no language of meetings")
        self.name = name
        self.language = language
