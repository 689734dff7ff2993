"""A person, the sealed numbers that name them, and the seats close to them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation import national_id, sealing
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.models.household import Household
from sanam.domain.registry.words import NoNumber


class Person(models.Model):
    """One human being. Dates are kept at their own precision ("1942", "1942-03", "1942-03-02").

    `search_text` and `sort_key` are made from the names when they are written; `area_code` is where the person
    is found now, so that a seat's scope is one range of an index.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    prefix = models.CharField(max_length=40, blank=True)
    given = models.CharField(max_length=80)
    family = models.CharField(max_length=80, blank=True)
    nickname = models.CharField(max_length=60, blank=True)
    sex = models.CharField(max_length=6, blank=True)
    birth = models.CharField(max_length=10, blank=True)
    life = models.CharField(max_length=5, default="alive")
    life_on = models.CharField(max_length=10, blank=True)
    residency = models.CharField(max_length=1, blank=True)
    household = models.ForeignKey(Household, null=True, on_delete=models.PROTECT, related_name="people")
    area_code = models.CharField(max_length=8, blank=True)
    phone = models.CharField(max_length=15, blank=True)
    marital = models.CharField(max_length=12, blank=True)
    nation = models.CharField(max_length=3, blank=True)
    religion = models.CharField(max_length=2, blank=True)
    occupation = models.CharField(max_length=4, blank=True)
    search_text = models.CharField(max_length=400)
    sort_key = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        **dict.fromkeys(("id", "household", "area_code", "version", "created_at", "updated_at", "batch"), Privacy.OPEN),
        **dict.fromkeys(
            (
                *("prefix", "given", "family", "nickname", "sex", "birth", "life", "life_on", "residency"),
                *("phone", "marital", "nation", "occupation", "search_text", "sort_key"),
            ),
            Privacy.PERSONAL,
        ),
        "religion": Privacy.SENSITIVE,
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["sort_key", "id"], name="person_in_order"),
            models.Index(fields=["area_code", "sort_key", "id"], name="person_by_place"),
        ]

    @property
    def ref(self) -> str:
        """How other rooms and the journal point at this person."""
        return f"person:{self.id}"

    @property
    def name(self) -> str:
        """Given and family name; one name is normal."""
        return f"{self.given} {self.family}".strip()

    @property
    def full_name(self) -> str:
        """The name with its prefix attached, as Thai writes it."""
        return f"{self.prefix}{self.name}"

    @property
    def born(self) -> PartialDate | None:
        return PartialDate.from_iso(self.birth) if self.birth else None


class Identifier(models.Model):
    """A number that names a person, sealed; or the reason why there is none. Equal numbers may stand twice:
    that is a conflict for a human, not an error to refuse."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=10)
    sealed = models.BinaryField(null=True)
    lookup = models.CharField(max_length=64, blank=True)
    why_none = models.CharField(max_length=10, blank=True)

    privacy: ClassVar = {
        "id": Privacy.OPEN,
        "person": Privacy.OPEN,
        "kind": Privacy.PERSONAL,
        "sealed": Privacy.SECRET,
        "lookup": Privacy.SECRET,
        "why_none": Privacy.PERSONAL,
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["lookup"], name="identifier_lookup")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="one_identifier_of_a_kind"),
            models.CheckConstraint(
                condition=Q(sealed=None, lookup="") & ~Q(why_none="")
                | Q(sealed__isnull=False, why_none="") & ~Q(lookup=""),
                name="a_number_or_the_reason_why_not",
            ),
        ]

    @classmethod
    def of(cls, person: Person, kind: str, number: str) -> Identifier:
        """A sealed number, not yet saved."""
        return cls(person=person, kind=kind, sealed=sealing.encrypt(number.encode()), lookup=lookup_of(number))

    @property
    def number(self) -> str:
        """The number in clear; empty when there is none."""
        return sealing.decrypt(bytes(self.sealed)).decode() if self.sealed else ""

    @property
    def reason(self) -> NoNumber:
        """Why there is no number, as a word."""
        return NoNumber(self.why_none)

    @property
    def masked(self) -> str:
        return national_id.mask(self.number) if self.sealed else ""


class CareCircle(models.Model):
    """A seat close to a person, in a role, from when until when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="circle")
    seat = models.ForeignKey("teams.Seat", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(("id", "person", "seat", "role", "from_on", "to_on"), Privacy.OPEN)


def lookup_of(number: str) -> str:
    """The keyed hash by which a whole number is found again; parts of a number find nothing."""
    return sealing.keyed_hash(number, "registry.identifier")
