"""Search keys and sort keys for Thai, made once when a name is written and kept beside it.

With them any database finds a name by its parts, and orders names as the dictionary does, by comparing
plain text; none of them need know Thai.
"""

from __future__ import annotations

import re
import unicodedata

from sanam.domain.foundation.thai.digits import to_arabic

# In the order in which they break a tie: yamakkan, thanthakhat, mai taikhu, then the four tone marks.
_MARKS = "๎์็่้๊๋"
_UNSPOKEN = "ฯๆ๏๚๛"
# The order of the symbols that are not passed over; ASCII ! to * are free, being passed over themselves.
_SYMBOLS = dict(zip("`^+<=>|~$฿", "!\"#$%&'()*", strict=True))
# Nikhahit comes before every vowel and phinthu after; ฯ and ๅ are free, being folded away.
_MOVED_VOWELS = {"ํ": "ฯ", "ฺ": "ๅ", "ๅ": "า"}
# Far enough to carry every other alphabet past Thai, in its own order: a → ａ (U+FF41).
_PAST_THAI = 0xFEE0
_LEADING_VOWEL = re.compile(r"([เแโใไ])([ก-ฮ])")


_JOINERS = "\u200c\u200d"
"""Signs nobody sees and that faces of several signs are joined by; others turn or hide what stands beside them."""


def one_line(text: str) -> str:
    """A text in one line, without signs that cannot be seen; "" where nothing is left that can be."""
    kept = "".join(one for one in text if one in _JOINERS or one.isspace() or unicodedata.category(one)[0] != "C")
    seen = any(unicodedata.category(one)[0] in "LNSP" for one in kept)
    return " ".join(kept.split()) if seen else ""


class _Folding(dict[int, str | None]):
    """For `str.translate`: what one character becomes in a search key, learnt as characters turn up."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kind = unicodedata.category(character)
        folded: str | None = character
        if character in _MARKS or character == "ฺ" or kind == "Cf":
            folded = None
        elif character in _UNSPOKEN or kind[0] not in "LMN":
            folded = " "
        self[code] = folded
        return folded


class _Ranking(dict[str, tuple[str, str]]):
    """One character's part in a sort key: what it is, and how it breaks a tie ("-" for not at all)."""

    def __missing__(self, character: str) -> tuple[str, str]:
        kind = unicodedata.category(character)
        rank = ("", "")
        if character in _MARKS:
            rank = "", str(_MARKS.index(character))
        elif character in _MOVED_VOWELS:
            rank = _MOVED_VOWELS[character], "-"
        elif kind == "Nd":
            rank = str(unicodedata.decimal(character)), "-"
        elif "ก" <= character <= "ไ" and character not in "ฯ฿":
            rank = character, "-"
        elif kind[0] == "L" and character not in _UNSPOKEN:
            rank = chr(ord(character.lower()[0]) + _PAST_THAI), "-"
        elif kind[0] == "S":
            rank = _SYMBOLS.get(character, "/"), "-"
        elif kind == "Mn":
            rank = "", "9"
        self[character] = rank
        return rank


_FOLDING = _Folding()
_RANKING = _Ranking()


def search_key(text: str) -> str:
    """What a text is found by: no tone marks or silencers, Arabic digits, small letters, single spaces.

    "เอื้อย" and "เอือย" give one key; so do "น้ำ" and its two-part spelling "นํ้า", and "แ" typed as "เเ".
    The key of a key is itself.
    """
    folded = to_arabic(unicodedata.normalize("NFC", text)).translate(_FOLDING).lower()
    folded = folded.replace("ํา", "ำ").replace("เเ", "แ").replace("ๅ", "า")
    return " ".join(unicodedata.normalize("NFC", folded).split())


def sort_key(text: str) -> str:
    """Thai dictionary order: two keys compared as plain text (SQLite BINARY, PostgreSQL "C") order the texts.

    A leading vowel goes after its consonant; marks count only between texts that are else the same, from
    the left; spaces and punctuation do not count; digits come first, then Thai, then other alphabets.
    This is the Unicode order for Thai (CLDR `th`, which ICU follows) to its second level; capitals and
    Thai numerals, its third, are ties.
    """
    swapped = _LEADING_VOWEL.sub(r"\2\1", unicodedata.normalize("NFKD", text).replace("ํา", "ำ"))
    ranks = [_RANKING[character] for character in swapped]
    letters = "".join(letter for letter, _ in ranks).replace("ฯา", "ำ")
    marks = "".join(mark for _, mark in ranks).rstrip("-")
    return f"{letters} {marks}" if marks else letters


def by_name(name: str) -> tuple[int, int, str]:
    """Sorts names as a dictionary does, numbers by size. Never by a figure: persons are not ranked."""
    return (0, int(name), name) if name.isdecimal() and len(name) < 18 else (1, 0, f"{sort_key(name)} {name}")
