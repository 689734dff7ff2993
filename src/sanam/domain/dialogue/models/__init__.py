"""Rooms, and what is in one."""

from sanam.domain.dialogue.models.answers import Dots, Vote
from sanam.domain.dialogue.models.bringing import Line, Position, Statement
from sanam.domain.dialogue.models.results import CommonGoal, Result
from sanam.domain.dialogue.models.rooms import Exchange, RoomDoor, Ticket

__all__ = [
    "CommonGoal",
    "Dots",
    "Exchange",
    "Line",
    "Position",
    "Result",
    "RoomDoor",
    "Statement",
    "Ticket",
    "Vote",
]
