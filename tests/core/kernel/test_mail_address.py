from __future__ import annotations

import string

import pytest
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.mail_address import in_ascii, is_mail_address

WORDS = st.text(string.ascii_letters + "09.-_+é外ß", min_size=1, max_size=12)


@pytest.mark.parametrize(
    "text", ["mission@zmb.example", "a.b+c@x-y.example.org", "o'neil@irl.example", "isu@bücher.example", "a@外交.中国"]
)
def test_what_is_an_address(text: str) -> None:
    assert is_mail_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "@", "a", "a@b", "é@a.example", ".a@a.example", "a.@a.example", "a..b@a.example", "a@a..example"),
        *("a@-a.example", "a@a.example-", "a@[192.0.2.1]", "a b@a.example", "a@a.example\n", "A <a@a.example>"),
        *("x" * 320 + "@a.example", "a@" + "x" * 64 + ".example", "a@a.123"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_mail_address(text)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3).map(".".join))
def test_the_outbox_takes_whatever_is_an_address(local: str, domain: str) -> None:
    address = f"{local}@{domain}"
    if is_mail_address(address):
        validate_email(in_ascii(address))
