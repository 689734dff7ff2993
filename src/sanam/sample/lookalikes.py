"""Different humans who look like one: the traps in which a linkage must not step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sanam.sample import familiar, names
from sanam.sample.dice import Dice
from sanam.sample.households import CHILD, GRANDCHILD, HEAD
from sanam.sample.kinship import renumber
from sanam.sample.things import MALE, District, Household, Pair, Person

TWINS, FATHER_AND_SON, BORROWED_ID, NAMESAKES = "twins", "father_and_son", "borrowed_id", "namesakes"

_PER_THOUSAND = {TWINS: 4.0, FATHER_AND_SON: 1.5, BORROWED_ID: 1.5, NAMESAKES: 4.0}


def plant(dice: Dice, district: District) -> None:
    """Make some people look like others; each pair is remembered as two humans."""
    households = [household for hospital in district.hospitals for household in hospital.households()]
    dice.shuffle(households)
    finders: dict[str, Callable[[], Iterator[Pair]]] = {
        TWINS: lambda: _twins(dice, households),
        FATHER_AND_SON: lambda: _father_and_son(households),
        BORROWED_ID: lambda: _borrowed_id(households),
        NAMESAKES: lambda: _namesakes(households),
    }
    used: set[int] = set()
    for kind, find in finders.items():
        wanted = max(2, round(district.persons * _PER_THOUSAND[kind] / 1000))
        for pair in _taken(find(), wanted, used):
            _make_alike(dice, pair)
            district.pairs.append(pair)


def _taken(pairs: Iterator[Pair], wanted: int, used: set[int]) -> Iterator[Pair]:
    """The first `wanted` pairs in which nobody stands twice."""
    for pair in pairs:
        if wanted == 0:
            return
        both = {pair.one.who, pair.other.who}
        if not used & both and len(both) == 2 and min(both) > familiar.HOW_MANY:
            used |= both
            wanted -= 1
            yield pair


def _make_alike(dice: Dice, pair: Pair) -> None:
    one, other = pair.one, pair.other
    if pair.kind == TWINS:
        other.birth, other.sex, other.prefix, other.family = one.birth, one.sex, one.prefix, one.family
        other.given = names.resembling(dice, one.given, faith=one.faith, sex=one.sex, born=one.birth.year)
    elif pair.kind == BORROWED_ID:
        renumber(other, one.national_id, ())
    else:
        other.given, other.family = one.given, one.family


def _twins(dice: Dice, households: list[Household]) -> Iterator[Pair]:
    for household in households:
        for relation in (CHILD, GRANDCHILD):
            young = [person for person in household.people if person.relation == relation]
            if len(young) >= 2:
                yield Pair(young[0], young[1], same=False, kind=TWINS, ids="different")


def _father_and_son(households: list[Household]) -> Iterator[Pair]:
    for household in households:
        father = household.people[0]
        sons = [person for person in household.people if (person.relation, person.sex) == (CHILD, MALE)]
        if (father.relation, father.sex) == (HEAD, MALE) and sons:
            yield Pair(father, sons[0], same=False, kind=FATHER_AND_SON, ids="different")


def _borrowed_id(households: list[Household]) -> Iterator[Pair]:
    """Somebody treated under a neighbour's card, and so written down under that number."""
    for household, neighbours in _in_twos(households):
        yield Pair(household.people[-1], neighbours.people[-1], same=False, kind=BORROWED_ID, ids="equal")


def _namesakes(households: list[Household]) -> Iterator[Pair]:
    for household, others in _in_twos(households):
        one = household.people[0]
        for other in others.people:
            if _of_one_generation(one, other) and one.hospital != other.hospital:
                yield Pair(one, other, same=False, kind=NAMESAKES, ids="different")
                break


def _of_one_generation(one: Person, other: Person) -> bool:
    return (one.sex, one.faith) == (other.sex, other.faith) and abs(one.birth.year - other.birth.year) <= 8


def _in_twos(households: list[Household]) -> Iterator[tuple[Household, Household]]:
    return zip(households[::2], households[1::2], strict=False)
