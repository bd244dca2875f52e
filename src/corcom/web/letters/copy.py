"""One copy of a letter: as it reads, as a file, and the answers to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.letters_told import CopyTold, LetterTold
from corcom.correspondence.queries import CopyPreview, LetterPreview
from corcom.web import day as days
from corcom.web.downloads import as_file
from corcom.web.language_words import language_by_itself
from corcom.web.letters.answer_form import CHANNELS, AnswerForm
from corcom.web.letters.copies import addresses_of, by_name
from corcom.web.letters.found import found_copy, found_letter, letter_seen, letter_writing
from corcom.web.letters.marks import copy_marks, messages_marked
from corcom.web.letters.posting_form import posting_form, posting_taken
from corcom.web.letters.posting_words import posting_in_words
from corcom.web.letters.sheet import sheet_of
from corcom.web.letters.words import REFUSED, in_words
from corcom.web.rights import requires
from corcom.web.state_names import state_name


@requires("send")
@require_http_methods(["GET", "HEAD", "POST"])
def letter_copy(request: HttpRequest, number: int, iso3: str) -> HttpResponse:
    """A copy as the State reads it, with the next and the one before; its postings and the answers below.

    What is sent to it says that its paper was posted.
    """
    found = found_letter(number)
    copy, form = found_copy(found, iso3), posting_form(request, found)
    if request.method == "POST" and posting_taken(request, found, form, [iso3]):
        return redirect("letter_copy", number, iso3)
    whole = letter_seen(request, found)
    preview = whole.copies.get(iso3) if whole else None
    if (wanted := request.GET.get("format", "")) in {"docx", "pdf"} and preview and preview.words:
        return _file(request, found, preview, wanted)
    shown = {
        **_shown(found, copy, whole),
        "answer": AnswerForm(today=days.today()) if found.state == "sent" or copy.postings else None,
        "posting": form if found.state in {"made", "sent"} and not copy.left_out else None,
    }
    return render(request, "letters/copy.html", shown, status=400 if form.errors else 200)


def _shown(found: LetterTold, copy: CopyTold, whole: LetterPreview | None) -> dict[str, Any]:
    preview = whole.copies.get(copy.iso3) if whole else None
    order = [one.iso3 for one in by_name(found.copies)]
    here = order.index(copy.iso3)
    shown: dict[str, Any] = {
        "found": found,
        "copy": copy,
        "marks": copy_marks(found, copy),
        "messages_marked": messages_marked(copy),
        "state": state_name(copy.iso3),
        "language": language_by_itself(copy.language),
        "addresses": addresses_of(found, copy, whole),
        "before": order[here - 1] if here else "",
        "after": order[here + 1] if here + 1 < len(order) else "",
        "place": (here + 1, len(order)),
        "answers": [(one, CHANNELS.get(one.channel, one.channel)) for one in copy.answers],
        "postings": [(one, posting_in_words(one.posting)) for one in copy.all_postings],
    }
    if words := preview.words if preview else copy.words:
        terms, number = found.terms, preview.facts.number if preview else ""
        signed = (terms.signatory, terms.office)
        shown |= sheet_of(
            words, copy.language, dated=terms.dated, convention=terms.convention, number=number, signed=signed
        )
    return shown


def _file(request: HttpRequest, found: LetterTold, preview: CopyPreview, form: str) -> HttpResponse:
    """The file that was made, or while it is not, how it would be."""
    copy = found_copy(found, preview.facts.addressee.iso3)
    made = copy.docx if form == "docx" else copy.pdf
    if made:
        return redirect("document_original", made)
    if preview.words is None:
        raise Http404
    wording = letter_writing().wording(preview.language)
    paper = letter_paper(preview.facts, preview.words, wording, made_at=days.moment())
    try:
        content = paper.to_bytes() if form == "docx" else paper.to_pdf()
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect("letter_copy", found.number, copy.iso3)
    return as_file(content, _("preview") + f"-{copy.iso3}", form)
