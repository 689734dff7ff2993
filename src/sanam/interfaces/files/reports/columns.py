"""What the columns of figures are called, and the numbers of one place in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.refused import Language
from sanam.domain.registry.queries.reports import Figures
from sanam.domain.registry.words import Group
from sanam.interfaces.files.reports.report import Head, Row, told

NAMES: dict[str, tuple[str, str]] = {
    "people": ("ทุกคน", "everyone"),
    "away": ("มีชื่อ ตัวไม่อยู่", "registered, away"),
    "current": ("ข้อมูลสดครบ", "all current"),
    Group.ELDER.value: ("ผู้สูงอายุ", "older people"),
    Group.DISABLED.value: ("คนพิการ", "people with a disability"),
    Group.DEPENDENT.value: ("ภาวะพึ่งพิง", "dependent people"),
    Group.HARDSHIP.value: ("คนยากลำบาก", "people in hardship"),
    Group.STATELESS.value: ("คนไร้สถานะ", "stateless people"),
    Group.HOMELESS.value: ("คนไร้บ้าน", "people without a home"),
    "soon": ("บัตรใกล้หมดอายุ", "card runs out soon"),
    "expired": ("บัตรหมดอายุแล้ว", "card ran out"),
    "homes": ("บ้าน", "households"),
    "alone": ("บ้านที่ยังไม่มี อสม.", "without a volunteer"),
    "new": ("เข้าทะเบียนใหม่", "new in the register"),
    "back": ("กลับมา", "came back"),
    "rehoused": ("ย้ายบ้านในพื้นที่", "moved house here"),
    "moved": ("ย้ายออก", "moved away"),
    "died": ("เสียชีวิต", "died"),
}


def heads(names: Iterable[str], language: Language) -> list[Head]:
    """The place, then the columns by these names."""
    groups = {group.value: group.value for group in Group} | {"people": ""}
    columns = [Head(told(language, *NAMES[name]), numbers=True, group=groups.get(name)) for name in names]
    return [Head(told(language, "พื้นที่", "place")), *columns]


def rows(found: Figures, places: Iterable[str], names: Sequence[str], language: Language) -> list[Row]:
    """A line a place, with its numbers; closed ones stay closed."""
    return [
        Row([place_said(place, language), *(found.number(place, name) for name in names)], place=place)
        for place in places
    ]


def place_said(place: str, language: Language) -> str:
    """A place as it is called; people of whom no village is known have a line of their own."""
    if place.endswith("00"):
        return told(language, "ยังไม่รู้หมู่บ้าน", "village not known")
    return areas.said(place, language) or place
