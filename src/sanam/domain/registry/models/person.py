"""A person, and the sealed numbers that name them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from sanam.domain.foundation import national_id, sealing
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.models.household import Household
from sanam.domain.registry.words import NoNumber


class Person(models.Model):
    """One human being. Dates are kept at their own precision ("1942", "1942-03", "1942-03-02").

    `search_text` and `sort_key` are made from the names when they are written; `also_called` is what their aliases
    add to the search. `area_code` is where the person is found now, so that a seat's scope is one range of an index.
    A record found to be of somebody already here is merged away: `merged_into` leads to the living one, always in
    one step, and the rows that could not go with it wait here.
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
    moved_to = models.CharField(max_length=120, blank=True)
    residency = models.CharField(max_length=1, blank=True)
    household = models.ForeignKey(Household, null=True, on_delete=models.PROTECT, related_name="people")
    area_code = models.CharField(max_length=8, blank=True)
    phone = models.CharField(max_length=15, blank=True)
    marital = models.CharField(max_length=12, blank=True)
    nation = models.CharField(max_length=3, blank=True)
    religion = models.CharField(max_length=2, blank=True)
    occupation = models.CharField(max_length=4, blank=True)
    also_called = models.CharField(max_length=160, blank=True)
    search_text = models.CharField(max_length=400)
    sort_key = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged_away")
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    # what `access.shown` adds for who answers for people's rights; for anybody else there is nothing to know
    withheld_id: Any = None
    withheld_for: Any = None

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "household", "area_code", "version", "created_at", "updated_at", "merged_into", "batch"),
            Privacy.OPEN,
        ),
        **dict.fromkeys(
            (
                *("prefix", "given", "family", "nickname", "sex", "birth", "life", "life_on", "moved_to", "residency"),
                *("phone", "marital", "nation", "also_called", "search_text", "sort_key"),
            ),
            Privacy.PERSONAL,
        ),
        "occupation": Privacy.INCOME,
        "religion": Privacy.SENSITIVE,
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["sort_key", "id"], name="person_in_order"),
            models.Index(fields=["area_code", "sort_key", "id"], name="person_by_place"),
            models.Index(fields=["area_code", "created_at", "merged_into"], name="person_came"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="nobody_is_merged_into_themselves"),
        ]

    @property
    def ref(self) -> str:
        """How other rooms and the journal point at this person."""
        return f"person:{self.id}"

    def become(self, living: Person) -> None:
        """Stand for the living record from here on, as `refresh_from_db` would for the same one."""
        self.__dict__.update(living.__dict__)

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

    def made_anew(self) -> dict[str, str]:
        """Columns made from what is sealed, as the keys in use make them; for a rotation."""
        return {"lookup": lookup_of(self.number)} if self.sealed else {}

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


def lookup_of(number: str) -> str:
    """The keyed hash by which a whole number is found again; parts of a number find nothing."""
    return sealing.keyed_hash(number, "registry.identifier")


def holders_of(number: str) -> QuerySet[Identifier, Any]:
    """Ids of the living people a whole number leads to, also by a record merged away."""
    held = Identifier.objects.filter(lookup__in=lookups_of(number))
    return held.values(living=Coalesce("person__merged_into", "person"))


def lookups_of(number: str) -> list[str]:
    """The same by every key still kept, the one in use first: while keys are turned, both kinds stand."""
    return sealing.keyed_hashes(number, "registry.identifier")
