from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.accounts import account

from corcom.access import actions
from corcom.access.models import User
from corcom.access.queries import GivenLink, LinkRefused, circles_of, link_of, links_for

AT = datetime(2016, 5, 2, 9, 0, tzinfo=UTC)
END = AT + timedelta(days=10)


@pytest.fixture
def anna(db: None) -> User:
    return account("secretariat")


def given(by: User, *, once: bool = False, purpose: str = "invitation") -> GivenLink:
    return actions.give_link(purpose=purpose, subject="meeting:12", party="FRA", ends_at=END, by=by, at=AT, once=once)


def why(token: str, at: datetime = AT, purpose: str = "invitation") -> tuple[str, datetime | None]:
    with pytest.raises(LinkRefused) as refused:
        link_of(token=token, purpose=purpose, at=at)
    return refused.value.why, refused.value.ended_at


def test_a_link_opens_what_it_was_given_for_until_it_ends(anna: User) -> None:
    link = given(anna)
    assert link_of(token=link.token, purpose="invitation", at=END - timedelta(seconds=1)) == link
    assert why(link.token, at=END) == ("expired", END)


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: "x" + t, lambda _: "", lambda t: t.partition(":")[0]])
def test_a_link_that_was_changed_opens_nothing(anna: User, spoil: object) -> None:
    assert callable(spoil)
    assert why(spoil(given(anna).token)) == ("tampered", None)


def test_a_link_opens_no_page_of_another_purpose(anna: User) -> None:
    assert why(given(anna).token, purpose="poll") == ("tampered", None)


def test_a_withdrawn_link_opens_nothing_and_is_withdrawn_once(anna: User) -> None:
    link = given(anna)
    actions.withdraw_link(number=link.number, by=anna, at=AT)
    assert why(link.token) == ("withdrawn", AT)
    with pytest.raises(actions.NoSuchLink):
        actions.withdraw_link(number=link.number, by=anna, at=AT)


def test_a_link_for_once_is_used_once(anna: User) -> None:
    link = given(anna, once=True)
    actions.use_link(number=link.number, at=AT)
    assert why(link.token, at=AT + timedelta(hours=1)) == ("used", AT)
    with pytest.raises(actions.LinkAlreadyUsed):
        actions.use_link(number=link.number, at=AT)


def test_another_link_keeps_when_it_was_used_first(anna: User) -> None:
    link = given(anna)
    actions.use_link(number=link.number, at=AT)
    actions.use_link(number=link.number, at=AT + timedelta(days=1))
    assert link_of(token=link.token, purpose="invitation", at=AT + timedelta(days=2)) == replace(link, used_at=AT)


def test_links_to_one_thing_in_order(anna: User) -> None:
    first, second = given(anna), given(anna)
    given(anna, purpose="poll")
    assert links_for(purpose="invitation", subject="meeting:12") == [first, second]


def test_a_link_that_would_never_open_is_not_given(anna: User) -> None:
    with pytest.raises(actions.LinkNeedsAnEnd):
        actions.give_link(purpose="poll", subject="poll:1", party="FRA", ends_at=AT, by=anna, at=AT)


def test_no_such_link_is_used(db: None) -> None:
    with pytest.raises(actions.NoSuchLink):
        actions.use_link(number=404, at=AT)


def test_whoever_is_not_signed_in_reads_what_is_public(anna: User) -> None:
    assert circles_of(account=None, convention="CCM", day=AT.date()) == {"public"}
    assert circles_of(account=anna, convention="CCM", day=AT.date()) == {
        "public",
        "states_parties",
        "committee",
        "secretariat",
    }
