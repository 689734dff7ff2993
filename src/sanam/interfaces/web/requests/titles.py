"""Seats by the name they have today, in the reader's language; the one written down then where a seat is gone."""

from __future__ import annotations

from collections.abc import Iterable

from sanam.domain.teams import queries as teams
from sanam.interfaces.web.shell.language import reader


def titles(written: Iterable[tuple[str, str]]) -> dict[str, str]:
    """{seat: its title} of (seat, label written down then)."""
    labels = dict(written)
    found = teams.seat_titles(labels)
    at = 1 if reader() == "en" else 0
    return {ref: found[ref][at] if ref in found else label for ref, label in labels.items()}
