"""Tables of the registry, a module a noun."""

from sanam.domain.registry.models.facts import Confirmation, GroupMembership
from sanam.domain.registry.models.footprints import Footprint
from sanam.domain.registry.models.household import Household, HouseKey
from sanam.domain.registry.models.person import CareCircle, Identifier, Person
from sanam.domain.registry.models.residence import Residence
from sanam.domain.registry.models.rights import Coverage, Illness
from sanam.domain.registry.models.sources import Batch, Change, Conflict, Duplicate, Problem, SourceRow
from sanam.domain.registry.models.village import VillageFact

__all__ = [
    "Batch",
    "CareCircle",
    "Change",
    "Confirmation",
    "Conflict",
    "Coverage",
    "Duplicate",
    "Footprint",
    "GroupMembership",
    "HouseKey",
    "Household",
    "Identifier",
    "Illness",
    "Person",
    "Problem",
    "Residence",
    "SourceRow",
    "VillageFact",
]
