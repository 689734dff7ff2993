"""What rooms call things: roles and what they may, groups and codes, intervals and other dials."""

from __future__ import annotations

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters.catalogue import DIALS, YES, Dial
from sanam.domain.registry import words
from sanam.domain.teams.closing import CLOSABLE, CLOSED_TO
from sanam.domain.teams.words import ROLES, Can
from sanam.interfaces.cli.reference.tables import code, table

ROLES_INTRO = """# บทบาท · Roles

ที่นั่งเริ่มจากค่าของบทบาท คณะปรับได้ ไม่มีพื้นที่คือไม่เห็นใคร · A seat starts from its role; its body may say otherwise.
No area means nobody. What reach means: [who sees whom](../explanation/who-sees-whom.md); marks: [privacy](privacy.md).
"""
FRESHNESS_INTRO = """# ข้อมูลสดและปุ่มปรับ · Freshness and dials

ค่าที่ข้อตกลงปรับได้ และปรับได้แค่ไหน · What agreed rules may turn, and how far.
Why: [how current](../explanation/how-current.md).
"""
CLOSING_INTRO = """## ปิดแก่ที่นั่งบางแบบ · Closed to some seats

1 คือไม่แสดง 0 คือตามขอบเขตของที่นั่ง · 1 closes a class of facts to seats of a role, 0 leaves it to their mandates
([why](../explanation/who-sees-whom.md)).
"""
GROUPS_INTRO = """# กลุ่มและรหัส · Groups and codes

คำที่ทะเบียนใช้ ค่าซ้ายสุดคือที่เก็บ · The words of the registry; the value on the left is what is stored.
"""
LISTS: tuple[type[words.Word], ...] = (
    *(words.Group, words.Basis, words.Sex, words.Life, words.Residency),
    *(words.IdentifierKind, words.NoNumber, words.FactGroup, words.How, words.State, words.BatchState),
)


def roles() -> str:
    """The page of roles: capabilities, reach and the marks each role sees."""
    abilities = sorted({getattr(Can, name) for name in vars(Can) if name.isupper()})
    rows = (
        (code(name), role.th, role.en, role.reach.value, ", ".join(mark for mark in Privacy if mark in role.fields))
        for name, role in ROLES.items()
    )
    may = (
        (code(ability), *("✓" if ability in role.capabilities else "" for role in ROLES.values()))
        for ability in abilities
    )
    return "\n".join(
        [
            ROLES_INTRO,
            table(("role", "ไทย", "English", "reach", "marks"), rows),
            "## ทำอะไรได้ · What each may\n",
            table(("", *(code(name) for name in ROLES)), may),
        ]
    )


def freshness() -> str:
    """The page of dials, with default and bounds."""
    header = ("dial", "ไทย", "English", "unit", "default", "lowest", "highest")
    numbers = table(header, (_dial(dial) for dial in DIALS.values() if dial.unit != YES))
    closes = ((code(f"closed.{mark}.*"), th, en, ", ".join(CLOSED_TO)) for mark, (th, en) in CLOSABLE.items())
    return "\n".join([FRESHNESS_INTRO, numbers, CLOSING_INTRO, table(("dial", "ไทย", "English", "roles"), closes)])


def groups() -> str:
    """The page of closed lists and of the kinds within groups."""
    header = ("", "ไทย", "English")
    parts = [GROUPS_INTRO]
    for words_of_it in LISTS:
        parts += [f"## {words_of_it.__name__}\n", table(header, ((code(w), w.th, w.en) for w in words_of_it))]
    for group, kinds in words.KINDS.items():
        rows = ((code(value), th, en) for value, (th, en) in kinds.items())
        parts += [f"## {group.th} · {group.en}\n", table(header, rows)]
    return "\n".join(parts)


def _dial(dial: Dial) -> tuple[object, ...]:
    return (code(dial.name), dial.th, dial.en, dial.unit, dial.default, dial.lowest, dial.highest)


def marks() -> str:
    """The privacy marks, from open to secret."""
    return table(("mark", "ไทย", "English"), ((code(mark), mark.th, mark.en) for mark in Privacy))
