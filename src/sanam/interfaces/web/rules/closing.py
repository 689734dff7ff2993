"""What a clause closes, as people choose it in a draft and read it: a class of facts, and the seats it is closed to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.rules.wording import Change, Piece
from sanam.domain.teams.closing import CLOSABLE, CLOSED_TO, dial_of
from sanam.domain.teams.words import ROLES
from sanam.interfaces.web.shell.language import reader

Values = Mapping[str, float]
CLOSES = "closed."


def without(values: Values) -> dict[str, float]:
    """The other dials a clause turns, those with a number."""
    return {name: value for name, value in values.items() if not name.startswith(CLOSES)}


def names(name: Callable[[str], str]) -> list[str]:
    """What the fields of a clause are called, a class each; `name` says how its fields begin."""
    return [name(f"closed_{mark}") for mark in CLOSABLE]


def fields(name: Callable[[str], str], number: int, values: Values) -> dict[str, forms.Field]:
    """For one clause, by class: the kinds of seats it may be closed to, those the clause names ticked."""
    made: dict[str, forms.Field] = {}
    for mark in CLOSABLE:
        asked = {"what": _what(mark), "n": number}
        made[name(f"closed_{mark}")] = forms.MultipleChoiceField(
            label=gettext("ข้อ %(n)s ไม่แสดง%(what)s แก่ที่นั่งแบบไหน") % asked,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=[role for role in CLOSED_TO if values.get(dial_of(mark, role))],
            choices=[(role, _whom(role)) for role in _offered(mark, values)],
        )
    return made


def said(cleaned: Mapping[str, Any], name: Callable[[str], str]) -> dict[str, float]:
    """What was ticked for a clause, as the dials it turns."""
    ticked = ((mark, role) for mark in CLOSABLE for role in cleaned.get(name(f"closed_{mark}"), ()))
    return {dial_of(mark, role): 1 for mark, role in ticked}


def worded(values: Values) -> list[tuple[list[str], str]]:
    """What a clause closes, a class a sentence: (its dials, the words)."""
    return [([dial_of(mark, role) for role in roles], _sentence(mark, roles)) for mark, roles in _closed(values)]


def beside(before: Values | None, now: Values | None) -> list[Piece]:
    """What a clause closes beside what it closed before: the same, added, cut; without a before nothing is added."""
    was, told = ([words for _dials, words in worded(values or {})] for values in (before, now))
    pieces = [Piece(Change.SAME if before is None or words in was else Change.ADDED, words) for words in told]
    return pieces + [Piece(Change.CUT, words) for words in was if words not in told]


def _closed(values: Values) -> Iterator[tuple[Privacy, list[str]]]:
    for mark in CLOSABLE:
        if roles := [role for role in CLOSED_TO if values.get(dial_of(mark, role))]:
            yield mark, roles


def _sentence(mark: Privacy, roles: list[str]) -> str:
    asked = {"what": _what(mark), "whom": ", ".join(map(_whom, roles))}
    return gettext("ไม่แสดง%(what)sแก่ที่นั่ง %(whom)s (ผู้ดูแลทะเบียนยังเห็น)") % asked


def _offered(mark: Privacy, values: Values) -> list[str]:
    """Who usually sees this class, and whoever the clause names already."""
    needs = Privacy.PERSONAL if mark is Privacy.INCOME else mark
    return [role for role in CLOSED_TO if needs in ROLES[role].fields or values.get(dial_of(mark, role))]


def _what(mark: Privacy) -> str:
    return CLOSABLE[mark][reader() == "en"]


def _whom(role: str) -> str:
    return ROLES[role].en if reader() == "en" else ROLES[role].th
