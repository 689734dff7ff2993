"""Tables of the registry, a module a noun."""

from sanam.domain.registry.models.around import Contact, Relationship
from sanam.domain.registry.models.assistance import Assistance
from sanam.domain.registry.models.circle import CareCircle
from sanam.domain.registry.models.comparing import Comparing
from sanam.domain.registry.models.consent import Consent, Emergency, Recipient
from sanam.domain.registry.models.facts import Confirmation, GroupMembership
from sanam.domain.registry.models.footprints import Footprint
from sanam.domain.registry.models.household import Household, HouseKey
from sanam.domain.registry.models.merge import Alias, Merge
from sanam.domain.registry.models.person import Identifier, Person
from sanam.domain.registry.models.residence import Residence
from sanam.domain.registry.models.restriction import Restriction
from sanam.domain.registry.models.rights import ErasedMark, LegalHold, SubjectRequest, Tombstone
from sanam.domain.registry.models.sources import Batch, Change, Conflict, Duplicate, Problem, SourceRow
from sanam.domain.registry.models.treatment import Coverage, Illness
from sanam.domain.registry.models.village import VillageFact

__all__ = [
    "Alias",
    "Assistance",
    "Batch",
    "CareCircle",
    "Change",
    "Comparing",
    "Confirmation",
    "Conflict",
    "Consent",
    "Contact",
    "Coverage",
    "Duplicate",
    "Emergency",
    "ErasedMark",
    "Footprint",
    "GroupMembership",
    "HouseKey",
    "Household",
    "Identifier",
    "Illness",
    "LegalHold",
    "Merge",
    "Person",
    "Problem",
    "Recipient",
    "Relationship",
    "Residence",
    "Restriction",
    "SourceRow",
    "SubjectRequest",
    "Tombstone",
    "VillageFact",
]
