"""Reads: a place's name, its full name, the code in force for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from django.db.models import Q

from sanam.domain.areas.models import Area, MapPlace

Language = Literal["th", "en"]
LEVELS = {2: "province", 4: "district", 6: "subdistrict", 8: "village"}
_TITLES = {
    2: ("จ.", "Province"),
    4: ("อ.", "District"),
    6: ("ต.", "Subdistrict"),
}
# Bangkok's districts are khet, its sub-districts khwaeng, and nobody writes จังหวัด before its name
_CAPITAL = {4: ("เขต", "District"), 6: ("แขวง", "Subdistrict")}
_names: dict[str, tuple[str, str]] = {}
_gone: set[str] = set()


def place(code: str) -> Area | None:
    """The area with this code, None where there is none."""
    return Area.objects.filter(code=code).first()


def name(code: str, language: Language = "th") -> str:
    """The bare name of a place; empty when the code is not known."""
    th, en = _name(code)
    return (en or th) if language == "en" else th


def said(code: str, language: Language = "th") -> str:
    """A place with its title: "หมู่ 5 บ้านทะเลน้อย", "ต.พนางตุง", "Phanang Tung Subdistrict"."""
    bare = name(code, language)
    if len(code) == 8:
        return _village(code, bare, language)
    th, en = (_CAPITAL if code.startswith("10") else _TITLES).get(len(code), ("", ""))
    if not bare:
        return ""
    return f"{bare} {en}".strip() if language == "en" else f"{th}{bare}"


def full_name(code: str, language: Language = "th") -> str:
    """A place and all it lies in, smallest first."""
    parts = [said(code[:length], language) for length in (8, 6, 4, 2) if len(code) >= length]
    return (", " if language == "en" else " ").join(part for part in parts if part)


def current_code(code: str) -> str:
    """The code in force for a place: its successor when it was abolished into one other, else itself."""
    length = min(len(code), 6)
    gone = Area.objects.filter(code=code[:length], abolished=True).exclude(successor="").first()
    return gone.successor + code[length:] if gone else code


def successors() -> dict[str, str]:
    """Every abolished sub-district that has one successor, for an import: {old code: new code}."""
    gone = Area.objects.filter(abolished=True).exclude(successor="")
    return {old: new for old, new in gone.values_list("code", "successor") if len(old) == len(new) == 6}


def children(code: str) -> list[str]:
    """The codes of the places directly inside one, abolished ones left out, in code order; no query once known."""
    name(code)
    return sorted(one for one in _names if len(one) == len(code) + 2 and one.startswith(code) and one not in _gone)


def forget_names() -> None:
    """Drop the names this process remembers; called when places are noted."""
    _names.clear()
    _gone.clear()


def _name(code: str) -> tuple[str, str]:
    if not _names:
        _learn()
    if code in _names:
        return _names[code]
    # noted by another process since; a code nobody knows is asked for again, which is rare
    found = Area.objects.filter(code=code).values_list("name_th", "name_en").first()
    return _names.setdefault(code, found) if found else ("", "")


def _learn() -> None:
    for area in Area.objects.values_list("code", "name_th", "name_en", "abolished"):
        _names[area[0]] = area[1:3]
        if area[3]:
            _gone.add(area[0])


def _village(code: str, bare: str, language: Language) -> str:
    number = int(code[6:8])
    if language == "en":
        return f"Village {number} {bare}".strip()
    return f"หมู่ {number} {bare if not bare or bare.startswith('บ้าน') else 'บ้าน' + bare}".strip()


def inside(codes: Iterable[str], levels: Iterable[int]) -> list[str]:
    """The codes of some levels (6 sub-districts, 8 villages) within places, themselves included, in code order."""
    within = Q(pk__in=[])
    for code in codes:
        within |= Q(code__startswith=code)
    found = Area.objects.filter(within, abolished=False).order_by("code").values_list("code", flat=True)
    return [code for code in found if len(code) in set(levels)]


def map_places(district: str) -> dict[str, tuple[int, int]]:
    """Where each sub-district of a district stands on its tile map, as (row, column); empty where nobody said."""
    kept = MapPlace.objects.filter(district=district).order_by("row", "column")
    return {one.code: (one.row, one.column) for one in kept}
