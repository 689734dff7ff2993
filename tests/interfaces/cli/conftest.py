"""A terminal."""

from __future__ import annotations

import pytest

from tests.interfaces.cli.typing_it import Terminal


@pytest.fixture
def terminal(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capfdbinary, monkeypatch)
