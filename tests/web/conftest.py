from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from tests.accounts import account


@pytest.fixture(autouse=True)
def _no_memory(db: None) -> None:
    """Forget who tried to sign in how often."""
    cache.clear()


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in."""
    return Client()


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.force_login(account("reader", "rosa"))
    return client


@pytest.fixture
def secretariat() -> Client:
    client = Client()
    client.force_login(account("secretariat", "anna"))
    return client
