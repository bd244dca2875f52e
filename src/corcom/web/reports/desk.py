"""Filling in a report: the parts of a draft as forms, saved one by one as one types, by several hands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.answer_checks import ReportFlaw, flaws
from corcom.reporting.domain.answers import NOTHING
from corcom.reporting.domain.contradictions import Earlier
from corcom.reporting.domain.remark_threads import RemarkThread
from corcom.reporting.queries import other_answers, version_told
from corcom.rulebooks.forms import Part
from corcom.web import day as days
from corcom.web.filled import filled
from corcom.web.reports.autosave import is_autosave, not_saved, redrawn, saved
from corcom.web.reports.inputs_read import Sent, read
from corcom.web.reports.meanwhile import closed_meanwhile
from corcom.web.reports.parts_shown import Desk, named, part_shown
from corcom.web.reports.refusals import in_words
from corcom.web.reports.remarks import WHOLE
from corcom.web.reports.whose import by_whom

LONGEST_ANSWER = 10_000
"""Characters of an answer to a remark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMissing:
    """A part that is not ready, and why; `revision` is that from which its answers may be taken out, 0 where that mends nothing."""

    code: str
    title: str
    words: str
    revision: int


def desk_page(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """The draft, part by part; or, where a part was sent, that part saved."""
    if request.method == "POST":
        return _save(request, desk)
    parts = [part_shown(desk, part) for part in desk.form.parts]
    not_ready = {flaw.part for flaw in _flaws(desk)}
    shown = {
        "desk": desk,
        **named(desk),
        "hand": request.session.get("hand", ""),
        "parts": parts,
        "contents": [(one, one.part.code not in not_ready) for one in parts],
        "done": len(parts) - len(not_ready),
    }
    return render(request, "reports/desk.html", shown)


def _save(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Save a part. What two wrote at once stands side by side, and whoever was second chooses."""
    code = request.POST.get("part", "")
    part = desk.form.part(code)
    if part is None:
        return redirect(desk.here)
    there = desk.told.answers.get(code, NOTHING)
    # On the page of what is missing the answers of a part are taken out as a whole.
    sent = Sent(replace(there, values={})) if "empty" in request.POST else read(part, request.POST, there)
    if desk.told.state != "drafting":
        return _kept_out(request, desk, part, sent, closed_meanwhile(desk.told))
    try:
        revision = actions.save_part(
            version=desk.told.number,
            part=code,
            answer=sent.answer,
            revision=_revision_read(request, desk, code),
            at=days.moment(),
            by=desk.by,
        )
    except actions.PartChanged as other:
        return _two_at_once(request, desk, part, sent, other)
    except actions.StepRefused:
        # Somebody handed it in between the reading of it and this.
        told = version_told(number=desk.told.number) or desk.told
        return _kept_out(request, desk, part, sent, closed_meanwhile(told))
    except CorcomError as refused:
        return _kept_out(request, desk, part, sent, in_words(refused))
    thread = _answered(request, desk, code) if "answer" in request.POST else None
    if thread is not None:
        desk = replace(desk, threads=tuple(one for one in desk.threads if one != thread))
    return _is_saved(request, desk, part, sent, revision, is_answered=thread is not None)


def _is_saved(
    request: HttpRequest, desk: Desk, part: Part, sent: Sent, revision: int, *, is_answered: bool
) -> HttpResponse:
    """That a part is saved, but for what of it could not be read; drawn anew where a remark on it is answered."""
    if is_autosave(request) and not is_answered:
        return saved(request, part.code, sent, revision)
    problems = tuple(sent.errors.values())
    context = {"desk": desk, "one": part_shown(desk, part, sent, revision=revision, problems=problems)}
    if is_autosave(request):
        drawn = render(request, "reports/part.html", context)
        return redrawn(part.code, drawn, "not-saved" if problems else "saved")
    if problems:
        return render(request, "reports/one_part.html", context, status=400)
    return redirect(f"{desk.here}#part-{part.code}")


def _answered(request: HttpRequest, desk: Desk, code: str) -> RemarkThread | None:
    """The thread in which the State answers by what was sent, once its answer is kept; None where it answers nothing."""
    field = request.POST.get("answer", "")
    words = request.POST.get(f"answer-{field}", "")[:LONGEST_ANSWER].strip()
    place = code, "" if field == WHOLE else field
    thread = next((one for one in desk.threads if (one.part, one.field) == place), None)
    if thread is None or not words or not desk.by_link:
        return None
    actions.remark_on_report(
        version=thread.version, part=code, field=thread.field, words=words, of_state=True, at=days.moment(), by=desk.by
    )
    return thread


def _revision_read(request: HttpRequest, desk: Desk, code: str) -> int:
    """At which revision the part was read; -1 for none that can be, and for one of another version of the report."""
    number = request.POST.get("revision", "0")
    if request.POST.get("version", str(desk.told.number)) != str(desk.told.number):
        return -1 if code in desk.told.revisions else 0
    return int(number) if number.isdecimal() and len(number) < 10 else -1


def _two_at_once(request: HttpRequest, desk: Desk, part: Part, sent: Sent, other: actions.PartChanged) -> HttpResponse:
    shown = part_shown(desk, part, sent, revision=other.revision, theirs=by_whom(other.by, desk.told.iso3))
    context = {"desk": desk, "one": shown, "now": part_shown(desk, part)}
    if is_autosave(request):
        return redrawn(part.code, render(request, "reports/part.html", context), "conflict")
    return render(request, "reports/one_part.html", context, status=409)


def _kept_out(request: HttpRequest, desk: Desk, part: Part, sent: Sent, why: str) -> HttpResponse:
    """Why a part is not saved; what was typed stays in the form."""
    if is_autosave(request):
        return not_saved(request, part.code, why, desk.here)
    number = request.POST.get("revision", "")
    revision = int(number) if number.isdecimal() and len(number) < 10 else 0
    shown = part_shown(desk, part, sent, revision=revision, problems=(why,))
    context = {"desk": desk, "one": shown, "version": request.POST.get("version", "")}
    return render(request, "reports/one_part.html", context, status=409)


def missing(desk: Desk) -> list[PartMissing]:
    """What stands in the way of handing in, part by part."""
    found = []
    for flaw in _flaws(desk):
        part, answer = desk.form.part(flaw.part), desk.told.answers.get(flaw.part, NOTHING)
        revision = desk.told.revisions.get(flaw.part)
        is_full = answer.state in {"not_applicable", "unchanged"} and any(answer.values.values())
        found.append(
            PartMissing(
                code=flaw.part,
                title=part.title if part else flaw.part,
                words=filled(flaw.words),
                revision=revision.revision if revision and is_full else 0,
            )
        )
    return found


def _flaws(desk: Desk) -> list[ReportFlaw]:
    earlier = earlier_of(desk)
    return list(flaws(desk.form, desk.told.answers, period=desk.told.period, reported=earlier, earlier=earlier))


def earlier_of(desk: Desk) -> Earlier:
    """What the State answers in its reports for other years."""
    told = desk.told
    return other_answers(convention=told.convention, iso3=told.iso3, report=told.report, period=told.period)
