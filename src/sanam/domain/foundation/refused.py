"""Refused: how any room says no.

A refusal is an answer, not a crash: nothing was changed, and one plain sentence tells the person what
would help. Each interface (web, phone, API, files, command line) turns it into its own form once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

Language = Literal["th", "en"]


class Refused(Exception):
    """A deed that was not done, and why.

    `code` is for programs and stays the same for ever ("person.not_in_scope"); `th` and `en` are one
    sentence each, for people. `status` is the HTTP status an interface over HTTP answers with.
    `details` holds what a form or an API client needs beside the sentence; never a person's data.
    """

    default_status: ClassVar[int] = 409

    def __init__(
        self,
        code: str,
        th: str,
        en: str,
        *,
        status: int | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code, th, en)
        self.code = code
        self.th = th
        self.en = en
        self.status = self.default_status if status is None else status
        self.details: dict[str, Any] = dict(details or {})

    def __str__(self) -> str:
        return f"{self.th} / {self.en}"

    def sentence(self, language: Language) -> str:
        """The sentence in the reader's language."""
        return self.en if language == "en" else self.th


class NotAllowed(Refused):
    """This actor may not do this; somebody else may."""

    default_status = 403


class NotHere(Refused):
    """There is no such thing, or this actor may not learn that there is."""

    default_status = 404


class BadInput(Refused):
    """What was written could not be read."""

    default_status = 422
