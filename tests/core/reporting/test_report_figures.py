"""From the answers of a report to its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from corcom.figures.domain.figures import Figure
from corcom.figures.domain.misfits import misfit
from corcom.reporting.domain.answers import Answers, PartAnswer, Value
from corcom.reporting.domain.report_figures import ReportSaid, report_figures
from corcom.rulebooks.forms import Form
from corcom.rulebooks.reading import rulebook

SAID = ReportSaid(
    convention="CCM",
    iso3="CHE",
    report="annual-report",
    name="Annual transparency report",
    period=2025,
    version=2,
    received_on=date(2026, 4, 28),
    circle="public",
)
Parts = list[tuple[str, str, str, str, str, str, str]]


def form() -> Form:
    book = rulebook("CCM")
    found = book.form_on("article-7", date(2026, 4, 28)) if book else None
    assert found is not None
    return found


changed = partial(PartAnswer, state="changed")


def figures(answers: Answers, said: ReportSaid = SAID, earlier: dict[int, Answers] | None = None) -> list[Figure]:
    found = report_figures(said, form(), answers, earlier=earlier)
    assert [misfit(each) for each in found] == [None] * len(found)
    return found


def told(found: list[Figure]) -> Parts:
    return [
        (each.measure, str(each.value), each.type, each.sex, each.age, each.area_kind, each.currency) for each in found
    ]


def values(part: str, **of: Value) -> list[Figure]:
    return figures({part: changed(values=of)})


def test_stockpiles_by_type_and_rows_of_one_type_added() -> None:
    rows = (
        {"type": "Mk 1", "munitions": "12", "submunitions": "7200"},
        {"type": "Mk  1", "munitions": "3"},
        {"munitions": "1"},
    )
    assert told(values("B", stockpiles=rows)) == [
        ("stockpiled", "15", "Mk 1", "", "", "", ""),
        ("stockpiled_submunitions", "7200", "Mk 1", "", "", "", ""),
        ("stockpiled", "1", "unknown", "", "", "", ""),
    ]


def test_land_is_added_over_places_by_its_kind() -> None:
    areas = ({"place": "North", "suspected": "1.5", "confirmed": "0.25"}, {"place": "South", "confirmed": "0.5"})
    assert told(values("F", areas=areas)) == [
        ("contaminated_area", "1.5", "", "", "", "suspected", ""),
        ("contaminated_area", "0.75", "", "", "", "confirmed", ""),
    ]


def test_people_by_sex_and_age_and_a_number_of_all() -> None:
    casualties = ({"group": "girls", "killed": "1"}, {"group": "men", "injured": "2"}, {"killed": "4"})
    assert told(values("H", casualties=casualties, survivors="310")) == [
        ("killed", "1", "", "female", "child", "", ""),
        ("injured", "2", "", "male", "adult", "", ""),
        ("killed", "4", "", "unknown", "unknown", "", ""),
        ("survivors", "310", "", "", "", "", ""),
    ]
    assert told(values("H", casualties=({"killed": "4"},))) == [("killed", "4", "", "", "", "", "")]


def test_survivors_by_sex_and_age_beside_the_number_of_all() -> None:
    women, men = {"group": "women", "survivors": "120"}, {"group": "men", "survivors": "190"}
    assert told(values("H", survivors="310", survivors_by_group=(women, men))) == [
        ("survivors", "310", "", "", "", "", ""),
        ("survivors", "120", "", "female", "adult", "", ""),
        ("survivors", "190", "", "male", "adult", "", ""),
    ]
    # Said twice, it is no more.
    assert told(values("H", survivors="310", survivors_by_group=({"survivors": "310"},))) == [
        ("survivors", "310", "", "", "", "", "")
    ]
    assert told(values("H", survivors_by_group=({"survivors": "310"},))) == [("survivors", "310", "", "", "", "", "")]


def test_money_in_its_currency_and_what_is_no_currency_as_it_was_written() -> None:
    given = (
        {"amount": "1000.5", "currency": "chf"},
        {"amount": "5", "currency": "US$"},
        {"amount": "7", "currency": "kip"},
    )
    found = values("I", given=(*given, {"amount": "9", "currency": "crowns"}, {"amount": "1"}))
    assert [(each.currency, each.value, each.note) for each in found] == [
        ("CHF", Decimal("1000.5"), ""),
        ("USD", 5, ""),
        ("KIP", 7, ""),
        ("XXX", 10, "currency as written: crowns"),
    ]


def test_each_figure_names_its_source() -> None:
    (found,) = values("G", people="800")
    assert found == Figure(
        convention="CCM",
        iso3="CHE",
        year=2025,
        measure="people_educated",
        value=Decimal(800),
        source="Annual transparency report for 2025, version 2, part G",
        certainty="certain",
        told_on=date(2026, 4, 28),
        report="annual-report",
        period=2025,
        version=2,
    )


def test_a_report_that_is_made_once_counts_for_the_year_in_which_it_came() -> None:
    said = replace(SAID, report="initial-report", name="Initial transparency report", period=None)
    (found,) = figures({"G": changed(values={"people": "8"})}, said)
    assert (found.year, found.period, found.source) == (2026, None, "Initial transparency report, version 2, part G")


def test_what_does_not_apply_and_what_is_open_gives_no_number() -> None:
    stock = {"stockpiles": ({"munitions": "12"},)}
    for state in ("open", "not_applicable"):
        assert figures({"B": PartAnswer(state=state, values=stock, because="None is left here.")}) == []


def test_what_is_unchanged_tells_of_stocks_and_not_of_what_happened() -> None:
    before = {"stockpiles": ({"munitions": "12"},), "destroyed": ({"munitions": "5"},)}
    unchanged = PartAnswer(state="unchanged", since=2024)
    one = [("stockpiled", "12", "", "", "", "", "")]
    assert told(figures({"B": replace(unchanged, values=before)})) == one
    (found,) = figures({"B": unchanged}, earlier={2024: {"B": changed(values=before)}})
    assert (told([found]), found.certainty, found.note) == (one, "likely", "unchanged since 2024")
    assert figures({"B": unchanged}, earlier={2023: {"B": changed(values=before)}}) == []


def test_a_restricted_part_and_a_restricted_report_are_for_their_circle() -> None:
    answer = changed(values={"people": "8"}, restricted=True)
    assert [each.circle for each in figures({"G": answer})] == ["states_parties"]
    committee = replace(SAID, circle="committee")
    assert [each.circle for each in figures({"G": answer}, committee)] == ["committee"]
    assert [each.circle for each in figures({"G": replace(answer, restricted=False)})] == ["public"]


def test_what_is_unchanged_since_a_restricted_part_stays_for_its_circle() -> None:
    before = changed(values={"stockpiles": ({"munitions": "12"},)}, restricted=True)
    found = figures({"B": PartAnswer(state="unchanged", since=2024)}, earlier={2024: {"B": before}})
    assert [each.circle for each in found] == ["states_parties"]


def test_a_provisional_report_is_less_sure() -> None:
    (found,) = figures({"G": changed(values={"people": "8"})}, replace(SAID, provisional=True))
    assert found.certainty == "likely"
