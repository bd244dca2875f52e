from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.management import call_command
from tests.factories.rows import AT
from tests.web.kept import an_action_point

from corcom.followup.queries import action_point
from corcom.kernel.actor import Actor
from corcom.register.actions import record_treaty_action
from corcom.register.domain.treaty_actions import TreatyAction

SHOWN = (
    "deposit its instrument of accession: The register shows it: Cuba deposited its instrument of accession on 30 April 2016"
    " (depositary).\n"
)


def kept(*words: str) -> str:
    out = io.StringIO()
    call_command("kept", *words, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_promises_that_the_register_shows_as_kept_are_named_and_closed() -> None:
    number = an_action_point(
        text="deposit its instrument of accession", owners=(Actor("CUB", "Cuba"),), due="", due_text=""
    )
    assert kept() == "The register shows no open promise as kept.\n"
    action = TreatyAction(
        convention="CCM", iso3="CUB", kind="accession", on="2016-04-30", source="depositary", certainty="certain"
    )
    record_treaty_action(action=action, day=date(2026, 1, 1), at=AT)
    assert kept() == SHOWN
    assert action_point(number=number, day=date(2026, 1, 1)).state == "open"
    assert kept("--close") == SHOWN
    assert action_point(number=number, day=date(2026, 1, 1)).state == "done"
    assert kept("--close") == "The register shows no open promise as kept.\n"
