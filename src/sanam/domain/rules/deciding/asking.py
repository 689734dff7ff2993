"""What is to be decided, read from plain values: legs, method, call and responses as the rules count them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sanam.domain.rules.deciding import spelling
from sanam.domain.rules.deciding.deciding import QUORUM, decide
from sanam.domain.rules.deciding.figures import Decision, Leg, Response
from sanam.domain.rules.deciding.parts import Part
from sanam.domain.rules.words import Method, ObjectionState

KEYS = ("legs", "method", "call", "responses", "quorum")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document asks to be counted; `blank` responses without an answer, `ignored` keys nobody asked for."""

    legs: tuple[Leg, ...]
    method: Method
    call: int
    responses: tuple[Response, ...]
    quorum: Fraction
    blank: int
    ignored: tuple[str, ...]

    @classmethod
    def of(cls, document: Any, th: str = "คำตอบที่นับ", en: str = "What was asked") -> Asked:
        """Read plain values; `th` and `en` say where they stand. Raises BadInput that names the place."""
        whole = Part.at(document, th, en)
        written = list(_responses(whole))
        answered = tuple(one for one in written if one.value)
        return cls(
            legs=tuple(_legs(whole)),
            method=spelling.method(whole.text("method", Method.CONSENT)),
            call=spelling.call(whole.text("call", "1")),
            responses=answered,
            quorum=whole.fraction("quorum", QUORUM),
            blank=len(written) - len(answered),
            ignored=tuple(key for key in whole.said if key not in KEYS),
        )

    def decide(self) -> Decision:
        """Count it; raises BadInput for what cannot be counted."""
        return decide(self.legs, self.method, self.call, self.responses, quorum=self.quorum)


def _legs(whole: Part) -> Iterator[Leg]:
    for name, found in whole.group("legs").items():
        leg = Part.at(found, f"legs ขา “{name}”", f"legs, leg “{name}”")
        yield Leg(_name(name), leg.whole("seats"), leg.whole("filled"), _name(leg.text("en", "")))


def _responses(whole: Part) -> Iterator[Response]:
    for number, found in enumerate(whole.series("responses"), 1):
        one = Part.at(found, f"responses คำตอบที่ {number}", f"responses, response {number}")
        leg, seat = _name(one.text("leg")), _name(one.text("seat"))
        yield Response(leg, seat, one.text("value", ""), one.flag("assisted"), _objection(one))


def _objection(response: Part) -> ObjectionState:
    written = spelling.tidy(response.text("objection", ObjectionState.OPEN))
    if written == "tested not valid":
        return ObjectionState.TESTED
    if written not in set(ObjectionState):
        raise response.wrong("objection", f" {' '.join(ObjectionState)}", f"one of {', '.join(ObjectionState)}")
    return ObjectionState(written)


def _name(text: str) -> str:
    """A name as one spelling: composed, no stray spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
