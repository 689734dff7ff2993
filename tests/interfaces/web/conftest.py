"""Signed-in clients of the cast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sanam.domain.teams.queries import account_of
from tests.cast import Cast

BACKEND = "django.contrib.auth.backends.ModelBackend"
Enter = Callable[[str], Client]


@pytest.fixture
def enter(field: Cast) -> Enter:
    """A client signed in as one of the cast; "nobody" is not signed in."""

    def signed_in(name: str) -> Client:
        client = Client()
        if name != "nobody":
            account = account_of(name)
            assert account is not None
            client.force_login(account, backend=BACKEND)
        return client

    return signed_in
