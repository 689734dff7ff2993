"""Where the people of a list live: sub-districts by name within the places meant, villages by number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.thai.digits import to_arabic

_HOUSE = re.compile(r"(?:บ้าน)?(?:เลขที่)?\s*(\d+(?:/\d+)*)")
_MOO = re.compile(r"(?:หมู่ที่|หมู่|ม\.)\s*(\d{1,2})")
_TAMBON = re.compile(r"(?:ตำบล|ต\.)\s*([^\s\d]+)")
_TITLES = re.compile(r"^(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต)\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """An address as a row gives it, in its own cells or in one."""

    house_no: str = ""
    moo: str = ""
    tambon: str = ""
    amphoe: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A place's code (8, 6 digits or ""), and what of it was not known: "", "unknown_tambon" or "unknown_village"."""

    code: str
    odd: str = ""


class Places:
    """The places in which a list may put people; `otherwise` is that of a row which names none."""

    def __init__(self, within: Sequence[str], otherwise: str) -> None:
        self.within, self.otherwise = tuple(within), otherwise
        self._tambons: dict[str, list[str]] = defaultdict(list)
        for code in areas.inside([one[:6] for one in within], (6,)):
            self._tambons[_bare(areas.name(code))].append(code)
        self._villages = frozenset(areas.inside([one[:6] for one in within], (8,)))

    def covers(self, code: str) -> bool:
        """Whether a place lies within those meant."""
        return any(code.startswith(one) for one in self.within)

    def find(self, written: Written) -> Found:
        """The place a row means; a sub-district that cannot be told from others is not guessed."""
        tambon, odd = self.otherwise[:6] if len(self.otherwise) >= 6 else "", ""
        if written.tambon:
            known = self._named(written)
            tambon, odd = (known, "") if known else (tambon, "unknown_tambon")
        if not tambon:
            return Found("", odd)
        moo = re.sub(r"\D", "", to_arabic(written.moo))
        if not moo:
            own = self.otherwise if self.otherwise.startswith(tambon) else tambon
            return Found(own, odd)
        village = f"{tambon}{int(moo):02d}"
        return Found(village, odd) if village in self._villages else Found(tambon, odd or "unknown_village")

    def _named(self, written: Written) -> str:
        plain = to_arabic(written.tambon)
        if plain.isdigit() and len(plain) == 6:
            return plain
        found = self._tambons.get(_bare(written.tambon), [])
        if written.amphoe and len(found) > 1:
            found = [code for code in found if _bare(areas.name(code[:4])) == _bare(written.amphoe)]
        return found[0] if len(found) == 1 else ""


def of_one_cell(text: str) -> Written:
    """An address written in one cell: "47 ม.5 ต.พนางตุง"."""
    plain = to_arabic(text)
    house, moo, tambon = _HOUSE.match(plain), _MOO.search(plain), _TAMBON.search(plain)
    return Written(*(found.group(1) if found else "" for found in (house, moo, tambon)))


def _bare(name: str) -> str:
    return re.sub(r"\s+", "", _TITLES.sub("", name.strip()))
