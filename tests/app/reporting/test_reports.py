"""A report from the first draft to acceptance, with what is refused on the way."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.factories.register import the_register

from corcom.documents.actions import store_file
from corcom.documents.domain.circles import Circle, up_to
from corcom.figures.queries import figures_for
from corcom.obligations.actions import correct_fact, record_fact, strike_fact
from corcom.obligations.domain.facts import Fact
from corcom.obligations.queries import facts
from corcom.reporting import actions
from corcom.reporting.actions import ReceivedReport
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportVersion
from corcom.reporting.queries import ReportVersionTold, report_versions, version_told

DAY = date(2026, 11, 10)
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
PERIOD = ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2025)
NEXT = ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2026)
LATE = {"day": DAY, "at": AT, "by": "Ms A"}
RECEIVED = Fact(
    convention="CCM",
    iso3="CHE",
    obligation="annual-report",
    kind="fulfilled",
    on="2026-04-20",
    period=2025,
    source="letter of the mission",
    certainty="certain",
)
STOCK = PartAnswer(state="changed", values={"stockpiles": ({"type": "Mk 1", "munitions": "12"},)})


@pytest.fixture(autouse=True)
def _register(db: None) -> None:
    the_register()


def opened(wanted: ReportWanted = PERIOD) -> int:
    return actions.open_draft(wanted=wanted, **LATE)  # type: ignore[arg-type]  # terms of a test


def told(number: int) -> ReportVersionTold:
    found = version_told(number=number)
    assert found is not None
    return found


def filled_in(number: int, changed: Mapping[str, PartAnswer] | None = None) -> None:
    answers = {letter: PartAnswer(state="not_applicable", because="None was ever held here.") for letter in "ABCDEFGHI"}
    answers |= {"cover": PartAnswer(state="changed", values={"point_of_contact": "Ms A"}), **(changed or {})}
    there = told(number).revisions
    for part, answer in answers.items():
        revision = there[part].revision if part in there else 0
        actions.save_part(version=number, part=part, answer=answer, revision=revision, at=AT, by="Ms A")


def submitted(wanted: ReportWanted = PERIOD, changed: Mapping[str, PartAnswer] | None = None) -> int:
    number = opened(wanted)
    filled_in(number, changed)
    actions.submit_report(version=number, circle="public", **LATE)  # type: ignore[arg-type]  # likewise
    return number


def receipts() -> list[tuple[str, int | None]]:
    found = facts(convention="CCM", iso3="CHE")
    return [(fact.on, fact.period) for fact in found if fact.obligation == "annual-report"]


def test_from_the_draft_to_acceptance() -> None:
    number = submitted(changed={"B": STOCK})
    assert (told(number).state, told(number).received_on, receipts()) == ("submitted", DAY, [("2026-11-10", 2025)])
    actions.take_up_report(version=number, at=AT, by="anna")
    actions.remark_on_report(
        version=number, part="B", field="stockpiles", words="In all?", of_state=False, at=AT, by="anna"
    )
    actions.remark_on_report(version=number, part="B", words="Yes.", of_state=True, at=AT, by="Ms A")
    actions.accept_report(version=number, at=AT, by="anna")
    found = told(number)
    assert [step.kind for step in found.steps] == ["opened", "submitted", "taken_up", "accepted"]
    assert [(one.of_state, one.words) for one in found.remarks] == [(False, "In all?"), (True, "Yes.")]
    assert (found.state, found.answers["B"], found.is_superseded) == ("accepted", STOCK, False)


def test_a_recall_and_a_new_version() -> None:
    first = submitted(changed={"B": STOCK})
    actions.recall_report(version=first, why="Wrong total.", **LATE)  # type: ignore[arg-type]  # likewise
    assert (told(first).state, receipts()) == ("recalled", [])
    second = opened()
    # What the recalled version said is where the next begins.
    assert (told(second).version, told(second).answers["B"]) == (2, STOCK)
    actions.submit_report(version=second, circle="public", **LATE)  # type: ignore[arg-type]  # likewise
    assert [(one.version, one.state, one.is_superseded) for one in report_versions(wanted=PERIOD)] == [
        (2, "submitted", False),
        (1, "recalled", False),
    ]
    assert receipts() == [("2026-11-10", 2025)]


def test_a_correction_after_submission_supersedes_and_the_report_came_when_the_first_did() -> None:
    first = submitted()
    later = {"day": DAY + timedelta(days=5), "at": AT + timedelta(days=5), "by": "Ms A"}
    second = actions.open_draft(wanted=PERIOD, **later)  # type: ignore[arg-type]  # likewise
    assert told(first).is_superseded is False
    actions.submit_report(version=second, circle="public", **later)  # type: ignore[arg-type]  # likewise
    assert (told(first).is_superseded, told(second).is_superseded) == (True, False)
    assert receipts() == [("2026-11-10", 2025)]
    actions.recall_report(version=first, why="Sent by mistake.", **later)  # type: ignore[arg-type]  # likewise
    assert receipts() == [("2026-11-15", 2025)]


def test_a_receipt_that_was_recorded_by_hand_stands_and_hinders_nobody() -> None:
    for on in ("2026-04-20", "2026-11-10"):
        number = record_fact(fact=replace(RECEIVED, on=on), day=DAY, at=AT)
        first = submitted()
        assert receipts() == [(on, 2025)]
        actions.recall_report(version=first, why="A wrong total.", **LATE)  # type: ignore[arg-type]  # likewise
        assert receipts() == [(on, 2025)]
        strike_fact(number=number, why="A letter of another State.", at=AT)


def test_a_receipt_that_somebody_corrected_does_not_hinder_a_recall() -> None:
    first = submitted()
    number = ReportVersion.objects.get(pk=first).receipt_id
    assert number is not None
    correct_fact(number=number, fact=replace(RECEIVED, on="2026-04-29"), day=DAY, at=AT)
    actions.recall_report(version=first, why="A wrong total.", **LATE)  # type: ignore[arg-type]  # likewise
    assert (told(first).state, receipts()) == ("recalled", [("2026-04-29", 2025)])


def test_a_correction_is_for_whom_the_version_before_it_was() -> None:
    first = submitted()
    ReportVersion.objects.filter(pk=first).update(circle="states_parties")
    assert (told(opened()).circle, told(opened(NEXT)).circle) == ("states_parties", "states_parties")


def test_what_was_submitted_never_changes() -> None:
    number = submitted()
    with pytest.raises(actions.StepRefused):
        actions.save_part(version=number, part="B", answer=STOCK, revision=1, at=AT, by="Ms A")
    with pytest.raises(actions.StepRefused):
        actions.submit_report(version=number, circle="public", **LATE)  # type: ignore[arg-type]  # likewise


def test_a_report_with_gaps_is_not_handed_in_and_nothing_is_lost() -> None:
    number = opened()
    actions.save_part(version=number, part="B", answer=STOCK, revision=0, at=AT, by="Ms A")
    with pytest.raises(actions.ReportIncomplete) as refused:
        actions.submit_report(version=number, circle="public", **LATE)  # type: ignore[arg-type]  # likewise
    assert [flaw.part for flaw in refused.value.flaws] == list("ACDEFGHI")
    assert (told(number).state, told(number).answers["B"], receipts()) == ("drafting", STOCK, [])


def test_of_two_hands_in_one_part_the_second_sees_what_the_first_wrote() -> None:
    number = opened()
    assert actions.save_part(version=number, part="B", answer=STOCK, revision=0, at=AT, by="Ms A") == 1
    other = PartAnswer(state="not_applicable", because="Nothing is left here.")
    with pytest.raises(actions.PartChanged) as refused:
        actions.save_part(version=number, part="B", answer=other, revision=0, at=AT, by="Mr B")
    assert (refused.value.now, refused.value.revision, refused.value.by) == (STOCK, 1, "Ms A")
    assert actions.save_part(version=number, part="B", answer=other, revision=1, at=AT, by="Mr B") == 2
    # Saving the same again is no change.
    assert actions.save_part(version=number, part="B", answer=other, revision=2, at=AT, by="Ms A") == 2


def test_last_years_answers_are_there_and_marked() -> None:
    submitted(ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2024), {"B": STOCK})
    found = told(opened())
    assert found.answers["B"] == PartAnswer(values=STOCK.values, carried_from=2024)
    assert found.answers["cover"].carried_from == 2024


def test_opening_twice_goes_on_with_the_draft() -> None:
    assert opened() == opened()


def test_what_came_as_a_letter_is_filed_with_its_file() -> None:
    file = store_file(content=io.BytesIO(b"%PDF-1.4"), name="report.pdf", media_type="application/pdf", at=AT)
    received = ReceivedReport(file=file, channel="letter", received_on=date(2026, 4, 28))
    number = actions.file_report(wanted=PERIOD, received=received, **LATE)  # type: ignore[arg-type]  # likewise
    found = told(number)
    assert (found.state, found.channel, found.file_name, receipts()) == (
        "submitted",
        "letter",
        "report.pdf",
        [("2026-04-28", 2025)],
    )


@pytest.mark.parametrize(
    "wanted",
    [
        ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=2035),
        ReportWanted(convention="CCM", iso3="CHE", report="annual-report", period=None),
        ReportWanted(convention="CCM", iso3="USA", report="initial-report", period=None),
        ReportWanted(convention="CCM", iso3="CHE", report="clearance", period=None),
        ReportWanted(convention="XYZ", iso3="CHE", report="annual-report", period=2025),
    ],
)
def test_a_report_that_nobody_owes_is_refused(wanted: ReportWanted) -> None:
    with pytest.raises(actions.ReportNotOwed):
        opened(wanted)


def test_a_state_keeps_its_report_for_the_states_parties_under_every_convention() -> None:
    number = opened()
    filled_in(number, {"B": STOCK})
    actions.submit_report(version=number, circle="states_parties", **LATE)  # type: ignore[arg-type]  # likewise
    circles: list[Circle] = ["public", "states_parties"]
    found = [[each.value for each in figures_for(circles=up_to(circle), convention="CCM")] for circle in circles]
    assert (told(number).circle, found) == ("states_parties", [[], [Decimal(12)]])


def test_what_is_refused_leaves_nothing_behind() -> None:
    number = opened()
    restricted = PartAnswer(state="changed", values=STOCK.values, restricted=True)
    with pytest.raises(actions.NoSuchPart):
        actions.save_part(version=number, part="Z", answer=STOCK, revision=0, at=AT, by="Ms A")
    with pytest.raises(actions.MayNotBeRestricted):
        actions.save_part(version=number, part="B", answer=restricted, revision=0, at=AT, by="Ms A")
    with pytest.raises(actions.NoSuchVersion):
        actions.accept_report(version=404, at=AT, by="anna")
    with pytest.raises(actions.StepRefused):
        actions.accept_report(version=number, at=AT, by="anna")
    with pytest.raises(actions.WithoutWords):
        actions.remark_on_report(version=number, part="B", words=" ", of_state=True, at=AT, by="Ms A")
    with pytest.raises(actions.WithoutWords):
        actions.recall_report(version=number, why="", **LATE)  # type: ignore[arg-type]  # likewise
    found = told(number)
    assert (found.state, found.answers, found.remarks) == ("drafting", {}, ())


def test_a_receipt_cannot_come_tomorrow() -> None:
    file = store_file(content=io.BytesIO(b"x"), name="report.txt", media_type="text/plain", at=AT)
    received = ReceivedReport(file=file, channel="letter", received_on=DAY + timedelta(days=1))
    with pytest.raises(actions.ReceivedInTheFuture):
        actions.file_report(wanted=PERIOD, received=received, **LATE)  # type: ignore[arg-type]  # likewise
    assert report_versions(wanted=PERIOD) == []
