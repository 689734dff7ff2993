"""The numbers of clauses: one stays with its clause for good, and is not used again."""

from __future__ import annotations

from sanam.domain.rules.models import Clause, Proposal


def last_number(proposal: Proposal) -> int:
    """The highest number a clause has, here or in the version this proposal changes."""
    based_on = Clause.objects.filter(version=proposal.base_ref).values_list("number", flat=True)
    return max([0, *proposal.clauses.values_list("number", flat=True), *based_on])


def next_number(proposal: Proposal) -> int:
    """The number a new clause gets."""
    return last_number(proposal) + 1
