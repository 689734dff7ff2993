"""What a person is found and ordered by, made from the names whenever they are written."""

from __future__ import annotations

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.foundation.thai.text import search_key, sort_key
from sanam.domain.registry.models import Person

# marks a house number in the search text, so that "47" finds house 47 and not every name with a 47 in it
_HOUSE = "#"


def index(person: Person, house_no: str) -> None:
    """Fill `search_text` and `sort_key`: given and family name, nickname, house number."""
    words = (person.given, person.family, person.nickname, f"{_HOUSE}{house_no}" if house_no else "")
    person.search_text = " ".join(search_key(word) if word[:1] != _HOUSE else word for word in words if word)[:400]
    person.sort_key = sort_key(f"{person.given} {person.family}")[:200]


def words_of(text: str) -> list[str]:
    """The parts a searcher wrote, each to be found somewhere in `search_text`, in any order."""
    return [_house_or_name(word) for word in text.split()]


def _house_or_name(word: str) -> str:
    plain = to_arabic(word)
    return _HOUSE + plain if plain[:1].isdigit() else search_key(word)
