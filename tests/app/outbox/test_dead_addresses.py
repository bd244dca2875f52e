"""Addresses that messages do not reach, as the reports of servers that came in say."""

from __future__ import annotations

import pytest
from tests.factories.answers import a_report
from tests.factories.messages import prepared
from tests.factories.rows import AT

from corcom.outbox.actions import receive_message
from corcom.outbox.queries import addresses_failing, dead_addresses

pytestmark = pytest.mark.django_db


def test_a_report_makes_the_address_of_its_message_dead_and_one_of_nothing_makes_none() -> None:
    row = prepared(recipient="Old@zambia.example")
    receive_message(content=a_report(row.message_id), name="b.eml", largest=1_000_000, at=AT)
    strange = a_report("<stranger@elsewhere.example>", message_id="<report-2@mx.zambia.example>")
    receive_message(content=strange, name="c.eml", largest=1_000_000, at=AT)
    assert dead_addresses() == {"old@zambia.example"}
    assert [(one.address, one.times, one.messages) for one in addresses_failing()] == [
        ("old@zambia.example", 1, (row.pk,))
    ]
