"""Between the password and the code: who has shown the first, for five minutes, in this session alone."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.teams.models import Account

_KEY = "half_way"
LASTS = 5 * 60
"""Seconds."""


def begin(request: Request, account: Account, back: str) -> None:
    """The password was right. Nobody is signed in by that; the session gets another key, as at every door."""
    told = {"account": account.pk, "hash": account.get_session_auth_hash(), "at": clock.now().timestamp(), "next": back}
    request.session[_KEY] = told
    request.session.cycle_key()


def account(request: Request) -> Account | None:
    """Whose password it was; None after five minutes, and once the password was changed or the account closed."""
    told = request.session.get(_KEY) or {}
    if not 0 <= clock.now().timestamp() - told.get("at", 0) < LASTS:
        return None
    found = teams.account(told["account"])
    if found is None or not found.is_active or not found.second_factor_at:
        return None
    return found if hmac.compare_digest(found.get_session_auth_hash(), told["hash"]) else None


def end(request: Request) -> str:
    """Through the door, or away from it; gives the page that was asked for."""
    return str((request.session.pop(_KEY, None) or {}).get("next", ""))
