"""How long what is kept, how much is past its time, and when that was last put in order; for the operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sanam.domain.journal import queries as written
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.rights import retention


@dataclass(frozen=True, slots=True)
class Keeping:
    """A class of data, the years it is kept (None: until somebody decides), and rows past their time."""

    kind: retention.Class
    years: int | None
    past: int


def keeping() -> list[Keeping]:
    """Every class of the catalogue as it stands today; counts only, and nothing is thrown away."""
    dials = parameters.values()
    return [
        Keeping(one, int(dials[one.dial].value) if one.dial else None, rows.count() if rows is not None else 0)
        for one in retention.CATALOGUE
        for rows in [retention.past(one)]
    ]


def last_put_in_order() -> datetime | None:
    """When retention was last carried out whole."""
    newest = written.about("retention:all", limit=1).first()
    return newest.at if newest else None
