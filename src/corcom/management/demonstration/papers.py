"""Made-up official documents of the demonstration: one public in two languages, one for the committee, one still a draft."""

from __future__ import annotations

from datetime import date, datetime

from corcom.documents import actions
from corcom.documents.domain.circles import Circle
from corcom.documents.domain.official import OfficialDocument
from corcom.documents.domain.papers import PaperKind
from corcom.kernel.wording import Wording
from corcom.management.demonstration.accounts import OFFICER

BODY, MEETING = "Meeting of States Parties", date(2019, 9, 2)
PAPERS: tuple[tuple[str, PaperKind, str, Circle, tuple[tuple[str, str], ...], bool], ...] = (
    (
        "CCM/MSP/2019/1",
        "agenda",
        "Provisional agenda",
        "public",
        (("en", "Provisional agenda"), ("fr", "Ordre du jour provisoire")),
        True,
    ),
    (
        "CCM/MSP/2019/INF/1",
        "information",
        "Information for participants",
        "committee",
        (("en", "Information for participants"),),
        True,
    ),
    ("CCM/MSP/2019/2", "report", "Draft progress report", "secretariat", (("en", "Draft progress report"),), False),
)


def register_papers(*, at: datetime) -> int:
    """Register those that are not there yet, each with its versions; gives how many."""
    new = 0
    for symbol, kind, title, circle, languages, is_released in PAPERS:
        details = actions.Details(
            title=title,
            convention="CCM",
            kind=kind,
            original_language="en",
            symbol=symbol,
            body=BODY,
            meeting_on=MEETING,
        )
        try:
            number = actions.register_document(details=details, circle=circle, by=OFFICER, at=at)
        except actions.SymbolTaken:
            continue
        new += 1
        for language, name in languages:
            content = _written(symbol, name, language, at)
            row = actions.add_version(
                number=number, language=language, content=content, name=f"{name}.docx", by=OFFICER, at=at
            )
            if is_released:
                actions.release_version(number=number, version=row.pk, by=OFFICER, at=at)
    return new


def _written(symbol: str, title: str, language: str, at: datetime) -> bytes:
    paper = OfficialDocument(title=title, wording=Wording(language=language), running=symbol, made_at=at)
    paper.masthead(["CCM", BODY], [symbol, "Geneva, 2 to 4 September 2019"])
    paper.title(title)
    paper.numbered("Made up for the demonstration.")
    return paper.to_bytes()
