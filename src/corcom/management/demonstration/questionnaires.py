"""Made-up questionnaires in the demonstration: one that is open, with answers, and a draft."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from corcom.access.queries import account_named
from corcom.management.demonstration.accounts import OFFICER
from corcom.management.demonstration.consultations import GENEVA
from corcom.questionnaires import actions
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.ready import ready_forms
from corcom.questionnaires.queries import questionnaires
from corcom.reporting.domain.answers import PartAnswer, Value

STATES = ("AUT", "CHL", "CRI", "HRV", "IRL", "LAO", "LBN", "NOR", "SVN", "ZMB")
SAID: tuple[tuple[str, str, dict[str, Value]], ...] = (
    ("AUT", "by_name", {"q1": "yes", "q2": ({"k1": "2014", "k2": "40000"}, {"k1": "2015", "k2": "42500"}),
        "q3": "c3", "q4": "42500", "q5": "yes", "q6": "The budget is voted for one year at a time.",
        "q7": "Reminders before the deadlines, and advice on reports."}),
    ("CRI", "by_name", {"q1": "no", "q3": "c2", "q4": "5000", "q6": "Small ministries have no line for it.",
        "q8": "A scale of shares with a floor would help to plan."}),
    ("HRV", "without_name", {"q1": "yes", "q2": ({"k1": "2015", "k2": "10000", "k3": "workshops"},), "q3": "c1",
        "q4": "12000", "q5": "no", "q6": "Contributions need a decision of the government each time."}),
    ("NOR", "by_name", {"q1": "yes", "q2": ({"k1": "2015", "k2": "80000"},), "q3": "c3", "q4": "80000", "q5": "yes",
        "q7": "Victim assistance and cooperation."}),
    ("LAO", "counted_only", {"q1": "no", "q3": "c1", "q6": "Clearance comes first."}),
    ("ZMB", "without_name", {"q1": "no", "q3": "c2", "q4": "2000", "q6": "Exchange rates make a promise in francs hard."}),
)  # fmt: skip


def put_questionnaires(*, at: datetime) -> int:
    """Put them where there is none yet; gives how many."""
    officer = account_named(username=OFFICER)
    if officer is None or questionnaires():
        return 0
    ready = ready_forms()
    actions.start_questionnaire(form=ready["good_practices"], convention="CCM", by=officer, at=at)
    made = at - timedelta(days=12)
    number = actions.start_questionnaire(form=ready["financing"], convention="CCM", by=officer, at=made)
    closes_at = datetime.combine((at + timedelta(days=18)).date(), time(18), tzinfo=GENEVA)
    actions.open_questionnaire(number=number, revision=1, closes_at=closes_at, by=officer, at=made)
    states = [actions.ToAsk(iso3=iso3, address=f"{iso3.lower()}@mission.example", language="en") for iso3 in STATES]
    actions.ask_states(number=number, states=states, by=officer, at=made)
    for day, (iso3, quoting, values) in enumerate(SAID, start=1):
        _answer(number, iso3, quoting, values, at=made + timedelta(days=day))
    return 2


def _answer(number: int, iso3: str, quoting: str, values: dict[str, Value], *, at: datetime) -> None:
    form: Any = as_form(ready_forms()["financing"], "en")
    for part in form.parts:
        mine = {field.code: values[field.code] for field in part.fields if field.code in values}
        if mine:
            answer = PartAnswer(state="changed", values=mine)
            actions.save_answer(number=number, iso3=iso3, part=part.code, answer=answer, revision=0, at=at, by=iso3)
    said = actions.HandingIn(hand="Permanent Mission", office="Geneva", quoting=quoting)
    actions.hand_in_answer(number=number, iso3=iso3, said=said, day=at.date(), at=at)
