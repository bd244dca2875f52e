"""Made-up texts that are circulated in the demonstration: one open, one over and compared, and two under silence."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from corcom.access.queries import account_named
from corcom.consultation import actions
from corcom.consultation.domain.circulated import Paragraph, Procedure
from corcom.consultation.domain.comments import GENERAL, Comment, Place
from corcom.consultation.queries import consultations
from corcom.documents.domain.circles import CIRCLES
from corcom.management.demonstration.accounts import OFFICER

GENEVA = ZoneInfo("Europe/Zurich")
TEXT = (
    Paragraph("1", "The Coordination Committee takes note of the report on universalization."),
    Paragraph("2", "Coordinators will send their sections of the progress report to the secretariat by 1 June."),
    Paragraph("3", "The secretariat circulates the draft progress report two weeks before the meeting."),
    Paragraph("4", "States that have not yet reported may ask the secretariat for assistance."),
)
PARTIES = ("AUT", "ZMB", "NOR", "CRI", "LAO", "icrc")
SAID = (
    ("AUT", Comment(place=Place("at", "2"), change="wording", wording=TEXT[1].text.replace("1 June", "15 June"))),
    (
        "ZMB",
        Comment(
            place=Place("at", "2"),
            text="Missions need more time in the summer.",
            change="wording",
            wording=TEXT[1].text.replace("1 June", "1 July"),
        ),
    ),
    ("CRI", Comment(place=Place("at", "2"), change="wording", wording=TEXT[1].text.replace("will send", "send"))),
    ("CRI", Comment(place=GENERAL, text="A clear text, which Costa Rica can support.")),
    ("NOR", Comment(place=Place("at", "3"), change="wording", wording=TEXT[2].text.replace("two weeks", "one month"))),
    ("LAO", Comment(place=Place("after", "4"), change="wording", wording="Needs and offers are matched by the secretariat.")),
)  # fmt: skip


def circulate_texts(*, at: datetime) -> int:
    """Circulate them where nothing was circulated yet; gives how many."""
    officer = account_named(username=OFFICER)
    if officer is None or consultations(circles=tuple(CIRCLES)):
        return 0
    _for_comments("Terms of work for the progress report", officer, made=at - timedelta(days=30), days=20)
    _for_comments("Working methods of the Coordination Committee", officer, made=at - timedelta(days=3), days=14)
    over = _circulated("Dates of the informal consultations", "silence", officer, at - timedelta(days=20), 10)
    actions.object_to(
        number=over,
        party="ZMB",
        text="The second day is a public holiday in Zambia.",
        said_by="Permanent Mission",
        at=at - timedelta(days=15),
    )
    _circulated("Statement of the President on new accessions", "silence", officer, at - timedelta(days=1), 6)
    return 4


def _for_comments(title: str, officer: Any, *, made: datetime, days: int) -> None:
    number = _circulated(title, "comments", officer, made, days)
    for party, comment in SAID:
        actions.comment_on(number=number, party=party, comment=comment, version=0, at=made + timedelta(days=2))
    actions.say_no_comments(number=number, party="icrc", at=made + timedelta(days=2))


def _circulated(title: str, procedure: str, officer: Any, made: datetime, days: int) -> int:
    closes_on = (made + timedelta(days=days)).date()
    found = actions.circulate(
        title=title,
        about=f"text:{made:%Y%m%d}.{len(title)}",
        paragraphs=TEXT if procedure == "comments" else TEXT[:2],
        parties=PARTIES,
        closes_at=datetime.combine(closes_on, time(18), tzinfo=GENEVA),
        procedure=cast("Procedure", procedure),
        circle="committee",
        by=officer,
        at=made,
        convention="CCM",
    )
    return found.number
