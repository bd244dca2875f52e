from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from corcom.kernel.mail_address import in_ascii
from corcom.outbox.domain.addresses import tokens_in, with_token
from corcom.outbox.domain.draft_checks import HeaderRefused, check_line
from corcom.outbox.domain.server import MailServer
from corcom.outbox.domain.standing import MAY, STATES, AttemptSeen, state_of
from corcom.outbox.domain.waits import MOST_TRIES, wait_after

AT = datetime(2016, 5, 2, 9, 30, tzinfo=UTC)


def test_an_address_with_a_token_gives_it_back() -> None:
    word = "0123456789abcdef01234567"
    assert tokens_in(with_token("isu@corcom.example", word).upper()) == [word]
    assert with_token("", word) == ""
    assert tokens_in("isu+short@corcom.example") == []


def test_a_domain_that_cannot_be_written_in_ascii_stays_as_it_is() -> None:
    long = "a@" + "x" * 70 + ".example"
    assert (in_ascii(long), in_ascii("nobody")) == (long, "nobody")


def test_waits_grow_and_end_within_a_week() -> None:
    waits = [wait_after(n) for n in range(1, MOST_TRIES)]
    known = [wait for wait in waits if wait is not None]
    assert known == sorted(known)
    assert len(known) == len(waits)
    assert sum(known, timedelta()) < timedelta(days=7)
    assert wait_after(MOST_TRIES) is None


def test_a_line_is_a_line() -> None:
    check_line("subject", "Tab-less, but with – “quotes” and عربي")
    for odd in ("\n", "\r", "\t", "\x00", "\x7f", "\x85", "\u2028", "\ud800"):
        with pytest.raises(HeaderRefused):
            check_line("subject", f"a{odd}b")


def test_every_state_but_the_passing_one_and_the_last_has_a_step_out_of_it() -> None:
    assert set(STATES) - {state for states in MAY.values() for state in states} == {"sending", "sent", "cancelled"}


def test_what_was_handed_over_is_uncertain_once_its_lease_is_over_and_the_rest_goes_on() -> None:
    held = AttemptSeen(outcome="", leased_until=AT, is_handed=True)
    begun = AttemptSeen(outcome="", leased_until=AT, is_handed=False)
    before = AT - timedelta(seconds=1)
    assert (state_of("released", held, before), state_of("released", held, AT)) == ("sending", "uncertain")
    assert (state_of("released", begun, before), state_of("released", begun, AT)) == ("sending", "released")


def test_a_password_is_not_shown() -> None:
    word = "seven quiet rivers"
    assert word not in repr(MailServer(host="mail.example", password=word))
