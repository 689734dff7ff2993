"""Reads: find people, one person's card, what waits. The actor comes first, always."""

from sanam.domain.registry.queries.batches import (
    any_batch,
    batch,
    batches,
    left_waiting,
    on_their_way,
    problems,
    sender_of,
)
from sanam.domain.registry.queries.cards import Card, card, person
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
from sanam.domain.registry.queries.rights import Rights, rights, villages
from sanam.domain.registry.queries.rows import Row, by_ref, rows

__all__ = [
    "PAGE",
    "Card",
    "Doubt",
    "Filters",
    "History",
    "People",
    "Rights",
    "Row",
    "Told",
    "any_batch",
    "batch",
    "batches",
    "by_ref",
    "card",
    "conflict",
    "count",
    "duplicate",
    "find",
    "history",
    "households",
    "left_waiting",
    "may_be_elsewhere",
    "membership",
    "on_their_way",
    "open_duplicates",
    "person",
    "placeless",
    "problems",
    "rights",
    "rows",
    "sender_of",
    "similar",
    "to_ask_again",
    "villages",
]
