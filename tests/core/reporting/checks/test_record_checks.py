"""Dates after the State's day, declarations, and answers against other records."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.checked import answered, checked, found, only, part, stock
from tests.factories.treaties import a_fact, book_of

from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.terms import ActionPointTerms
from corcom.kernel.source import Evidence
from corcom.obligations.domain.facts import Fact, FactKind
from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.report_values import OwedReport, ReportStatus

STOCK, LAND = "stockpile-destruction", "clearance"
NONE = PartAnswer(state="not_applicable", because="None is left in the country.")
HELD = {"B": part(stockpiles=[stock("1200")])}


def ended(day: str, **more: object) -> dict[str, PartAnswer]:
    return {"B": part(completed_on=day, **more)}


def of(kind: FactKind, on: str = "", *, until: date | None = None) -> Fact:
    return a_fact(kind, on, STOCK, until=until)


DECLARED = of("declared", "2020-01-20")
APPLIES = of("applies", "2011-06-01")


class TestDeadline:
    def test_completed_after_the_deadline(self) -> None:
        one = only(checked(ended("2019-07-01"), facts=[APPLIES, DECLARED]), "completed_late")
        assert (str(one.words), str(one.arithmetic), str(one.rule)) == (
            "Completed on 2019-07-01, after the deadline of 2019-06-01.",
            "2019-07-01 is 30 days after 2019-06-01.",
            "CCM, Article 3(2)",
        )
        assert [(str(side.label), str(side.value), str(side.source), side.place) for side in one.sides] == [
            ("Destruction completed on", "2019-07-01", "report for 2019, version 1", "report:2019"),
            (
                "deadline",
                "2019-06-01",
                "obligations: Destruction of stockpiles, CCM, Article 3(2)",
                "obligation:stockpile-destruction",
            ),
        ]

    @pytest.mark.parametrize(
        ("day", "facts", "late"),
        [
            ("2019-06-01", [APPLIES, DECLARED], False),
            ("2019-06-02", [APPLIES, DECLARED], True),
            # An extension that was granted counts, one that was only asked for does not.
            ("2019-07-01", [APPLIES, of("granted", "2018-09-06", until=date(2020, 6, 1)), DECLARED], False),
            ("2019-07-01", [APPLIES, of("asked", "2018-01-06", until=date(2020, 6, 1)), DECLARED], True),
        ],
    )
    def test_the_day_and_its_extensions(self, day: str, facts: list[Fact], *, late: bool) -> None:
        codes = [one[0] for one in found(checked(ended(day), facts=facts))]
        assert codes == (["completed_late"] if late else [])

    @pytest.mark.parametrize(
        ("words", "named"),
        [
            ("Destruction is planned to end by 31 December 2021.", "by 31 December 2021"),
            ("Fin prévue le 31 décembre 2021.", "31 décembre 2021"),
            ("In 2017 half was destroyed; the rest follows by 2022.", "by 2022"),
            ("All was done by 2017.", None),
            ("Until June 2019.", None),
            ("As before.", None),
        ],
    )
    def test_a_date_in_the_programme_after_the_deadline(self, words: str, named: str | None) -> None:
        now = {"B": part(stockpiles=[stock("1200")], programme=words)}
        found_words = [one[2] for one in found(checked(now, HELD, facts=[APPLIES]))]
        assert found_words == ([f"The programme names “{named}”, after the deadline of 2019-06-01."] if named else [])


def report(status: ReportStatus, received_on: str) -> OwedReport:
    obligation = book_of().obligation("annual-report")
    assert obligation is not None
    return OwedReport(
        iso3="NOR",
        report=obligation,
        period=2019,
        due_on=date(2020, 4, 30),
        received_on=received_on,
        status=status,
        source="note verbale",
    )


def test_a_report_that_came_late_is_noted() -> None:
    came = answered({}, received_on=date(2020, 5, 3))
    one = only(checked(came, report=report("late", "2020-05-03")), "received_late")
    assert (one.part, one.severity, str(one.words), str(one.arithmetic)) == (
        "cover",
        "note",
        "The report came on 2020-05-03; it was due on 2020-04-30.",
        "2020-05-03 is 3 days after 2020-04-30.",
    )
    in_time = answered({}, received_on=date(2020, 4, 30))
    assert found(checked(in_time, report=report("received_in_time", "2020-04-30"))) == []


class TestDeclarations:
    def test_a_day_of_completion_without_a_declaration(self) -> None:
        assert found(checked(ended("2018-05-01"), HELD, facts=[APPLIES])) == [
            (
                "undeclared",
                "B.completed_on",
                "Completed on 2018-05-01, and no declaration of completion is recorded.",
                "A completion is reported; among the facts of the obligation none is a declaration.",
            )
        ]
        assert found(checked(ended("2018-05-01"), HELD, facts=[APPLIES, DECLARED])) == []

    @pytest.mark.parametrize("now", [{"B": part(stockpiles=[stock("0")], destroyed=[stock("1200")])}, {"B": NONE}])
    def test_nothing_left_without_a_declaration(self, now: dict[str, PartAnswer]) -> None:
        assert [one for one in found(checked(now, HELD, facts=[APPLIES])) if one[0] == "undeclared"] == [
            (
                "undeclared",
                "B.stockpiles",
                "Cluster munitions: nothing is left of 1200, and no declaration of completion is recorded.",
                "1200 before, 0 now; among the facts of the obligation none is a declaration.",
            )
        ]
        assert [one[0] for one in found(checked(now, HELD, facts=[APPLIES, DECLARED]))] == []

    def test_something_left_after_a_declaration(self) -> None:
        one = only(checked(HELD, HELD, facts=[APPLIES, DECLARED]), "declared")
        assert (str(one.words), [(str(side.value), str(side.source)) for side in one.sides]) == (
            "Cluster munitions: 1200 are stated, although completion is declared.",
            [("1200", "report for 2019, version 1"), ("2020-01-20", "fact 0: made up")],
        )

    def test_something_left_and_a_day_of_completion(self) -> None:
        now = ended("2018-05-01", stockpiles=[stock("7")])
        one = only(checked(now, facts=[APPLIES, DECLARED]), "still_held")
        assert str(one.words) == "Cluster munitions: 7 are stated, and completed on 2018-05-01."

    def test_what_was_found_later_is_nothing_left(self) -> None:
        now = {"B": part(found_later=[stock("7")])}
        assert found(checked(now, HELD, facts=[APPLIES, DECLARED])) == []


class TestObligation:
    def test_more_time_asked_for_after_completion(self) -> None:
        facts = [APPLIES, DECLARED, of("asked", "2018-09-01", until=date(2021, 6, 1))]
        assert found(checked(ended("2018-05-01"), facts=facts)) == [
            (
                "asked",
                "B.completed_on",
                "Completed on 2018-05-01, and more time was asked for on 2018-09-01.",
                "2018-09-01 is later than 2018-05-01.",
            )
        ]

    def test_a_stock_of_a_state_that_has_none(self) -> None:
        one = only(checked(HELD, HELD, facts=[of("not_applicable", "2012-01-01")]), "applies")
        assert str(one.words) == "Cluster munitions: 1200 are stated, and it is recorded that the State has none."

    def test_none_of_a_state_that_has_some(self) -> None:
        one = only(checked({"B": NONE}, facts=[APPLIES]), "applies")
        assert [(str(side.label), str(side.value)) for side in one.sides] == [
            ("Part B now", "not applicable"),
            ("the obligation applies", "2011-06-01"),
        ]

    def test_completed_before_it_was_bound(self) -> None:
        known = {"facts": [APPLIES, DECLARED], "since": date(2011, 6, 1)}
        one = only(checked(ended("2010-12-31"), **known), "before_joining")  # type: ignore[arg-type]  # terms of a test
        assert (one.severity, str(one.arithmetic)) == ("note", "2010-12-31 is 152 days before 2011-06-01.")
        assert found(checked(ended("2011-06-01"), **known)) == []  # type: ignore[arg-type]  # likewise


class TestOthers:
    @pytest.mark.parametrize(
        ("given", "known", "asks"),
        [
            ("Ms A, a@nor.example", ("b@nor.example",), True),
            ("Ms A, A@NOR.example", ("a@nor.example",), False),
            ("Ms A, a@nor.example or b@nor.example.", ("b@nor.example",), False),
            ("Ms A, a@nor.example", (), False),
            ("Ms A, +47 22 24 36 00", ("b@nor.example",), False),
        ],
    )
    def test_the_point_of_contact(self, given: str, known: tuple[str, ...], *, asks: bool) -> None:
        told = [one[2] for one in found(checked({"cover": part(point_of_contact=given)}, contacts=known))]
        assert told == (["The directory does not know a@nor.example; it has b@nor.example."] if asks else [])

    @pytest.mark.parametrize(
        ("theme", "part_code"),
        [
            ("Transparency Reporting", "cover"),
            ("stockpile-destruction", "B"),
            ("Clearance and Risk Reduction", "F"),
            ("victim-assistance", "H"),
            ("Universalization", None),
            ("", None),
        ],
    )
    def test_what_the_state_promised_is_named_with_its_part(self, theme: str, part_code: str | None) -> None:
        terms = ActionPointTerms(
            convention="CCM",
            body="Coordination Committee",
            text="Norway to say how much is left",
            raised_on=date(2019, 4, 28),
            theme=theme,
            due="2020-04-30",
        )
        one = Followed(
            ref=Ref("action_point", 12),
            terms=terms,
            state="open",
            turned_on=terms.raised_on,
            file_id=1,
            evidence=Evidence(start=0, end=0, quote=""),
        )
        assert [(each[0], each[1], each[2]) for each in found(checked({}, commitments=(one,)))] == (
            [("promised", f"{part_code}.", "Still open from 2019-04-28: “Norway to say how much is left”")]
            if part_code
            else []
        )
