"""A reading cut into pieces, each small enough to be kept by itself while others work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TypeVar

from django.conf import settings

from sanam.domain.areas import operations as areas
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.registry.incoming import IncomingHouse, IncomingPerson, Outcome, Reading
from sanam.domain.registry.intake import addresses, deaths, groups, houses, kept_rows, rights, village
from sanam.domain.registry.intake.people import Chunk
from sanam.domain.registry.models import Batch

CHUNK: int = settings.FILE_PIECE_ROWS
T = TypeVar("T")
Within = tuple[str, ...] | None
Piece = Callable[[Outcome], object]


def pieces(by: Actor, batch: Batch, reading: Reading) -> Iterator[tuple[int, Piece]]:
    """The rows of each piece and what to do with it, always in the same order and of the same size."""
    within = _within(by, reading)
    yield 0, lambda outcome: areas.note_villages(by=by, villages=reading.villages)
    for some_houses in _chunks(reading.houses):
        yield len(some_houses), partial(_take_houses, batch=batch, rows=some_houses)
    for people in _chunks(reading.people):
        yield len(people), partial(_take_people, batch=batch, within=within, rows=people)
    for some_addresses in _chunks(reading.addresses):
        yield len(some_addresses), partial(addresses.take, batch=batch, addresses=some_addresses)
    for some_groups in _chunks(reading.groups):
        yield len(some_groups), partial(groups.take, batch=batch, groups=some_groups)
    for some_deaths in _chunks(reading.deaths):
        yield len(some_deaths), partial(deaths.take, batch=batch, rows=some_deaths)
    for some_coverages in _chunks(reading.coverages):
        yield len(some_coverages), partial(rights.take_coverages, batch=batch, rows=some_coverages)
    for some_illnesses in _chunks(reading.illnesses):
        yield len(some_illnesses), partial(rights.take_illnesses, batch=batch, rows=some_illnesses)
    for some_villages in _chunks(reading.village_facts):
        yield len(some_villages), partial(village.take, batch=batch, rows=some_villages)
    for some_others in _chunks(reading.others):
        yield len(some_others), partial(kept_rows.take, batch=batch, rows=some_others)


def _within(by: Actor, reading: Reading) -> Within:
    """The places within which a list may match people and put them; None for a hospital's export."""
    if not reading.listed:
        return None
    return ("",) if by.kind is ActorKind.INSTALLATION else by.mandate.areas


def _take_houses(outcome: Outcome, batch: Batch, rows: list[IncomingHouse]) -> None:
    outcome.count("HOME", houses.take(batch, rows))


def _take_people(outcome: Outcome, batch: Batch, within: Within, rows: list[IncomingPerson]) -> None:
    Chunk(batch, outcome, rows, within).take()


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
