"""What a person is found and ordered by, made from the names whenever they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.foundation.thai.text import search_key, sort_key
from sanam.domain.registry.models import Person

# marks a house number in the search text, so that "47" finds house 47 and not every name with a 47 in it
_HOUSE = "#"
_DOOR_WORDS = {search_key(word) for word in ("บ้านเลขที่", "เลขที่", "บ้าน")}
# a house number is searched for, its village is chosen from a list
_MOO = re.compile(r"(?:หมู่ที่|หมู่|ม\.)\s*\d{1,2}(?=\s|$)")
_TITLES = tuple(search_key(title) for title in ("เด็กหญิง", "เด็กชาย", "นางสาว", "น.ส.", "ด.ญ.", "ด.ช.", "นาง", "นาย"))


def index(person: Person, house_no: str) -> None:
    """Fill `search_text` and `sort_key`: names, nickname, house number, and what else they are called."""
    together = f"{person.given}{person.family}" if person.family else ""  # as somebody types who leaves no space
    words = (person.given, person.family, person.nickname, together, f"{_HOUSE}{house_no}" if house_no else "")
    keys = [search_key(word) if word[:1] != _HOUSE else word for word in words if word]
    person.search_text = " ".join([*keys, person.also_called] if person.also_called else keys)[:400]
    person.sort_key = sort_key(f"{person.given} {person.family}")[:200]


def also_called(aliases: Iterable[str]) -> str:
    """What aliases add to the search text, in the order given; what no longer fits is left to the list of aliases."""
    return " ".join(dict.fromkeys(key for name in aliases if (key := search_key(name))))[:160]


def words_of(text: str) -> list[str]:
    """The parts a searcher wrote, each to be found somewhere in `search_text`, in any order."""
    plain = _MOO.sub(" ", to_arabic(text))
    return [_house_or_name(word) for word in plain.split() if search_key(word) not in _DOOR_WORDS]


def without_title(word: str) -> str:
    """A searched word without the title it is written together with; empty when there is none, or nothing else."""
    title = next((title for title in _TITLES if word.startswith(title) and len(word) > len(title) + 1), "")
    return word[len(title) :] if title else ""


def _house_or_name(word: str) -> str:
    plain = to_arabic(word)
    return _HOUSE + plain if plain[:1].isdigit() else search_key(word)
