"""The chair in words: how it stands, what is strong, what is short as a matter of structure. Never of a person."""

from __future__ import annotations

from collections.abc import Sequence

from sanam.domain.foundation.word import Word
from sanam.domain.teams.chair.figures import LegFigures, lengths
from sanam.domain.teams.chair.standing import stand

ALIKE = 0.1
"""Legs that differ by less are as long as each other: a tenth of a full leg."""


class Stands(Word):
    """How a chair stands."""

    NOBODY = "nobody", "ยังไม่มีใครนั่ง", "Nobody sits yet"
    LEVEL = "level", "เก้าอี้ตั้งตรง ทุกขาเท่ากัน", "The chair stands level, all legs alike"
    TIPS = "tips", "เก้าอี้เอนไปทาง", "The chair tips towards"
    ROCKS = "rocks", "เก้าอี้โยก ขาที่อยู่ตรงข้ามกันสั้นกว่าขาอื่น", "The chair rocks: legs that face each other are short"


def stands(legs: Sequence[LegFigures]) -> tuple[Stands, tuple[LegFigures, ...]]:
    """How it stands, and the legs it tips towards: the shortest, and those nearly as short."""
    long = lengths(legs)
    if not any(long):
        return Stands.NOBODY, ()
    shortest = min(long)
    if max(long) - shortest < ALIKE:
        return Stands.LEVEL, ()
    short = tuple(leg for leg, one in zip(legs, long, strict=True) if one - shortest < ALIKE)
    return (Stands.TIPS if stand(long).slope >= ALIKE else Stands.ROCKS), short


def said(legs: Sequence[LegFigures], language: str) -> str:
    """The whole chair in one line, with the numbers behind it: what a picture's label says."""
    how, short = stands(legs)
    named = " ".join(leg.said(language) for leg in short) if language == "th" else ", ".join(x.en for x in short)
    figures = ", ".join(f"{leg.said(language)} {one:.0%}" for leg, one in zip(legs, lengths(legs), strict=True))
    many = f"เก้าอี้ {len(legs)} ขา" if language == "th" else f"A chair of {len(legs)} legs"
    return f"{many}: {figures}. {how.said(language)}{f' {named}' if how == Stands.TIPS else ''}"
