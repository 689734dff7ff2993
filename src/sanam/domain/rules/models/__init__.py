"""Rules with their versions, proposals with their rounds, and the words people give on clauses."""

from sanam.domain.rules.models.practising import Appeal, Commitment, Practice, ResponseStep
from sanam.domain.rules.models.proposals import Amendment, DraftClause, Proposal
from sanam.domain.rules.models.rounds import Decision, Objection, Response, Round
from sanam.domain.rules.models.versions import Clause, Rule, RuleVersion, VersionEvent

__all__ = [
    "Amendment",
    "Appeal",
    "Clause",
    "Commitment",
    "Decision",
    "DraftClause",
    "Objection",
    "Practice",
    "Proposal",
    "Response",
    "ResponseStep",
    "Round",
    "Rule",
    "RuleVersion",
    "VersionEvent",
]
