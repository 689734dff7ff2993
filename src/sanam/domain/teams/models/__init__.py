"""The tables of teams, by noun: bodies, members, accounts, seats, hand-overs."""

from sanam.domain.teams.models.accounts import Account, RecoveryCode, SecondFactor, SignedIn
from sanam.domain.teams.models.bodies import Body, Leg, Organisation
from sanam.domain.teams.models.handovers import HandOver, Talked
from sanam.domain.teams.models.members import Member
from sanam.domain.teams.models.seats import Holding, Seat

__all__ = [
    "Account",
    "Body",
    "HandOver",
    "Holding",
    "Leg",
    "Member",
    "Organisation",
    "RecoveryCode",
    "Seat",
    "SecondFactor",
    "SignedIn",
    "Talked",
]
