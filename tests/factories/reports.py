"""Reports that States handed in, on a day on which CorCom has the register, with a stock and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry
from corcom.reporting import actions
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import version_told

DAY = date(2026, 11, 10)
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
NOW = ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2025)
BEFORE = ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2024)


def handed_in(wanted: ReportWanted, munitions: str, iso3: str = "CHE") -> int:
    """A version of a report with so many munitions, handed in; gives its number."""
    wanted = replace(wanted, iso3=iso3)
    number = actions.open_draft(wanted=wanted, day=DAY, at=AT, by="Ms A")
    answers = {letter: PartAnswer(state="not_applicable", because="None was ever held here.") for letter in "ACDEFGHI"}
    answers["B"] = PartAnswer(state="changed", values={"stockpiles": ({"type": "Mk 1", "munitions": munitions},)})
    answers["cover"] = PartAnswer(state="changed", values={"point_of_contact": "Ms A"})
    told = version_told(number=number)
    assert told is not None
    for part, answer in answers.items():
        revision = told.revisions[part].revision if part in told.revisions else 0
        actions.save_part(version=number, part=part, answer=answer, revision=revision, at=AT, by="Ms A")
    actions.submit_report(version=number, circle="public", day=DAY, at=AT, by="Ms A")
    return number


def an_address(value: str = "reports@che.example") -> None:
    """Where Switzerland is reached about its reports."""
    contact = ContactPoint(value=value, purpose="transparency_reports")
    record_entry(entry=Entry(person=None, affiliations=(Affiliation(delegation="CHE"),), contacts=(contact,)), at=AT)
