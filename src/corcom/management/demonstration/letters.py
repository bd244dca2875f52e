"""A made-up letter in the demonstration: about initial reports, in the languages of the United Nations, ready to be approved."""

from __future__ import annotations

from datetime import datetime, timedelta

from corcom.access.queries import account_named
from corcom.correspondence import actions
from corcom.correspondence.actions.audiences import make_audience
from corcom.correspondence.domain.audience.question import addressees_on
from corcom.correspondence.domain.audience.starts import starts
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.queries import letter_lines, templates_told
from corcom.correspondence.queries.audience_facts import audience_facts
from corcom.management.demonstration.accounts import OFFICER

LANGUAGES = {"CIV": "fr", "TCD": "ar", "SEN": "fr", "MRT": "ar", "BOL": "es", "CRI": "es", "PSE": "ar", "HTI": "fr"}
"""In which language some of the States are written to."""
ASKED = next(one for one in starts("CCM") if one.code == "unknown-initial")
"""The question that tells to whom the letter goes."""


def draft_letters(*, at: datetime) -> int:
    """Draft one where there is none yet; gives how many."""
    officer = account_named(username=OFFICER)
    if officer is None or letter_lines(now=at):
        return 0
    actions.take_over_templates(by=officer, at=at)
    template, day = templates_told()[0], at.date()
    audience = make_audience(name=ASKED.name, question=ASKED.question, by=officer, at=at)
    wanted = addressees_on(ASKED.question, audience_facts(convention="CCM")["CCM"].on(day, audience=audience))
    terms = LetterTerms(
        convention="CCM",
        title=ASKED.name,
        dated=day,
        wordings=template.wordings,
        signatory="Ms. Example Director",
        office="Director, Implementation Support Unit",
        answer_due_on=day + timedelta(days=30),
        audience=audience,
    )
    actions.draft_letter(terms=terms, addressees=wanted, prefers=LANGUAGES, by=officer, at=at)
    return 1
