"""The page of minutes as one form: every point and every new line in it, and what it says when two wrote at once.

A point that stands is `m<id>` with the version it was opened at in `v<id>`; a new one is `new_<matter>`, where the
matter is a key of `queries.talk`, "intro" or "thanks".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.talk_words import Part

LONGEST = 20_000
_STANDING = re.compile(r"m(\d{1,18})")
_PARTS = {"intro": Part.INTRO, "thanks": Part.THANKS}


@dataclass(slots=True)
class Box:
    """One field of the page: its name, what is in it, and what somebody else wrote there meanwhile."""

    name: str
    text: str
    version: int = 0
    number: int = 0
    theirs: str | None = None


@dataclass(slots=True)
class Section:
    """A matter of the page with its fields; the last is for what is new."""

    matter: Any
    boxes: list[Box]
    new: Box

    @property
    def only_offered(self) -> bool:
        """Whether it came back by itself and nobody has written under it: a line to open, on a phone above all."""
        came_back = self.matter is not None and (self.matter.question or self.matter.action)
        return bool(came_back) and not self.boxes and not self.new.text


def sent(data: Mapping[str, str], talk: Any) -> list[Line]:
    """What was sent, as lines to write. A matter that is no more keeps its words, beside the agenda."""
    matters = {matter.key: matter for matter in talk.matters}
    lines = [_standing(data, found[1]) for name in data if (found := _STANDING.fullmatch(name))]
    for name, text in data.items():
        if name.startswith("new_") and text.strip():
            lines.append(_new(name.removeprefix("new_"), text[:LONGEST], matters))
    return lines


def sections(talk: Any, data: Mapping[str, str] | None = None, apart: tuple[int, ...] = ()) -> list[Section]:
    """The page's fields in order, with what was typed so far; `apart` are points somebody else changed meanwhile."""
    said, number, found = data or {}, 0, []
    for matter in talk.matters:
        boxes = []
        for minute in matter.minutes:
            number += 1
            boxes.append(_box(minute, said, apart, number))
        found.append(Section(matter, boxes, _new_box(matter.key, said)))
    return found


def around(talk: Any, part: str, data: Mapping[str, str] | None = None, apart: tuple[int, ...] = ()) -> Section:
    """The opening or the thanks: what stands, or one empty field."""
    said = data or {}
    boxes = [_box(minute, said, apart, 0) for minute in getattr(talk, part)]
    return Section(None, boxes, _new_box(part, said))


def taken_out(talk: Any, data: Mapping[str, str], apart: tuple[int, ...]) -> list[Box]:
    """What was typed over points that somebody took out meanwhile: offered as new ones, so that it is not lost."""
    standing = {one.pk for matter in talk.matters for one in matter.minutes}
    standing |= {one.pk for one in (*talk.intro, *talk.thanks)}
    gone = [number for number in apart if number not in standing]
    return [Box(f"new_gone{number}", data.get(f"m{number}", "")) for number in gone]


def _standing(data: Mapping[str, str], number: str) -> Line:
    version = data.get(f"v{number}", "")
    known = int(version) if version.isdecimal() and len(version) < 10 else 0
    return Line(data[f"m{number}"][:LONGEST], minute=int(number), version=known)


def _new(key: str, text: str, matters: Mapping[str, Any]) -> Line:
    if key in _PARTS:
        return Line(text, part=_PARTS[key])
    matter = matters.get(key)
    if matter is None:
        return Line(text)
    came_back = matter.question or matter.action
    return Line(text, heading="" if came_back else matter.heading, question=matter.question, action=matter.action)


def _box(minute: Any, said: Mapping[str, str], apart: tuple[int, ...], number: int) -> Box:
    """Two who wrote at once: ours stays in the field, theirs stands beside it, and sending again is a choice."""
    name = f"m{minute.pk}"
    if minute.pk in apart:
        return Box(name, said.get(name, ""), minute.version, number, theirs=minute.text)
    opened_at = said.get(f"v{minute.pk}", str(minute.version))
    untouched = opened_at != str(minute.version)  # theirs came in where we wrote nothing
    return Box(name, minute.text if untouched else said.get(name, minute.text), minute.version, number)


def _new_box(key: str, said: Mapping[str, str]) -> Box:
    name = f"new_{key}"
    return Box(name, said.get(name, ""))
