"""Letters to States that tests need to be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.messages import clerk
from tests.factories.rows import AT

from corcom.correspondence.actions import approve_letter, draft_letter, make_copies
from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.letters_told import LetterTold
from corcom.correspondence.queries import letter_told
from corcom.directory.models import DirectoryContact
from corcom.kernel.wording import Wording

ENGLISH_WORDS = LetterWords(
    subject="Initial transparency report of {state}",
    address="Permanent Mission of {state}\nGeneva",
    body="Excellency,\n\nthe initial report of {state} was due on {due_on}.\n\nPlease answer by {answer_by}.",
    closing="Accept, Excellency, the assurances of my highest consideration.",
)
FRENCH_WORDS = LetterWords(
    subject="Rapport initial de transparence : {state}",
    address="Mission permanente : {state}\nGenève",
    body="Excellence,\n\nle rapport initial était attendu le {due_on}.\n\nVeuillez répondre avant le {answer_by}.",
    closing="Veuillez agréer, Excellence, l'assurance de ma très haute considération.",
)
ARABIC_WORDS = LetterWords(
    subject="تقرير الشفافية الأولي: {state}",
    address="البعثة الدائمة: {state}\nجنيف",
    body="صاحب السعادة،\n\nكان موعد تقديم التقرير الأولي {due_on}.\n\nيُرجى الرد قبل {answer_by}.",
    closing="وتفضلوا، صاحب السعادة، بقبول فائق التقدير.",
)
CHINESE_WORDS = LetterWords(
    subject="{state}的初次透明度报告",
    address="{state}常驻代表团\n日内瓦",
    body="阁下：\n\n初次报告应于{due_on}提交。\n\n请于{answer_by}之前答复。",
    closing="顺致最崇高的敬意。",
)
TERMS = LetterTerms(
    convention="CCM",
    title="Initial reports that are overdue",
    dated=date(2016, 5, 2),
    wordings={"en": ENGLISH_WORDS, "fr": FRENCH_WORDS},
    signatory="Ms. Sheila Example",
    office="Director, Implementation Support Unit",
    answer_due_on=date(2016, 6, 1),
)
WRITING = LetterWriting(wording=lambda code: Wording(language=code), sender="Implementation Support Unit")


def addressed(iso3: str, due_on: date | None = date(2014, 5, 30)) -> Addressee:
    """A State whose initial report was due on a day."""
    return Addressee(iso3=iso3, concern=Concern(obligation="initial-report", due_on=due_on))


def reachable(*states: str) -> None:
    """Let these States have an address for letters."""
    DirectoryContact.objects.bulk_create(
        DirectoryContact(delegation=iso3, purpose="letters", kind="email", value=f"mission@{iso3.casefold()}.example")
        for iso3 in states
    )


def a_letter(*states: str, terms: LetterTerms = TERMS, prefers: Mapping[str, str] | None = None, **changes: Any) -> int:
    """A draft to these States, of which each has an address."""
    reachable(*states)
    return draft_letter(
        terms=replace(terms, **changes),
        addressees=[addressed(iso3) for iso3 in states],
        prefers=prefers or {},
        by=clerk(),
        at=AT,
    )


def approved(number: int) -> int:
    """The letter, approved."""
    approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    return number


def made(number: int) -> int:
    """The letter, approved and with all its copies made."""
    assert make_copies(letter=approved(number), writing=WRITING, by=clerk(), at=AT) == 0
    return number


def told(number: int) -> LetterTold:
    """The letter as it stands."""
    found = letter_told(number=number, now=AT)
    assert found is not None
    return found
