"""Filling in a report: the parts of a draft as forms, saved one by one as one types, by several hands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.answer_checks import ReportFlaw, flaws
from corcom.reporting.domain.answers import NOTHING
from corcom.reporting.queries import reported_years
from corcom.web import day as days
from corcom.web.filled import filled
from corcom.web.reports.inputs_read import read
from corcom.web.reports.parts_shown import Desk, named, part_shown
from corcom.web.reports.refusals import in_words


def desk_page(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """The draft, part by part; or, where a part was sent, that part saved."""
    if request.method == "POST":
        return _save(request, desk)
    parts = [part_shown(desk, part) for part in desk.form.parts]
    missing = {flaw.part for flaw in _flaws(desk)}
    shown = {
        "desk": desk,
        **named(desk),
        "hand": request.session.get("hand", ""),
        "parts": parts,
        "contents": [(one, one.part.code not in missing) for one in parts],
        "done": len(parts) - len(missing),
    }
    return render(request, "reports/desk.html", shown)


def _save(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Save a part. What two wrote at once stands side by side, and whoever was second chooses."""
    code = request.POST.get("part", "")
    part = desk.form.part(code)
    typing = getattr(request, "htmx", False)
    if part is None:
        return redirect(desk.here)
    sent = read(part, request.POST, desk.told.answers.get(code, NOTHING))
    number = request.POST.get("revision", "0")
    revision = int(number) if number.isdecimal() and len(number) < 10 else -1
    try:
        revision = actions.save_part(
            version=desk.told.number, part=code, answer=sent.answer, revision=revision, at=days.moment(), by=desk.by
        )
    except actions.PartChanged as other:
        shown = part_shown(desk, part, sent, revision=other.revision, theirs=other.by)
        context = {"desk": desk, "one": shown, "now": part_shown(desk, part)}
        answer = render(
            request, "reports/part.html" if typing else "reports/one_part.html", context, status=200 if typing else 409
        )
        if typing:
            answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = f"#part-{code}", "outerHTML"
        return answer
    except CorcomError as refused:
        return render(request, "reports/saved.html", {"code": code, "problems": [in_words(refused)]}, status=200)
    if typing:
        saved = {"code": code, "revision": revision, "problems": list(sent.errors.values()), "at": days.moment()}
        return render(request, "reports/saved.html", saved)
    if sent.errors:
        shown = part_shown(desk, part, sent, revision=revision, problems=tuple(sent.errors.values()))
        return render(request, "reports/one_part.html", {"desk": desk, "one": shown}, status=400)
    return redirect(f"{desk.here}#part-{code}")


def missing_words(desk: Desk) -> list[tuple[str, str, str]]:
    """What stands in the way of handing in: the part, its title, the reason."""
    found = []
    for flaw in _flaws(desk):
        part = desk.form.part(flaw.part)
        found.append((flaw.part, part.title if part else flaw.part, filled(flaw.words)))
    return found


def _flaws(desk: Desk) -> list[ReportFlaw]:
    told = desk.told
    reported = reported_years(convention=told.convention, iso3=told.iso3, report=told.report)
    years = [year for year in reported if year and year != told.period]
    return list(flaws(desk.form, told.answers, period=told.period, reported=years))
