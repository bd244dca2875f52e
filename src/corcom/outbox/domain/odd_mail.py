"""What of a message that came in was not read, or was made plain, and why: said beside it, since the original is kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message as Mail
from typing import Final

from corcom.kernel.marked import Filled, gettext_noop

MANY: Final = 20
"""Attachments from which on it is said how many there are."""
MOST_PARTS: Final = 100
"""Parts that are looked at for words and names."""
LONGEST_NAME: Final = 255
DEEP: Final = 5
"""Letters laid into each other, from which on it is said."""
_COUNTED: Final = 2000
_FOLDERS: Final = re.compile(r"^(?:\.{1,2}[_/\\]+)+|[/\\]")
MEGABYTE: Final = 1_000_000


def plain_names(names: Sequence[str]) -> tuple[tuple[str, ...], list[Filled]]:
    """The names of attachments without folders and no longer than a file's may be, and what was done to them.

    >>> plain_names(["../../x.pdf", "a.pdf"])[0]
    ('x.pdf', 'a.pdf')
    """
    plain = [_FOLDERS.sub("", name) or "_" for name in names]
    said = []
    if any(a != b for a, b in zip(names, plain, strict=True)):
        said.append(
            Filled(gettext_noop("The name of an attachment pointed into folders; only its last part is shown."))
        )
    if any(len(name) > LONGEST_NAME for name in plain):
        said.append(
            Filled(gettext_noop("The name of an attachment was cut at %(most)s characters."), most=LONGEST_NAME)
        )
    return tuple(_cut(name) for name in plain), said


def _cut(name: str) -> str:
    """The name cut in its middle, so that its ending still says what it is."""
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 13]}…{name[-12:]}"


def parts_told(mail: Mail, attachments: int) -> list[Filled]:
    """What is odd about the parts of a message."""
    said = []
    count, depth = _measured(mail)
    if attachments > MANY:
        said.append(
            Filled(gettext_noop("It has %(count)s attachments; the original has all of them."), count=attachments)
        )
    if count > MOST_PARTS:
        said.append(
            Filled(
                gettext_noop("It has more than %(most)s parts; words and names were read from the first ones only."),
                most=MOST_PARTS,
            )
        )
    if depth >= DEEP:
        said.append(
            Filled(
                gettext_noop("Letters are laid into each other, %(depth)s deep; their words stand together."),
                depth=depth,
            )
        )
    return said


def size_told(size: int, *, largest: int, is_left: bool) -> list[Filled]:
    """That a message is larger than what is read; `is_left`: so much so that it stayed in the mailbox. Sizes are in bytes."""
    said = {"size": -(-size // MEGABYTE), "largest": largest // MEGABYTE}
    if is_left:
        words = gettext_noop(
            "It has %(size)s MB, more than is kept here: only its headers were taken in. The whole of it stays in the "
            "mailbox, marked as seen."
        )
        return [Filled(words, **said)]
    if size > largest:
        words = gettext_noop("It has %(size)s MB: only the first %(largest)s MB were read. The original is kept whole.")
        return [Filled(words, **said)]
    return []


def unreadable_told() -> Filled:
    """That a message could not be taken apart."""
    return Filled(gettext_noop("It could not be taken apart into words and attachments; only its headers were read."))


def text_told(length: int, *, longest: int) -> list[Filled]:
    """That not all words are shown; lengths are in characters."""
    if length <= longest:
        return []
    return [Filled(gettext_noop("Only its first %(longest)s characters are shown."), longest=longest)]


def nobody_told() -> Filled:
    """That a report does not say whom it could not reach."""
    return Filled(gettext_noop("The report does not say which recipient could not be reached."))


def _measured(mail: Mail) -> tuple[int, int]:
    """How many parts that hold something, and how deep letters lie in letters; counted up to a bound."""
    count = deepest = 0
    for part, depth in _parts(mail):
        deepest = max(deepest, depth)
        count += not part.is_multipart()
        if count > _COUNTED:
            break
    return count, deepest


def _parts(mail: Mail) -> Iterator[tuple[Mail, int]]:
    waiting = [(mail, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield part, depth
        inside = part.get_payload() if part.is_multipart() else []
        deeper = depth + (part.get_content_type() == "message/rfc822")
        waiting += [(each, deeper) for each in inside if isinstance(each, Mail)]
