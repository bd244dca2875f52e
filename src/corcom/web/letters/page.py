"""One letter: its copies, what is missing, its words in each language, and the next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.letters_told import CopyTold, LetterTold
from corcom.correspondence.queries import LetterPreview, letter_preview
from corcom.correspondence.queries.audiences import audience
from corcom.kernel.languages import WRITTEN
from corcom.outbox.domain.standing import MAY
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.language_words import language_by_itself
from corcom.web.letters.found import found_letter, letter_writing
from corcom.web.letters.link import marked_link
from corcom.web.letters.words import STEPS, copy_mark, lack_in_words, state_mark
from corcom.web.outbox.words import STEP_WORDS
from corcom.web.pieces import Column, Filter, Link, Option, Row, Stack, Table, Together, Work
from corcom.web.pieces.choose import Choose
from corcom.web.rights import requires
from corcom.web.state_names import state_name
from corcom.web.wording import in_words, moment_in_words


@requires("send")
def letter_page(request: HttpRequest, number: int) -> HttpResponse:
    """A letter as it stands; a draft with what is missing."""
    found = found_letter(number)
    name = (found.reference or f"letter-{number}").replace("/", "-")
    if answer := sheet(request, name, _file_columns(), [_file_row(found, copy) for copy in found.copies]):
        return answer
    preview = letter_preview(number=number, writing=letter_writing(marked_link(request, found.terms.convention)))
    blocking = preview.blocking if preview and found.state == "drafting" else ()
    lacks = preview.lacks if preview and found.state == "drafting" else ()
    made = sum(copy.pdf is not None for copy in found.going)
    told = audience(number=found.terms.audience) if found.terms.audience else None
    shown = {
        "found": found,
        "audience": told,
        "mark": state_mark(found.state),
        "table": _table(request, found, preview),
        "uncertain": found.uncertain,
        "unsettled": [
            (found.number_of(copy), state_name(copy.iso3), one) for copy in found.uncertain for one in copy.uncertain
        ],
        "settle": [step for step in STEP_WORDS if "uncertain" in MAY[step.verb]],
        "returned": sum(any(one.came_back for one in copy.messages) for copy in found.going),
        "blocking": [lack_in_words(lack) for lack in blocking],
        "notes": [lack_in_words(lack) for lack in lacks if lack not in blocking],
        "languages": [(code, language_by_itself(code)) for code in found.terms.wordings],
        "other_languages": [(code, language_by_itself(code)) for code in WRITTEN if code not in found.terms.wordings],
        "work": _work(found, made) if found.state == "approved" and made else None,
        "is_making": found.state == "approved" and bool(made),
        "history": [(STEPS[step.kind], step.by, moment_in_words(step.at), step.note) for step in found.steps],
    }
    return render(request, "letters/page.html", shown)


def _work(found: LetterTold, made: int) -> Work:
    return Work(id="making", title=_("Copies made"), done=made, total=len(found.going))


def _table(request: HttpRequest, found: LetterTold, preview: LetterPreview | None) -> Table:
    may_choose = found.state == "drafting"
    asked = request.GET.get("stands", "")
    marks = {copy.iso3: copy_mark(copy).words for copy in found.copies}
    counted = Counter(marks.values())
    options = [Option(_("All"), "", len(marks)), *(Option(words, words, count) for words, count in counted.items())]
    return Table(
        id="copies",
        caption=_("States"),
        columns=(
            Column(_("State")),
            Column(_("Language")),
            Column(_("Goes to"), is_wide=True),
            Column(_("Where it stands")),
        ),
        rows=tuple(
            _row(found, copy, preview, may_choose=may_choose)
            for copy in by_name(found.copies)
            if asked in {"", marks[copy.iso3]}
        ),
        filters=(Filter(_("Where it stands"), "stands", tuple(options), asked),) if len(counted) > 1 else (),
        downloads=downloads(request),
    )


def by_name(copies: Sequence[CopyTold]) -> list[CopyTold]:
    """Copies by the name of the State in the reader's language."""
    return sorted(copies, key=lambda copy: state_name(copy.iso3))


def _row(found: LetterTold, copy: CopyTold, preview: LetterPreview | None, *, may_choose: bool) -> Row:
    name: Any = Link(state_name(copy.iso3), reverse("letter_copy", args=[found.number, copy.iso3]))
    if may_choose:
        label = _("Choose: %(text)s") % {"text": state_name(copy.iso3)}
        name = Together((Choose("state", copy.iso3, label), name))
    drafted = preview.copies.get(copy.iso3) if preview else None
    addresses = copy.addresses or (drafted.addresses if drafted else ())
    where = Stack((copy_mark(copy), copy.left_out or _concern(copy)))
    goes = Stack(tuple(Link(each) for each in addresses)) if addresses else _("no e-mail address")
    return Row((name, language_by_itself(copy.language), goes, where), id=f"copy-{copy.iso3}")


def _concern(copy: CopyTold) -> str:
    due_on = copy.concern.due_on if copy.concern else None
    return _("due on %(day)s") % {"day": in_words(due_on)} if due_on else ""


def _file_columns() -> tuple[str, ...]:
    return (
        "number",
        "iso3",
        "state",
        "language",
        "addresses",
        "obligation",
        "period",
        "due_on",
        "left_out",
        "stands",
        "answered_on",
    )


def _file_row(found: LetterTold, copy: CopyTold) -> Sequence[Cell]:
    concern = copy.concern
    return (
        found.number_of(copy),
        copy.iso3,
        state_name(copy.iso3),
        copy.language,
        " ".join(copy.addresses),
        concern.obligation if concern else "",
        concern.period or "" if concern else "",
        concern.due_on or "" if concern else "",
        copy.left_out,
        copy.standing or "",
        copy.answers[0].on if copy.answers else "",
    )
