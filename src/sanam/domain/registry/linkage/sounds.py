"""How a name is heard: one sign for letters that sound alike, so that two spellings of one name meet.

The classes are those on which the published Thai soundex rest (LK82: วิชิต หล่อจีระชุณห์กุล และ เจริญ คุวินทร์พันธุ์, 2525;
Udom83: วรรณี อุดมพาณิชย์, 2526): consonants of one sound in one class whatever their tone class, vowels of one sound
whatever their length. Theirs keep the first few sounds of a name; ours keep them all, because a name that is cut short
meets too many others in a district. The signs are ASCII, on which an engine counts edits letter by letter. Other
alphabets pass unchanged, in small letters.
"""

from __future__ import annotations

from functools import lru_cache

from sanam.domain.foundation.thai.text import search_key

_CONSONANTS = (
    *("กขฃคฅฆ", "ง", "จ", "ชฉฌ", "ซสศษ", "ดฎ", "ตฏ", "ทธฒฑถฐ", "นณ", "บ", "ป", "พภผ", "ฟฝ", "ม"),
    *("ยญ", "รลฬ", "ว", "หฮ", "อ"),
)
_VOWELS = ("ะั", "า", "ำ", "ิี", "ึื", "ุู", "เ", "แ", "โ", "ไใ")
_SIGNS = {
    ord(letter): sign for sign, letters in zip("KGCSXDTHNBPQFMYLWJA", _CONSONANTS, strict=True) for letter in letters
}
_SIGNS |= {ord(letter): sign for sign, letters in zip("0123456789", _VOWELS, strict=True) for letter in letters}
_BONELESS = str.maketrans("", "", "0123456789")
_LATIN_BONELESS = str.maketrans("", "", "aeiouyh")


@lru_cache(maxsize=200_000)
def heard(name: str) -> str:
    """A name as it is heard: "ณัฐ" and "นัฐ" are one, so are "วรรณา" and "วันนา", "ใจ" and "ไจ"."""
    plain = search_key(name).replace(" ", "").replace("ฤ", "ริ")
    # รร is heard "an" at the end of a syllable and "a" before its final consonant
    plain = plain.replace("รรม", "ัม").replace("รร", "ัน")
    said = plain.translate(_SIGNS)
    return "".join(sign for place, sign in enumerate(said) if sign != said[place - 1 : place] or sign.isdigit())


@lru_cache(maxsize=200_000)
def bones(name: str) -> str:
    """Only the consonants of a name, as they are heard: what stays when a vowel is lost or misheard."""
    said = heard(name)
    first, rest = said[:1], said[1:]
    return first + rest.translate(_BONELESS).translate(_LATIN_BONELESS)
