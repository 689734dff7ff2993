"""A decision read from a document: legs, method, call and responses as the rules count them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from sanam.domain.rules.deciding import QUORUM, Decision, Leg, Method, Objection, Response, decide, spelling
from sanam.interfaces.files.decisions.documents import Part, load

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

    def decide(self) -> Decision:
        """Count it; raises BadInput for what cannot be counted."""
        return decide(self.legs, self.method, self.call, self.responses, quorum=self.quorum)


def read(path: Path) -> Asked:
    """Read a document; raises BadInput, one sentence that names the place, for what cannot be meant."""
    whole = Part.at(load(path), f"ไฟล์ {path.name}", f"The file {path.name}")
    method = spelling.method(whole.text("method", Method.CONSENT))
    written = list(_responses(whole))
    answered = tuple(one for one in written if one.value)
    return Asked(
        legs=tuple(_legs(whole)),
        method=method,
        call=spelling.call(whole.text("call", "1")),
        responses=answered,
        quorum=whole.fraction("quorum", QUORUM),
        blank=len(written) - len(answered),
        ignored=tuple(key for key in whole.said if key not in KEYS),
    )


def _legs(whole: Part) -> Iterator[Leg]:
    for name, found in whole.group("legs").items():
        leg = Part.at(found, f"legs ขา “{name}”", f"legs, leg “{name}”")
        yield Leg(_name(name), leg.whole("seats"), leg.whole("filled"))


def _responses(whole: Part) -> Iterator[Response]:
    for number, found in enumerate(whole.series("responses"), 1):
        one = Part.at(found, f"responses คำตอบที่ {number}", f"responses, response {number}")
        leg, seat = _name(one.text("leg")), _name(one.text("seat"))
        yield Response(leg, seat, one.text("value", ""), one.flag("assisted"), _objection(one))


def _objection(response: Part) -> Objection:
    written = spelling.tidy(response.text("objection", Objection.OPEN))
    if written in {"tested not valid", "tested_not_valid"}:
        return Objection.TESTED
    if written not in set(Objection):
        response.wrong("objection", f" {' '.join(Objection)}", f"one of {', '.join(Objection)}")
    return Objection(written)


def _name(text: str) -> str:
    """A name as one spelling: composed, no stray spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
