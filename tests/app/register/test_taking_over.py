"""Tables into the register: all of it or nothing, again and again with the same result, and nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from corcom.access.models import User
from corcom.kernel.tables import Placed, content
from corcom.obligations.actions import correct_fact, strike_fact
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.facts import Fact
from corcom.obligations.models import RecordedFact
from corcom.obligations.queries import facts
from corcom.oversight.actions import LinesRefused, take_over_packaged, take_over_register, taking_over
from corcom.oversight.register_tables import TABLES, Told, written_rows
from corcom.register.actions import correct_treaty_action, record_treaty_action
from corcom.register.domain.rates import Rate, packaged_rates
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.domain.votes import packaged_votes
from corcom.register.models import AssessmentRate, RecordedTreatyAction, RecordedVote
from corcom.register.queries import rates, treaty_actions, votes

DAY = date(2026, 11, 1)
AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 2, 9, tzinfo=UTC)


def act(iso3: str, kind: Any, on: str, **others: Any) -> TreatyAction:
    return TreatyAction(
        convention="CCM", iso3=iso3, kind=kind, on=on, **{"source": "a letter", "certainty": "certain", **others}
    )


def told(values: Sequence[Any], code: str = "treaty_actions") -> list[Told[Any]]:
    return [Told(TABLES[code], [Placed(value, "f.csv", line) for line, value in enumerate(values, 2)])]


def counts(found: Sequence[Any]) -> list[tuple[str, int, int, int, int]]:
    return [(each.kind.code, len(each.new), len(each.changed), each.same, len(each.missing)) for each in found]


def stored() -> tuple[int, int, int, int]:
    tables = (RecordedTreatyAction, RecordedFact, AssessmentRate, RecordedVote)
    actions, found, scale, recorded = (table.objects.count() for table in tables)
    return actions, found, scale, recorded


def test_the_facts_of_the_release_are_taken_over_once() -> None:
    first = take_over_packaged(day=DAY, at=AT)
    sizes = [len(each) for each in (packaged_actions(), packaged_facts(), packaged_rates(), packaged_votes())]
    assert counts(first) == [
        ("treaty_actions", sizes[0], 0, 0, 0),
        ("obligations", sizes[1], 0, 0, 0),
        # The release has no figures: they come out of reports, or from a site's own tables.
        ("figures", 0, 0, 0, 0),
        ("scale", sizes[2], 0, 0, 0),
        ("votes", sizes[3], 0, 0, 0),
    ]
    assert stored() == tuple(sizes)
    again = take_over_packaged(day=DAY, at=LATER)
    assert [line[1:4] for line in counts(again)] == [(0, 0, size) for size in (*sizes[:2], 0, *sizes[2:])]
    assert stored() == tuple(sizes)
    assert set(RecordedTreatyAction.objects.values_list("recorded_by", flat=True)) == {"corcom-release"}
    assert not User.objects.get(username="corcom-release").is_active
    assert [content(each) for each in treaty_actions()] == list(packaged_actions())
    assert [content(each) for each in facts()] == list(packaged_facts())
    assert [content(each) for each in rates()] == list(packaged_rates())
    assert [content(each) for each in votes()] == list(packaged_votes())


def test_what_the_release_knows_is_no_forecast() -> None:
    found = take_over_packaged(day=date(2012, 1, 1), at=AT)
    assert [len(each.new) for each in found][:2] == [len(packaged_actions()), len(packaged_facts())]


def test_what_a_person_corrected_or_struck_is_not_taken_back_by_the_release() -> None:
    take_over_packaged(day=DAY, at=AT)
    corrected, struck = facts()[:2]
    right = replace(content(corrected), note="as the State wrote", source="its letter")
    correct_fact(number=corrected.number, fact=right, day=DAY, at=LATER, by="anna")
    strike_fact(number=struck.number, why="meant another State", at=LATER, by="anna")
    before = [content(each) for each in facts()]
    assert counts(take_over_packaged(day=DAY, at=LATER))[1] == ("obligations", 0, 0, len(packaged_facts()) - 2, 0)
    assert [content(each) for each in facts()] == before


def test_a_new_release_corrects_what_the_old_one_said_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    take_over_packaged(day=DAY, at=AT)
    by_hand, by_release = treaty_actions()[:2]
    mine = replace(content(by_hand), on="2008-12-04", source="the letter")
    correct_treaty_action(number=by_hand.number, action=mine, day=DAY, at=LATER, by="anna")
    newer = [replace(each, source="a newer capture") for each in packaged_actions()[:2]]
    table = replace(TABLES["treaty_actions"], packaged=lambda: newer)
    monkeypatch.setattr(taking_over, "TABLES", {"treaty_actions": table})
    assert counts(take_over_packaged(day=DAY, at=LATER)) == [("treaty_actions", 0, 1, 1, 0)]
    old = RecordedTreatyAction.objects.get(pk=by_release.number)
    assert old.superseded_by is not None
    assert (old.ended_by, old.superseded_by.source, old.source) == (
        "corcom-release",
        "a newer capture",
        by_release.source,
    )
    assert mine in [content(each) for each in treaty_actions()]


def test_what_is_told_otherwise_supersedes_what_was_recorded() -> None:
    kept = record_treaty_action(action=act("ZMB", "signature", "2008-12-03"), day=DAY, at=AT)
    number = record_treaty_action(action=act("ZMB", "ratification", "2009-08-12"), day=DAY, at=AT)
    found = take_over_register(
        told=told([act("ZMB", "acceptance", "2009-08-13"), act("VUT", "accession", "2025-09-05")]),
        day=DAY,
        at=LATER,
        by="anna",
    )
    assert counts(found) == [("treaty_actions", 1, 1, 0, 1)]
    assert found[0].changed[0].columns == [("kind", "ratification", "acceptance"), ("on", "2009-08-12", "2009-08-13")]
    assert [each.number for each in found[0].missing] == [kept]
    old = RecordedTreatyAction.objects.get(pk=number)
    new = RecordedTreatyAction.objects.get(iso3="ZMB", kind="acceptance")
    assert (old.ended_at, old.ended_by, old.superseded_by_id) == (LATER, "anna", new.pk)
    assert (new.recorded_at, new.recorded_by, new.ended_at) == (LATER, "anna", None)
    assert sorted((each.iso3, each.kind) for each in treaty_actions()) == [
        ("VUT", "accession"),
        ("ZMB", "acceptance"),
        ("ZMB", "signature"),
    ]


def test_a_report_before_the_entry_into_force_is_refused_by_its_line() -> None:
    take_over_packaged(day=DAY, at=AT)
    early = Fact(
        convention="CCM",
        iso3="ZAF",
        obligation="initial-report",
        kind="fulfilled",
        on="2015-10-31",
        source="a list",
        certainty="certain",
    )
    with pytest.raises(LinesRefused) as refused:
        take_over_register(told=told([early], "obligations"), day=DAY, at=AT, by="anna")
    (line,) = refused.value.lines
    assert (line.line, line.column, line.found, str(line.allowed)) == (
        2,
        "on",
        "2015-10-31",
        "a day on or after 2015-11-01, from which the convention binds the State",
    )


def test_a_rate_and_a_vote_are_corrected_likewise() -> None:
    take_over_packaged(day=DAY, at=AT)
    rate = replace(packaged_rates()[0], percent=Decimal("0.006"))
    vote = replace(packaged_votes()[0], vote="no")
    both = [*told([rate], "scale"), *told([vote], "votes")]
    found = take_over_register(told=both, day=DAY, at=LATER, by="anna")
    assert [each.changed[0].columns for each in found] == [
        [("percent", packaged_rates()[0].percent, Decimal("0.006"))],
        [("vote", "yes", "no")],
    ]
    assert stored()[2:] == (len(packaged_rates()) + 1, len(packaged_votes()) + 1)
    assert rate in [content(each) for each in rates()]
    assert vote in [content(each) for each in votes()]


JOINED = act("ZMB", "accession", "2015-01-01")
CASES = {
    "a withdrawal before a deposit": (
        [act("ZMB", "withdrawal", "2014-01-01"), JOINED],
        (2, "kind", "CCM ZMB withdrawal 2014-01-01", "a withdrawal after the deposit of a consent, not before"),
    ),
    "a day that has not come": (
        [act("ZMB", "signature", "2030-01-01")],
        (2, "on", "CCM ZMB signature 2030-01-01", "a day that has come"),
    ),
    "an effect before the six months are over": (
        [JOINED, act("ZMB", "withdrawal", "2016-01-01", effective_on=date(2016, 6, 30))],
        (
            3,
            "effective_on",
            "CCM ZMB withdrawal 2016-01-01",
            "a day from which the convention lets a withdrawal have effect",
        ),
    ),
    "a ratification without a signature": (
        [act("ZMB", "ratification", "2016-01-01")],
        (
            2,
            "kind",
            "CCM ZMB ratification 2016-01-01",
            "a ratification, acceptance or approval on or after the day of a signature that is recorded",
        ),
    ),
    "an accession by a signatory": (
        [act("ZMB", "signature", "2008-12-03"), act("ZMB", "accession", "2016-01-01")],
        (
            3,
            "kind",
            "CCM ZMB accession 2016-01-01",
            "a ratification, acceptance or approval by a State that signed; recorded is CCM ZMB signature 2008-12-03",
        ),
    ),
    "the same act twice": (
        [JOINED, act("ZMB", "ratification", "2016-01-01")],
        (3, "treaty_actions", "CCM ZMB ratification 2016-01-01", "each fact once; line 2 tells it already"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_if_one_line_is_refused_nothing_is_written(case: str) -> None:
    lines, expected = CASES[case]
    both = told([*lines, act("VUT", "accession", "2025-09-05")])
    with pytest.raises(LinesRefused) as refused:
        take_over_register(told=both, day=DAY, at=AT, by="anna")
    assert [(each.line, each.column, each.found, str(each.allowed)) for each in refused.value.lines] == [expected]
    assert stored() == (0, 0, 0, 0)


def test_a_state_that_left_may_join_again_and_its_withdrawal_be_corrected() -> None:
    record_treaty_action(action=act("LTU", "accession", "2011-03-24"), day=DAY, at=AT)
    record_treaty_action(action=act("LTU", "withdrawal", "2024-09-06"), day=DAY, at=AT)
    # Before the withdrawal there is a consent already; after it, the State joins a second time.
    again = take_over_register(told=told([act("LTU", "accession", "2026-01-05")]), day=DAY, at=LATER, by="anna")
    assert counts(again) == [("treaty_actions", 1, 0, 0, 2)]
    corrected = take_over_register(told=told([act("LTU", "withdrawal", "2024-09-05")]), day=DAY, at=LATER, by="anna")
    assert counts(corrected) == [("treaty_actions", 0, 1, 0, 2)]


def test_a_line_after_which_a_recorded_act_cannot_be_is_refused_itself() -> None:
    record_treaty_action(action=act("LTU", "accession", "2011-03-24"), day=DAY, at=AT)
    record_treaty_action(action=act("LTU", "withdrawal", "2024-09-06"), day=DAY, at=AT)
    with pytest.raises(LinesRefused) as refused:
        take_over_register(told=told([act("LTU", "withdrawal", "2010-01-01")]), day=DAY, at=LATER, by="anna")
    assert [(each.line, each.column) for each in refused.value.lines] == [(2, "kind")]


def test_broken_off_half_way_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Exception):
        """The machine stops."""

    def broken(**_: object) -> None:
        raise Broken

    tables = {code: table if code != "votes" else replace(table, take_over=broken) for code, table in TABLES.items()}
    monkeypatch.setattr(taking_over, "TABLES", tables)
    with pytest.raises(Broken), transaction.atomic():
        take_over_packaged(day=DAY, at=AT)
    assert stored() == (0, 0, 0, 0)
    assert not User.objects.exists()


def test_what_is_written_out_is_what_is_recorded() -> None:
    take_over_packaged(day=DAY, at=AT)
    for code, table in TABLES.items():
        rows = written_rows(code)
        assert sorted(map(str, rows)) == sorted(str(table.kind.write(value)) for value in table.packaged())
    assert {row[0] for row in written_rows("treaty_actions", convention="CCM")} == {"CCM"}
    assert written_rows("scale", convention="CCM") == written_rows("scale")
    assert rates()[0] == Rate(
        **{
            each: getattr(packaged_rates()[0], each)
            for each in ("first_year", "last_year", "iso3", "percent", "source")
        },
        certainty="certain",
        number=rates()[0].number,
    )
