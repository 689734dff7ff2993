"""A mail server that listens, and an installation that hands its letters to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sanam.config import env
from tests.smtp import Office, post_office


@pytest.fixture
def office(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with post_office() as office:
        monkeypatch.setenv("EMAIL_URL", f"smtp://127.0.0.1:{office.port}/?tls=no&from=sanam@example.go.th")
        for name, value in env.mail().items():
            setattr(settings, name, value)
        settings.SENDS_MAIL = True
        settings.SANAM_URL = "https://sanam.example.go.th"
        yield office
