"""How the same name comes to be written differently: what hands and ears do to Thai spelling."""

from __future__ import annotations

import re

from sanam.sample.dice import Dice

_TONES = "่้๊๋"
_CLUSTER = re.compile(rf"([ก-ฮ][ิีึืุูั]?)(?![ิีึืุูั{_TONES}์])")
_HEARD_ALIKE = (
    *(
        ("ณ", "น"),
        ("ศ", "ส"),
        ("ษ", "ส"),
        ("ธ", "ท"),
        ("ฐ", "ถ"),
        ("ญ", "ย"),
        ("ภ", "พ"),
        ("ฑ", "ท"),
        ("ฎ", "ด"),
    ),
    *(("ไ", "ใ"), ("ใ", "ไ"), ("รร", "ัน"), ("ฤ", "ริ"), ("ซ", "ส"), ("ฆ", "ค"), ("ฝ", "ฟ"), ("์", "")),
)
_SMALL_SIGNS = re.compile("[ะัิีึืุู็]")


def tone_slip(dice: Dice, name: str) -> str:
    """The name with a tone mark lost, changed or put where none belongs."""
    marks = [place for place, letter in enumerate(name) if letter in _TONES]
    if marks:
        place = dice.pick(marks)
        other = dice.pick([tone for tone in _TONES[:2] if tone != name[place]])
        return name[:place] + ("" if dice.chance(0.6) else other) + name[place + 1 :]
    places = [found.end() for found in _CLUSTER.finditer(name)]
    place = dice.pick(places[:2] or [len(name)])
    return name[:place] + dice.pick(_TONES[:2]) + name[place:]


def spelling_slip(dice: Dice, name: str) -> str:
    """The name with one letter that sounds the same, a silenced letter or a small sign lost."""
    choices = [(heard, written) for heard, written in _HEARD_ALIKE if heard in name]
    if choices:
        heard, written = dice.pick(choices)
        return name.replace(heard, written, 1)
    signs = [found.start() for found in _SMALL_SIGNS.finditer(name)]
    place = dice.pick(signs) if signs else len(name) - 1
    return name[:place] + name[place + 1 :] or name
