"""Ways to sign in: accounts, second factors, and where an account is signed in now."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.models.members import Member


class Account(AbstractBaseUser):
    """A way to sign in, and how its owner likes the pages."""

    username = models.CharField(max_length=60, unique=True)
    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, blank=True)
    theme = models.CharField(max_length=5, blank=True)
    second_factor_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "username"
    objects = BaseUserManager["Account"]()

    privacy: ClassVar = {
        "id": Privacy.OPEN,
        "username": Privacy.PERSONAL,
        "password": Privacy.SECRET,
        "last_login": Privacy.PERSONAL,
        "member": Privacy.OPEN,
        "is_active": Privacy.OPEN,
        "language": Privacy.OPEN,
        "theme": Privacy.OPEN,
        "second_factor_at": Privacy.OPEN,
    }


class SecondFactor(models.Model):
    """The secret shared with a member's phone, sealed; asked for since `Account.second_factor_at`.

    `last_step` is the last thirty seconds whose code was used; `tries` counts since the last right code.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="second_factor")
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "account", "last_step", "tries", "tried_at"), Privacy.OPEN),
        "sealed": Privacy.SECRET,
    }


class RecoveryCode(models.Model):
    """A code for a day without the phone, as a keyed hash by the key named in `made_with`; good for once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    lookup = models.CharField(max_length=64)
    made_with = models.CharField(max_length=8)
    used_at = models.DateTimeField(null=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "account", "made_with", "used_at"), Privacy.OPEN),
        "lookup": Privacy.SECRET,
    }


class SignedIn(AbstractBaseSession):
    """A session: whose, on what device, since when. `ref` is how a page speaks of it; the key stays in the cookie.

    A session that gets a new key is for a moment two rows with one `ref`.
    """

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="devices")
    ref = models.UUIDField(db_index=True, default=new_id)
    device = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()

    in_backups: ClassVar = False
    privacy: ClassVar = {
        **dict.fromkeys(("session_key", "session_data"), Privacy.SECRET),
        **dict.fromkeys(("expire_date", "account", "ref"), Privacy.OPEN),
        **dict.fromkeys(("device", "since", "seen_at"), Privacy.PERSONAL),
    }
