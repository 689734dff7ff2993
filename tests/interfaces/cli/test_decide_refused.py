"""`sanam decide` of what cannot be counted: exit code 1 and one sentence that names the place, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sanam.domain.rules.deciding.refusals import REFUSALS as OF_COUNTING
from sanam.interfaces.files.decisions.refusals import LARGEST
from sanam.interfaces.files.decisions.refusals import REFUSALS as OF_FILES
from tests.interfaces.cli.test_decide import LEGS, asked, typed
from tests.interfaces.cli.typing_it import Terminal


def legs(many: int, **changed: Any) -> dict[str, Any]:
    return {f"leg{number}": {"seats": 2, "filled": 1} | changed for number in range(many)}


def answers(*said: tuple[Any, Any, Any]) -> list[dict[str, Any]]:
    return [{"leg": leg, "seat": seat, "value": value} for leg, seat, value in said]


A, B, _, VACANT = LEGS
WRONG: list[tuple[Any, str, str]] = [
    (asked(legs=legs(2), responses=[]), "deciding.legs", "2 legs"),
    (asked(legs=legs(7), responses=[]), "deciding.legs", "7 legs"),
    (asked(legs={}, responses=[]), "deciding.legs", "0 legs"),
    (asked(legs=legs(3) | {" leg0": {"seats": 1, "filled": 1}}, responses=[]), "deciding.same_leg", "leg0"),
    (asked(legs=legs(3, filled=3), responses=[]), "deciding.seats", "3 of 2"),
    (asked(legs=legs(3, filled=-1), responses=[]), "deciding.seats", "-1 of 2"),
    (asked(legs=legs(3, filled=True), responses=[]), "deciding.kind", "leg “leg0”"),
    (asked(legs=legs(3, seats="2"), responses=[]), "deciding.kind", "“seats”"),
    (asked(legs=legs(3) | {"x": {"seats": 2}}, responses=[]), "deciding.missing", "leg “x”: “filled”"),
    (asked(legs=legs(3) | {"x": 2}, responses=[]), "deciding.not_object", "leg “x”"),
    (asked(legs=["a", "b", "c"]), "deciding.kind", "“legs”"),
    (asked(method="unanimity"), "deciding.method", "unanimity"),
    (asked(method=["consent"]), "deciding.kind", "“method”"),
    (asked(call=3), "deciding.call", "3"),
    (asked(call="last"), "deciding.call", "last"),
    (asked(call=True), "deciding.kind", "“call”"),
    (asked(quorum="1/3"), "deciding.quorum", "1/3"),
    (asked(quorum="5/4"), "deciding.quorum", "5/4"),
    (asked(quorum="1/0"), "deciding.kind", "“quorum”"),
    (asked(quorum="most"), "deciding.kind", "most"),
    (asked(responses={}), "deciding.kind", "“responses”"),
    (asked(responses=None), "deciding.missing", "“responses”"),
    (asked(responses=["consent"]), "deciding.not_object", "response 1"),
    (asked(responses=[{"leg": A, "value": "consent"}]), "deciding.missing", "response 1: “seat”"),
    (asked(responses=[{"seat": 1, "value": "consent"}]), "deciding.missing", "response 1: “leg”"),
    (asked({"yes": 1}), "deciding.kind", "response 1: “value”"),
    (asked(True), "deciding.kind", "response 1: “value”"),
    (asked("maybe"), "deciding.value", f"Leg “{A}”, seat “1”"),
    (asked("stand_aside"), "deciding.value", "consent, object"),
    (asked(responses=answers(("elsewhere", 1, "yes"))), "deciding.unknown_leg", "elsewhere"),
    (asked(responses=answers((VACANT, 1, "yes"))), "deciding.vacant", VACANT),
    (asked(responses=answers((A, 1, "yes"), (A, 2, "yes"), (A, 3, "yes"))), "deciding.more_than_sit", "3 answer"),
    (
        asked(legs=legs(3), responses=answers(("leg0", 1, "y"), ("leg0", 2, "y"))),
        "deciding.more_than_sit",
        "1 are",
    ),
    (asked(responses=answers((B, 1, "yes"), (B, "1", "no"))), "deciding.twice", f"“{B}”, seat “1”"),
    (asked(responses=[{**answers((A, 1, "no"))[0], "assisted": "yes"}]), "deciding.kind", "“assisted”"),
    (asked(responses=[{**answers((A, 1, "no"))[0], "objection": "dull"}]), "deciding.kind", "“objection”"),
    ([], "deciding.not_object", "The file asked.json"),
    (b'{"legs": {"a": 1},', "decisions.not_json", "line 1"),
    (b"", "decisions.not_json", "line 1"),
    (b'{"call": 1, "call": 2}', "decisions.same_key", "“call”"),
    (b"\xff\xd8\xff\xe0 a picture", "decisions.not_text", "asked.json"),
    (b"[" * 200_000, "decisions.not_text", "asked.json"),
    (b'{"title": "\\ud800"}', "decisions.not_text", "asked.json"),
    (b" " * (LARGEST + 1), "decisions.too_big", "asked.json"),
]


@pytest.mark.parametrize(("said", "code", "place"), WRONG)
def test_what_cannot_be_counted_is_refused(
    terminal: Terminal, tmp_path: Path, said: Any, code: str, place: str
) -> None:
    answer = typed(terminal, tmp_path, said)
    assert (answer.code, answer.document["refused"]["code"]) == (1, code)
    assert place in answer.document["refused"]["en"]
    assert answer.err.strip().splitlines() == [answer.document["refused"]["en"]]
    assert answer.document["refused"]["th"] != answer.document["refused"]["en"]


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        assert terminal.type("decide", str(path), "--json").document["refused"]["code"] == "decisions.no_file"
    assert terminal.type("decide").code == 2


def test_every_refusal_is_tried() -> None:
    assert {code for _, code, _ in WRONG} | {"decisions.no_file"} == {*OF_COUNTING, *OF_FILES}
