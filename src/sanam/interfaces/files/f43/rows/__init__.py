"""From a line of text to a row with types: one module for each file that is read.

Every reader gives the row, or None when the line cannot be anybody's, and what was odd about it.
`READERS` finds the reader of a file by its name.
"""

from sanam.interfaces.files.f43.rows.address import AddressRow, read_address
from sanam.interfaces.files.f43.rows.card import CardRow, read_card
from sanam.interfaces.files.f43.rows.chronic import ChronicRow, read_chronic
from sanam.interfaces.files.f43.rows.death import DeathRow, read_death
from sanam.interfaces.files.f43.rows.disability import DisabilityRow, read_disability
from sanam.interfaces.files.f43.rows.home import HomeRow, read_home
from sanam.interfaces.files.f43.rows.person import PersonRow, read_person
from sanam.interfaces.files.f43.rows.village import VillageRow, read_village

READERS = {
    "PERSON": read_person,
    "HOME": read_home,
    "ADDRESS": read_address,
    "DISABILITY": read_disability,
    "DEATH": read_death,
    "CARD": read_card,
    "CHRONIC": read_chronic,
    "VILLAGE": read_village,
}

__all__ = [
    "READERS",
    "AddressRow",
    "CardRow",
    "ChronicRow",
    "DeathRow",
    "DisabilityRow",
    "HomeRow",
    "PersonRow",
    "VillageRow",
    "read_address",
    "read_card",
    "read_chronic",
    "read_death",
    "read_disability",
    "read_home",
    "read_person",
    "read_village",
]
