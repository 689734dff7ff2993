"""Reads: find people, one person's card, what waits. The actor comes first, always."""

from sanam.domain.registry.access import opening as because
from sanam.domain.registry.queries.batches import batch, batches, left_waiting, on_their_way, problems, sender_of
from sanam.domain.registry.queries.cards import Card, card, ids_of, person, refs_of
from sanam.domain.registry.queries.circles import Circle, InCircle, circle, may_join, place
from sanam.domain.registry.queries.consents import (
    Answers,
    Held,
    answers,
    consent,
    may_receive,
    processing,
    received,
)
from sanam.domain.registry.queries.emergencies import emergency, to_review
from sanam.domain.registry.queries.finding import (
    PAGE,
    Filters,
    People,
    count,
    find,
    households,
    placeless,
    similar,
    to_ask_again,
)
from sanam.domain.registry.queries.histories import (
    Doubt,
    History,
    Told,
    conflict,
    duplicate,
    history,
    may_be_elsewhere,
    membership,
    open_duplicates,
)
from sanam.domain.registry.queries.joined import merge, merges, merges_of, since
from sanam.domain.registry.queries.looks import Look, Looks, looks
from sanam.domain.registry.queries.rows import Row, rows

__all__ = [
    "PAGE",
    "Answers",
    "Card",
    "Circle",
    "Doubt",
    "Filters",
    "Held",
    "History",
    "InCircle",
    "Look",
    "Looks",
    "People",
    "Row",
    "Told",
    "answers",
    "batch",
    "batches",
    "because",
    "card",
    "circle",
    "conflict",
    "consent",
    "count",
    "duplicate",
    "emergency",
    "find",
    "history",
    "households",
    "ids_of",
    "left_waiting",
    "looks",
    "may_be_elsewhere",
    "may_join",
    "may_receive",
    "membership",
    "merge",
    "merges",
    "merges_of",
    "on_their_way",
    "open_duplicates",
    "person",
    "place",
    "placeless",
    "problems",
    "processing",
    "received",
    "refs_of",
    "rows",
    "sender_of",
    "similar",
    "since",
    "to_ask_again",
    "to_review",
]
