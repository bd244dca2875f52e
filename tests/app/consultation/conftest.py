from __future__ import annotations

import pytest
from django.conf import LazySettings
from tests.factories.rows import new_user

from corcom.access.models import User


@pytest.fixture(autouse=True)
def _seal(settings: LazySettings) -> None:
    settings.SEAL_KEY = "ab" * 32


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def colleague() -> User:
    return new_user(name="Ben Okoro")
