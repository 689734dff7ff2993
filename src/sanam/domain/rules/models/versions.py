"""A rule, its versions and their clauses. What was agreed is written once and never changed: the database refuses."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.rules.models.proposals import Proposal
from sanam.domain.teams.models import Body, Leg


class Rule(models.Model):
    """What a body agreed on, by its number in that body; the text is its versions'."""

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="rules")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("id", "body", "number", "title", "created_at"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["body", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "number"], name="rule_numbered_once")]

    @property
    def ref(self) -> str:
        return f"rule:{self.id}"


class RuleVersion(models.Model):
    """A version as it was agreed (append-only). `digest` covers all of it with its clauses; the journal holds it too.

    `binds` are the ids of the legs that were filled and are bound; `missing` of those whose voice was missing, and
    `provisional_until` the day until which it then stands.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="version")
    why = models.TextField()
    method = models.CharField(max_length=12)
    binds = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    provisional_until = models.DateField(null=True)
    in_force_from = models.DateField()
    review_on = models.DateField()
    digest = models.CharField(max_length=64)
    adopted_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "rule", "number", "proposal", "why", "method", "binds", "missing", "provisional_until"),
            *("in_force_from", "review_on", "digest", "adopted_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["rule", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["rule", "number"], name="version_numbered_once")]

    @property
    def ref(self) -> str:
        return f"rule_version:{self.id}"


class Clause(models.Model):
    """One clause of a version (append-only); `values` are the dials it turns: {name: value}."""

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="clauses")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    values = models.JSONField(default=dict)

    privacy: ClassVar = dict.fromkeys(("id", "version", "number", "text", "values"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "number"], name="clause_numbered_once")]


class VersionEvent(models.Model):
    """What happened to a version afterwards (append-only): the new day of a renewal, the leg that asked."""

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=10)
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(null=True)
    because = models.TextField(blank=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "version", "what", "leg", "review_on", "because", "by_ref", "at"), Privacy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "leg"], condition=models.Q(what="reopened"), name="a_leg_reopens_once"
            )
        ]
