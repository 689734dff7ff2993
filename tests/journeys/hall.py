"""The rest of a hall: two more phones in every leg of a room, which all like its first card and no other.

`python -m tests.journeys.hall CODE`, in the district's own installation.
"""

from __future__ import annotations

import sys

import django

django.setup()

from sanam.domain.dialogue import queries  # noqa: E402
from sanam.domain.dialogue.operations import tickets  # noqa: E402
from sanam.domain.dialogue.words import Answer  # noqa: E402
from sanam.domain.teams import queries as teams  # noqa: E402
from tests.domain.dialogue.roomful import answer  # noqa: E402


def fill(code: str) -> None:
    """Each comes by the open door, as a phone does."""
    door = queries.door(code)
    cards = queries.cards(door.exchange)
    for leg in teams.legs(door.exchange.body):
        for at in range(2):
            mark = f"{leg.pk}-{at}"
            ticket = tickets.take(by=queries.of_door(door), door=door, leg=leg, device=mark)
            for card in cards:
                answer(ticket, card, Answer.AGREE if card.number == 1 else Answer.DISAGREE)


if __name__ == "__main__":
    fill(sys.argv[1])
