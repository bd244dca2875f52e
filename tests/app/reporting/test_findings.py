"""What people do about the findings of a report, and what is refused on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.answers import an_answer
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.register import the_register
from tests.factories.reports import AT, BEFORE, DAY, NOW, an_address, handed_in

from corcom.kernel.wording import ENGLISH
from corcom.outbox.actions import cancel_messages
from corcom.outbox.actions.receiving import receive_message
from corcom.outbox.models import OutgoingMessage
from corcom.register.domain.registered import Register
from corcom.register.queries import register_of
from corcom.reporting import actions
from corcom.reporting.actions import FindingsChosen, StepOfFindings
from corcom.reporting.queries import ReportFindings, convention_findings, report_findings, version_told

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _register(db: None) -> None:
    the_register()


def register() -> Register:
    found = register_of("CCM")
    assert found is not None
    return found


def now_found(hours: int = 20) -> ReportFindings:
    told = report_findings(register(), wanted=NOW, day=DAY, now=AT + hours * HOUR)
    assert told is not None
    return told


def states() -> dict[str, str]:
    """How each finding stands, by its check; one that is found no longer is marked."""
    found = now_found().findings
    return {one.key.split(":")[0] + ("" if one.finding else " (gone)"): one.state for one in found}


def chosen(*checks: str, seen: int | None = None) -> FindingsChosen:
    found = now_found()
    marks = tuple(one.finding.mark for one in found.findings if one.finding and one.finding.check in checks)
    return FindingsChosen(wanted=NOW, marks=marks, seen=found.last_step if seen is None else seen)


def step(hours: int = 1, by: str = "anna") -> StepOfFindings:
    return StepOfFindings(day=DAY, at=AT + hours * HOUR, by=by, wording=ENGLISH)


def letter(**changes: Any) -> int:
    given = {"chosen": chosen("growth"), "step": step(), "mail": mail_settings(), "by": clerk(), **changes}
    return actions.prepare_findings_letter(**given)


@pytest.fixture
def grown() -> int:
    """Two reports, of which the later states more; gives the number of its version."""
    handed_in(BEFORE, "1200")
    return handed_in(NOW, "1300")


def test_findings_are_computed_from_what_is_stored(grown: int) -> None:
    found = now_found()
    assert (found.number, states()) == (grown, {"received_late": "open", "growth": "open"})
    assert [len(one.undone) for one in convention_findings(register(), day=DAY, now=AT)] == [1, 2]


def test_the_number_of_queries_does_not_grow_with_the_reports(grown: int) -> None:
    own = register()

    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            convention_findings(own, day=DAY, now=AT)
        return len(taken)

    first = queries()
    handed_in(BEFORE, "10", iso3="AUT")
    handed_in(NOW, "12", iso3="AUT")
    # Two more where something is promised: the owners of action points and of decisions.
    assert (first, queries()) == (11, 11)


def test_from_a_remark_to_an_explanation(grown: int) -> None:
    actions.put_findings_as_remarks(chosen=chosen("growth"), step=step(), note="Please explain.")
    told = version_told(number=grown)
    assert told is not None
    assert [(one.part, one.field, one.of_state, one.words.split(". ")[0], one.words[-15:]) for one in told.remarks] == [
        (
            "B",
            "stockpiles",
            False,
            "Cluster munitions: 100 more than in the report before, and nothing says where they came from",
            "Please explain.",
        )
    ]
    assert states() == {"received_late": "open", "growth": "put"}
    actions.remark_on_report(
        version=grown, part="B", words="A depot was found.", of_state=True, at=AT + 2 * HOUR, by="A"
    )
    assert states()["growth"] == "answered"
    actions.settle_findings(chosen=chosen("growth"), step=step(3), note="A depot was found.")
    actions.set_findings_aside(chosen=chosen("received_late"), step=step(3), note="Post was slow.")
    assert states() == {"received_late": "set_aside", "growth": "settled"}
    assert now_found().undone == ()
    actions.reopen_findings(chosen=chosen("growth"), step=step(4))
    assert states()["growth"] == "open"


def test_one_letter_with_several_findings_waits_until_it_is_released_and_is_answered(grown: int) -> None:
    an_address()
    link = "https://corcom.example/report/x"
    assert letter(chosen=chosen("growth", "received_late"), link=link) == 1
    row = OutgoingMessage.objects.get()
    assert (
        row.recipient,
        row.subject,
        row.kind,
        row.text.count("\n1. "),
        row.text.count("\n2. "),
        link in row.text,
    ) == (
        "reports@che.example",
        "Annual transparency report for 2025: points on which we ask for clarification",
        "report_findings",
        1,
        1,
        True,
    )
    assert states() == {"received_late": "prepared", "growth": "prepared"}
    answer = an_answer(headers={"In-Reply-To": row.message_id})
    receive_message(content=answer, name="answer.eml", largest=1_000_000, at=AT + 2 * HOUR)
    assert states() == {"received_late": "answered", "growth": "answered"}


def test_a_letter_that_is_cancelled_leaves_the_finding_open(grown: int) -> None:
    an_address()
    letter()
    cancel_messages(messages=[OutgoingMessage.objects.get().pk], by=clerk(), at=AT + 2 * HOUR)
    assert states()["growth"] == "open"


def test_a_new_version_without_the_finding_and_one_with_other_values(grown: int) -> None:
    actions.put_findings_as_remarks(chosen=chosen("growth"), step=step())
    handed_in(NOW, "1250")
    found = next(one for one in now_found().findings if one.key.startswith("growth"))
    assert (found.state, found.steps, [one.kind for one in found.earlier]) == ("open", (), ["remark"])
    handed_in(NOW, "1200")
    assert states() == {"received_late": "open", "growth (gone)": "put"}


def test_the_same_values_in_a_new_version_keep_what_was_decided(grown: int) -> None:
    actions.settle_findings(chosen=chosen("growth"), step=step(), note="A depot was found.")
    handed_in(NOW, "1300")
    assert states()["growth"] == "settled"


@pytest.mark.parametrize(
    ("refused", "changes"),
    [
        (actions.NoFindingChosen, {"marks": ()}),
        (actions.FindingGone, {"marks": ("0" * 16,)}),
    ],
)
def test_what_is_refused_leaves_nothing_behind(grown: int, refused: type[Exception], changes: dict[str, Any]) -> None:
    an_address()
    good = chosen("growth")
    bad = FindingsChosen(wanted=NOW, marks=changes["marks"] and (*good.marks, *changes["marks"]), seen=good.seen)
    for take in (actions.put_findings_as_remarks, actions.reopen_findings):
        with pytest.raises(refused):
            take(chosen=bad, step=step())
    for close in (actions.settle_findings, actions.set_findings_aside):
        with pytest.raises(refused):
            close(chosen=bad, step=step(), note="Why.")
    with pytest.raises(refused):
        letter(chosen=bad)
    _nothing(grown)


def test_a_finding_of_a_report_that_nobody_handed_in_is_gone() -> None:
    with pytest.raises(actions.FindingGone):
        actions.put_findings_as_remarks(chosen=FindingsChosen(wanted=NOW, marks=("x",), seen=0), step=step())


def test_an_empty_note_and_a_state_without_an_address(grown: int) -> None:
    for close in (actions.settle_findings, actions.set_findings_aside):
        with pytest.raises(actions.WithoutWords):
            close(chosen=chosen("growth"), step=step(), note=" \n")
    with pytest.raises(actions.NoAddressOfState):
        letter()
    _nothing(grown)


def test_the_second_of_two_who_take_a_step_is_told(grown: int) -> None:
    read = chosen("growth")
    actions.settle_findings(chosen=read, step=step(by="Bo"), note="A depot was found.")
    with pytest.raises(actions.FindingTakenUp) as refused:
        actions.put_findings_as_remarks(chosen=read, step=step(2))
    assert refused.value.by == "Bo"
    # Another finding of the same report may go on.
    actions.set_findings_aside(chosen=chosen("received_late", seen=read.seen), step=step(2), note="Post was slow.")
    assert states() == {"received_late": "set_aside", "growth": "settled"}


def _nothing(version: int) -> None:
    told = version_told(number=version)
    assert told is not None
    assert (told.remarks, states(), OutgoingMessage.objects.count()) == (
        (),
        {"received_late": "open", "growth": "open"},
        0,
    )
