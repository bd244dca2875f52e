"""Each criterion, with the register that comes with CorCom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.audiences import CCM, THAT_DAY, criterion, question, with_facts
from tests.factories.terms import a_term

from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.audience.facts import AudienceFacts, MeetingTold
from corcom.correspondence.domain.audience.letters_sent import LetterSent
from corcom.correspondence.domain.audience.question import addressees, cautions, changes, state_answer
from corcom.obligations.domain.facts import Fact

NONE_HAD_COME = Fact(
    convention="CCM",
    iso3="BFA",
    obligation="initial-report",
    kind="outstanding",
    on="2016-04-28",
    source="minutes of 28 April 2016",
    certainty="certain",
)
SENT = LetterSent(
    sent_on=date(2016, 3, 1),
    audience=4,
    to=dict.fromkeys(("BFA", "TCD"), date(2016, 3, 1)),
    answered={"TCD": date(2016, 4, 1)},
)


def asked(
    *criteria: dict[str, Any], day: date = THAT_DAY, facts: AudienceFacts = CCM, audience: int | None = None
) -> list[str]:
    return [one.iso3 for one in addressees(question(*criteria), facts, day, audience=audience)]


def why(iso3: str, *criteria: dict[str, Any], day: date = THAT_DAY, facts: AudienceFacts = CCM) -> list[str]:
    found = state_answer(question(*criteria), iso3, facts.on(day, audience=4))
    return [f"{'yes' if one.holds else 'no'}: {one.said}" for one in found.criteria]


@pytest.mark.parametrize(
    ("standing", "count"), [("party", 98), ("contracting", 2), ("signatory", 19), ("withdrawn", 0), ("not_party", 78)]
)
def test_how_states_stand_on_28_april_2016(standing: str, count: int) -> None:
    assert len(asked(criterion("standing", standings=[standing]))) == count


def test_who_withdrew() -> None:
    assert asked(criterion("standing", standings=["withdrawn"]), day=date(2025, 3, 6)) == ["LTU"]
    assert why("LTU", criterion("standing"), day=date(2025, 3, 6)) == ["no: Its withdrawal had effect on 2025-03-06."]


def test_reports_of_which_nothing_is_recorded_are_not_overdue() -> None:
    assert len(asked(criterion("report"))) == 91
    assert asked(criterion("report", statuses=["overdue"])) == []
    assert asked(criterion("report", statuses=["due"])) == ["COL", "ISL", "MUS", "RWA", "SVK", "SOM", "ZAF"]


def test_a_report_that_is_overdue_by_more_than_some_days() -> None:
    facts = with_facts(NONE_HAD_COME, replace(NONE_HAD_COME, iso3="ZAF", on="2016-05-20"))
    by_30 = {"way": "more_after", "count": 30, "unit": "days"}
    overdue = criterion("report", statuses=["overdue"], distance=by_30)
    assert asked(overdue, day=date(2016, 5, 29), facts=facts) == ["BFA"]
    assert asked(overdue, day=date(2016, 5, 30), facts=facts) == ["BFA", "ZAF"]
    (first, _) = addressees(question(overdue), facts, date(2016, 5, 30))
    assert first == Addressee(iso3="BFA", concern=Concern(obligation="initial-report", due_on=date(2011, 1, 28)))
    assert why("ZAF", overdue, day=date(2016, 5, 29), facts=facts) == [
        "no: Initial transparency report, due on 2016-04-29: overdue."
    ]
    assert why("CHN", overdue) == ["no: It owes no “Initial transparency report” on this day."]


@pytest.mark.parametrize(
    ("period", "statuses", "count"), [(2014, ["unknown"], 84), ("latest", ["unknown"], 84), ("any", ["due"], 98)]
)
def test_annual_reports_of_a_year_of_the_last_that_fell_due_or_of_any(
    period: int | str, statuses: list[str], count: int
) -> None:
    assert len(asked(criterion("report", report="annual-report", period=period, statuses=statuses))) == count


def test_the_concern_of_an_annual_report_is_the_one_due_last() -> None:
    (norway,) = addressees(
        question(criterion("report", report="annual-report"), criterion("states", states=["NOR"])), CCM, THAT_DAY
    )
    assert norway.concern == Concern(obligation="annual-report", period=2014, due_on=date(2015, 4, 30))


def test_a_report_that_came() -> None:
    came = replace(NONE_HAD_COME, kind="fulfilled", on="2011-01-05")
    facts = with_facts(came, replace(came, iso3="ALB", on="2015-01-05"))
    assert asked(criterion("report", statuses=["received"]), facts=facts) == ["BFA"]
    late = addressees(question(criterion("report", statuses=["late"])), facts, THAT_DAY)
    assert late == (
        Addressee(
            iso3="ALB",
            concern=Concern(obligation="initial-report", due_on=date(2011, 1, 28), received_on="2015-01-05"),
        ),
    )


def test_holders_of_a_stockpile_deadline_within_a_year() -> None:
    year = {"way": "within_before", "count": 12, "unit": "months"}
    found = addressees(question(criterion("deadline", distance=year)), CCM, date(2017, 8, 1))
    days = {one.concern.due_on for one in found if one.concern}
    assert found
    assert days == {date(2018, 8, 1)}
    assert asked(criterion("deadline", distance=year), day=date(2017, 7, 31)) == []
    assert why("AFG", criterion("deadline", distance=year), day=date(2017, 8, 1)) == [
        "no: Destruction of stockpiles, by 2020-03-01: ahead."
    ]


def test_who_has_a_deadline_of_which_nothing_is_recorded() -> None:
    said = why("GHA", criterion("deadline"))
    assert said == [
        "no: Destruction of stockpiles, by 2019-08-01: nothing is recorded of whether it has this obligation."
    ]
    assert why("CHN", criterion("deadline")) == ["no: The convention does not bind it on this day."]


def test_signatories_that_voted_yes_on_the_last_resolution_by_that_day() -> None:
    question_asked = (criterion("standing", standings=["signatory"]), criterion("vote"))
    assert len(asked(*question_asked)) == 14
    assert why("AGO", *question_asked) == [
        "yes: It signed on 2008-12-03 and has not deposited its consent.",
        "no: On A/RES/70/54 no vote of it is recorded: it was absent.",
    ]


@pytest.mark.parametrize(("side", "count"), [("yes", 139), ("no", 2), ("abstain", 40), ("absent", 12)])
def test_the_votes_of_2015(side: str, count: int) -> None:
    assert len(asked(criterion("vote", resolution="A/RES/70/54", sides=[side]))) == count
    assert len(asked(criterion("vote", sides=[side]))) == count


def test_a_vote_that_was_not_cast_yet_and_one_of_no_member() -> None:
    later = criterion("vote", resolution="A/RES/71/45", sides=["yes", "no", "abstain", "absent"])
    assert asked(later) == []
    on_that_day = CCM.on(THAT_DAY)
    assert [str(said) for said in cautions(question(later), on_that_day)] == [
        "No votes on A/RES/71/45 are recorded that were cast by this day."
    ]
    assert why("VAT", criterion("vote")) == [
        "no: It was no member of the United Nations when A/RES/70/54 was voted on."
    ]
    early = question(criterion("vote"), criterion("vote", turned=True, sides=["no"]))
    assert [str(said) for said in cautions(early, CCM.on(date(2012, 1, 1)))] == [
        "No resolution on the convention is known whose votes were cast by this day."
    ]


def test_groups_and_names() -> None:
    assert len(asked(criterion("regional_group"))) == 54
    assert len(asked(criterion("named_group"))) == 28
    assert why("VAT", criterion("regional_group")) == ["no: It is in no regional group on this day."]
    assert why("FRA", criterion("named_group", groups=["EU", "NATO"])) == [
        "yes: It belongs to European Union and North Atlantic Treaty Organization."
    ]
    assert asked(criterion("states"), criterion("named_group", turned=True)) == ["NOR", "ZMB"]
    assert len(asked(criterion("named_group"), criterion("states", turned=True, states=["FRA"]))) == 27


def test_offices() -> None:
    terms = [a_term(), a_term(theme="victim-assistance", holder="AUT")]
    facts, day = with_facts(terms=terms), date(2012, 1, 1)
    assert asked(criterion("office"), day=day, facts=facts) == ["AUT", "IRL"]
    assert asked(criterion("office", office="coordinator", theme="clearance"), day=day, facts=facts) == ["IRL"]
    assert asked(criterion("office", office="president"), day=day, facts=facts) == []
    assert why("IRL", criterion("office", theme="victim-assistance"), day=day, facts=facts) == [
        "no: It holds: Coordinator of “Clearance and Risk Reduction”."
    ]
    assert [str(said) for said in cautions(question(criterion("office")), CCM.on(day))] == [
        "Nobody is recorded as holding an office on this day."
    ]


def test_meetings() -> None:
    met = MeetingTold(
        name="Coordination Committee",
        starts_on=date(2016, 4, 28),
        attended=frozenset({"HRV"}),
        invited=frozenset({"HRV", "NOR"}),
    )
    facts = with_facts(meetings={7: met})
    assert asked(criterion("meeting"), facts=facts) == ["HRV"]
    assert asked(criterion("meeting"), facts=facts, day=date(2016, 4, 27)) == []
    assert asked(criterion("meeting", how="invited"), criterion("meeting", turned=True), facts=facts) == ["NOR"]
    assert why("NOR", criterion("meeting"), facts=facts) == [
        "no: It was not recorded as present at Coordination Committee of 2016-04-28."
    ]
    unknown = question(criterion("meeting", meeting=8))
    assert [str(said) for said in cautions(unknown, facts.on(THAT_DAY))] == [
        "There is no meeting 8 under this convention."
    ]


def test_the_last_letter_to_an_audience() -> None:
    facts = with_facts(letters={1: replace(SENT, sent_on=date(2016, 1, 1)), 2: SENT, 3: replace(SENT, audience=5)})
    got = criterion("letter", how="got")
    did_not_answer = criterion("letter", turned=True)
    assert asked(got, facts=facts, audience=4) == ["BFA", "TCD"]
    assert asked(got, did_not_answer, facts=facts, audience=4) == ["BFA"]
    assert asked(got, did_not_answer, facts=facts, audience=4, day=date(2016, 3, 31)) == ["BFA", "TCD"]
    assert why("TCD", criterion("letter"), facts=facts) == ["yes: It answered letter 2 of 2016-03-01 on 2016-04-01."]
    assert why("NOR", did_not_answer, facts=facts) == ["yes: It did not get letter 2 of 2016-03-01."]
    assert why("BFA", criterion("letter", letter=2), facts=facts) == [
        "no: It got letter 2 of 2016-03-01 and had not answered."
    ]


def test_before_the_first_letter_nobody_answered_and_the_page_is_told() -> None:
    assert asked(criterion("letter"), audience=4) == []
    assert len(asked(criterion("letter", turned=True), audience=4)) == 197
    both = question(criterion("letter"), criterion("letter", letter=9))
    assert [str(said) for said in cautions(both, CCM.on(THAT_DAY, audience=4))] == [
        "No letter to this audience had gone out by this day.",
        "Letter 9 had not gone out by this day.",
    ]


def test_how_two_answers_differ() -> None:
    found = changes(["NOR", "ZMB"], ["ZMB", "TCD", "AUT"], THAT_DAY)
    assert (found.came_in, found.went_out) == (("AUT", "TCD"), ("NOR",))


def test_the_first_concern_counts_and_one_turned_round_finds_none() -> None:
    both = question(criterion("deadline", turned=True), criterion("report"))
    assert {one.concern.obligation for one in addressees(both, CCM, THAT_DAY) if one.concern} == {"initial-report"}


def test_a_letter_on_paper_reaches_each_state_on_the_day_on_which_its_copy_left() -> None:
    posted = replace(SENT, to={"BFA": date(2016, 3, 1), "TCD": date(2016, 3, 9)}, answered={})
    facts, got = with_facts(letters={2: posted}), criterion("letter", how="got")
    assert asked(got, facts=facts, audience=4, day=date(2016, 3, 8)) == ["BFA"]
    assert asked(got, facts=facts, audience=4, day=date(2016, 3, 9)) == ["BFA", "TCD"]
    assert why("TCD", got, facts=facts) == ["yes: It got letter 2 of 2016-03-09 and had not answered."]
    assert why("TCD", got, facts=facts, day=date(2016, 3, 8)) == ["no: Its copy of letter 2 had not left by this day."]
