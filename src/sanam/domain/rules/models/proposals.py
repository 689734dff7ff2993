"""A proposal: the draft text, how it is to be decided, and the changes people ask for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.dialogue.models import CommonGoal
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.rules.words import AmendmentState, Method, ProposalStage
from sanam.domain.teams.models import Body, Seat


class Proposal(models.Model):
    """A rule proposed to a body, or a change to one: `rule_ref` names the rule, `base_ref` its version.

    Both are plain ids, because versions point back here. `goal` is the common goal it came from. One that `retires`
    asks whether the rule should end; its version says so, and steers nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    rule_ref = models.UUIDField(null=True)
    base_ref = models.UUIDField(null=True)
    retires = models.BooleanField(default=False)
    goal = models.ForeignKey(CommonGoal, null=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    why = models.TextField()
    method = models.CharField(max_length=12, default=Method.CONSENT.value)
    stage = models.CharField(max_length=12, default=ProposalStage.DRAFT.value)
    draft = models.PositiveIntegerField(default=1)
    in_force_from = models.DateField(null=True)
    review_on = models.DateField(null=True)
    author = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    by_ref = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "body", "rule_ref", "base_ref", "retires", "goal", "title", "why", "method", "stage", "draft"),
            *("in_force_from", "review_on", "author", "by_ref", "created_at", "ended_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]

    @property
    def ref(self) -> str:
        return f"proposal:{self.id}"

    @property
    def said(self) -> ProposalStage:
        return ProposalStage(self.stage)


class DraftClause(models.Model):
    """A clause of the draft as it stands now; each change of the text goes up one `draft` of the proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="clauses")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    values = models.JSONField(default=dict)

    privacy: ClassVar = dict.fromkeys(("id", "proposal", "number", "text", "values"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["proposal", "number"], name="draft_clause_once")]


class Amendment(models.Model):
    """A change somebody asks for: `number` is the clause it changes, one past the last for a new clause.

    `before` is what that clause said when the change was asked for, `before_values` the dials it turned; an empty
    `text` takes the clause out, and `values` of None leave its dials as they are.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    before = models.TextField(blank=True)
    before_values = models.JSONField(null=True)
    text = models.TextField(blank=True)
    values = models.JSONField(null=True)
    reason = models.TextField()
    state = models.CharField(max_length=10, default=AmendmentState.OPEN.value)
    because = models.TextField(blank=True)
    seat = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "proposal", "number", "before", "before_values", "text", "values", "reason", "state", "because"),
            *("seat", "by_ref", "at", "decided_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]
