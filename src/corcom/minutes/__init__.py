"""Reading minutes, and the record of a meeting.

`read` works without a site and without a database:

    >>> from corcom.minutes import read
    >>> reading = read("Meeting of the Bureau, 4 May 2016. The Secretariat will circulate the minutes by 11 May.")
    >>> [(point.owner, point.due) for point in reading.action_points]
    [(('Secretariat',), '2016-05-11')]

The reader is loaded when it is first asked for: every command and page imports this package, few of them read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corcom.minutes.domain.reader import READER, read_text
    from corcom.minutes.domain.reading import Reading

__all__ = ["READER", "Reading", "read", "read_text"]


def read(source: Path | bytes | str, *, name: str = "") -> Reading:
    """Read minutes from a file (`Path`), from the bytes of one (with its `name`), or from text.

    Raises `DocumentRefused` for a file that cannot be read; a text can always be read.
    """
    from corcom.documents.domain import DocumentText, extract  # noqa: PLC0415  see above
    from corcom.minutes.domain.reader import read_text  # noqa: PLC0415  see above

    if isinstance(source, str):
        return read_text(DocumentText(text=source, media_type="text/plain"))
    return read_text(extract(source, name=name))


def __getattr__(name: str) -> Any:
    """The names of the reader, loaded on first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from corcom.minutes.domain import reader, reading  # noqa: PLC0415  see above

    return getattr(reading if name == "Reading" else reader, name)
