"""The places: true names and codes down to the sub-district, invented names for the villages.

`geothai` gives the same names and codes (a test compares them). The middles are rough and only spread
the houses over a map.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanam.sample import lists

DISTRICT_CODE, DISTRICT_NAME, DISTRICT_EN = "9305", "ควนขนุน", "Khuan Khanun"
ABOLISHED = {"03": "เกาะเต่า", "07": "ป่าพะยอม", "14": "บ้านพร้าว", "15": "ลานข่อย"}
"""Codes of 9305 that are no longer used, now in อ.ป่าพะยอม; they still stand in old files."""

ELSEWHERE = (
    "900101",
    "900201",
    "920101",
    "930101",
    "930601",
    "931002",
    "910101",
    "100101",
    "101701",
    "840101",
)
"""Sub-districts where people who live here may be registered."""


@dataclass(frozen=True, slots=True)
class Tambon:
    """One sub-district: two-digit code, names, share of the people, rough middle."""

    code: str
    name: str
    name_en: str
    share: int
    north: float
    east: float

    @property
    def villages(self) -> tuple[str, ...]:
        """The names of its villages, in the order of their numbers."""
        return lists.read("villages.txt")[(self.code,)]


TAMBONS = (
    Tambon("01", "ควนขนุน", "Khuan Khanun", 11, 7.735, 100.010),
    Tambon("02", "ทะเลน้อย", "Thale Noi", 8, 7.785, 100.115),
    Tambon("04", "นาขยาด", "Na Khayat", 9, 7.690, 100.020),
    Tambon("05", "พนมวังก์", "Phanom Wang", 8, 7.700, 99.985),
    Tambon("06", "แหลมโตนด", "Laem Tanot", 7, 7.765, 100.055),
    Tambon("08", "ปันแต", "Pan Tae", 10, 7.725, 100.055),
    Tambon("09", "โตนดด้วน", "Tanot Duan", 8, 7.690, 99.950),
    Tambon("10", "ดอนทราย", "Don Sai", 6, 7.670, 100.060),
    Tambon("11", "มะกอกเหนือ", "Makok Nuea", 9, 7.800, 100.030),
    Tambon("12", "พนางตุง", "Phanang Tung", 10, 7.760, 100.095),
    Tambon("13", "ชะมวง", "Chamuang", 8, 7.720, 99.960),
    Tambon("16", "แพรกหา", "Phraek Ha", 6, 7.740, 99.900),
)

MUSLIM_VILLAGES = {
    "93050108": 0.7,
    "93050807": 0.5,
    "93050607": 0.6,
    "93051203": 0.1,
    "93051207": 0.45,
    "93051106": 0.5,
}
"""Villages where many families are Muslim, and their share; elsewhere it is `FEW_MUSLIMS`."""

FEW_MUSLIMS = 0.02


def tambon(code: str) -> Tambon:
    """The sub-district of a two-digit code."""
    return next(tambon for tambon in TAMBONS if tambon.code == code)


def village_code(tambon: Tambon, number: int) -> str:
    """The 8-digit code of a sub-district's village."""
    return f"{DISTRICT_CODE}{tambon.code}{number:02d}"
