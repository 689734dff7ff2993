"""How a decision is counted, as a drawn table: one column a leg, one mark a seat that somebody holds.

    ✓ for   ✗ against   ~ stands aside   · said nothing   ✎ for, written down for the seat
    ○ objected, and was answered
    - nobody sits in this leg; an empty cell is no leg at all

A row reads: by this method, at this call, with these answers, that is the result; the last column tells which legs
were not heard, by their number, whatever the result.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from sanam.domain.rules.deciding import Asked, Decision, Leg, Method, ObjectionState, Response, asked, decide
from sanam.interfaces.files.decisions import reading

TABLE = """
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| because                                    | method      | call | 1  | 2  | 3  | 4  | 5 | 6 | result      | missing |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| all four consent                           | consent     | 1    | ✓✓ | ✓  | ✓  | ✓✓ |   |   | adopted     |         |
| one seat speaks for its leg                | consent     | 1    | ✓· | ✓· | ✓· | ✓· |   |   | adopted     |         |
| three of four are enough, the fourth named | consent     | 1    | ✓  | ✓  | ✓  | ·· |   |   | adopted     | 4       |
| a leg where nobody sits is missing too     | consent     | 1    | ✓  | ✓  | ✓  | -  |   |   | adopted     | 4       |
| two of four are too few: all asked again   | consent     | 1    | ✓  | ✓  | ·  | ·  |   |   | second_call | 3 4     |
| two seats do not stand for another leg     | consent     | 1    | ✓✓ | ✓✓ | ·  | ·  |   |   | second_call | 3 4     |
| too few again: for 90 days                 | consent     | 2    | ✓  | ✓  | ·  | ·  |   |   | provisional | 3 4     |
| one leg alone may try for 90 days          | consent     | 2    | ✓  | ·  | ·  | ·  |   |   | provisional | 2 3 4   |
| where nobody speaks nothing is decided     | consent     | 2    | ·  | ·  | ·  | ·  |   |   | not_adopted | 1 2 3 4 |
| nor at the first call                      | consent     | 1    | ·  | ·  | ·  | ·  |   |   | second_call | 1 2 3 4 |
| with nobody sitting anywhere, likewise     | consent     | 2    | -  | -  | -  | -  |   |   | not_adopted | 1 2 3 4 |
| two vacant legs: a quorum is out of reach  | consent     | 1    | ✓  | ✓  | -  | -  |   |   | second_call | 3 4     |
| which blocks nothing: it stands 90 days    | consent     | 2    | ✓  | ✓  | -  | -  |   |   | provisional | 3 4     |
| the second call has enough: adopted        | consent     | 2    | ✓  | ✓  | ✓  | ·  |   |   | adopted     | 4       |
| one open objection is enough               | consent     | 1    | ✓✓ | ✓✓ | ✓✓ | ✓✗ |   |   | not_adopted |         |
| at either call                             | consent     | 2    | ✓✓ | ✓✓ | ✓✓ | ✗  |   |   | not_adopted |         |
| even where too few were heard again        | consent     | 2    | ✓  | ✗  | ·  | ·  |   |   | not_adopted | 3 4     |
| a short first call says not even no        | consent     | 1    | ✓  | ✗  | ·  | ·  |   |   | second_call | 3 4     |
| an answered objection is in nobody's way   | consent     | 1    | ✓  | ✓  | ○  | ·  |   |   | adopted     | 4       |
| but answered objections are no consent     | consent     | 1    | ○  | ○  | ○  | ○  |   |   | not_adopted |         |
| what was written down for a seat counts    | consent     | 1    | ✎  | ✎  | ✎  | ·  |   |   | adopted     | 4       |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| of three legs three are needed             | consent     | 1    | ✓  | ✓  | ✓  |    |   |   | adopted     |         |
| two of three are too few                   | consent     | 1    | ✓  | ✓  | ·  |    |   |   | second_call | 3       |
| and again                                  | consent     | 2    | ✓  | ✓  | -  |    |   |   | provisional | 3       |
| of five legs four                          | consent     | 1    | ✓  | ✓  | ✓  | ✓  | · |   | adopted     | 5       |
| three of five are too few                  | consent     | 1    | ✓  | ✓  | ✓  | ·  | - |   | second_call | 4 5     |
| and again                                  | consent     | 2    | ✓  | ✓  | ✓  | ·  | - |   | provisional | 4 5     |
| of six legs five                           | consent     | 1    | ✓  | ✓  | ✓  | ✓  | ✓ | - | adopted     | 6       |
| four of six are too few                    | consent     | 1    | ✓  | ✓  | ✓  | ✓  | · | · | second_call | 5 6     |
| and again                                  | consent     | 2    | ✓  | ✓  | ✓  | ✓  | · | · | provisional | 5 6     |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| who stands aside is heard                  | consensus   | 1    | ✓  | ~  | ~  | ~  |   |   | adopted     |         |
| but somebody has to agree                  | consensus   | 1    | ~  | ~  | ~  | ~  |   |   | not_adopted |         |
| one block is enough                        | consensus   | 1    | ✓✓ | ✓✓ | ✓✓ | ✓✗ |   |   | not_adopted |         |
| a short first call is asked again          | consensus   | 1    | ✓  | ~  | ·  | -  |   |   | second_call | 3 4     |
| a short second one stands for 90 days      | consensus   | 2    | ✓  | ~  | ·  | -  |   |   | provisional | 3 4     |
| not where somebody blocks                  | consensus   | 2    | ✓  | ✗  | ·  | -  |   |   | not_adopted | 3 4     |
| nor where all who came stood aside         | consensus   | 2    | ~  | ~  | ·  | -  |   |   | not_adopted | 3 4     |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| exactly two thirds, exactly half of a leg  | two_thirds  | 1    | ✓✗ | ✓✗ | ✓  | ✓  |   |   | adopted     |         |
| three of five are below two thirds         | two_thirds  | 1    | ✓✗ | ✓✗ | ✓  | ·  |   |   | not_adopted | 4       |
| seven of eight, but a leg below half       | two_thirds  | 1    | ✓✓ | ✓✓ | ✓✓ | ✗  |   |   | not_adopted |         |
| a leg that stood aside cannot fall short   | two_thirds  | 1    | ✓✓ | ✓  | ~~ | ·  |   |   | adopted     | 4       |
| standing aside makes no share smaller      | two_thirds  | 1    | ✓~ | ✓~ | ✓✗ | ~  |   |   | adopted     |         |
| where all stand aside nobody has said yes  | two_thirds  | 1    | ~  | ~  | ~  | ~  |   |   | not_adopted |         |
| all no                                     | two_thirds  | 1    | ✗  | ✗  | ✗  | ✗  |   |   | not_adopted |         |
| a short first call is asked again          | two_thirds  | 1    | ✗  | ✗  | ·  | ·  |   |   | second_call | 3 4     |
| a short second one stands if shares hold   | two_thirds  | 2    | ✓✗ | ✓  | -  | ·  |   |   | provisional | 3 4     |
| not where they do not                      | two_thirds  | 2    | ✓✗ | ✗  | -  | ·  |   |   | not_adopted | 3 4     |
| a leg nobody heard cannot fall short       | two_thirds  | 2    | ✓✓ | ✓  | ✓  | -  |   |   | adopted     | 4       |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
| a sense check listens, and adopts nothing  | sense_check | 1    | ✓✓ | ✓✓ | ✓✓ | ✓✓ |   |   | not_adopted |         |
| it calls nobody a second time              | sense_check | 1    | ✓  | ·  | ·  | -  |   |   | not_adopted | 2 3 4   |
| and makes nothing provisional              | sense_check | 2    | ✓  | ·  | ·  | -  |   |   | not_adopted | 2 3 4   |
+--------------------------------------------+-------------+------+----+----+----+----+---+---+-------------+---------+
"""
RAISED = """
+------+-----+-----+-----+-----+-----+
| legs | 3/4 | 4/5 | 5/6 | 0.9 | 1   |
+------+-----+-----+-----+-----+-----+
| 3    | 3   | 3   | 3   | 3   | 3   |
| 4    | 3   | 4   | 4   | 4   | 4   |
| 5    | 4   | 4   | 5   | 5   | 5   |
| 6    | 5   | 5   | 5   | 6   | 6   |
+------+-----+-----+-----+-----+-----+
"""
"""How many legs must be heard, where a rule raised the quorum above three quarters."""
SAID = {"✓": "เห็นด้วย", "✎": "agree", "✗": "ไม่เห็นด้วย", "○": "disagree", "~": "หลีกทาง"}


@dataclass(frozen=True)
class Line:
    because: str
    method: Method
    call: int
    cells: tuple[str, ...]
    result: str
    missing: str

    def legs(self) -> list[Leg]:
        """Two seats in every leg, of which as many are filled as have a mark."""
        return [Leg(str(number), 2, len(cell.strip("-"))) for number, cell in enumerate(self.cells, 1)]

    def responses(self) -> list[Response]:
        return [
            Response(str(number), str(seat), SAID[mark], mark == "✎", objection(mark))
            for number, cell in enumerate(self.cells, 1)
            for seat, mark in enumerate(cell.strip("-"), 1)
            if mark != "·"
        ]


def objection(mark: str) -> ObjectionState:
    return ObjectionState.WITHDRAWN if mark == "○" else ObjectionState.OPEN


def lines() -> list[Line]:
    drawn = [line for line in TABLE.strip().splitlines() if line.startswith("|")][1:]
    found = []
    for line in drawn:
        because, method, call, *cells, result, missing = (cell.strip() for cell in line.strip("|").split("|"))
        found.append(Line(because, Method(method), int(call), tuple(filter(None, cells)), result, missing))
    return found


def told(decision: Decision) -> tuple[str, str]:
    return str(decision.result), " ".join(decision.missing)


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.method}: {line.because}")
def test_quorum(line: Line) -> None:
    assert told(decide(line.legs(), line.method, line.call, line.responses())) == (line.result, line.missing)


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.method}: {line.because}")
def test_anyone_can_count_it_again_from_a_file(tmp_path: Path, line: Line) -> None:
    file = tmp_path / "asked.json"
    document = asked(line.legs(), line.method, line.call, line.responses())
    file.write_text(json.dumps(document), encoding="utf-8")
    counted = decide(line.legs(), line.method, line.call, line.responses())
    assert reading.read(file).decide() == Asked.of(document).decide() == counted


def test_the_table_leaves_nothing_out() -> None:
    """Every number of legs, every method at both calls, every mark, every result."""
    all_lines = lines()
    assert {len(line.cells) for line in all_lines} == {3, 4, 5, 6}
    assert {(line.method, line.call) for line in all_lines} == {(method, call) for method in Method for call in (1, 2)}
    assert set("".join("".join(line.cells) for line in all_lines)) == {*SAID, "·", "-"}
    assert {line.result for line in all_lines} == {"adopted", "provisional", "not_adopted", "second_call"}


def raised() -> list[tuple[int, str, int]]:
    head, *drawn = [line.strip("|").split("|") for line in RAISED.strip().splitlines() if line.startswith("|")]
    parts = [cell.strip() for cell in head[1:]]
    return [(int(many), part, int(need)) for many, *needs in drawn for part, need in zip(parts, needs, strict=True)]


@pytest.mark.parametrize(("many", "part", "need"), raised(), ids=str)
@pytest.mark.parametrize("call", [1, 2])
def test_a_raised_quorum(tmp_path: Path, many: int, part: str, need: int, call: int) -> None:
    """So many legs are enough and one fewer is not, in memory and from a file that names the part."""
    legs = [Leg(str(number), 1, 1) for number in range(many)]
    short = "second_call" if call == 1 else "provisional"
    for heard, result in ((need, "adopted"), (need - 1, short)):
        responses = [Response(str(number), "1", "consent") for number in range(heard)]
        document = asked(legs, Method.CONSENT, call, responses, quorum=Fraction(part))
        file = tmp_path / "asked.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        counted = decide(legs, Method.CONSENT, call, responses, quorum=Fraction(part))
        assert (str(counted.result), counted.need) == (result, need)
        assert reading.read(file).decide() == counted
