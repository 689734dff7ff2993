"""Tables of the registry, a module a noun."""

from sanam.domain.registry.models.facts import Confirmation, GroupMembership
from sanam.domain.registry.models.household import Household, HouseKey
from sanam.domain.registry.models.person import CareCircle, Identifier, Person
from sanam.domain.registry.models.residence import Residence
from sanam.domain.registry.models.rights import ErasedMark, LegalHold, SubjectRequest, Tombstone
from sanam.domain.registry.models.sources import Batch, Change, Conflict, Duplicate, Problem, SourceRow

__all__ = [
    "Batch",
    "CareCircle",
    "Change",
    "Confirmation",
    "Conflict",
    "Duplicate",
    "ErasedMark",
    "GroupMembership",
    "HouseKey",
    "Household",
    "Identifier",
    "LegalHold",
    "Person",
    "Problem",
    "Residence",
    "SourceRow",
    "SubjectRequest",
    "Tombstone",
]
