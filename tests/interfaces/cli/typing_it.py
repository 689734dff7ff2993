"""Typing a line as an operator would, in this process and in this test's database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from sanam.interfaces.cli.main import main


@dataclass(frozen=True)
class Typed:
    """What came back: the exit code, and both outputs."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


class Terminal:
    def __init__(self, outputs: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        self.outputs, self.monkeypatch = outputs, monkeypatch
        self.speak("en_US.UTF-8")

    def speak(self, locale: str) -> None:
        self.monkeypatch.setenv("LC_ALL", locale)

    def type(self, *words: str) -> Typed:
        self.outputs.readouterr()
        try:
            code = main(list(words))
        except SystemExit as stop:  # help
            code = int(stop.code or 0)
        out, err = self.outputs.readouterr()
        return Typed(code, out.decode(), err.decode())
