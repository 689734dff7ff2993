"""Names of people: the prefix apart, then given, middle and family name. Having only one name is normal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sanam.domain.foundation.thai.prefixes import PREFIXES, RANKS, SECOND, Prefix, Sex

_BY_CODE = {prefix.code: prefix for prefix in PREFIXES if prefix.code}
_LEADING_VOWELS = "เแโใไ"
# Family names of several words begin here: แซ่ ลิ้ม, บิน อาหมัด.
_FAMILY_BEGINS = ("แซ่", "บิน", "บินตี", "บินติ", "บินตี้")
_NO_NAME = ("-", "–", ".")
# These also begin given names ("หะยีสาแม"), and some are only ever said as words.
_STAND_APART = ("หะยี", "Miss")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, each as it was written; "" for what is not there."""

    prefix: str
    given: str
    middle: str
    family: str

    @property
    def full(self) -> str:
        """As it is said and printed, the prefix attached: "นางเอียด ทองนุ่น".

        Apart where Thai writes it apart, or where it would be read as another: "นาง สาวลี", "Mr. John".
        """
        names = " ".join(part for part in (self.given, self.middle, self.family) if part)
        if not self.prefix or not names:
            return self.prefix or names
        attached = f"{self.prefix}{names}"
        stays = _split(attached)[0] == self.prefix and not names[0].isascii()
        return attached if stays else f"{self.prefix} {names}"


def split_prefix(text: str) -> PersonName:
    """The parts of a whole name: "น.ส. กัญญา ศรีสุข" → ("น.ส.", "กัญญา", "", "ศรีสุข").

    The prefix is kept as written (see `short_prefix`). A "-" where a surname should be is no surname.
    """
    prefix, rest = _split(" ".join(text.split()))
    given, *others = [word for word in rest.split() if word not in _NO_NAME] or [""]
    start = _family_starts(others)
    return PersonName(prefix, given, " ".join(others[:start]), " ".join(others[start:]))


def prefix_of_code(code: str) -> str:
    """The short prefix for a 43-file PRENAME code: "004" → "น.ส."; "" for a code that is not known here."""
    found = _BY_CODE.get(code.strip().zfill(3))
    return found.short if found else ""


def code_of_prefix(prefix: str) -> str:
    """The 43-file PRENAME code of a prefix in any form: "นางสาว" → "004"; "" when there is none.

    Of a short form that several services share ("ร.อ."), the army's.
    """
    found = _named(prefix)
    return found.code if found else ""


def short_prefix(prefix: str) -> str:
    """The short form: "นางสาว" → "น.ส."; what is not in the table as it came."""
    found = _named(prefix)
    return found.short if found else prefix


def full_prefix(prefix: str) -> str:
    """The full form: "น.ส." → "นางสาว"; as it came when unknown, or when the short form has several."""
    plain = _plain(prefix)
    meanings = {known.full for known in PREFIXES if plain in (_plain(known.short), _plain(known.full))}
    return meanings.pop() if len(meanings) == 1 else prefix


def sex_of_prefix(prefix: str) -> Sex:
    """ "male", "female", or "" when the prefix does not say. Of several ("รศ.นพ."), the first that does."""
    if _plain(prefix).rstrip(")").endswith("หญิง"):
        return "female"
    parts = (_named(found.group()) for found in _ONE.finditer(f"{prefix} "))
    return next((part.sex for part in parts if part and part.sex), "")


def same_prefix_family(a: str, b: str) -> bool:
    """Whether one person may bear both in a life: ด.ญ., น.ส. and นาง; ด.ช., นาย, พระ and ร.ต.

    True unless both say a sex and it differs; an empty or unknown prefix goes with any.
    """
    return "" in (sexes := {sex_of_prefix(a), sex_of_prefix(b)}) or len(sexes) == 1


def initial(given: str) -> str:
    """The first letter, for a round picture: never a leading vowel (เอียด → อ); "" for no name."""
    letters = (letter for letter in given if letter.isalpha() and letter not in _LEADING_VOWELS)
    return next(letters, "").upper()


def _split(text: str) -> tuple[str, str]:
    """The prefix and the rest; a prefix with nothing after it is a name."""
    found = _PREFIX.match(text)
    if not found or not (rest := text[found.end() :].strip()):
        return "", text
    return found.group(), rest


def _family_starts(others: list[str]) -> int:
    """Where the family name begins among the words after the given name."""
    if "ณ" in others[:-1]:
        return max(others.index("ณ") - 1, 0)
    for place, word in enumerate(others[:-1]):
        if word in _FAMILY_BEGINS:
            return place
    return max(len(others) - 1, 0)


def _plain(prefix: str) -> str:
    return re.sub(r"[\s.]", "", prefix).lower()


def _named(prefix: str) -> Prefix | None:
    return _BY_PLAIN.get(_plain(prefix))


def _written(prefix: Prefix) -> list[str]:
    """The ways a prefix is written, as regular expressions: dots and spaces as they happen to fall."""
    if prefix.full in _STAND_APART:
        return [rf"{prefix.full}(?=\s)"]
    ways = [re.escape(prefix.full)]
    if prefix.short.endswith("."):
        letters = [part for part in re.split(r"[.\s]+", prefix.short) if part]
        ways.append(r"\.?\s?".join(map(re.escape, letters)) + r"\.")
        # Only these are commonly left without any dot, and then stand apart.
        if prefix.code in ("001", "002", "004"):
            ways.append("".join(letters) + r"(?=\s)")
    elif prefix.short != prefix.full:
        ways.append(re.escape(prefix.short))
    return ways


def _any_of(prefixes: tuple[Prefix, ...]) -> str:
    """One of them, the longest first, so that "นางสาว" is not read as "นาง"."""
    return "|".join(sorted({way for prefix in prefixes for way in _written(prefix)}, key=len, reverse=True))


_BY_PLAIN = {_plain(form): prefix for prefix in reversed(PREFIXES) for form in (prefix.full, prefix.short)}
# A rank and a woman's name ("ร.ต. หญิง ใจดี") is not a woman's rank, which stands close or has a name after it.
_WOMANS = r"(?:\s?\(หญิง\)|หญิง(?=\s)|\sหญิง(?=\s\S+\s))"
# The next letter may not be a vowel sign: นาง and สาวิตรี, never นางสาว and ิตรี.
_PREFIX = re.compile(
    rf"(?:(?:ว่าที่\s?)?(?:{_any_of(RANKS)})(?:{_WOMANS})?|{_any_of(PREFIXES)})"
    rf"(?:\s?(?:{_any_of(SECOND)}))*(?![ะ-ฺ็-๎])",
    re.IGNORECASE,
)
_ONE = re.compile(_any_of(PREFIXES), re.IGNORECASE)
