"""`corcom roster` where there is no site, where it has no terms, and where it has."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator
from tests.cli.conftest import Site
from tests.factories.rows import AT
from tests.factories.terms import a_term

from corcom.mandates.actions import record_term
from corcom.mandates.domain.roster_json import SCHEMAS

FALLBACK = "No terms are recorded on this site; these are the ones that come with CorCom.\n"


def roster(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    err = io.StringIO()
    call_command("roster", *words, stderr=err, no_color=True)
    return capsys.readouterr().out, err.getvalue()


def test_without_a_site_the_packaged_terms_answer_and_no_site_is_made(tmp_path: Path) -> None:
    nowhere = Site(tmp_path / "nowhere")
    done = nowhere.run("roster", "--convention", "CCM", "--as-of", "2012-06-01", "--format", "json")
    assert (done.returncode, done.stderr, nowhere.data.exists()) == (0, FALLBACK, False)
    found = json.loads(done.stdout)
    assert list(Draft202012Validator(SCHEMAS["roster"]).iter_errors(found)) == []
    cooperation = [one for one in found if one["theme"] == "Cooperation and Assistance"]
    assert [(one["holders"], one["since"], one["until"], one["disputed"]) for one in cooperation] == [
        (["Spain", "Mexico"], "2011-09-16", "2012-09-14", ["Spain", "Mexico"]),
        (["Spain", "Mexico"], "2011-09-16", "2013-09-13", ["Spain", "Mexico"]),
    ]


@pytest.mark.django_db
def test_a_site_with_terms_answers_with_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    record_term(term=a_term(), at=AT)
    out, err = roster("--as-of", "2012-06-01", "--format", "csv", capsys=capsys)
    assert err == ""
    assert out.splitlines() == [
        "office,theme,holder,since,until,disputed,certainty,sources",
        "Coordinator,Clearance and Risk Reduction,Ireland,2011-09-16 (2MSP),2012-09-14 (3MSP),,certain,minutes",
    ]


@pytest.mark.django_db
def test_vacancies_and_rotations(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = roster("--as-of", "2012-06-01", "--vacancies", "--format", "json", capsys=capsys)
    found: Any = json.loads(out)
    assert list(Draft202012Validator(SCHEMAS["vacancies"]).iter_errors(found)) == []
    assert (err, len(found), found[0]["leaving"][0]["holder"]) == (FALLBACK, 15, "Norway")
    out, _ = roster("--rotation", "4msp", "--format", "json", capsys=capsys)
    assert list(Draft202012Validator(SCHEMAS["rotation"]).iter_errors(json.loads(out))) == []
    out, _ = roster("--rotation", "4MSP", "--format", "csv", capsys=capsys)
    assert out.splitlines()[1:3] == [
        "President,,Norway,leaves",
        "Coordinator,General Status and Operation,Zambia,leaves",
    ]


@pytest.mark.django_db
def test_the_table_lists_its_sources_below(capsys: pytest.CaptureFixture[str]) -> None:
    record_term(term=a_term(), at=AT)
    out, _ = roster("--as-of", "2012-06-01", capsys=capsys)
    assert [" ".join(line.split()) for line in out.splitlines() if line.strip()][0::2] == [
        "Office Theme Holder Since Until Note Certainty Sources",
        "Coordinator Clearance and Ireland 2011-09-16 2012-09-14 certain 1",
        "1 minutes",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--convention", "XYZ"), "There is no rulebook of XYZ; there are APMBC, ATT, CCM."),
        (("--rotation", "99MSP"), "The days of 99MSP are not known; known are 1MSP, 2MSP, 3MSP"),
    ],
)
def test_what_is_not_known_is_refused_in_one_line(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("roster", *words, stderr=io.StringIO())
    assert (str(refused.value)[: len(said)], refused.value.returncode) == (said, 2)
