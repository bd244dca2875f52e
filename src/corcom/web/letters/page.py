"""One letter: its copies, what is missing, its words in each language, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from corcom.correspondence.domain.letters_told import LetterTold
from corcom.correspondence.queries import LetterPreview
from corcom.correspondence.queries.audiences import audience
from corcom.kernel.languages import WRITTEN
from corcom.outbox.domain.standing import MAY
from corcom.web.downloads import sheet
from corcom.web.language_words import language_by_itself
from corcom.web.letters.copies import addresses_of, copies_shown, copies_table, readdressed
from corcom.web.letters.copies_file import COPY_COLUMNS, copy_row
from corcom.web.letters.found import found_letter, letter_seen
from corcom.web.letters.history import letter_history
from corcom.web.letters.lack_words import lacks_in_words
from corcom.web.letters.posting_form import PostingForm, posting_form, posting_taken
from corcom.web.letters.posting_words import count_in_words
from corcom.web.letters.words import ask_unknown_in_words, state_mark, states_in_words
from corcom.web.outbox.words import STEP_WORDS
from corcom.web.rights import requires
from corcom.web.state_names import state_name


@requires("send")
@require_http_methods(["GET", "HEAD", "POST"])
def letter_page(request: HttpRequest, number: int) -> HttpResponse:
    """A letter as it stands; a draft with what is missing. What is sent to it says which papers were posted."""
    found = found_letter(number)
    name = (found.reference or f"letter-{number}").replace("/", "-")
    rows = (copy_row(found, copy) for copy in copies_shown(request, found))
    if answer := sheet(request, name, COPY_COLUMNS, rows):
        return answer
    form, chosen = posting_form(request, found), request.POST.getlist("state")
    if request.method == "POST" and posting_taken(request, found, form, chosen):
        return redirect(request.get_full_path())
    shown = _shown(request, found, form, chosen)
    return render(request, "letters/page.html", shown, status=400 if form.errors else 200)


def _shown(request: HttpRequest, found: LetterTold, form: PostingForm, chosen: Sequence[str]) -> dict[str, Any]:
    preview = letter_seen(request, found)
    made = sum(copy.pdf is not None for copy in found.going)
    return {
        "found": found,
        "audience": audience(number=found.terms.audience) if found.terms.audience else None,
        "mark": state_mark(found.state),
        "table": copies_table(request, found, preview, chosen),
        "uncertain": found.uncertain,
        "unsettled": [
            (found.number_of(copy), state_name(copy.iso3), one) for copy in found.uncertain for one in copy.uncertain
        ],
        "settle": [step for step in STEP_WORDS if "uncertain" in MAY[step.verb]],
        "returned": sum(copy.came_back for copy in found.going),
        **_lacks(found, preview),
        "readdressed": states_in_words(moved) if (moved := readdressed(found, preview)) else "",
        "languages": [(code, language_by_itself(code)) for code in found.terms.wordings],
        "other_languages": [(code, language_by_itself(code)) for code in WRITTEN if code not in found.terms.wordings],
        "made": made,
        "is_making": found.state == "approved" and bool(made),
        "leaving": _leaving(found, preview) if found.state == "made" else "",
        "unknown": preview.unknown if preview and found.state == "drafting" else (),
        "unknown_states": states_in_words(preview.unknown) if preview else "",
        "ask_unknown": ask_unknown_in_words(),
        "posting": form if found.state in {"made", "sent"} else None,
        "posted": count_in_words(len(found.posted), len(found.to_post)),
        "history": letter_history(found),
    }


def _leaving(found: LetterTold, preview: LetterPreview | None) -> str:
    """What happens when a letter whose copies are made is sent."""
    by_email = sum(bool(addresses_of(found, copy, preview)) for copy in found.going) if found.terms.by_email else 0
    counts = {"n": by_email, "paper": len(found.going) - by_email}
    if not by_email:
        return _("It goes on paper: take the files for the bag, then write down below what has left.")
    words = ngettext(
        "It goes to %(n)d State by e-mail and to %(paper)d on paper. An e-mail that has left is not called back.",
        "It goes to %(n)d States by e-mail and to %(paper)d on paper. An e-mail that has left is not called back.",
        by_email,
    )
    return words % counts


def _lacks(found: LetterTold, preview: LetterPreview | None) -> dict[str, list[str]]:
    if preview is None or found.state != "drafting":
        return {}
    notes = [lack for lack in preview.lacks if lack not in preview.blocking]
    return {"blocking": lacks_in_words(preview.blocking), "notes": [state_name(lack.iso3) for lack in notes]}
