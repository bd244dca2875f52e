"""`corcom register` and `corcom obligations`, with a site and without one."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Site

from corcom.obligations.domain.owed_json import owed_schema
from corcom.register.domain.register_json import COLUMNS, register_schema
from corcom.reporting.domain.reports_json import reports_schema

NOTICE = "There is no site here, or its register is empty: these are the facts that come with CorCom.\n"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
THAT_DAY = ("--convention", "CCM", "--as-of", "2016-04-28")

RECORD = """
from dataclasses import replace
from datetime import UTC, date, datetime
from corcom.obligations.actions import record_facts
from corcom.obligations.domain.facts import Fact
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_actions import TreatyAction

made_up = dict(convention="CCM", source="made up", certainty="certain")
deposit = TreatyAction(iso3="NOR", kind="accession", on="2010-12-20", **made_up)
first = [replace(deposit, iso3=f"X{number:02}", on="2008-12-03") for number in range(30)]
report = Fact(iso3="NOR", obligation="initial-report", kind="fulfilled", on="2011-12-24", **made_up)
when = dict(day=date(2016, 4, 28), at=datetime(2016, 4, 20, 12, tzinfo=UTC))
record_treaty_actions(actions=[deposit, *first], **when)
record_facts(found=[report], **when)
"""


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    """A folder without any database."""
    (tmp_path / "nowhere").mkdir()
    return Site(tmp_path / "nowhere")


def values(site: Site, *words: str) -> Any:
    done = site.run(*words, "--format", "json")
    assert (done.returncode, done.stderr) == (0, NOTICE)
    return json.loads(done.stdout)


def rows(site: Site, *words: str) -> list[dict[str, str]]:
    done = site.run(*words, "--format", "csv")
    assert (done.returncode, done.stderr) == (0, NOTICE)
    return list(csv.DictReader(io.StringIO(done.stdout)))


@pytest.mark.parametrize(
    ("name", "schema"), [("register", register_schema()), ("obligations", owed_schema()), ("reports", reports_schema())]
)
def test_the_published_schemas_are_those_of_the_program(bare: Site, name: str, schema: dict[str, Any]) -> None:
    assert json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")) == schema
    assert json.loads(bare.run("schema", name).stdout) == schema
    Draft202012Validator.check_schema(schema)


def test_the_register_of_28_april_2016(bare: Site) -> None:
    found = values(bare, "register", *THAT_DAY)
    assert list(Draft202012Validator(register_schema()).iter_errors(found)) == []
    assert list(found) == ["convention", "as_of", "counts", "states"]
    assert (found["convention"], found["as_of"], len(found["states"])) == ("CCM", "2016-04-28", 197)
    assert found["counts"] == {
        "states_parties_by_deposit": 100,
        "states_parties_bound": 98,
        "contracting_states": 2,
        "signatories": 108,
        "signatories_not_party": 19,
        "withdrawn": 0,
        "states_not_party": 97,
        "un_members_not_party": 96,
        "undated": 0,
    }
    states = {line["iso3"]: line for line in found["states"]}
    assert Counter(line["status"] for line in states.values()) == {
        "party": 98,
        "contracting": 2,
        "signatory": 19,
        "not_party": 78,
    }
    assert states["CUB"] == {
        "iso3": "CUB",
        "name": "Cuba",
        "status": "contracting",
        "since": "2016-04-06",
        "un_member": True,
        "signed_on": None,
        "consent": "accession",
        "deposited_on": "2016-04-06",
        "entry_into_force": "2016-10-01",
        "withdrawal_notified_on": None,
        "withdrawn_on": None,
    }
    assert {code for code, line in states.items() if line["deposited_on"] and not line["un_member"]} == {
        "VAT",
        "PSE",
        "COK",
    }
    # No database was made on the way.
    assert list(bare.data.iterdir()) == []


def test_what_came_later_is_left_out(bare: Site) -> None:
    found = values(bare, "register", "--convention", "ccm", "--as-of", "2011-03-30")
    assert (found["counts"]["states_parties_by_deposit"], found["counts"]["un_members_not_party"]) == (55, 138)
    (lithuania,) = (line for line in found["states"] if line["iso3"] == "LTU")
    assert (lithuania["status"], lithuania["withdrawal_notified_on"], lithuania["withdrawn_on"]) == (
        "contracting",
        None,
        None,
    )
    (south_sudan,) = (line for line in found["states"] if line["iso3"] == "SSD")
    assert (south_sudan["status"], south_sudan["since"], south_sudan["un_member"]) == ("not_party", None, False)


def test_a_state_that_is_about_to_leave_and_one_that_left(bare: Site) -> None:
    (before,) = rows(bare, "register", "--convention", "CCM", "--as-of", "2025-03-05", "--status", "withdrawn") or [{}]
    assert before == {}
    (after,) = rows(bare, "register", "--convention", "CCM", "--as-of", "2025-03-06", "--status", "withdrawn")
    assert (list(after), after["iso3"], after["since"]) == (list(COLUMNS), "LTU", "2025-03-06")
    assert (after["withdrawal_notified_on"], after["withdrawn_on"]) == ("2024-09-06", "2025-03-06")


def test_a_state_that_is_bound_before_its_deposit(bare: Site) -> None:
    found = rows(bare, "register", "--convention", "APMBC", "--as-of", "2011-07-09", "--status", "party")
    (south_sudan,) = (row for row in found if row["iso3"] == "SSD")
    assert (south_sudan["since"], south_sudan["deposited_on"]) == ("2011-07-09", "")


def test_the_register_as_a_table(bare: Site) -> None:
    done = bare.run("register", *THAT_DAY, "--status", "contracting")
    assert (done.returncode, done.stderr) == (0, NOTICE)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[:3] == [
        "CCM on 28 April 2016",
        "100 States Parties by deposit",
        "98 States Parties that are bound",
    ]
    assert lines[11] == "Code State Status Since Deposited In force from"
    assert lines[13:] == [
        "CUB Cuba contracting State 2016-04-06 2016-04-06 2016-10-01",
        "PLW Palau contracting State 2016-04-19 2016-04-19 2016-10-01",
    ]


def test_what_is_owed_as_rows(bare: Site) -> None:
    found = rows(bare, "obligations", *THAT_DAY)
    assert list(found[0]) == ["iso3", "state", "obligation", "article", "due_on", "status", "why"]
    assert len(found) == 98 * 7
    assert len({(row["iso3"], row["obligation"]) for row in found}) == len(found)
    assert Counter(row["status"] for row in found if row["obligation"] == "initial-report") == {"unknown": 91, "due": 7}
    (south_africa,) = (row for row in found if (row["iso3"], row["obligation"]) == ("ZAF", "initial-report"))
    assert (south_africa["state"], south_africa["article"]) == ("South Africa", "7(1)")
    assert (south_africa["due_on"], south_africa["status"]) == ("2016-04-29", "due")
    assert [step.partition(" (")[0] for step in south_africa["why"].split("; ") if " = " in step] == [
        "ratification = 2015-05-28",
        "the first day of month 6 after that month = 2015-11-01",
        "plus 180 days = 2016-04-29",
    ]


def test_what_is_owed_as_json(bare: Site) -> None:
    found = values(bare, "obligations", *THAT_DAY, "--obligation", "initial-report")
    assert list(Draft202012Validator(owed_schema()).iter_errors(found)) == []
    published = {
        line["iso3"]: (line["due_on"], line["published"]) for line in found["obligations"] if line["published"]
    }
    source = "table of due dates of initial transparency reports, as published by the Convention"
    assert published == {
        "CPV": ("2011-09-28", [{"due_on": "2011-10-28", "source": source}]),
        "GIN": ("2015-09-28", [{"due_on": "2015-04-19", "source": source}]),
    }


def test_what_is_owed_is_narrowed_down(bare: Site, tmp_path: Path) -> None:
    target = tmp_path / "owed.txt"
    done = bare.run(
        "obligations", *THAT_DAY, "--state", "zaf", "--state", "NOR", "--status", "due", "--output", target
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", NOTICE)
    lines = [" ".join(line.split()) for line in target.read_text(encoding="utf-8").splitlines()]
    assert lines[:3] == ["CCM: what is owed on 28 April 2016", "5 due", ""]
    assert lines[5:] == [
        "Norway clearance 4(1) 2020-08-01 due",
        "Norway stockpile-destruction 3(2) 2018-08-01 due",
        "South Africa initial-report 7(1) 2016-04-29 due",
        "South Africa stockpile-destruction 3(2) 2023-11-01 due",
        "South Africa annual-report 7(2) 2016-04-30 due",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("register", "--convention", "XYZ"), "There is no convention XYZ; there are {conventions}."),
        (("register", "--convention", "CCM", "--as-of", "soon"), "'soon' is no day; write one as 2026-05-31"),
        (("register", "--convention", "CCM", "--as-of", "2016-02-30"), "'2016-02-30' is no day; write one as 2026-05-31"),
        (
            ("reports", "--convention", "CCM", "--as-of", "9999-12-31"),
            "9999-12-31 is too far ahead; what falls due is worked out until the end of 2199.",
        ),
        (
            ("remind", "--dry-run", "--day", "2200-01-01"),
            "2200-01-01 is too far ahead; what falls due is worked out until the end of 2199.",
        ),
        (
            ("register", "--convention", "CCM", "--status", "friend"),
            "--status does not know 'friend'; allowed: party, contracting, signatory, withdrawn, not_party",
        ),
        (
            ("register", "--convention", "CCM", "--known-on", "2016-01-01"),
            "--known-on asks what a site knew; there is no site here, or its register is empty.",
        ),
        (("obligations", "--convention", "XYZ"), "There is no convention XYZ; there are {conventions}."),
        (
            ("obligations", "--convention", "CCM", "--state", "XXX"),
            "--state does not know 'XXX'; allowed: a code of ISO 3166, such as NOR",
        ),
        (
            ("obligations", "--convention", "CCM", "--status", "done"),
            ("--status does not know 'done'; allowed: due, extended, met, late, fulfilled, completed, overdue, unknown, not_applicable,"
            " lasting"),
        ),
        (
            ("obligations", "--convention", "CCM", "--obligation", "tax"),
            "--obligation does not know 'tax'; allowed: initial-report, clearance, cooperation,",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_line(bare: Site, words: tuple[str, ...], said: str) -> None:
    from corcom.rulebooks.reading import conventions

    done = bare.run(*words)
    line = done.stderr.removeprefix(NOTICE)
    assert (done.returncode, done.stdout) == (2, "")
    assert line.startswith(f"CommandError: {said.format(conventions=', '.join(conventions()))}")
    assert line.count("\n") == 1


def test_a_site_with_facts_of_its_own_answers_with_them(site: Site) -> None:
    # Nothing is recorded yet.
    assert values(site, "register", *THAT_DAY)["counts"]["signatories"] == 108
    recorded = site.run("shell", "-v0", "-c", RECORD)
    assert (recorded.returncode, recorded.stderr) == (0, "")
    done = site.run("register", *THAT_DAY, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["counts"]["states_parties_bound"] == 31
    owed = site.run("obligations", *THAT_DAY, "--state", "NOR", "--obligation", "initial-report", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(owed.stdout))
    assert (row["due_on"], row["status"]) == ("2011-11-28", "late")
    early = site.run("register", *THAT_DAY, "--known-on", "2016-04-19", "--format", "json")
    assert json.loads(early.stdout)["counts"]["states_parties_bound"] == 0
    late = site.run("register", *THAT_DAY, "--known-on", "2016-04-20", "--format", "json")
    assert json.loads(late.stdout)["counts"]["states_parties_bound"] == 31


def test_reports_owed_on_28_april_2016(bare: Site) -> None:
    found = rows(bare, "reports", *THAT_DAY)
    assert list(found[0]) == ["iso3", "state", "report", "period", "due_on", "received_on", "status"]
    initial = [row for row in found if row["report"] == "initial-report"]
    assert Counter(row["status"] for row in initial) == {"unknown": 91, "due": 7}
    assert next(row for row in initial if row["iso3"] == "ZAF") == {
        "iso3": "ZAF",
        "state": "South Africa",
        "report": "initial-report",
        "period": "",
        "due_on": "2016-04-29",
        "received_on": "",
        "status": "due",
    }
    told = values(bare, "reports", *THAT_DAY, "--state", "zaf", "--period", "2015")
    assert list(Draft202012Validator(reports_schema()).iter_errors(told)) == []
    assert [(one["report"], one["due_on"]) for one in told["reports"]] == [("annual-report", "2016-04-30")]


def test_reports_with_a_site(site: Site) -> None:
    assert site.run("shell", "-v0", "-c", RECORD).returncode == 0
    done = site.run("reports", *THAT_DAY, "--state", "NOR", "--report", "initial-report", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["due_on"], row["received_on"], row["status"]) == ("2011-11-28", "2011-12-24", "late")
