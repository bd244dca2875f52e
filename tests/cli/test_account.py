from __future__ import annotations

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from corcom.access.models import User

WORDS, OTHER_WORDS = "seven quiet rivers", "eight quiet rivers"
pytestmark = pytest.mark.django_db


def run(*words: str, typed: str | None = None, monkeypatch: pytest.MonkeyPatch) -> str:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed or ""))
    call_command("account", *words, *(["--password-stdin"] if typed is not None else []), stdout=out)
    return out.getvalue()


def test_an_account_is_opened_with_the_password_that_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("anna", "--role", "secretariat", typed=f"{WORDS}\n", monkeypatch=monkeypatch)
    assert said == "Opened the account anna (secretariat).\n"
    assert authenticate(username="anna", password=WORDS) == User.objects.get(username="anna")


def test_where_nobody_types_one_a_password_is_made_up_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("carl", monkeypatch=monkeypatch).splitlines()
    assert said[0] == "Opened the account carl (reader)."
    assert authenticate(username="carl", password=said[1].removeprefix("Its password is ")) is not None


def test_an_account_that_is_there_gets_the_role_and_keeps_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    run("anna", typed=WORDS, monkeypatch=monkeypatch)
    said = run("anna", "--role", "secretariat", monkeypatch=monkeypatch)
    assert said == "The account anna was there already; changed its role (secretariat).\n"
    assert User.objects.get(username="anna").role == "secretariat"
    assert authenticate(username="anna", password=WORDS) is not None


def test_a_new_password_leaves_the_role(monkeypatch: pytest.MonkeyPatch) -> None:
    run("anna", "--role", "secretariat", typed=WORDS, monkeypatch=monkeypatch)
    said = run("anna", typed=OTHER_WORDS, monkeypatch=monkeypatch)
    assert said == "The account anna was there already; changed its password.\n"
    assert authenticate(username="anna", password=OTHER_WORDS) is not None
    assert User.objects.get(username="anna").role == "secretariat"
    assert run("anna", monkeypatch=monkeypatch) == "The account anna was there already; nothing changed.\n"


def test_name_and_address_of_an_account_that_is_there_are_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    run("anna", "--full-name", "Anna", typed=WORDS, monkeypatch=monkeypatch)
    said = run("anna", "--full-name", "Anna Lindqvist", "--email", "anna@example.org", monkeypatch=monkeypatch)
    assert said == "The account anna was there already; changed its full name, e-mail address.\n"
    kept = User.objects.get(username="anna")
    assert (kept.name, kept.email, kept.role) == ("Anna Lindqvist", "anna@example.org", "reader")


def test_a_poor_password_is_refused_with_status_2(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="too short") as refused:
        run("anna", typed="x", monkeypatch=monkeypatch)
    assert refused.value.returncode == 2
    assert User.objects.count() == 0


def test_a_name_with_other_capitals_means_the_account_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    run("bob", typed=WORDS, monkeypatch=monkeypatch)
    said = run("BOB", "--role", "secretariat", monkeypatch=monkeypatch)
    assert said == "The account bob was there already; changed its role (secretariat).\n"
    assert [(row.username, row.role) for row in User.objects.all()] == [("bob", "secretariat")]
