"""The words of the registry, with their Thai and English names; a module a theme."""

from sanam.domain.foundation.word import (
    Word,
)
from sanam.domain.registry.words.agreeing import (
    ADULT_FROM,
    ConsentEnd,
    ConsentHow,
    GuardianAs,
    Verdict,
)
from sanam.domain.registry.words.facts import (
    ALWAYS_DUE,
    FIELD_NAMES,
    MARKED,
    FactGroup,
    How,
    State,
)
from sanam.domain.registry.words.files import (
    BATCH_MOVES,
    MISTAKEN,
    BatchState,
    DuplicateBasis,
)
from sanam.domain.registry.words.groups import (
    DEPENDENCES,
    DISABILITIES,
    ELDER_FROM,
    HARDSHIPS,
    KINDS,
    Basis,
    Group,
)
from sanam.domain.registry.words.helping import (
    Help,
    Stands,
)
from sanam.domain.registry.words.people import (
    ENTERED_BY,
    NO_NAME,
    Channel,
    Event,
    IdentifierKind,
    Kin,
    Life,
    Nearness,
    NoNumber,
    Residency,
    Sex,
    Sure,
)
from sanam.domain.registry.words.treatment import (
    ILLNESS_STATES,
    ILLNESSES,
    SCHEMES,
)

__all__ = [
    "ADULT_FROM",
    "ALWAYS_DUE",
    "BATCH_MOVES",
    "DEPENDENCES",
    "DISABILITIES",
    "ELDER_FROM",
    "ENTERED_BY",
    "FIELD_NAMES",
    "HARDSHIPS",
    "ILLNESSES",
    "ILLNESS_STATES",
    "KINDS",
    "MARKED",
    "MISTAKEN",
    "NO_NAME",
    "SCHEMES",
    "Basis",
    "BatchState",
    "Channel",
    "ConsentEnd",
    "ConsentHow",
    "DuplicateBasis",
    "Event",
    "FactGroup",
    "Group",
    "GuardianAs",
    "Help",
    "How",
    "IdentifierKind",
    "Kin",
    "Life",
    "Nearness",
    "NoNumber",
    "Residency",
    "Sex",
    "Stands",
    "State",
    "Sure",
    "Verdict",
    "Word",
]
