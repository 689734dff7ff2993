"""Reads: what was agreed, what is proposed, what was promised and how it goes."""

from sanam.domain.rules.queries.agreed import Agreed, Listed, Shelf, clause, rule, shelf, version
from sanam.domain.rules.queries.practice import Kept, Signed, kept
from sanam.domain.rules.queries.practising import (
    Waits,
    agreed_by,
    commitment,
    friends_for,
    mediators_for,
    months_to_tell,
    step,
    steps_of,
    told_of,
    waits,
)

__all__ = [
    "Agreed",
    "Kept",
    "Listed",
    "Shelf",
    "Signed",
    "Waits",
    "agreed_by",
    "clause",
    "commitment",
    "friends_for",
    "kept",
    "mediators_for",
    "months_to_tell",
    "rule",
    "shelf",
    "step",
    "steps_of",
    "told_of",
    "version",
    "waits",
]
