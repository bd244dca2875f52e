from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corcom.access.actions import (
    AccountRefused,
    AccountTaken,
    NoSuchAccount,
    NoSuchRole,
    change_account,
    open_account,
)
from corcom.access.models import User

AT = datetime(2016, 5, 2, 9, 0, tzinfo=UTC)
WORDS, OTHER_WORDS = "seven quiet rivers", "eight quiet rivers"


def test_an_account_is_opened_with_its_role_and_moment() -> None:
    opened = open_account(
        username="anna", role="secretariat", password=WORDS, at=AT, name="Anna Lindqvist", email="anna@example.org"
    )
    kept = User.objects.get(pk=opened.pk)
    assert (kept.username, kept.role, kept.name, kept.email, kept.date_joined) == (
        "anna",
        "secretariat",
        "Anna Lindqvist",
        "anna@example.org",
        AT,
    )
    assert kept.check_password(WORDS)
    assert not kept.is_staff
    assert not kept.is_superuser


def test_a_name_is_taken_once() -> None:
    open_account(username="anna", role="reader", password=WORDS, at=AT)
    with pytest.raises(AccountTaken) as refused:
        open_account(username="anna", role="secretariat", password=WORDS, at=AT)
    assert refused.value.username == "anna"
    with pytest.raises(AccountTaken) as refused:
        open_account(username="ANNA", role="secretariat", password=WORDS, at=AT)
    assert refused.value.username == "anna"
    assert list(User.objects.values_list("username", "role")) == [("anna", "reader")]


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ({"password": "short"}, 1),
        ({"password": "password"}, 1),
        ({"username": "an na"}, 1),
        ({"email": "nowhere"}, 1),
        ({"username": "an na", "email": "nowhere"}, 2),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reasons(given: dict[str, str], reasons: int) -> None:
    with pytest.raises(AccountRefused) as refused:
        open_account(**{"username": "anna", "role": "reader", "password": WORDS, "at": AT, **given})  # type: ignore[arg-type]  # one key of several
    assert len(refused.value.reasons) == reasons
    assert User.objects.count() == 0


def test_a_role_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(NoSuchRole) as refused:
        open_account(username="anna", role="king", password=WORDS, at=AT)
    assert (refused.value.role, refused.value.known) == ("king", ("secretariat", "reader", "delegate"))


def test_role_and_password_are_changed() -> None:
    open_account(username="anna", role="reader", password=WORDS, at=AT)
    change_account(at=AT, username="anna", role="secretariat", password=OTHER_WORDS)
    kept = User.objects.get(username="anna")
    assert kept.role == "secretariat"
    assert kept.check_password(OTHER_WORDS)


def test_nobody_is_changed_who_is_not_there() -> None:
    with pytest.raises(NoSuchAccount):
        change_account(at=AT, username="nobody", role="reader")


def test_what_is_not_given_stays_as_it_is() -> None:
    open_account(username="anna", role="secretariat", password=WORDS, at=AT, name="Anna", email="anna@example.org")
    change_account(at=AT, username="anna", password=OTHER_WORDS)
    change_account(at=AT, username="anna", name="Anna Lindqvist")
    change_account(at=AT, username="anna")
    kept = User.objects.get(username="anna")
    assert (kept.role, kept.name, kept.email) == ("secretariat", "Anna Lindqvist", "anna@example.org")
    assert kept.check_password(OTHER_WORDS)


@pytest.mark.parametrize("given", [{"email": "nowhere"}, {"password": "short"}])
def test_where_one_thing_is_refused_nothing_is_changed(given: dict[str, str]) -> None:
    open_account(username="anna", role="reader", password=WORDS, at=AT)
    with pytest.raises(AccountRefused):
        change_account(at=AT, username="anna", role="secretariat", name="Anna", **given)
    kept = User.objects.get(username="anna")
    assert (kept.role, kept.name, kept.email) == ("reader", "", "")
