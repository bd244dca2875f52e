"""The form of a report as a file to be filled in offline, in one of the languages of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from django.utils.translation import override

from corcom.kernel.languages import written_as
from corcom.kernel.wording import Wording
from corcom.reporting.domain.offline import OfflineForm, form_docx, form_xlsx, in_own_words, stamped
from corcom.reporting.domain.report_document import report_title
from corcom.reporting.domain.report_values import ReportWanted
from corcom.web.downloads import as_file
from corcom.web.reports.parts_shown import Desk
from corcom.web.spoken_in import wording_of
from corcom.web.state_names import state_name
from corcom.web.wording import convention_in_words

FORMS: Mapping[str, Callable[[OfflineForm], bytes]] = {"docx": form_docx, "xlsx": form_xlsx}


def form_wording(language: str) -> Wording:
    """What a form in a language says beside its questions; also where CorCom has no pages in it."""
    return in_own_words(wording_of(written_as(language)), language)


def form_file(desk: Desk, ending: str, language: str) -> HttpResponse:
    """The form as it stands in the draft."""
    told, form = desk.told, desk.form_as_kept.spoken_in(language)
    wanted = ReportWanted(convention=told.convention, iso3=told.iso3, report=told.report, period=told.period)
    revisions = {code: one.revision for code, one in told.revisions.items()}
    stamp = stamped(report=wanted, form=form, version=told.number, answers=told.answers, revisions=revisions)
    wording = form_wording(language)
    with override(wording.language):
        head = (convention_in_words(told.convention), state_name(told.iso3), report_title(told, wording))
    offline = OfflineForm(stamp=stamp, form=form, answers=told.answers, wording=wording, title=form.name, head=head)
    parts = [told.convention, told.iso3, told.report, str(told.period or ""), language]
    return as_file(FORMS[ending](offline), "-".join(part for part in parts if part), ending)
