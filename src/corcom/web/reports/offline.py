"""Working offline on a report: the form as a file to take home, and what came back, shown before it is taken in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.documents.domain.errors import DocumentRefused
from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.offline import FormRefused
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import content_of, kept_forms
from corcom.web import day as days
from corcom.web.documents.upload_bounds import passed_over
from corcom.web.filled import filled, filled_template
from corcom.web.filters import number_sent
from corcom.web.language_words import language_by_itself
from corcom.web.reports.offline_compared import Preview, preview
from corcom.web.reports.offline_file import FORMS, form_file
from corcom.web.reports.offline_names import names_in
from corcom.web.reports.parts_shown import Desk, named
from corcom.web.reports.refusals import in_words
from corcom.web.reports.whose import by_whom


def offline_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form to take home; one that came back, kept and shown; or, where a person confirms it, taken into the draft."""
    if request.method == "POST":
        return _take_in(request, desk) if "kept" in request.POST else _receive(request, desk)
    form, language = request.GET.get("format", ""), request.GET.get("language", "")
    if form in FORMS and language in desk.form_as_kept.languages:
        return form_file(desk, form, language)
    return _page(request, desk)


def _page(request: HttpRequest, desk: Desk, *, problem: str = "", status: int = 200) -> HttpResponse:
    told = desk.told
    wanted = ReportWanted(convention=told.convention, iso3=told.iso3, report=told.report, period=told.period)
    reader = (get_language() or "en").partition("-")[0]
    shown = {
        "desk": desk,
        **named(desk),
        "problem": problem,
        "languages": [(code, language_by_itself(code), code == reader) for code in desk.form_as_kept.languages],
        "kept": [(one, by_whom(one.came_by, told.iso3)) for one in kept_forms(wanted=wanted)],
    }
    return render(request, "reports/offline.html", shown, status=status)


def _receive(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep what was sent, whatever it is, and show what was read of it."""
    file = request.FILES.get("file")
    if file is None:
        too_large = _("The file is too large to be a form; nothing of it was kept.")
        problem = too_large if passed_over(request) else _("Choose the form that you filled in.")
        return _page(request, desk, problem=problem, status=400)
    sent = actions.SentForm(file.read(), file.name or "form", file.content_type or "application/octet-stream")
    try:
        shown = preview(desk, sent.content, sent.name)
    except (FormRefused, DocumentRefused) as refused:
        actions.keep_form(version=desk.told.number, sent=sent, at=days.moment(), by=desk.by, refused=str(refused))
        return _page(request, desk, problem=refused_in_words(refused, desk), status=400)
    kept = actions.keep_form(version=desk.told.number, sent=sent, at=days.moment(), by=desk.by)
    return _preview(request, desk, shown, kept)


def _take_in(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take the parts in that were chosen; where somebody else changed one of them meanwhile, none, and show it again."""
    number = number_sent(request, "kept")
    found = content_of(kept=number, version=desk.told.number)
    if found is None:
        return _page(request, desk, problem=_("This form is not there any more. Send it again."), status=400)
    shown = preview(desk, found[1], found[0])
    parts = {
        one.code: (one.compared.theirs, number_sent(request, f"revision-{one.code}"))
        for one in shown.parts
        if one.compared.can_be_taken and one.code in request.POST.getlist("part")
    }
    try:
        actions.take_in_form(kept=number, version=desk.told.number, parts=parts, at=days.moment(), by=desk.by)
    except actions.PartChanged as other:
        words = _("%(who)s saved a part while you looked at this. Nothing was taken in; see below how both stand now.")
        return _preview(
            request, desk, shown, number, problem=words % {"who": by_whom(other.by, desk.told.iso3)}, status=409
        )
    except CorcomError as refused:
        return _page(request, desk, problem=in_words(refused), status=400)
    messages.success(request, _("The form is taken into the draft. Check it, and hand the report in."))
    return redirect(desk.here)


def _preview(
    request: HttpRequest, desk: Desk, shown: Preview, kept: int, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"desk": desk, **named(desk), "shown": shown, "kept": kept, "problem": problem}
    return render(request, "reports/offline_preview.html", context, status=status)


def refused_in_words(refused: FormRefused | DocumentRefused, desk: Desk) -> str:
    """Why a file is not taken as the form, and what to do."""
    if isinstance(refused, FormRefused):
        return filled(refused.reason, names_in(refused.reason, desk.told.convention))
    reason = filled_template(refused.template, refused.values)
    return _("%(file)s: %(reason)s. The file is kept; nothing of the draft was changed.") % {
        "file": refused.name,
        "reason": reason,
    }
