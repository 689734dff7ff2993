"""Bodies and their legs, the seats in them, and who sits where."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q

from sanam.domain.foundation.actor import Mandate, Reach
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.words import BodyKind, HoldingKind


class Body(models.Model):
    """A group that decides or cares together: its area, and the body it belongs to."""

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=16, choices=BodyKind.choices)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    area_codes = models.JSONField(default=list)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    privacy: ClassVar = dict.fromkeys(("id", "kind", "name_th", "name_en", "area_codes", "parent"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["name_th"], name="body_named_once")]


class Leg(models.Model):
    """One sector of a body, in its order; a leg that ended keeps its dates."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="legs")
    order = models.PositiveSmallIntegerField()
    name_th = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(("id", "body", "order", "name_th", "name_en", "from_on", "to_on"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["body", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "order"], condition=Q(to_on=None), name="leg_order_once"),
            models.CheckConstraint(condition=Q(order__range=(1, 6)), name="leg_order_one_to_six"),
        ]


class Organisation(models.Model):
    """A place of work or an association: its area, and its hospital code where it has one."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name_th = models.CharField(max_length=200, unique=True)
    name_en = models.CharField(max_length=200)
    area_code = models.CharField(max_length=8)
    hospital_code = models.CharField(max_length=9, blank=True)

    privacy: ClassVar = dict.fromkeys(("id", "name_th", "name_en", "area_code", "hospital_code"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hospital_code"], condition=~Q(hospital_code=""), name="hospital_code_once")
        ]


class Seat(models.Model):
    """A role in a body, bound to no person, with the mandate it carries."""

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=40)
    title_th = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    capabilities = models.JSONField(default=list)
    reach = models.CharField(max_length=10, default=Reach.NOBODY.value)
    areas = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    closed_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "body", "leg", "organisation", "role", "title_th", "title_en"),
            *("capabilities", "reach", "areas", "fields", "closed_on"),
        ),
        Privacy.OPEN,
    )

    @property
    def mandate(self) -> Mandate:
        """What this seat may do, where, and which kinds of facts it sees; no area means nothing."""
        return Mandate(
            capabilities=frozenset(self.capabilities),
            areas=tuple(self.areas),
            reach=Reach(self.reach),
            fields=frozenset(Privacy(mark) for mark in self.fields),
        )


class Member(models.Model):
    """A human who works with us. Not an account, and not a seat."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=15, blank=True)

    privacy: ClassVar = {"id": Privacy.OPEN, "name": Privacy.PERSONAL, "phone": Privacy.PERSONAL}


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


class Holding(models.Model):
    """Who sits where, from when until when; the end is the last day, empty while it lasts."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(max_length=8, choices=HoldingKind.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(("id", "seat", "member", "kind", "from_on", "to_on"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(kind="holder", to_on=None), name="one_holder_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="holding_ends_after_it_begins"
            ),
        ]
