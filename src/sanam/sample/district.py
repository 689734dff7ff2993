"""The whole district, from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from sanam.sample import duplicates, familiar, hospitals, lookalikes, mistakes, numbers, places, standing
from sanam.sample.dice import Dice, dice_for
from sanam.sample.things import District, Hospital, Village
from sanam.sample.village_life import Settler, place_on_map

_SMALLEST = 300
_ONLY_TREATED = 0.045


def invent(*, persons: int = 6000, seed: int = 1, today: date, twice: float = 0.06) -> District:
    """Invent the district: `persons` humans, of whom about the share `twice` stand in two rows.

    The same arguments give the same district. ValueError below 300 persons: too few for the villages.
    """
    if persons < _SMALLEST:
        raise ValueError(f"a district needs {_SMALLEST} persons or more")
    district = District(
        code=places.DISTRICT_CODE,
        name=places.DISTRICT_NAME,
        today=today,
        seed=seed,
        persons=persons,
        hospitals=hospitals.found(today),
    )
    _populate(district)
    lookalikes.plant(dice_for(seed, "lookalikes"), district)
    duplicates.plant(dice_for(seed, "duplicates"), district, round(persons * twice))
    for hospital in district.hospitals:
        dice = dice_for(seed, hospital.code, "standing")
        for village in hospital.villages:
            standing.appoint(dice, village, today)
            place_on_map(dice, village, places.tambon(hospital.tambon))
        numbers.number_rows(hospital)
    mistakes.plant(dice_for(seed, "mistakes"), district)
    return district


def _populate(district: District) -> None:
    whos = count(1)
    villages = [village for hospital in district.hospitals for village in hospital.villages]
    familiar.settle_in(villages, whos=whos, today=district.today)
    shares = _shares_of(dice_for(district.seed, "villages"), district.hospitals)
    quotas = dict(zip(map(_code, villages), split(district.persons - familiar.HOW_MANY, shares), strict=True))
    for hospital in district.hospitals:
        settler = Settler(dice_for(district.seed, hospital.code), hospital, whos, district.today)
        _settle(settler, [quotas[village.code] for village in hospital.villages])


def _settle(settler: Settler, quotas: Sequence[int]) -> None:
    """Monks first, then families, each village less its share of people only treated here."""
    visitors = round(sum(quotas) * _ONLY_TREATED)
    kept = split(sum(quotas) - visitors, quotas)
    for position, (village, people) in enumerate(zip(settler.hospital.villages, kept, strict=True)):
        monks = min(people, settler.dice.between(2, 4)) if position == 0 and people > 30 else 0
        if monks:
            settler.open_temple(village, monks)
        settler.fill(village, people - monks)
    settler.receive(visitors)


def split(whole: int, shares: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to `shares` that add up to `whole`, by largest remainders."""
    total = sum(shares)
    exact = [whole * share / total for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return parts


def _shares_of(dice: Dice, hospitals: Sequence[Hospital]) -> list[float]:
    """Villages of one sub-district differ in size, its share of the district stays."""
    shares: list[float] = []
    for hospital in hospitals:
        sizes = [dice.uniform(0.6, 1.5) for _ in hospital.villages]
        share = places.tambon(hospital.tambon).share
        shares += [share * size / sum(sizes) for size in sizes]
    return shares


def _code(village: Village) -> str:
    return village.code
