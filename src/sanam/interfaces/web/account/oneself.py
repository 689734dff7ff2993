"""Whoever is signed in, acting on their own account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from sanam.domain.foundation.actor import NO_ONE, Actor
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.teams.models import Account


def own_account(request: Request) -> Account:
    """The account signed in; these pages are behind a sign-in, so there is one."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


def oneself(request: Request) -> Actor:
    """A member acting on their own account, whether or not they hold a seat today."""
    return request.actor if request.place else member_of(own_account(request))


def member_of(account: Account) -> Actor:
    """The member behind an account, acting from no seat: at the door, or holding none today."""
    return replace(NO_ONE, member=str(account.member_id), via="web")
