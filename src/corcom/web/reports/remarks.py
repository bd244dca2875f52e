"""Remarks to a report in words, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.reporting.domain.remark_threads import RemarkThread
from corcom.reporting.domain.versions_told import RemarkTold
from corcom.rulebooks.forms import Form
from corcom.web.reports.whose import by_whom
from corcom.web.wording import moment_in_words

WHOLE = "-"
"""Stands in a form for the part as a whole, where it would name a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadShown:
    """What was said to one place: words, who and when, and whether it was the State."""

    part: str
    field: str
    remarks: tuple[tuple[str, str, bool], ...]
    is_open: bool

    @property
    def place(self) -> str:
        """What names it on the page."""
        return f"{self.part}-{self.field or WHOLE}"


Threads = Sequence[ThreadShown]


def threads_shown(threads: Iterable[RemarkThread], iso3: str, *, to_state: bool) -> list[ThreadShown]:
    """Threads for a reader; to a State its own are its own, and the others are the secretariat's."""

    def who(one: RemarkTold) -> str:
        if to_state:
            return _("Your answer") if one.of_state else _("The secretariat")
        return by_whom(one.by, iso3)

    return [
        ThreadShown(
            part=thread.part,
            field=thread.field,
            remarks=tuple(
                (one.words, f"{who(one)}, {moment_in_words(one.at)}", one.of_state) for one in thread.remarks
            ),
            is_open=thread.is_open,
        )
        for thread in threads
    ]


def places_of(form: Form | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where a remark can be put: each part with itself and its questions, as values of a list to choose from."""
    if form is None:
        return []
    found = []
    for part in form.spoken_in(get_language() or "en").parts:
        name = f"{part.code}. {part.title}" if len(part.code) == 1 else part.title
        places = [(part.code, _("%(part)s: the whole part") % {"part": name})]
        found.append((name, places + [(f"{part.code}/{field.code}", field.name) for field in part.fields]))
    return found


def place_in_words(form: Form | None, thread: ThreadShown) -> str:
    """Part and question to which something was said."""
    part = form.spoken_in(get_language() or "en").part(thread.part) if form else None
    if part is None:
        return thread.part
    name = f"{part.code}. {part.title}" if len(part.code) == 1 else part.title
    field = part.field(thread.field)
    return _("%(part)s, “%(question)s”") % {"part": name, "question": field.name} if field else name
