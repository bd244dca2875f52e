"""A made-up letter in the demonstration: about initial reports, in the languages of the United Nations, ready to be approved."""

from __future__ import annotations

from datetime import datetime, timedelta

from corcom.access.queries import account_named
from corcom.correspondence import actions
from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.queries import letters_told, templates_told
from corcom.management.demonstration.accounts import OFFICER
from corcom.register.queries import register_of
from corcom.reporting.queries import convention_reports

LANGUAGES = {"CIV": "fr", "TCD": "ar", "SEN": "fr", "MRT": "ar", "BOL": "es", "CRI": "es", "PSE": "ar", "HTI": "fr"}
"""In which language some of the States are written to."""


def draft_letters(*, at: datetime) -> int:
    """Draft one where there is none yet; gives how many."""
    officer, register = account_named(username=OFFICER), register_of("CCM")
    if officer is None or register is None or letters_told(now=at):
        return 0
    actions.take_over_templates(by=officer, at=at)
    template, day = templates_told()[0], at.date()
    wanted = [
        Addressee(iso3=one.iso3, concern=Concern(obligation=one.report.code, period=one.period, due_on=one.due_on))
        for one in convention_reports(register, day=day)
        if one.report.code == "initial-report" and one.status == "unknown" and one.has_fallen_due(day)
    ]
    terms = LetterTerms(
        convention="CCM",
        title="Initial reports that are not known to have come",
        dated=day,
        wordings=template.wordings,
        signatory="Ms. Example Director",
        office="Director, Implementation Support Unit",
        answer_due_on=day + timedelta(days=30),
    )
    actions.draft_letter(terms=terms, addressees=wanted[:40], prefers=LANGUAGES, by=officer, at=at)
    return 1
