"""Addresses that messages do not reach, as the reports of servers that came in say."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.answers import a_report
from tests.factories.messages import prepared
from tests.factories.rows import AT

from corcom.directory.actions import record_contact
from corcom.directory.domain.letter_addresses import LetterAddress
from corcom.directory.domain.people import ContactPoint
from corcom.outbox.actions import receive_message
from corcom.outbox.queries import (
    addresses_failing,
    addresses_left_out,
    dead_addresses,
    reachable_addresses,
    reachable_by_purpose,
)

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


def test_letters_go_to_the_addresses_of_the_directory_that_do_not_fail(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for contact in (
        ContactPoint(value="Old@zambia.example", purpose="letters"),
        ContactPoint(value="all@zambia.example"),
    ):
        record_contact(contact=contact, delegation="ZMB", at=AT)
    row = prepared(recipient="Old@zambia.example")
    receive_message(content=a_report(row.message_id), name="b.eml", largest=1_000_000, at=AT)
    asked: dict[str, Any] = {"delegations": ["ZMB", "NOR"], "convention": "CCM", "day": AT.date()}
    found = {"ZMB": [LetterAddress(address="all@zambia.example")], "NOR": []}
    with django_assert_num_queries(5):
        assert reachable_addresses(purpose="letters", **asked) == found
    with django_assert_num_queries(7):
        several = reachable_by_purpose(purposes=["letters", "invitations"], **asked)
    assert several == {"letters": found, "invitations": found}
    assert addresses_left_out(purpose="letters", **asked) == {"ZMB": ["Old@zambia.example"]}
