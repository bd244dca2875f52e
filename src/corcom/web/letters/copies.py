"""The copies of a letter as a table, narrowed by where they stand, and as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.letters_told import CopyTold, LetterTold
from corcom.correspondence.queries import LetterPreview
from corcom.web.downloads import downloads
from corcom.web.language_words import language_by_itself
from corcom.web.letters.marks import copy_marks
from corcom.web.letters.posting_words import posting_in_words
from corcom.web.pieces import Column, Filter, Link, Option, Row, Stack, StatusMark, Table, Together
from corcom.web.pieces.choose import Choose
from corcom.web.state_names import state_name
from corcom.web.wording import in_words

STANDS = "stands"
"""The key of an address that narrows the copies to those that stand so."""


def copies_shown(request: HttpRequest, found: LetterTold) -> list[CopyTold]:
    """The copies that the address asks for, by the name of the State."""
    asked = request.GET.get(STANDS, "")
    return [copy for copy in by_name(found.copies) if not asked or asked in _words(copy_marks(found, copy))]


def by_name(copies: Sequence[CopyTold]) -> list[CopyTold]:
    """Copies by the name of the State in the reader's language."""
    return sorted(copies, key=lambda copy: state_name(copy.iso3))


def copies_table(
    request: HttpRequest, found: LetterTold, preview: LetterPreview | None, chosen: Collection[str] = ()
) -> Table:
    """The table of copies; those of a letter with which something can be done for several at once have boxes."""
    asked = request.GET.get(STANDS, "")
    counted = Counter(words for copy in found.copies for words in _words(copy_marks(found, copy)))
    options = [Option(_("All"), "", len(found.copies))]
    options += [Option(words, words, count) for words, count in counted.items()]
    has_boxes = found.state in {"drafting", "made", "sent"}
    return Table(
        id="copies",
        caption=_("States"),
        columns=(
            Column(_("State")),
            Column(_("Language")),
            Column(_("Goes to"), is_wide=found.terms.by_email),
            Column(_("Where it stands")),
        ),
        rows=tuple(
            _row(
                found,
                copy,
                preview,
                chosen=chosen,
                has_box=has_boxes and (found.state == "drafting" or not copy.left_out),
            )
            for copy in copies_shown(request, found)
        ),
        filters=(Filter(_("Where it stands"), STANDS, tuple(options), asked),) if len(counted) > 1 or asked else (),
        downloads=downloads(request),
    )


def _words(marks: Sequence[StatusMark]) -> list[str]:
    return [mark.words for mark in marks]


def _row(
    found: LetterTold, copy: CopyTold, preview: LetterPreview | None, *, chosen: Collection[str], has_box: bool
) -> Row:
    name: Any = Link(state_name(copy.iso3), reverse("letter_copy", args=[found.number, copy.iso3]))
    if has_box:
        label = _("Choose: %(text)s") % {"text": state_name(copy.iso3)}
        name = Together((Choose("state", copy.iso3, label, is_chosen=copy.iso3 in chosen), name))
    addresses = addresses_of(found, copy, preview)
    goes = Stack(tuple(Link(each) for each in addresses)) if addresses else _("no e-mail address")
    goes = goes if found.terms.by_email else _("on paper")
    notes = [posting_in_words(one.posting) for one in copy.postings]
    notes += [words for words in (copy.left_out or _concern(copy),) if words]
    where = Stack((*copy_marks(found, copy), *notes))
    return Row((name, language_by_itself(copy.language), goes, where), id=f"copy-{copy.iso3}")


def addresses_of(found: LetterTold, copy: CopyTold, preview: LetterPreview | None) -> tuple[str, ...]:
    """To which e-mail addresses a copy went, or while it has not left, would go now."""
    now = preview.copies.get(copy.iso3) if preview else None
    if now and found.state in {"drafting", "approved", "made"}:
        return now.addresses
    return tuple(dict.fromkeys(one.recipient for one in copy.standing_messages)) or copy.addresses


def readdressed(found: LetterTold, preview: LetterPreview | None) -> list[str]:
    """The States whose e-mail addresses have changed since a letter was approved that has not left, by ISO3."""
    if preview is None or not found.terms.by_email or found.state not in {"approved", "made"}:
        return []
    return [copy.iso3 for copy in found.going if addresses_of(found, copy, preview) != copy.addresses]


def _concern(copy: CopyTold) -> str:
    due_on = copy.concern.due_on if copy.concern else None
    return _("due on %(day)s") % {"day": in_words(due_on)} if due_on else ""
