"""Why a file is not read: one class for each reason, each saying it in one line that names the file.

`name` is the file's name. `template` holds the words, `values` what stands in them, so that an interface can translate
the words and set the values in.
"""

from __future__ import annotations

from typing import ClassVar, Self

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import gettext_noop


def on_one_line(text: str) -> str:
    r"""The text with line ends and whatever else cannot be printed written out: a file's name may hold anything.

    >>> on_one_line("a" + chr(10) + "b: there is nothing in it")
    'a\\nb: there is nothing in it'
    """
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


class DocumentRefused(CorcomError):
    """A file that is not read, and why."""

    template: ClassVar[str] = gettext_noop("cannot be read")

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name, values)
        self.name = name
        self.values = values

    @property
    def reason(self) -> str:
        """The reason in English, without the file's name."""
        return self.template % self.values

    def named(self, name: str) -> Self:
        """The same refusal under another name (a letter's attachment is named with its letter)."""
        return type(self)(name, **self.values)

    def __str__(self) -> str:
        return on_one_line(f"{self.name}: {self.reason}")

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.name, self.values)


def _again(kind: type[DocumentRefused], name: str, values: dict[str, object]) -> DocumentRefused:
    """An error that comes back from another process."""
    return kind(name, **values)


class EmptyDocument(DocumentRefused):
    template = gettext_noop("there is nothing in it")


class NoText(DocumentRefused):
    template = gettext_noop("there is no text in it")


class Scanned(DocumentRefused):
    template = gettext_noop("there is no text in it; it looks scanned")


class NotADocument(DocumentRefused):
    """`found`: what it is instead ("a spreadsheet", "binary data")."""

    template = gettext_noop("not a document that can be read: %(found)s")


class Damaged(DocumentRefused):
    """`what`: the part that is cut off or broken."""

    template = gettext_noop("cut off or damaged: %(what)s")


class PasswordProtected(DocumentRefused):
    template = gettext_noop("protected by a password")


class LegacyWord(DocumentRefused):
    template = gettext_noop("a Word document of the old kind (.doc); save it as .docx")


class MacroLaden(DocumentRefused):
    template = gettext_noop("contains macros; save it without them, as %(ending)s")


class MacroFound(DocumentRefused):
    """`part`: where in the file they stand; `ending`: as what it can be saved without them."""

    template = gettext_noop(
        "contains macros (in its part %(part)s), and what runs by itself is no document; open it, save it as %(ending)s "
        "without macros, and send that file"
    )


class ZipBomb(DocumentRefused):
    """`bound`: what its unpacked content goes past."""

    template = gettext_noop("unpacks to more than is sensible (%(bound)s)")


class TooLarge(DocumentRefused):
    """`bound`: with its unit ("50 MB", "10 million characters of text")."""

    template = gettext_noop("too large: more than %(bound)s")


class EndingLies(DocumentRefused):
    """`ending` as the file's name has it, `found`: what the file is ("a Word document (.docx)")."""

    template = gettext_noop("named %(ending)s but is %(found)s")


class Unreadable(DocumentRefused):
    """`why`: what the system says ("Permission denied", "a folder")."""

    template = gettext_noop("cannot be opened: %(why)s")


class DeclaresEntities(DocumentRefused):
    template = gettext_noop("declares XML entities, which no document needs")


class PastBound(DocumentRefused):
    """`bound`: the bound of time or memory that reading it went past ("60 seconds", "1 GB of memory")."""

    template = gettext_noop("given up: reading it takes more than %(bound)s")


class ReaderFailed(DocumentRefused):
    """The reader itself broke on this file. `what`: the kind of failure; `detail`: for whoever mends it."""

    template = gettext_noop("the reader failed on it (%(what)s)")

    @property
    def detail(self) -> str:
        """The traceback, where there is one."""
        return str(self.values.get("detail", ""))
