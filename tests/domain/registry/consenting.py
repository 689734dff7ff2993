"""Consents as tests give them: the smallest that count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry.models import Consent, Person
from sanam.domain.registry.operations import consents
from sanam.domain.registry.operations.consents import Allowed, Answer
from tests.cast import Cast

SIGNED = Answer("signed")


def soon(days: int = 90) -> date:
    return clock.today() + timedelta(days=days)


def agree(field: Cast, person: Person, *, to: str = "association", **said: Any) -> Consent:
    """The person agrees that this member of the cast's organisation helps them; health only where said."""
    named = [field.seats[to].organisation]
    answer = said.pop("answer", SIGNED)
    by = said.pop("by", field.nurse)
    usual = {"purpose": "help", "until": soon(), "organisations": named}
    return consents.give(by=by, person=person, allowed=Allowed(**usual | said), answer=answer)
