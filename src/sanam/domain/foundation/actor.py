"""Who does a deed: an Actor, and the Mandate that says what they may do and see.

Every deed takes `by: Actor`. Somebody signed in acts from a seat; a family from a grant; a phone in a
meeting from a room ticket; a program from a token; a field phone from its device. What no person asked
for (reading files in at night, say) is done by the installation, which sees no person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sanam.domain.foundation.privacy import Privacy

_AREA = re.compile(r"(?:[0-9]{2}){1,4}")


class ActorKind(StrEnum):
    """In what capacity somebody acts."""

    SEAT = "seat"
    FAMILY = "family"
    ROOM = "room"
    TOKEN = "token"  # noqa: S105 - a kind of actor, not a secret
    DEVICE = "device"
    INSTALLATION = "installation"


class Reach(StrEnum):
    """Which people a mandate reaches: nobody, those who agreed to be shared with the seat's organisation, those
    assigned to the seat, or everyone in its areas."""

    NOBODY = "nobody"
    SHARED = "shared"
    ASSIGNED = "assigned"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Mandate:
    """What one seat, grant or token may do. Empty means nothing, never everything.

    `capabilities` are verbs of rooms ("registry.add"); `areas` are code prefixes of the Department of
    Provincial Administration: 2 digits for a province, 4 district, 6 sub-district, 8 village. `fields` are the marks
    that were given; `closed` those of them that a rule in force keeps back from this seat.
    """

    capabilities: frozenset[str] = frozenset()
    areas: tuple[str, ...] = ()
    reach: Reach = Reach.NOBODY
    fields: frozenset[Privacy] = frozenset()
    closed: frozenset[Privacy] = frozenset()

    def __post_init__(self) -> None:
        # An empty prefix would match every place in the country.
        if wrong := [area for area in self.areas if not _AREA.fullmatch(area)]:
            raise ValueError(f"areas are codes of 2, 4, 6 or 8 digits, not {wrong!r}")

    @property
    def shown(self) -> frozenset[Privacy]:
        """The marks it shows: open and those given, income with what is personal, and none that is closed."""
        given = self.fields | {Privacy.OPEN}
        return (given | {Privacy.INCOME} if Privacy.PERSONAL in given else given) - self.closed

    def covers(self, area_code: str) -> bool:
        """Whether a place lies in one of the mandate's areas."""
        return any(area_code.startswith(area) for area in self.areas)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting now. `ref` and `member` are opaque ids; `label` is for people, in Thai, `label_en` beside it.

    Whoever acts from a seat brings its `role` and the id of its `body`, as they stood when the request began.
    """

    kind: ActorKind
    ref: str
    label: str
    mandate: Mandate
    member: str = ""
    via: str = ""
    label_en: str = ""
    role: str = ""
    body: str = ""

    @property
    def in_english(self) -> str:
        """The label in English where there is one."""
        return self.label_en or self.label

    def may(self, capability: str) -> bool:
        """Whether the mandate holds this capability."""
        return capability in self.mandate.capabilities

    def sees(self, mark: Privacy) -> bool:
        """Whether the mandate shows fields of this mark. Open fields are open to everyone."""
        return mark in self.mandate.shown


INSTALLATION = Actor(
    kind=ActorKind.INSTALLATION,
    ref="installation",
    label="ระบบ",
    label_en="the system",
    mandate=Mandate(capabilities=frozenset({"files.read_in", "areas.note", "teams.set_up"})),
)

NO_ONE = Actor(kind=ActorKind.ROOM, ref="", label="ยังไม่ได้เข้าใช้", mandate=Mandate())
