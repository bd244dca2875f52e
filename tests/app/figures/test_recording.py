"""Figures by hand, by file, and out of reports as their versions come, are replaced and are recalled."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.app.reporting.test_reports import DAY, LATE, PERIOD, STOCK, opened, submitted
from tests.factories.figures import BY_HAND, a_figure
from tests.factories.register import the_register

from corcom.documents.actions import store_file
from corcom.documents.domain.circles import CIRCLES, up_to
from corcom.figures import actions
from corcom.figures.domain.claims import claims
from corcom.figures.models import RecordedFigure
from corcom.figures.queries import believed_figures, figures, figures_for
from corcom.kernel.amounts import written
from corcom.register.actions import WithoutReason
from corcom.reporting import actions as reports
from corcom.reporting.domain.answers import PartAnswer

AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
STOCKED = ("CHE", 2025, "stockpiled")
BEFORE = replace(PERIOD, period=2024)


def record(**changes: object) -> int:
    return actions.record_figure(figure=a_figure(BY_HAND, **changes), day=DAY, at=AT, by="anna")


def of_che() -> list[tuple[str, str, Decimal, int | None]]:
    return [(each.measure, each.type, each.value, each.version) for each in figures()]


def history() -> list[tuple[str, int | None, str, bool]]:
    """Each figure ever recorded: its value and version, why it was ended, whether another took its place."""
    found = believed_figures(circles=CIRCLES, convention="CCM", iso3="CHE")
    return [
        (written(each.value.value), each.value.version, each.ended_why, each.superseded_by is not None)
        for each in found
    ]


def of_years() -> list[tuple[int, str, int | None]]:
    return sorted((each.year, written(each.value), each.version) for each in figures())


class TestByHand:
    def test_what_is_recorded_is_read_as_the_same(self) -> None:
        exact = a_figure(measure="contaminated_area", area_kind="confirmed", value="123456789.000001")
        for each in (BY_HAND, exact):
            actions.record_figure(figure=each, day=DAY, at=AT)
        assert [a_figure(each, number=0) for each in figures()] == [BY_HAND, exact]

    def test_struck_with_a_reason_it_stays_readable(self) -> None:
        number = record()
        with pytest.raises(WithoutReason):
            actions.strike_figure(number=number, why=" ", at=AT)
        actions.strike_figure(number=number, why="Of another State.", at=AT, by="anna")
        assert (figures(), history()) == ([], [("100", None, "Of another State.", False)])
        with pytest.raises(actions.NoSuchFigure):
            actions.strike_figure(number=number, why="Again.", at=AT)

    def test_what_cannot_be_is_refused_and_nothing_is_written(self) -> None:
        record()
        with pytest.raises(actions.FigureRecordedAlready):
            record(value=99)
        with pytest.raises(actions.FigureInTheFuture):
            record(year=2027)
        with pytest.raises(actions.FigureInTheFuture):
            record(told_on=DAY + timedelta(days=1), type="x")
        with pytest.raises(actions.FigureMisfit) as refused:
            record(value="-3", type="x")
        assert (refused.value.misfit.field, len(figures(ended=True))) == ("value", 1)

    def test_of_a_file_with_one_wrong_row_nothing_is_written(self) -> None:
        number = record()
        right, wrong = a_figure(type="Mk 1"), a_figure(type="Mk 2", value="0.5")
        with pytest.raises(actions.FigureMisfit):
            actions.take_over_figures(new=[right, wrong], corrected={number: a_figure(value=5)}, day=DAY, at=AT)
        assert [each.value for each in figures()] == [Decimal(100)]
        actions.take_over_figures(new=[right], corrected={number: a_figure(value=5)}, day=DAY, at=AT)
        assert [(each.type, each.value) for each in figures()] == [("Mk 1", Decimal(100)), ("", Decimal(5))]
        assert history() == [("5", None, "", False), ("100", None, "", False), ("100", None, "", True)]

    def test_each_sees_the_figures_of_their_circle(self) -> None:
        record()
        record(circle="states_parties", type="Mk 1")
        assert [len(figures_for(circles=up_to(circle), convention="CCM")) for circle in CIRCLES] == [1, 2, 2, 2]
        assert figures_for(circles=up_to("secretariat"), convention="APMBC") == []
        before = AT - timedelta(days=1)
        assert figures_for(circles=CIRCLES, known_at=before) == []


class TestOfReports:
    @pytest.fixture(autouse=True)
    def _register(self, _database: None) -> None:
        the_register()

    def test_recorded_when_a_version_is_handed_in(self) -> None:
        submitted(changed={"B": STOCK})
        assert of_che() == [("stockpiled", "Mk 1", Decimal(12), 1)]

    def test_a_new_version_supersedes_it_and_its_recall_brings_the_old_one_back(self) -> None:
        first = submitted(changed={"B": STOCK})
        more = PartAnswer(state="changed", values={"stockpiles": ({"type": "Mk 1", "munitions": "9"},)})
        second = opened()
        reports.save_part(version=second, part="B", answer=more, revision=1, at=AT, by="Ms A")
        assert of_che() == [("stockpiled", "Mk 1", Decimal(12), 1)]
        reports.submit_report(version=second, circle="public", **LATE)  # type: ignore[arg-type]  # terms of a test
        assert of_che() == [("stockpiled", "Mk 1", Decimal(9), 2)]
        assert history() == [("9", 2, "", False), ("12", 1, "", True)]
        reports.recall_report(version=first, why="An old one.", **LATE)  # type: ignore[arg-type]  # likewise
        assert history() == [("9", 2, "", False), ("12", 1, "", True)]

    def test_struck_when_it_is_recalled(self) -> None:
        first = submitted(changed={"B": STOCK})
        reports.recall_report(version=first, why="Wrong total.", **LATE)  # type: ignore[arg-type]  # likewise
        assert (of_che(), history()) == ([], [("12", 1, "Wrong total.", False)])

    def test_what_the_last_version_says_no_more_is_struck(self) -> None:
        submitted(changed={"B": STOCK})
        file = store_file(content=io.BytesIO(b"%PDF-1.4"), name="r.pdf", media_type="application/pdf", at=AT)
        received = reports.ReceivedReport(file=file, channel="letter", received_on=date(2026, 11, 9))
        reports.file_report(wanted=PERIOD, received=received, **LATE)  # type: ignore[arg-type]  # likewise
        assert (of_che(), history()) == ([], [("12", 1, "version 2 says it no more", False)])

    def test_what_a_report_says_is_not_struck_by_hand(self) -> None:
        submitted(changed={"B": STOCK})
        with pytest.raises(actions.FigureOfAReport):
            actions.strike_figure(number=figures()[0].number, why="Too many.", at=AT)

    def test_what_is_unchanged_since_a_year_follows_the_report_for_that_year(self) -> None:
        before = submitted(BEFORE, changed={"B": STOCK})
        submitted(changed={"B": PartAnswer(state="unchanged", since=2024)})
        assert of_years() == [(2024, "12", 1), (2025, "12", 1)]
        more = PartAnswer(state="changed", values={"stockpiles": ({"type": "Mk 1", "munitions": "9"},)})
        second = opened(BEFORE)
        reports.save_part(version=second, part="B", answer=more, revision=1, at=AT, by="Ms A")
        reports.submit_report(version=second, circle="public", **LATE)  # type: ignore[arg-type]  # terms of a test
        assert of_years() == [(2024, "9", 2), (2025, "9", 1)]
        for number in (second, before):
            reports.recall_report(version=number, why="Wrong.", **LATE)  # type: ignore[arg-type]  # likewise
        assert of_years() == []

    def test_beside_the_report_another_source_is_kept_and_does_not_count(self) -> None:
        submitted(changed={"B": STOCK})
        record(year=2025, value=40, certainty="likely", source="a research institute", told_on=date(2026, 5, 1))
        found = claims(figures_for(circles=CIRCLES, convention="CCM"))[STOCKED]
        assert (found.claim.amounts, found.ground, found.differs) == ({"": Decimal(12)}, "more_certain", True)
        assert [each.amounts for each in found.others] == [{"": Decimal(40)}]


class TestReadAgain:
    """Reports that were handed in before figures were kept."""

    @pytest.fixture(autouse=True)
    def _register(self, _database: None) -> None:
        the_register()

    def test_every_report_is_read_once_and_again_changes_nothing(self) -> None:
        first = submitted(BEFORE, changed={"B": STOCK})
        submitted(changed={"B": PartAnswer(state="unchanged", since=2024)})
        opened(replace(PERIOD, period=2023))
        reports.recall_report(version=first, why="Wrong.", **LATE)  # type: ignore[arg-type]  # terms of a test
        file = store_file(content=io.BytesIO(b"%PDF-1.4"), name="r.pdf", media_type="application/pdf", at=AT)
        received = reports.ReceivedReport(file=file, channel="letter", received_on=date(2026, 11, 9))
        reports.file_report(wanted=replace(PERIOD, period=2022), received=received, **LATE)  # type: ignore[arg-type]  # likewise
        submitted(BEFORE, changed={"B": STOCK})
        kept = (of_years(), len(figures(ended=True)))
        RecordedFigure.objects.all().delete()
        record(year=2025, value=40, source="a research institute")
        assert read() == [
            (2022, 1, 0, 0, True),
            (2023, None, 0, 0, False),
            (2024, 2, 1, 1, False),
            (2025, 1, 1, 0, False),
        ]
        assert (of_years(), kept[0]) == ([(2024, "12", 2), (2025, "12", 1), (2025, "40", None)], [(2024, "12", 2), (2025, "12", 1)])  # fmt: skip
        rows = len(figures(ended=True))
        assert read() == [
            (2022, 1, 0, 0, True),
            (2023, None, 0, 0, False),
            (2024, 2, 1, 0, False),
            (2025, 1, 1, 0, False),
        ]
        assert len(figures(ended=True)) == rows

    def test_stopped_halfway_the_rest_is_read_the_next_time(self) -> None:
        for year in (2023, 2024, 2025):
            submitted(replace(PERIOD, period=year), changed={"B": STOCK})
        RecordedFigure.objects.all().delete()
        going = reports.read_report_figures(at=AT, by="corcom-read-figures")
        next(going)
        del going
        assert of_years() == [(2023, "12", 1)]
        read()
        assert of_years() == [(2023, "12", 1), (2024, "12", 1), (2025, "12", 1)]
        assert len(figures(ended=True)) == 3


def read() -> list[tuple[int | None, int | None, int, int, bool]]:
    return [
        (one.report.period, one.version, one.kept.said, one.kept.new, one.is_document)
        for one in reports.read_report_figures(at=AT, by="corcom-read-figures")
    ]
