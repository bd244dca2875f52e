from __future__ import annotations

import pytest
from tests.factories.rows import new_user

from corcom.access.models import User


@pytest.fixture
def officer() -> User:
    return new_user()
