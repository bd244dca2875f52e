"""`corcom plan-rotation`: a plan made by hand is checked; one is proposed where the solver is installed."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from corcom.mandates.domain.planner import is_installed


def planned(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    call_command("plan-rotation", "--meeting", "3MSP", *words, stderr=io.StringIO())
    return capsys.readouterr().out


@pytest.mark.django_db
def test_a_plan_made_by_hand_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("CHL: clearance; 2\n\nIRQ: cooperation; 3\n", encoding="utf-8")
    out = planned("--plan", str(file), capsys=capsys)
    assert out.split("\n\n")[1:] == [
        "It breaks:\n  The term of Iraq for Cooperation and Assistance runs across 3 meetings; the rule allows 2.",
        "It is not what is preferred:\n  At the 4MSP 6 of 8 holders leave, which is not about half.",
        "Records differ on Ireland, Mexico, Spain; they are taken to leave.\n",
    ]
    plain = json.loads(planned("--plan", str(file), "--format", "json", capsys=capsys))
    assert (plain["keeps_every_rule"], plain["plan"][0]) == (
        False,
        {"theme": "clearance", "holder": "CHL", "name": "Chile", "years": 2},
    )


@pytest.mark.django_db
def test_one_is_proposed_or_the_command_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    who = [part for one in ("CHL: clearance", "IRQ: cooperation") for part in ("--candidate", one)]
    if not is_installed():
        with pytest.raises(CommandError, match=r"pip install 'corcom\[planner\]'"):
            planned(*who, capsys=capsys)
        return
    assert planned(*who, capsys=capsys).splitlines()[:3] == [
        "From the close of the 3MSP",
        "  Clearance and Risk Reduction: Chile, years: 2",
        "  Cooperation and Assistance: Iraq, years: 2",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--meeting", "99MSP"), "The days of 99MSP are not known; known are 1MSP"),
        (("--meeting", "3MSP", "--convention", "XYZ"), "There is no rulebook of XYZ; there are APMBC, ATT, CCM."),
        (("--meeting", "3MSP", "--office", "king"), "The committee has no such office; it has coordinator."),
        (("--meeting", "3MSP", "--candidate", "Atlantis"), "Atlantis is no code of a State or an organisation"),
        (("--meeting", "3MSP", "--plan", "/nowhere"), "/nowhere: No such file or directory"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("plan-rotation", *words, stderr=io.StringIO())
    assert (str(refused.value)[: len(said)], refused.value.returncode) == (said, 2)
