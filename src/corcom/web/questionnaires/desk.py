"""Where a State answers: the parts of a questionnaire as forms, saved one by one as one types, by several hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.kernel.errors import CorcomError
from corcom.questionnaires import actions
from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.reporting.domain.answers import NOTHING
from corcom.rulebooks.forms import Form, Part
from corcom.web import day as days
from corcom.web.language_words import language_in_words
from corcom.web.pieces import StateName
from corcom.web.questionnaires.refusals import refused_in_words
from corcom.web.questionnaires.words import closing_in_words
from corcom.web.reports.autosave import is_autosave, not_saved, redrawn, saved
from corcom.web.reports.inputs import inputs
from corcom.web.reports.inputs_read import Sent, read
from corcom.web.reports.parts_shown import PartShown
from corcom.web.reports.whose import by_whom
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDesk:
    """A State that answers, on which form, who writes, and the addresses of this page and of handing in.

    `asked` is None where the desk is only looked at before anybody is asked.
    """

    found: QuestionnaireTold
    asked: AskedTold | None
    form: Form
    language: str
    by: str = ""
    here: str = ""
    hand_in: str = ""
    by_link: bool = False


def desk_page(request: HttpRequest, desk: QuestionDesk, **more: object) -> HttpResponse:
    """The questionnaire, part by part; or, where a part was sent, that part saved."""
    if request.method == "POST":
        return _save(request, desk)
    last = desk.asked.last if desk.asked else None
    shown: dict[str, Any] = {
        "desk": desk,
        **around(desk),
        "parts": [part_shown(desk, part) for part in desk.form.parts],
        "last": last,
        "handed_in": moment_in_words(last.at) if last else "",
        "is_changed": desk.asked.is_changed if desk.asked else False,
        **more,
    }
    return render(request, "questionnaires/desk.html", shown)


def around(desk: QuestionDesk) -> dict[str, Any]:
    """What stands around the questions: title, introduction, State, until when, the languages with their addresses."""
    asked = desk.found.form
    joint = "&" if "?" in desk.here else "?"
    return {
        "title": desk.form.name,
        "intro": asked.say(asked.intro, desk.language),
        "state": StateName(desk.asked.iso3) if desk.asked else None,
        "until": closing_in_words(desk.found),
        "languages": [
            (code, language_in_words(code), f"{desk.here}{joint}language={code}", code == desk.language)
            for code in asked.languages
        ],
    }


def part_shown(
    desk: QuestionDesk,
    part: Part,
    sent: Sent | None = None,
    *,
    revision: int | None = None,
    theirs: str = "",
    problems: tuple[str, ...] = (),
) -> PartShown:
    """A part with what is written to it, or with what was sent just now."""
    there = desk.asked.revisions.get(part.code) if desk.asked else None
    written = desk.asked.written.get(part.code, NOTHING) if desk.asked else NOTHING
    answer = sent.answer if sent else written
    changed = ""
    if there is not None:
        changed = _("Saved %(when)s by %(who)s") % {
            "when": moment_in_words(there.at),
            "who": by_whom(there.by, desk.asked.iso3 if desk.asked else ""),
        }
    return PartShown(
        part=part,
        answer=answer,
        revision=revision if revision is not None else there.revision if there else 0,
        changed=changed,
        inputs=inputs(part, answer, errors=sent.errors if sent else {}, typed=sent.typed if sent else {}),
        theirs=theirs,
        problems=problems,
    )


def _save(request: HttpRequest, desk: QuestionDesk) -> HttpResponse:
    """Save a part. What two wrote at once stands side by side, and whoever was second chooses."""
    code = request.POST.get("part", "")
    part, asked = desk.form.part(code), desk.asked
    if part is None or asked is None:
        return redirect(desk.here)
    sent = read(part, request.POST, asked.written.get(code, NOTHING))
    typed = request.POST.get("revision", "0")
    try:
        revision = actions.save_answer(
            number=desk.found.number,
            iso3=asked.iso3,
            part=code,
            answer=sent.answer,
            revision=int(typed) if typed.isdecimal() and len(typed) < 10 else -1,
            at=days.moment(),
            by=desk.by,
            for_state=not desk.by_link,
        )
    except actions.PartChanged as other:
        shown = part_shown(desk, part, sent, revision=other.revision, theirs=by_whom(other.by, asked.iso3))
        context = {"desk": desk, "one": shown, "now": part_shown(desk, part), **around(desk)}
        if is_autosave(request):
            return redrawn(code, render(request, "reports/part.html", context), "conflict")
        return render(request, "questionnaires/one_part.html", context, status=409)
    except CorcomError as refused:
        return _kept_out(request, desk, part, sent, refused_in_words(refused))
    if is_autosave(request):
        return saved(request, code, sent, revision)
    if sent.errors:
        shown = part_shown(desk, part, sent, revision=revision, problems=tuple(sent.errors.values()))
        return render(request, "questionnaires/one_part.html", {"desk": desk, "one": shown, **around(desk)}, status=400)
    return redirect(f"{desk.here}#part-{code}")


def _kept_out(request: HttpRequest, desk: QuestionDesk, part: Part, sent: Sent, why: str) -> HttpResponse:
    """Why a part is not saved; what was typed stays in the form."""
    if is_autosave(request):
        return not_saved(request, part.code, why)
    shown = part_shown(desk, part, sent, problems=(why,))
    return render(request, "questionnaires/one_part.html", {"desk": desk, "one": shown, **around(desk)}, status=409)
