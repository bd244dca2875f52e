"""One report of one State: its versions, what each says, and for the secretariat what to do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from corcom.access.queries import circles_of, links_for
from corcom.reporting.domain.report_flow import HANDED_IN
from corcom.reporting.domain.report_links import PURPOSE, subject_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import ReportVersionTold, kept_forms, report_versions
from corcom.web import day as days
from corcom.web.by_link import address_by_link
from corcom.web.conventions.page import head
from corcom.web.pieces import StateName
from corcom.web.register.asked import asked_for
from corcom.web.report_checks.shown import checks_shown
from corcom.web.reports.addresses import owed_report, place_of, wanted_of
from corcom.web.reports.remarks import places_of
from corcom.web.reports.version_words import shown_version
from corcom.web.reports.whose import by_whom
from corcom.web.reports.words import report_deadline, report_mark, report_name
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public
from corcom.web.wording import moment_in_words


@open_to_the_public
def report(request: HttpRequest, convention: str, iso3: str, report: str, period: str) -> HttpResponse:
    """One report: how it stands, its versions, and for the secretariat what to do next."""
    asked = asked_for(request, convention)
    wanted = wanted_of(convention, iso3, report, period)
    owed = owed_report(asked, wanted)
    may_record = holds(request, "record")
    account = request.user if request.user.is_authenticated else None
    circles = circles_of(account=account, convention=convention, day=days.today())
    kept = report_versions(wanted=wanted)
    versions = [one for one in kept if may_record or may_read(one, circles)]
    shown = head(asked, "convention_reports") | {
        "owed": owed,
        "state": StateName(iso3),
        "title": report_name(owed),
        "mark": report_mark(owed),
        "deadline": report_deadline(owed, asked.day),
        "why": f"{reverse('obligation', args=[convention, iso3, report])}"
        + (f"?period={wanted.period}" if wanted.period else ""),
        "versions": [shown_version(one, circles, with_hands=may_record) for one in versions],
        "for_parties": not may_record and any(one.state in HANDED_IN and one.circle not in circles for one in kept),
        "may_record": may_record and days.page_day(request).is_today,
        "may_open": holds(request, "send"),
        "here": place_of(wanted),
        "wanted": wanted,
    }
    if shown["may_record"]:
        shown |= _tools(request, wanted, versions) | {"checks": checks_shown(asked, wanted)}
    return render(request, "reports/report.html", shown)


def may_read(one: ReportVersionTold, circles: frozenset[str]) -> bool:
    """Whether a version is there for readers of these circles: what a State stands by, and wants them to see."""
    return one.state in HANDED_IN and one.circle in circles


def _tools(request: HttpRequest, wanted: ReportWanted, versions: list[ReportVersionTold]) -> dict[str, object]:
    links = [link for link in links_for(purpose=PURPOSE, subject=subject_of(wanted)) if link.withdrawn_at is None]
    standing = next((one for one in versions if one.state in HANDED_IN), None)
    return {
        "links": [
            (link, address_by_link(request, "report_by_link", link), moment_in_words(link.ends_at))
            for link in links
            if link.ends_at > days.moment()
        ],
        "draft": next((one for one in versions if one.state == "drafting"), None),
        "under_review": next((one for one in versions if one.state in {"submitted", "under_review"}), None),
        "standing": standing,
        "places": places_of(standing.form if standing else None),
        "edit": place_of(wanted, "report_edit"),
        "kept": [
            (one, moment_in_words(one.came_at), by_whom(one.came_by, wanted.iso3)) for one in kept_forms(wanted=wanted)
        ],
        "filing": place_of(wanted, "report_file"),
        "step": place_of(wanted, "report_step"),
    }
