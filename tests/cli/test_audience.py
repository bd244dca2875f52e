"""`corcom audience` in this process; that commands answer as commands do is tested elsewhere."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from tests.accounts import account
from tests.factories.audiences import criterion, question
from tests.factories.register import the_register

from corcom.correspondence.actions.audiences import make_audience

AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
ASKED = question(criterion("report", statuses=["due"]))

pytestmark = pytest.mark.django_db


def made() -> int:
    return make_audience(name="Initial report due", question=ASKED, by=account("secretariat"), at=AT)


def test_the_states_of_an_audience_by_its_name_or_its_number(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    the_register()
    number = made()
    call_command("audience", "initial report DUE", "--as-of", "2016-04-28", "--format", "csv")
    printed = capfdbinary.readouterr().out
    rows = list(csv.DictReader(io.StringIO(printed.decode())))
    assert [row["iso3"] for row in rows] == ["COL", "ISL", "MUS", "RWA", "SVK", "SOM", "ZAF"]
    assert rows[-1] == {
        "iso3": "ZAF",
        "state": "South Africa",
        "obligation": "initial-report",
        "period": "",
        "due_on": "2016-04-29",
    }
    call_command("audience", str(number), "--as-of", "2016-04-28", "--format", "csv")
    assert capfdbinary.readouterr().out == printed
    call_command("audience", str(number), "--as-of", "2016-04-28", "--format", "json")
    told = json.loads(capfdbinary.readouterr().out)
    assert told["states"][-1] == {**rows[-1], "period": None}
    assert {key: told[key] for key in ("audience", "convention", "as_of", "question")} == {
        "audience": "Initial report due",
        "convention": "CCM",
        "as_of": "2016-04-28",
        "question": "States whose “Initial transparency report” is not yet due.",
    }
    call_command("audience", str(number), "--as-of", "2016-04-28")
    assert capfdbinary.readouterr().out.decode().splitlines()[0] == "Initial report due: 7 States on 28 April 2016"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("nobody",), "There is no audience nobody; “/audiences/” lists them."),
        (("Initial report due", "--as-of", "soon"), "'soon' is no day; write one as 2026-05-31"),
    ],
)
def test_what_cannot_be_answered_is_one_line(asked: tuple[str, ...], said: str) -> None:
    made()
    with pytest.raises(CommandError) as refused:
        call_command("audience", *asked)
    assert (str(refused.value), refused.value.returncode) == (said, 2)
