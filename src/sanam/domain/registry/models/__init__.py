"""Tables of the registry, a module a noun."""

from sanam.domain.registry.models.comparing import Comparing
from sanam.domain.registry.models.facts import Confirmation, GroupMembership
from sanam.domain.registry.models.household import Household, HouseKey
from sanam.domain.registry.models.person import CareCircle, Identifier, Person
from sanam.domain.registry.models.residence import Residence
from sanam.domain.registry.models.sources import Batch, Change, Conflict, Duplicate, Problem, SourceRow

__all__ = [
    "Batch",
    "CareCircle",
    "Change",
    "Comparing",
    "Confirmation",
    "Conflict",
    "Duplicate",
    "GroupMembership",
    "HouseKey",
    "Household",
    "Identifier",
    "Person",
    "Problem",
    "Residence",
    "SourceRow",
]
