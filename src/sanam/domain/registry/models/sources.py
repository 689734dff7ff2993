"""What came from where: batches, source rows, changes, and what files and people disagree about."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.household import Household
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.words import BatchState, DuplicateBasis


class Batch(models.Model):
    """One file on its way in: by whom, how far, and what came of it.

    `step` counts the pieces already kept, so that a reading cut short goes on where it stopped; `refusal`
    {code, th, en} says why it was turned away; `area` is the place of a list's rows that name none.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=8)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    area = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    by_member = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, default=BatchState.DONE.value)
    try_only = models.BooleanField(default=False)
    accept_duplicates = models.BooleanField(default=False)
    rows = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    step = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)
    refusal = models.JSONField(default=dict)

    privacy: ClassVar = dict.fromkeys(
        (
            *(
                "id",
                "kind",
                "file_name",
                "sha256",
                "area",
                "at",
                "by_ref",
                "by_label",
                "by_member",
                "state",
                "try_only",
            ),
            *("accept_duplicates", "rows", "rows_done", "step", "touched_at", "outcome", "refusal"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "at"], name="batches_by_state")]

    @property
    def ref(self) -> str:
        return f"batch:{self.id}"

    @property
    def said(self) -> BatchState:
        """How far it is, as a word."""
        return BatchState(self.state)

    @property
    def on_its_way(self) -> bool:
        """Whether it still waits or is being read."""
        return self.said in (BatchState.WAITING, BatchState.READING)

    @property
    def undoing(self) -> bool:
        """Whether it waits in the queue to be taken back, or just is."""
        return "undoing" in self.outcome

    @property
    def may_be_right_after_all(self) -> bool:
        """Whether it was turned away only because somebody had to say that so many duplicates are meant."""
        return self.said is BatchState.REFUSED and self.refusal.get("code") == "registry.many_duplicates"


class Problem(models.Model):
    """One line of a batch's error table; sentences never hold a person's name or number."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="problems")
    file = models.CharField(max_length=40)
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=40)
    th = models.CharField(max_length=300)
    en = models.CharField(max_length=300)

    privacy: ClassVar = dict.fromkeys(("id", "batch", "file", "line", "column", "code", "th", "en"), Privacy.OPEN)


class SourceRow(models.Model):
    """What one row of a file said, sealed whole. A row said again differently is a new row; the newest is current."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="source_rows")
    file = models.CharField(max_length=24)
    line = models.PositiveIntegerField()
    hospital = models.CharField(max_length=9)
    key = models.CharField(max_length=40)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="source_rows")
    household = models.ForeignKey(Household, null=True, on_delete=models.SET_NULL, related_name="+")
    residency = models.CharField(max_length=1, blank=True)
    stamped_at = models.CharField(max_length=14, blank=True)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
    current = models.BooleanField(default=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            (
                "id",
                "batch",
                "file",
                "line",
                "hospital",
                "person",
                "household",
                "digest",
                "current",
                "stamped_at",
            ),
            Privacy.OPEN,
        ),
        "key": Privacy.PERSONAL,
        "residency": Privacy.PERSONAL,
        "sealed": Privacy.SECRET,
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "hospital", "key"], condition=Q(current=True), name="one_current_source_row"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["file", "hospital", "key"], condition=Q(current=False), name="replaced_source_rows")
        ]


class Change(models.Model):
    """What a field was and became, who changed it and from which source. Erasable, unlike the journal."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="changes")
    field = models.CharField(max_length=20)
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    source = models.CharField(max_length=200)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.SET_NULL, related_name="+")

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "field", "at", "by_ref", "by_label", "source", "batch"), Privacy.OPEN),
        **dict.fromkeys(("old", "new"), Privacy.PERSONAL),
    }


class Conflict(models.Model):
    """A file says otherwise than what was seen in the field; the field's word stands until a human decides.

    `decision` is "kept" or "taken"; a decided one is not asked again when the file says the same again.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField(max_length=20)
    kept = models.CharField(max_length=300, blank=True)
    offered = models.CharField(max_length=300, blank=True)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    decision = models.CharField(max_length=5, blank=True)
    by_ref = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "field", "batch", "at", "decision", "by_ref"), Privacy.OPEN),
        **dict.fromkeys(("kept", "offered"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "field", "offered"], name="one_conflict_of_a_kind")
        ]


class Duplicate(models.Model):
    """Two records that may be one person. It waits for a decision with a reason and cannot be closed away.

    `score` (0 to 1) is how likely the linkage thinks it, `agreement` its reason: by field the word of
    `linkage.levels`; both empty until it has looked.
    """

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    basis = models.CharField(max_length=20)
    score = models.FloatField(null=True)
    agreement = models.JSONField(default=dict)
    decision = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by_ref = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    batch = models.ForeignKey(Batch, null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "first", "second", "basis", "score", "decision", "by_ref", "at", "batch"), Privacy.OPEN),
        **dict.fromkeys(("agreement", "reason"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first", "second"], name="one_duplicate_of_a_pair"),
            models.CheckConstraint(
                condition=Q(decision="", reason="") | (~Q(decision="") & ~Q(reason="")),
                name="a_decision_and_its_reason",
            ),
        ]

    @property
    def said(self) -> DuplicateBasis:
        """Why it is asked, as a word."""
        return DuplicateBasis(self.basis)
